import { pinyin } from 'pinyin-pro';
import aspects from '../server/data/aspects.json' with { type: 'json' };
import patterns from '../server/data/patterns.json' with { type: 'json' };
import phrases from '../server/data/phrases.json' with { type: 'json' };

/**
 * `server/data/initials.json`: the pinyin initials of everything that completion offers, so that nothing
 * is looked up at run time.
 */
export function initialsFile(): string {
  const words = [
    ...patterns.map(({ text }) => text),
    ...phrases.map(({ phrase }) => phrase),
    ...aspects.aspects.flatMap(({ items }) => items.map(({ title }) => title)),
  ];
  const table = Object.fromEntries([...new Set(words)].sort().map((word) => [word, initialsOf(word)]));
  return `${JSON.stringify(table, null, 2)}\n`;
}

/** `两个确立` → `lgql`; what is no 汉字 has none. */
function initialsOf(words: string): string {
  const han = words.match(/\p{Script=Han}/gu)?.join('') ?? '';
  return pinyin(han, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .replace(/[^a-z]/g, '');
}
