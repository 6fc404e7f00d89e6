import { t } from '@vscode/l10n';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { plainName } from '../similar/plainName.ts';
import { sameWords } from '../similar/sameWords.ts';
import type { Position, Similar } from '../similar/similar.ts';
import type { Finding, Rule } from './rule.ts';

export const copiedPassage: Rule = {
  id: 'copied-passage',
  category: 'likeness',
  severity: 'warning',
  title: '不宜与别人的、上年的材料雷同',
  why: '材料雷同、抄袭是通报的常见由头，交稿前自己先看到才好改。只在本机比较，规范表述、方面标题、过渡语不算。',
  source: '对照检查材料雷同、年年相同的通报与审核意见；门槛（相同 30 字以上）由样稿量出',
  examples: [],

  *check(speech, { similar }) {
    if (!similar) return;
    const copied = { others: copiedSpeech(speech, similar, false), lastYear: copiedSpeech(speech, similar, true) };
    if (copied.others) yield copied.others;
    if (copied.lastYear) yield copied.lastYear;
    for (const { here, there, counted, matched, lastYear, inProblem } of similar.passagesLike(speech)) {
      const preamble = isPreamble(speech, here);
      const least = preamble ? leastInPreamble : leastCharacters;
      if (matched < least || matched / counted < leastShare) continue;
      if (lastYear && inProblem && speech.problems.some(({ span }) => span.start <= here.start && here.end <= span.end))
        continue;
      const name = plainName(there.uri);
      const nearlyAll = lastYear ? copied.lastYear : copied.others;
      yield {
        span: here,
        message: lastYear
          ? t('与上年的“{0}”雷同：{1}', name, sameWords({ counted, matched }))
          : t('与“{0}”雷同：{1}', name, sameWords({ counted, matched })),
        ...((nearlyAll || preamble || matched / counted < sureShare) && { severity: 'hint' as const }),
        related: [
          { span: here, message: t('“{0}”第 {1} 行', name, there.start.line + 1), elsewhere: there, alike: here },
        ],
      };
    }
  },
};

/**
 * One finding for a speech that is mostly another file, of last year or not: its passages, all underlined, would hide
 * everything else.
 */
function copiedSpeech(speech: Speech, similar: Similar, lastYear: boolean): Finding | undefined {
  const likest = similar.mostLike(speech, lastYear);
  const [first, last] = [likest?.passages[0], likest?.passages.at(-1)];
  if (!likest || !first || !last || likest.matched < leastInSpeech || likest.share < mostOfSpeech) return undefined;
  const span = placeOfWhole(speech) ?? first.here;
  const { uri } = first.there;
  const name = plainName(uri);
  const share = Math.min(99, Math.floor(likest.share * 100));
  const ends = likest.passages.map(({ there }) => there);
  const there = {
    uri,
    start: ends.map(({ start }) => start).reduce((a, b) => (isBefore(b, a) ? b : a)),
    end: ends.map(({ end }) => end).reduce((a, b) => (isBefore(a, b) ? b : a)),
  };
  return {
    span,
    message: lastYear ? t('全文约 {0}% 与上年的“{1}”相同', share, name) : t('全文约 {0}% 与“{1}”相同', share, name),
    related: [
      {
        span,
        message: t('“{0}”全文', name),
        elsewhere: there,
        alike: { start: first.here.start, end: last.here.end },
      },
    ],
  };
}

/** The first line of the title, or of the text. */
function placeOfWhole({ titleBlock, entries }: Speech): Span | undefined {
  const line = titleBlock.title[0] ?? entries.find((entry) => entry.kind === 'line');
  return line && line.title.start < line.title.end ? line.title : line?.span;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** In a shorter text the passages are few, and each is told at its place. */
const leastInSpeech = 200;
const mostOfSpeech = 2 / 3;
const leastCharacters = 30;
/** In a whole county 帽段 say much the same: by whose order, what was studied, whose opinions were asked. */
const leastInPreamble = 60;
const leastShare = 0.2;
const sureShare = 0.6;

function isPreamble({ sections }: Speech, { end }: Span): boolean {
  const first = sections[0]?.span.start;
  return first !== undefined && end <= first;
}
