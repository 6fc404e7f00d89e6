import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { perBlock } from '../model/memory/perBlock.ts';
import type { Line } from '../model/speech.ts';
import { moveSpan, type Span } from '../model/text/span.ts';
import type { Finding, Rule } from './rule.ts';

export const brokenBold: Rule = {
  id: 'broken-bold',
  category: 'punctuation',
  severity: 'hint',
  title: '加粗没有生效',
  why: '“**一是……。**正文”里，右边的星号夹在标点和汉字之间，Markdown 不认，别的编辑器和网页会把星号原样印出来（本扩展的预览和导出认得）。',
  source: 'CommonMark 0.31 §6.2（右侧定界符的条件）',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。⟦**一是自学不够。**⟧平时翻书少。\n',
      good: '一、存在的问题\n\n（一）学习方面。**一是自学不够**。平时翻书少。\n',
    },
    {
      bad: '一、存在的问题\n\n（一）⟦**学习方面。**⟧平时翻书少。\n\n（二）**作风方面。**下去得少。\n',
      good: '一、存在的问题\n\n（一）**学习方面**。平时翻书少。\n\n（二）**作风方面**。下去得少。\n',
    },
  ],

  // A writer does this everywhere or nowhere: one finding for the whole speech.
  *check(speech) {
    const { text, starts } = speech;
    const places = inBlocks(speech).flatMap(([index, own]) => own.map((place) => moved(place, starts[index] ?? 0)));
    if (places.length === 0) return;
    const mends = places.map(([open, close]) => mend(text, open, close));
    const edits = mends.flat();
    yield* together(
      places.filter((_, index) => mends[index]?.length),
      { fixes: [{ title: t('把标点移到加粗之外'), edits, safe: true }] },
    );
    yield* together(places.filter((_, index) => !mends[index]?.length));
  },
};

type Place = Line['brokenBold'][number];

const inBlocks = perBlock(({ entries }): readonly Place[] | undefined => {
  const places = entries.flatMap((entry) => (entry.kind === 'line' ? entry.brokenBold : []));
  return places.length > 0 ? places : undefined;
});

function moved([open, close]: Place, by: number): Place {
  return [moveSpan(open, by), moveSpan(close, by)];
}

function* together(places: readonly Place[], mended: Pick<Finding, 'fixes'> = {}): Iterable<Finding> {
  const [first, ...others] = places.map(([open, close]) => ({ start: open.start, end: close.end }));
  if (!first) return;
  const message =
    others.length === 0
      ? t('加粗没有生效：星号内侧是标点、外侧是汉字')
      : t('全文有 {0} 处加粗没有生效：星号内侧是标点、外侧是汉字', places.length);
  const related = others.map((span) => ({ span, message: t('这里也是') }));
  yield { span: first, message, related, ...mended };
}

/** Moves the punctuation at both ends out of the asterisks; no edits where that would tear a pair of marks apart. */
function mend(text: string, open: Span, close: Span): Edit[] {
  const inner = text.slice(open.end, close.start);
  const bare = inner.replace(/^\p{P}+|(?<!\p{P})\p{P}+$/gu, '');
  if (!bare) return [];
  const before = inner.slice(0, inner.indexOf(bare));
  const after = inner.slice(before.length + bare.length);
  const torn = (before + after).replace(/[^“”‘’（）《》]/g, '');
  if (torn !== '' && (!/^(?:“”|‘’|（）|《》)$/.test(torn) || /[“”‘’（）《》]/.test(bare))) return [];
  return [
    { span: { start: open.start, end: open.end + before.length }, newText: `${before}**` },
    { span: { start: close.start - after.length, end: close.end }, newText: `**${after}` },
  ];
}
