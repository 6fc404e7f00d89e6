import { lastPart } from '../lastPart.ts';

/**
 * A file without its folders and without `.speech.md` or another ending: what is made of a speech is named after it.
 */
export function baseName(path: string): string {
  return lastPart(path).replace(/(?:\.speech)?\.[^.]*$/, '');
}

/**
 * A file name from a pattern such as `{题目}（起草 {日期}）`: one file for each day and author, as offices keep them.
 * `{文件名}` is the `draft` that it is made from: the speeches of one meeting often share their title. Without
 * characters that file systems refuse, never the name of a Windows device, never empty.
 */
export function fileName(pattern: string, title: string, date: Date, draft: string): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const values: Readonly<Record<string, string>> = { '{题目}': title || draft, '{日期}': day, '{文件名}': draft };
  const name = pattern.replace(/\{(?:题目|日期|文件名)\}/g, (blank) => values[blank] ?? blank);
  const safe = name
    .replace(/[\\/:*?"<>|\p{C}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^\.+|(?<![. ])[. ]+$/g, '');
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) return `发言 ${safe}`;
  return safe || '发言';
}
