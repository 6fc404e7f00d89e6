import { isChinese } from '../../server/src/isChinese.ts';

/** What a page of ours may load, by the directives of its policy. */
export type Allowed = Readonly<Partial<Record<'font-src' | 'img-src' | 'script-src' | 'style-src', string>>>;

/** The policy of a page: nothing but what is allowed, no other address for its links, and no form. */
export function policy(allowed: Allowed): string {
  const directives = { 'default-src': "'none'", ...allowed, 'base-uri': "'none'", 'form-action': "'none'" };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The language of our own words in a page; a speech in it is Chinese whatever the editor speaks. */
export function pageLanguage(editor: string): 'zh-CN' | 'en' {
  return isChinese(editor) ? 'zh-CN' : 'en';
}
