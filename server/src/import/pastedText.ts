import { headed } from './markdown.ts';
import { markdownOf } from './words.ts';

/** Text from Word or WeChat as paragraphs of a speech; nothing where there is nothing to put in order. */
export function pastedMarkdown(text: string): string | undefined {
  if (text.length > longest || !/[\r\n\v\u2028]|^[\u3000\u00a0 ]/.test(text.trimEnd())) return undefined;
  const paragraphs = text
    .split(/[\r\n\v\f\u2028\u2029]+/)
    .map((line) => markdownOf([{ ...plain, text: line }], { noteLabel: () => 0 }))
    .filter((line) => line !== '')
    .map((line) => headed(line, 0));
  const clean = paragraphs.join('\n\n');
  return clean === text.replaceAll('\r\n', '\n').trim() || clean === '' ? undefined : clean;
}

const longest = 1_000_000;

const plain = { bold: false, italic: false, strike: false, link: undefined, note: undefined };
