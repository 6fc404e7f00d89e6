import { t } from '@vscode/l10n';
import plenums from '../../data/plenums.json' with { type: 'json' };
import { perBlock } from '../model/memory/perBlock.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { statedYear } from '../model/profile/kind.ts';
import { matchesInBlock, matchesInProse } from '../model/reading/prose.ts';
import { hasUnits } from '../model/reading/sectionsByRole.ts';
import { titleOrFirstLine } from '../model/reading/title.ts';
import type { Line, Speech } from '../model/speech.ts';
import { contains, moveSpan } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const yearMismatch: Rule = {
  id: 'year-mismatch',
  category: 'delivery',
  severity: 'warning',
  title: '年度、主题、全会届次前后应当一致',
  why: '标题写今年、正文写去年，或者只提去年的全会，一看就是拿旧稿改的。',
  source: '通报：提法过时、照抄旧稿；历次全会时间',
  examples: [
    {
      bad: '# 2025年度民主生活会对照检查材料\n\n按照召开⟦2024年度⟧民主生活会的通知，对照检查如下。\n\n一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '# 2025年度民主生活会对照检查材料\n\n按照召开2025年度民主生活会的通知，回顾2024年度民主生活会整改情况，对照检查如下。\n\n一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
    {
      bad: '# 对照检查材料\n\n围绕“五个带头”，检查如下。\n\n一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n针对对照“⟦四个带头⟧”查摆的问题，作如下整改。\n\n（一）每周读原著。\n',
      good: '# 对照检查材料\n\n围绕“五个带头”，检查如下。\n\n一、存在的问题\n\n（一）学习不深。去年对照“四个带头”查摆时也有此问题。\n\n二、整改措施\n\n针对对照“五个带头”查摆的问题，作如下整改。\n\n（一）每周读原著。\n',
    },
  ],

  *check(speech) {
    if (!hasUnits(speech)) return;
    yield* otherTheme(speech);
    const year = statedYear(speech);
    if (year === undefined) return;
    yield* titleBlock(speech, year);
    for (const entry of speech.preamble) if (entry.kind === 'line') yield* otherYear(speech, entry, year);
    yield* misdatedPlenums(speech, year);
    yield* deadlines(speech, year);
    yield* transposed(speech, year);
  },
};

/** 四个带头, 五个带头: the theme of a year goes by its number. */
const themesIn = perBlock((block) => {
  if (!block.text.includes('个带头')) return undefined;
  const found = matchesInBlock(block, /[三四五六七八]个带头/g);
  return found.length > 0 ? found.map(({ match, span }) => ({ theme: match[0], span })) : undefined;
});

/** Where the speech examines itself by another theme than its opening names: a sentence left from last year's text. */
function* otherTheme(speech: Speech): Iterable<Finding> {
  const { outline, place } = outlineOf(speech);
  const opening = outline.preamble.map(({ span }) => place(span));
  const all = themesIn(speech).flatMap(([index, found]) =>
    found.map(({ theme, span }) => ({ theme, span: moveSpan(span, speech.starts[index] ?? 0) })),
  );
  const inOpening = all.filter(({ span }) => opening.some((line) => contains(line, span)));
  const [own, ...others] = new Set(inOpening.map(({ theme }) => theme));
  if (own === undefined || others.length > 0) return;
  const old = outline.sections.flatMap(({ role, span }) => (role === 'previous' ? [place(span)] : []));
  for (const { theme, span } of all) {
    if (theme === own || span.start < (inOpening[0]?.span.start ?? 0) || old.some((part) => contains(part, span)))
      continue;
    if (!/(?:对照|围绕|紧扣|聚焦)[“"]?$/.test(speech.text.slice(Math.max(0, span.start - 8), span.start))) continue;
    if (/年|上次|上一次/.test(clauseBefore(speech.text, span.start))) continue;
    yield {
      span,
      message: t('开头是“{0}”，这里是“{1}”', withinQuotes(own), withinQuotes(theme)),
      fixes: [replacement(span, own)],
    };
  }
}

/** What stands before an offset in its sentence, 40 characters at most. */
function clauseBefore(text: string, at: number): string {
  return /[^。！？；\n]{0,40}$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
}

const deadlinesIn = perBlock((block) => {
  if (!/[前底末]/.test(block.text)) return undefined;
  const found = matchesInBlock(block, deadline);
  const due = (match: RegExpMatchArray) => ({ due: Number(match[1]), month: match[2] ? Number(match[2]) : undefined });
  return found.length > 0 ? found.map(({ match, span }) => ({ ...due(match), span })) : undefined;
});

/** 2023年3月底前完成, but not 2023年底前完成的项目, which speaks of the past. */
const deadline =
  /(20[0-9]{2})年(?:([0-9]{1,2})月)?(?:[底末初]|[0-9]{1,2}日)?(?:前|以前|之前)(?=[^的，。；]{0,12}(?:完成|到位|见效|建成|清零|销号|办结|投用|上线)(?![的后以]|、[^，。；]{0,12}的))/g;

/**
 * A measure that promises something for a year that is over, or a month before the meeting, was copied from last year.
 */
function* deadlines(speech: Speech, year: number): Iterable<Finding> {
  const { outline, place } = outlineOf(speech);
  const spans = outline.measures.map(({ span }) => place(span));
  const held = heldIn(outline);
  for (const [index, found] of deadlinesIn(speech)) {
    for (const { due, month, span: own } of found) {
      const span = moveSpan(own, speech.starts[index] ?? 0);
      const isOver = held && month !== undefined && due * 12 + month < held.year * 12 + held.month;
      if ((due >= year && !isOver) || !spans.some((unit) => contains(unit, span))) continue;
      if (/[已曾]/.test(clauseBefore(speech.text, span.start))) continue;
      if (isOver) yield { span, message: t('会是 {0} 年 {1} 月开的，这个时限已经过了', held.year, held.month) };
      else yield { span, severity: 'hint', message: t('{0} 年度的整改，时限写的是 {1} 年', year, due) };
    }
  }
}

/** The month in the date line. */
function heldIn({ text, titleBlock: { date } }: Speech): { readonly year: number; readonly month: number } | undefined {
  const [, year, month] =
    (date && /(20[0-9]{2})年([0-9]{1,2})月/.exec(text.slice(date.span.start, date.span.end))) ?? [];
  return year && month ? { year: Number(year), month: Number(month) } : undefined;
}

const yearsIn = perBlock((block) => {
  const found = matchesInBlock(block, /(?<![0-9])[0-9]{4}(?=年)/g);
  return found.length > 0 ? found : undefined;
});

/** 2062年 for 2026年: the digits of this year or the next in another order, in a year too distant to plan for. */
function* transposed(speech: Speech, year: number): Iterable<Finding> {
  for (const [index, found] of yearsIn(speech)) {
    for (const { match, span: own } of found) {
      const said = Number(match[0]);
      const meant = [year, year + 1].find((other) => digitsOf(other) === digitsOf(said));
      if (meant === undefined || said <= year + 10) continue;
      const span = moveSpan(own, speech.starts[index] ?? 0);
      const fixes = [replacement(span, String(meant))];
      yield { span, message: t('“{0}年”疑为“{1}年”', said, meant), fixes };
    }
  }
}

function digitsOf(year: number): string {
  return [...String(year)].sort().join('');
}

/**
 * Compares the title with 年度 in the front matter, and the date line with the year: a meeting is held
 * in its year or the next.
 */
function* titleBlock(speech: Speech, year: number): Iterable<Finding> {
  const { title, date } = speech.titleBlock;
  for (const line of title) {
    for (const { match, span } of matchesInProse(speech.text, line, /(20[0-9]{2})年度/g)) {
      if (Number(match[1]) !== year)
        yield { span, message: t('题目是 {0} 年度，文件头写的是 {1} 年度', Number(match[1]), year) };
    }
  }
  if (!date) return;
  for (const { match, span } of matchesInProse(speech.text, date, /(20[0-9]{2})年/g)) {
    const held = Number(match[1]);
    if (held < year || held > year + 1) yield { span, message: t('{0} 年度的会，日期写的是 {1} 年', year, held) };
  }
}

function* otherYear(speech: Speech, line: Line, year: number): Iterable<Finding> {
  const calls =
    /(?<=(?:召开|开好|关于|做好)[^，。；]{0,12})(20[0-9]{2})年度?(?=[^，。；]{0,10}(?:民主|组织)生活会)|(?<=(?:根据|按照)[^，。；]{0,8})(20[0-9]{2})年度?(?=[^，。；]{0,10}(?:民主|组织)生活会的?(?:安排|部署|要求|通知|方案))/g;
  const source = titleOrFirstLine(speech).includes(`${year}`) ? t('题目') : t('文件头');
  for (const { match, span } of matchesInProse(speech.text, line, calls)) {
    const said = Number(match[1] ?? match[2]);
    const words = speech.text.slice(span.start - 12, span.end + 24);
    if (said === year || /上年|上一?次|整改|回顾|通报/.test(words)) continue;
    // A meeting of one year is often held early in the next, and may be named by either.
    const severity = said === year + 1 ? { severity: 'hint' as const } : {};
    const newText = match[0].replace(String(said), String(year));
    yield {
      span,
      message: t('{0}是 {1} 年度，这里是 {2} 年度', source, year, said),
      ...severity,
      fixes: [replacement(span, newText)],
    };
  }
}

const plenumsIn = perBlock((block) => {
  if (!block.text.includes('届')) return undefined;
  return matchesInBlock(block, plenum).flatMap(({ match, span }) => {
    const known = plenums.find(({ session }) => session === match[0]);
    return known ? [{ ...known, span }] : [];
  });
});

const plenum = new RegExp(`(?:${plenums.map(({ session }) => session).join('|')})(?=全会|、|和)`, 'g');

/** A plenary session that had not yet been held is sure to be wrong; last year's as the latest may be. */
function* misdatedPlenums(speech: Speech, year: number): Iterable<Finding> {
  const named = plenumsIn(speech).flatMap(([index, found]) =>
    found.map((one) => ({ ...one, span: moveSpan(one.span, speech.starts[index] ?? 0) })),
  );
  for (const { session, year: held, winter = false, span } of named) {
    if (held <= year || (held === year + 1 && winter)) continue;
    // The writer may count the year differently, or the meeting may have been held late.
    const severity = held === year + 1 ? { severity: 'hint' as const } : {};
    yield { span, ...severity, message: t('{0}全会 {1} 年才召开，与 {2} 年度不符', session, held, year) };
  }
  const latest = named.reduce((most, { year: held }) => Math.max(most, held), 0);
  const expected = plenums.findLast(({ year: held }) => held === year)?.session;
  const first = named.find(({ year: held }) => held === latest);
  // The first, second and seventh sessions (elections, the next congress) are seldom cited.
  if (!first || !expected || latest >= year || /[一二七]中/.test(expected)) return;
  // 二十届三中、四中全会, 二十届历次全会.
  if (speech.text.includes(`${expected.slice(-2)}全会`) || speech.text.includes('历次全会')) return;
  yield {
    span: first.span,
    severity: 'hint',
    message: t('{0} 年度的材料只提到{1}全会，没有提到{2}全会', year, first.session, expected),
  };
}
