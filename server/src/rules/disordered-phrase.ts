import { t } from '@vscode/l10n';
import { memoised } from '../model/memory/memoised.ts';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Span } from '../model/text/span.ts';
import type { Order, Phrase } from '../model/wording/phrase.ts';
import { withCurlyQuotes } from '../model/wording/phrases.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const disorderedPhrase: Rule = {
  id: 'disordered-phrase',
  category: 'wording',
  severity: 'warning',
  title: '固定并列的各项，次序和搭配不能变',
  why: '“四个意识”“六项纪律”的各项有固定次序，颠倒了就是差错。',
  source: '规范表述表；党章与党内法规',
  examples: [
    {
      bad: '增强⟦大局意识、政治意识、核心意识、看齐意识⟧。\n',
      good: '增强政治意识、大局意识、核心意识、看齐意识，既讲看齐意识，也讲大局意识。\n',
    },
    {
      bad: '增强“四个意识”、⟦增强“四个自信”⟧、做到“两个维护”。\n',
      good: '树牢“四个意识”，坚定“四个自信”，坚决做到“两个维护”；增强“四个自信”。\n',
    },
  ],

  *checkBlock(block, { phrases }) {
    const text = withCurlyQuotes(block.text);
    for (const { order, pattern } of ordersOf(phrases)) {
      if (!text.includes(order.members[0] ?? '')) continue;
      for (const { span } of matchesInBlock({ ...block, text }, pattern)) yield* judge(text, span, order);
    }
  },
};

interface Listed {
  readonly index: number;
  readonly span: Span;
}

const ordersOf = memoised(
  (phrases: readonly Phrase[]): ReadonlyArray<{ order: Order; pattern: RegExp }> =>
    phrases.flatMap(({ order }) => (order ? [{ order, pattern: patternOf(order) }] : [])),
);

/** Members one after another, joined by a list mark, 和, or, where members have verbs, a verb. */
function patternOf({ members, verbs }: Order): RegExp {
  const member = `(?:${members.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const between = verbs ? '(?:[、，]\\p{Script=Han}{0,5})?' : '(?:[、，](?:和|与|以及)?|和|与|以及)?';
  return new RegExp(`${verbs ? '\\p{Script=Han}{0,5}' : ''}${member}(?:${between}${member})+`, 'gu');
}

function* judge(text: string, run: Span, order: Order): Iterable<Finding> {
  const listed = membersIn(text, run, order.members);
  const distinct = new Set(listed.map(({ index }) => index));
  if (distinct.size !== listed.length || distinct.size < (order.least ?? order.members.length)) return;
  const severity = order.level === 'hint' ? { severity: 'hint' as const } : {};
  if (listed.every(({ index }, place) => place === 0 || index > (listed[place - 1]?.index ?? -1))) {
    if (order.verbs && !isBare(text, listed)) yield* judgeVerbs(text, listed, order);
    return;
  }
  const first = listed[0]?.span.start ?? run.start;
  const whole = { start: first, end: listed.at(-1)?.span.end ?? run.end };
  const right = [...listed].sort((a, b) => a.index - b.index);
  const edits = listed.map(({ span }, place) => ({
    span,
    newText: text.slice(right[place]?.span.start, right[place]?.span.end),
  }));
  const fixes = order.verbs ? {} : { fixes: [{ title: t('按规范次序排列'), edits }] };
  const names = right.map(({ index }) => order.members[index]).join('、');
  yield { span: whole, message: t('次序应为{0}', names), ...severity, ...fixes };
}

/** “四个意识”“四个自信”: side by side, members share the verb before them. */
function isBare(text: string, listed: readonly Listed[]): boolean {
  return listed
    .slice(1)
    .every(({ span }, before) => /^[、，]?$/.test(text.slice(listed[before]?.span.end, span.start)));
}

function membersIn(text: string, run: Span, members: readonly string[]): Listed[] {
  const found = members.flatMap((word, index): Listed[] => {
    const places: Listed[] = [];
    for (let at = text.indexOf(word, run.start); at >= 0 && at < run.end; at = text.indexOf(word, at + 1))
      places.push({ index, span: { start: at, end: at + word.length } });
    return places;
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* judgeVerbs(text: string, listed: readonly Listed[], order: Order): Iterable<Finding> {
  for (const { index, span } of listed) {
    const verb = /\p{Script=Han}{2,5}$/u.exec(text.slice(Math.max(0, span.start - 5), span.start))?.[0];
    const right = order.verbs?.[index] ?? [];
    if (verb === undefined || right.some((known) => verb.endsWith(known))) continue;
    // Another verb altogether says something else: 背离“两个维护”.
    if (![...(order.verbs?.flat() ?? []), '坚持', '坚决'].some((known) => verb.endsWith(known))) continue;
    const start = span.start - 2;
    const wanted = right[0] ?? '';
    yield {
      span: { start, end: span.end },
      message: t('{0}应与“{1}”搭配', order.members[index] ?? '', wanted),
      fixes: [replacement({ start, end: span.start }, wanted)],
    };
  }
}
