/**
 * A file name from a pattern such as `{题目}（起草 {日期}）`: one file for each day and hand, as offices keep them. Without what file
 * systems refuse, and no name of a device of Windows; never empty.
 */
export function fileName(pattern: string, title: string, date: Date, fallback: string): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const name = pattern.replaceAll('{题目}', title || fallback).replaceAll('{日期}', day);
  const safe = name
    .replace(/[\\/:*?"<>|\p{C}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^\.+|(?<![. ])[. ]+$/g, '');
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) return `发言 ${safe}`;
  return safe || '发言';
}
