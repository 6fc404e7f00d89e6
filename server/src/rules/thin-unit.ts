import { t } from '@vscode/l10n';
import { perUnit } from '../model/memory/perUnit.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { endsSentence } from '../model/reading/ending.ts';
import { spokenLengthIn } from '../model/reading/spoken.ts';
import type { Unit } from '../model/speech.ts';
import { hasBlank } from '../model/text/blanks.ts';
import type { Finding, Rule } from './rule.ts';
import { bodyOf, textOf } from './unitBody.ts';

export const thinUnit: Rule = {
  id: 'thin-unit',
  category: 'structure',
  severity: 'hint',
  title: '同级各条篇幅应当相称',
  why: '别的方面各讲几百字，这一条一句话带过，一听就是凑数。',
  source: '篇幅相称是通行写法；不足中位数五分之一、超过五倍才提示',
  examples: [
    {
      bad: `一、存在的问题\n\n（一）学习方面。${'篇目没有定，笔记没有写。'.repeat(8)}\n\n（二）作风方面。${'下去得少，听得也少。'.repeat(8)}\n\n（三）⟦纪律方面⟧。管得松。\n\n二、整改措施\n\n（一）每周读原著。\n`,
      good: `一、存在的问题\n\n（一）学习方面。${'篇目没有定，笔记没有写。'.repeat(8)}\n\n（二）作风方面。${'下去得少，听得也少。'.repeat(8)}\n\n（三）纪律方面。${'管得松，查得少。'.repeat(4)}\n\n二、整改措施\n\n（一）每周读原著。\n`,
    },
  ],

  *check(speech) {
    const { outline, place } = outlineOf(speech);
    const all = sizes(speech);
    let from = 0;
    for (const units of [outline.problems, outline.causes, outline.measures]) {
      const own = all.slice(from, from + units.length);
      for (const finding of thinAmong(units, own)) yield { ...finding, span: place(finding.span) };
      from += units.length;
    }
  },
};

interface Size {
  /** 字. */
  readonly length: number;
  readonly unwritten: boolean;
  /** It breaks off in a sentence, and may be going on. */
  readonly unended: boolean;
}

const sizes = perUnit(
  (unit, speech): Size => ({
    length: spokenLengthIn(speech, unit.span),
    unwritten: hasBlank(textOf(speech, unit.span)),
    unended: !endsSentence(textOf(speech, bodyOf(unit)).replace(/^[。：]/, '')),
  }),
);

function* thinAmong(units: readonly Unit[], own: readonly Size[]): Iterable<Finding> {
  if (units.length < 3) return;
  const lengths = own.map(({ length }) => length);
  const median = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  for (const [index, unit] of units.entries()) {
    const length = lengths[index] ?? 0;
    if (median < shortestMedian || length === 0) continue;
    const isThin = length * 5 < median;
    if (!isThin && length <= median * 5) continue;
    if (own[index]?.unwritten || (isThin && own[index]?.unended)) continue;
    const message = isThin
      ? t('这一条只有 {0} 字，同级的一般有 {1} 字', length, median)
      : t('这一条有 {0} 字，同级的一般只有 {1} 字', length, median);
    yield { span: unit.titleSpan, message };
  }
}

/** 字. Where most are shorter than this, none is thin. */
const shortestMedian = 60;
