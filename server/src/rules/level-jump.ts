import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { formatNumbering, type Numbering } from '../model/parse/numbering.ts';
import { allSections, type Section, type Speech, siblingGroups, type Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const levelJump: Rule = {
  id: 'level-jump',
  category: 'numbering',
  severity: 'warning',
  title: '标题不应当越级',
  why: '层次越级，大纲、目录和 Word 标题样式都会错位。',
  source: 'GB/T 9704-2012 7.3.3（层次序数依次使用）；Markdown 标题逐级递增为通行写法',
  examples: [
    {
      bad: '## 一、存在的问题\n\n### （一）学习方面\n\n不够深入。\n\n⟦####⟧ （二）作风方面\n\n不够扎实。\n',
      good: '## 一、存在的问题\n\n### （一）学习方面\n\n不够深入。\n\n### （二）作风方面\n\n不够扎实。\n',
    },
  ],

  *checkOutline(speech) {
    yield* oddDepths(speech.text, speech.sections, titleDepth(speech.titleBlock.title));
    const sections = siblingGroups(speech).flat();
    for (const section of sections) yield* oddDepths(speech.text, section.sections, section.heading.line.depth);
    yield* oddGroups(speech.text, sections);
    yield* skippedStyles(speech);
  },
};

function titleDepth(title: ReadonlyArray<{ readonly depth: number }>): number {
  return title[0]?.depth ?? 0;
}

/** Markdown headings with more `#` than their siblings, or that skip a depth below their parent. */
function* oddDepths(text: string, siblings: readonly Section[], parentDepth: number): Iterable<Finding> {
  const headings = siblings.filter(({ heading }) => heading.line.depth > 0);
  if (headings.length === 0) return;
  const usual = parentDepth > 0 ? parentDepth + 1 : mostCommon(headings.map(({ heading }) => heading.line.depth));
  const agreed =
    headings.length > 1 && headings.every(({ heading }) => heading.line.depth === headings[0]?.heading.line.depth);
  for (const section of headings) {
    const { depth, span } = section.heading.line;
    // Where all siblings agree it is a style.
    if (depth <= usual || agreed) continue;
    const hashes = hashSpan(text, span.start);
    if (!hashes) continue;
    yield {
      span: hashes,
      message: t('标题越级：“{0}”应为“{1}”', '#'.repeat(depth), '#'.repeat(usual)),
      fixes: [raising(text, [section], usual, depth - usual)],
    };
  }
}

/**
 * “## 二、” with nothing but “#### （一）” below it, where “## 一、” goes on with “### （一）”: a whole group too deep by one
 * mistake, told at its first heading.
 */
function* oddGroups(text: string, parents: readonly Section[]): Iterable<Finding> {
  const groups = parents.flatMap(({ heading, sections }) => {
    const { depth } = heading.line;
    const [first, ...others] = sections.map((section) => section.heading.line.depth);
    const agreed = depth > 0 && first !== undefined && first > depth && others.every((other) => other === first);
    return agreed && others.length > 0 ? [{ depth, inner: first, sections }] : [];
  });
  const styleOf = ([first]: readonly Section[]) => first?.heading.numbering?.style;
  for (const { depth, inner, sections } of groups) {
    const siblings = groups.filter((group) => group.depth === depth && styleOf(group.sections) === styleOf(sections));
    const usual = siblings.filter((group) => group.inner === depth + 1).length;
    if (inner === depth + 1 || usual === 0 || usual < siblings.length - usual) continue;
    const hashes = sections.flatMap(({ heading }) => hashSpan(text, heading.line.span.start) ?? []);
    const [first] = hashes;
    if (!first || hashes.length < sections.length) continue;
    yield {
      span: first,
      message: t('这一组标题越级：“{0}”应为“{1}”', '#'.repeat(inner), '#'.repeat(depth + 1)),
      fixes: [raising(text, sections, depth + 1, inner - depth - 1)],
    };
  }
}

/** The fix that raises these siblings to a depth, by so many levels, and with them what stands below. */
function raising(text: string, siblings: readonly Section[], depth: number, by: number): Fix {
  const newText = '#'.repeat(depth);
  const edits = raised(text, siblings, depth, by);
  const title = edits.length > siblings.length ? t('改为“{0}”，下级标题随之升级', newText) : t('改为“{0}”', newText);
  return { title, edits, safe: true };
}

/** All Markdown headings among the sections and below them that go deeper than what they stand in. */
function raised(text: string, sections: readonly Section[], above: number, by: number): Edit[] {
  return sections.flatMap(({ heading, sections: inner }) => {
    const { depth, span } = heading.line;
    if (depth > 0 && depth <= above) return [];
    const hashes = depth > 0 ? hashSpan(text, span.start) : undefined;
    const own = hashes ? [{ span: hashes, newText: '#'.repeat(depth - by) }] : [];
    return [...own, ...raised(text, inner, Math.max(depth, above), by)];
  });
}

/** The `#` of the heading whose words begin at `at`; setext headings have none. */
function hashSpan(text: string, at: number): Span | undefined {
  const lineStart = lineStartOf(text, at);
  const hashes = /^[ >]*(#+)/.exec(text.slice(lineStart, at));
  if (!hashes?.[1]) return undefined;
  const start = lineStart + hashes[0].length - hashes[1].length;
  return { start, end: start + hashes[1].length };
}

/**
 * 一、→（1） in a speech that at least as often goes 一、→（一）, and （一）→（1） where it as often goes （一）→1.: the level
 * that is skipped exists. 一、→1. is accepted practice and left alone, and so are points that are （1） below every
 * unit, at whatever level.
 */
function* skippedStyles(speech: Speech): Iterable<Finding> {
  const kept = parenPoints(speech.problems);
  const sections = speech.sections.filter(({ role }) => role !== 'previous');
  const parents = allSections({ sections }).filter((section) => !kept.has(section) && !section.heading.misleveled);
  for (const [style, usual] of [
    ['han', 'hanParen'],
    ['hanParen', 'arabic'],
  ] as const) {
    const firsts = parents.flatMap(({ heading, sections }) =>
      heading.numbering?.style === style ? (firstNumbering(sections) ?? []) : [],
    );
    const skipping = firsts.filter((first) => first.style === 'arabicParen');
    const usually = firsts.filter((first) => first.style === usual);
    if (usually.length === 0 || usually.length < skipping.length) continue;
    for (const { span, text } of skipping) {
      const [above, below] = [formatNumbering(style, 1), formatNumbering(usual, 1)];
      yield { span, message: t('层次越级：别处“{0}”下面用“{1}”，这里用了“{2}”', above, below, text) };
    }
  }
}

/** The sections of the units that have points, if some units are 1. and all points are （1）. */
function parenPoints(units: readonly Unit[]): ReadonlySet<Section | undefined> {
  const pointed = units.filter(({ points }) => points.some(({ section }) => !section?.heading.inline));
  const isParen = pointed.every(({ points }) => points[0]?.numbering?.style === 'arabicParen');
  const isMixed = pointed.some(({ numbering }) => numbering?.style === 'arabic');
  return new Set(isParen && isMixed ? pointed.map(({ section }) => section) : []);
}

function firstNumbering(sections: readonly Section[]): Numbering | undefined {
  const first = sections.find(({ heading }) => !heading.inline && !heading.misleveled)?.heading.numbering;
  return first?.ordinal === 1 ? first : undefined;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const count = (value: number) => counts.get(value) ?? 0;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best), values[0] ?? 0);
}
