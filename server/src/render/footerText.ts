import type { PageStyle } from '../page/style.ts';

/** What stands at the foot of a page; empty where pages have no numbers. */
export function footerText(form: PageStyle['pageNumber']['form'], number: number): string {
  if (form === 'none') return '';
  return form === '1' ? String(number) : `— ${number} —`;
}
