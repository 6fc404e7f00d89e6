import type { Edit } from '../model/change/edits.ts';
import { type FrontMatterKey, frontMatterKeys, frontMatterOf, quotedValue } from '../model/parse/frontMatter.ts';
import type { Speech } from '../model/speech.ts';
import { lineEndOf } from '../model/text/textLines.ts';

/** What the front matter should say; a key without a value is removed. */
export type FrontMatterValues = Readonly<Record<FrontMatterKey, string | undefined>>;

/** The edits that make the front matter say this and leave the rest of it, and of the speech, unchanged. */
export function frontMatterEdits(speech: Speech, values: FrontMatterValues): Edit[] {
  const { text, frontMatter } = speech;
  const eol = lineEndOf(text);
  const found = frontMatterOf(speech);
  const wanted = frontMatterKeys.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [{ key, value: quotedValue(value) }];
  });
  const block = (): string => `发言:${eol}${wanted.map(({ key, value }) => `  ${key}: ${value}${eol}`).join('')}`;
  if (!frontMatter) {
    const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return [{ span: { start: at, end: at }, newText: `---${eol}${block()}---${eol}${eol}` }];
  }
  if (!found) return [{ span: { start: frontMatter.end, end: frontMatter.end }, newText: block() }];
  const others = found.entries
    .filter(({ key, keySpan }) => !isKnown(key) && keySpan.start !== found.key.start)
    .map(({ key, value }) => ({ key, value: quotedValue(value) }));
  const all = [...wanted, ...others];
  const written = found.flow
    ? `发言: {${all.map(({ key, value }) => `${key}: ${value}`).join(', ')}}`
    : `发言:${all.map(({ key, value }) => `${eol}  ${key}: ${value}`).join('')}`;
  return written === text.slice(found.span.start, found.span.end) ? [] : [{ span: found.span, newText: written }];
}

function isKnown(key: string): boolean {
  return (frontMatterKeys as readonly string[]).includes(key);
}
