import type { PageStyle } from '../page/style.ts';

/** What stands at the foot of a page; empty where pages have no numbers. */
export function footerText({ pageNumber }: PageStyle, number: number): string {
  if (pageNumber.form === 'none') return '';
  return pageNumber.form === '1' ? String(number) : `— ${number} —`;
}
