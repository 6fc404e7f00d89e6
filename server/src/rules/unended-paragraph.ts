import { t } from '@vscode/l10n';
import { memoised } from '../model/memory/memoised.ts';
import { perBlock } from '../model/memory/perBlock.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { isBegun } from '../model/reading/ending.ts';
import { spokenLength } from '../model/reading/prose.ts';
import type { Entry, Line, Speech } from '../model/speech.ts';
import { moveSpan, type Span } from '../model/text/span.ts';
import type { Rule } from './rule.ts';

export const unendedParagraph: Rule = {
  id: 'unended-paragraph',
  category: 'punctuation',
  severity: 'hint',
  title: '段末应当有句末标点',
  why: '段末没有句号，或者还停在逗号、分号上，多半是后半句丢了。',
  source: 'GB/T 15834-2011 4.1（句号）；其余由本扩展自定',
  examples: [
    {
      bad: '原著读得少，笔记靠补。\n\n以上检查，不妥之处，请同志们批评指⟦正⟧\n',
      good: '原著读得少，笔记靠补。\n\n以上检查，不妥之处，请同志们批评指正。\n',
    },
    {
      bad: '一是学得不深，二是用得不够；三是记得不牢⟦；⟧\n',
      good: '一是学得不深，二是用得不够；三是记得不牢。\n',
    },
    {
      bad: '要做到：\n\n1.读原著；\n\n2.写笔记⟦；⟧\n\n以上两条，月底检查。\n',
      good: '要做到：\n\n1.读原著；\n\n2.写笔记。\n\n以上两条，月底检查。\n',
    },
    {
      bad: '原著读得少，笔记靠补。下村调研只看路边的点，没有听到真⟦话⟧\n',
      good: '原著读得少，笔记靠补。下村调研只看路边的点。\n\n对照检查出的问题和不足\n',
    },
  ],

  *check(speech) {
    const { text, starts } = speech;
    const { outline, place } = outlineOf(speech);
    const { entries } = outline;
    for (const [block, ends] of endsIn(speech)) {
      for (const { at, last, span: own, mayBeLost, hasStop, isLast } of ends) {
        const index = (entriesBefore(outline)[block] ?? 0) + at;
        const [before, entry, next] = [neighbour(entries, index, -1), entries[index], neighbour(entries, index, 1)];
        if (entry?.kind !== 'line' || (next?.kind === 'line' && !next.opensParagraph)) continue;
        const span = moveSpan(own, starts[block] ?? 0);
        if (isSemicolon(last) && isItem(entry) && !continues(next) && before?.kind === 'line' && isItem(before)) {
          const { start, end } = place(before.span);
          if (/[；;]\**$/.test(text.slice(start, end)))
            yield {
              span,
              message: t('最后一项末尾应当用“。”'),
              fixes: [{ title: t('改为“。”'), edits: [{ span, newText: '。' }] }],
            };
          continue;
        }
        // The rest of the last words of a draft may be what is written next.
        if (!mayBeLost || (!next && speech.titleBlock.title.length > 0 && isBegun(outline))) continue;
        const fixes = [
          { title: t('改为“。”'), edits: [{ span, newText: /[，、；,;]/.test(last) ? '。' : `${last}。` }] },
        ];
        if (/[，、,]/.test(last)) yield { span, message: t('段末是“{0}”，后半句可能丢了', last), fixes };
        else if (isSemicolon(last) && !continues(next)) yield { span, message: t('最后一项末尾应当用“。”'), fixes };
        else if (/\p{Script=Han}/u.test(last) && hasStop && isLast)
          yield { span, message: t('段末没有句末标点'), fixes };
      }
    }
  },
};

/** The entry before or after another, not counting comments. */
function neighbour(entries: readonly Entry[], index: number, step: 1 | -1): Entry | undefined {
  let at = index + step;
  while (entries[at]?.kind === 'comment') at += step;
  return entries[at];
}

/** The end of a line that does not end a sentence, in offsets of its block. */
interface End {
  /** Which entry of the block. */
  readonly at: number;
  /** The last character before closing marks, and where it stands. */
  readonly last: string;
  readonly span: Span;
  /** The line is long enough to be a paragraph, and ends in prose. */
  readonly mayBeLost: boolean;
  readonly hasStop: boolean;
  /** No closing marks follow. */
  readonly isLast: boolean;
}

const endsIn = perBlock(({ text, entries }) => {
  const ends = entries.flatMap((entry, at): End[] => {
    if (entry.kind !== 'line' || entry.depth > 0 || entry.bold) return [];
    const words = text.slice(entry.span.start, lastWord(text, entry.span));
    const last = words.slice(-1);
    if (!/[，、；,;]/.test(last) && !/\p{Script=Han}/u.test(last)) return [];
    const span = { start: entry.span.start + words.length - 1, end: entry.span.start + words.length };
    const inProse = entry.prose.some(({ start, end }) => start <= span.start && span.end <= end);
    const mayBeLost = inProse && /[。；，]/.test(words) && spokenLength(words) >= shortest;
    if (!mayBeLost && !isSemicolon(last)) return [];
    return [
      {
        at,
        last,
        span,
        mayBeLost,
        hasStop: words.includes('。') || closing.test(words),
        isLast: span.end === entry.span.end,
      },
    ];
  });
  return ends.length > 0 ? ends : undefined;
});

/** How many entries stand before each block. */
const entriesBefore = memoised(({ blocks }: Speech): readonly number[] => {
  let count = 0;
  return blocks.map(({ entries }) => {
    count += entries.length;
    return count - entries.length;
  });
});

/** The usual last words of a speech. */
const closing = /请[^，。；：！？\n]{0,14}批评(?:指正|帮助|教育)$/;

function isSemicolon(mark: string): boolean {
  return mark === '；' || mark === ';';
}

/** 字. Shorter lines are headings, names and dates. */
const shortest = 12;

/** Another item, or another line of the list. */
function continues(next: Entry | undefined): boolean {
  return next?.kind === 'line' && isItem(next);
}

function isItem({ numbering, bullet }: Line): boolean {
  return numbering !== undefined || bullet;
}

/** Where the words end, before closing marks and Markdown dressing. */
function lastWord(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /[*_\s”’）》]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
