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
 * characters that file systems refuse, never the name of a Windows device, never empty. Where it would be too long, the
 * title and the draft are shortened, not what the pattern adds to them.
 */
export function fileName(pattern: string, title: string, date: Date, draft: string): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const blanks = pattern.match(/\{(?:题目|文件名)\}/g) ?? [];
  const room =
    mostBytes - bytesIn(pattern.replace(/\{(?:题目|日期|文件名)\}/g, (blank) => (blank === '{日期}' ? day : '')));
  const fitting = (words: string) => cut(allowed(words), Math.max(0, Math.floor(room / Math.max(1, blanks.length))));
  const values: Readonly<Record<string, string>> = {
    '{题目}': fitting(title || draft),
    '{日期}': day,
    '{文件名}': fitting(draft),
  };
  const name = pattern.replace(/\{(?:题目|日期|文件名)\}/g, (blank) => values[blank] ?? blank);
  const safe = cut(allowed(name), mostBytes).replace(/^\.+|(?<![. ])[. ]+$/g, '');
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) return `发言 ${safe}`;
  return safe || '发言';
}

/** File systems take 255; the extension and the ending of a file that is being written come on top. */
const mostBytes = 200;

function allowed(words: string): string {
  return words
    .replace(/[\\/:*?"<>|\p{C}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The longest beginning of at most so many bytes in UTF-8, by whole characters. */
function cut(words: string, bytes: number): string {
  return words.slice(0, new TextEncoder().encodeInto(words, new Uint8Array(bytes)).read);
}

function bytesIn(words: string): number {
  return new TextEncoder().encode(words).length;
}
