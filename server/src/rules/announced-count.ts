import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { markEdits } from '../model/change/renumber.ts';
import { isWrapperTitle } from '../model/outline/role.ts';
import { longestAnnouncement, shortestParagraph } from '../model/parse/bodyEdit.ts';
import { type Numbering, renumbered } from '../model/parse/numbering.ts';
import { type MissingAspect, miscountedAspects, missingAspects } from '../model/profile/aspects.ts';
import { isAtEnd, isBegun } from '../model/reading/ending.ts';
import { gapBefore } from '../model/reading/gapBefore.ts';
import { allSections, type Heading, type Section, type Speech } from '../model/speech.ts';
import { fromNumeral, hanNumeral, toHan } from '../model/text/numeral.ts';
import type { Span } from '../model/text/span.ts';
import { explained } from './explained.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const announcedCount: Rule = {
  id: 'announced-count',
  category: 'structure',
  severity: 'warning',
  title: '说了几个方面，就该写几个方面',
  why: '开头说“5个方面”，下面只有四条，听的人会一直等第五条。',
  source: '公文校核常识；样稿里就有此错',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）⟦“三个方面”⟧检视问题\n\n1.学习方面。不够深入。\n\n2.作风方面。不够扎实。\n',
      good: '一、存在的问题\n\n（一）“两个方面”检视问题\n\n1.学习方面。不够深入。\n\n2.作风方面。不够扎实。\n',
    },
    {
      bad: '# 对照检查材料\n\n对照学习、作风、廉洁自律⟦四个方面⟧，检查如下。\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n（三）廉洁自律方面。要求不严。\n',
      good: '# 对照检查材料\n\n对照学习、作风、廉洁自律三个方面，检查如下。\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n\n（二）作风方面。不够扎实。\n\n（三）廉洁自律方面。要求不严。\n',
    },
    {
      bad: '一、整改措施\n\n下一步，从以下⟦三个方面⟧抓好整改：\n\n（一）抓学习。每周自学。\n\n（二）抓作风。每月下沉。\n',
      good: '一、整改措施\n\n下一步，从以下三个方面抓好整改：\n\n（一）抓学习。每周自学。\n\n（二）抓作风。每月下沉。\n\n（三）抓纪律。每季检查。\n',
    },
  ],

  *checkOutline(speech, context) {
    const missing = missingAspects(speech, context);
    yield* inPreamble(speech, missing);
    for (const section of allSections(speech)) {
      if (section.role === 'previous') continue;
      const delivered = section.sections.length;
      if (delivered < 2) continue;
      const announced = announcement(speech, section);
      if (!announced || announced.count === delivered) continue;
      if (countsPoints(announced) && announced.count === pointsIn(section)) continue;
      if (announced.count === delivered + missing.filter((aspect) => isIn(section, aspect)).length) continue;
      const last = section.sections.at(-1)?.heading.span ?? section.span;
      const skipped = announced.count === delivered + 1 ? onlyGap(speech, section.sections) : undefined;
      yield {
        span: announced.span,
        message: t('说的是{0}，下面写了 {1} 项', announced.words, delivered),
        ...explained(skipped, [{ span: last, message: t('最后一项在这里') }]),
        fixes: skipped ? [recount(speech, section, announced)] : [],
      };
    }
  },
};

/** Whether this aspect, which `missing-aspect` reports, belongs in the section. */
function isIn({ sections }: Section, { after, before }: MissingAspect): boolean {
  return sections.some((section) => section === (after ?? before)?.section);
}

/** “查摆出以下八个问题”: what stands below the aspects may be meant, and “四个方面” may not. */
function countsPoints({ words }: Announcement): boolean {
  return !/方面|带头|对照/.test(words);
}

/** How many items there are below a section, where those with items of their own only gather them. */
function pointsIn({ sections }: Section): number {
  return sections.reduce((sum, item) => sum + Math.max(1, item.sections.length), 0);
}

/** The number skipped among these items, if only one is. */
function onlyGap(speech: Speech, items: readonly Section[]): Numbering | undefined {
  const [gap, another] = items.flatMap((item) => gapBefore(speech, item) ?? []);
  return another ? undefined : gap;
}

/** Renumbers the items and corrects the announced number. */
function recount(speech: Speech, section: Section, { span, words, numeral }: Announcement): Fix {
  const start = span.start + words.indexOf(numeral);
  const right = written(section.sections.length, numeral);
  const edits = [
    { span: { start, end: start + numeral.length }, newText: right },
    ...markEdits(speech, ({ parent }) => parent === section),
  ];
  return { title: t('序号顺改，“{0}”改为“{1}”', words, words.replace(numeral, right)), edits };
}

/** A wrong number in the preamble; where it is known which aspect is missing, `missing-aspect` reports that instead. */
function* inPreamble(speech: Speech, missing: readonly MissingAspect[]): Iterable<Finding> {
  const found = miscountedAspects(speech);
  if (!found || missing.length > 0) return;
  const { span } = found.number;
  const last = speech.problems.at(-1);
  const items = speech.problems.flatMap(({ section }) => section ?? []);
  const skipped = found.number.count === found.delivered + 1 ? onlyGap(speech, items) : undefined;
  yield {
    span,
    message: t('说的是{0}，下面写了 {1} 项', speech.text.slice(span.start, span.end), found.delivered),
    ...explained(skipped, last && [{ span: last.headSpan, message: t('最后一项在这里') }]),
  };
}

/**
 * The edits that keep the announced number right when an item is added to a section; none where no number is announced.
 */
export function recounted(speech: Speech, section: Section): Edit[] {
  const delivered = section.sections.length;
  const announced = announcement(speech, section);
  if (!announced || announced.count !== delivered) return [];
  const start = announced.span.start + announced.words.indexOf(announced.numeral);
  const newText = written(delivered + 1, announced.numeral);
  return [{ span: { start, end: start + announced.numeral.length }, newText }];
}

/** A count, written in the manner of `numeral`. */
function written(count: number, numeral: string): string {
  if (/[0-9]/.test(numeral)) return String(count);
  return count === 2 ? '两' : toHan(count);
}

interface Announcement {
  readonly count: number;
  readonly words: string;
  /** The number as it is written. */
  readonly numeral: string;
  readonly span: Span;
}

/** What a gathering heading, or the line that leads in to the items, says about their number. */
function announcement(speech: Speech, section: Section): Announcement | undefined {
  const { heading } = section;
  const inHeading = isWrapperTitle(heading.title) ? find(speech.text, heading.titleSpan, inTitle) : undefined;
  if (inHeading) return inHeading;
  const first = section.sections[0]?.heading;
  const lead = section.body.findLast((entry) => entry.kind === 'line');
  // The next point may be what is written next.
  if (first?.inline)
    return isBegun(speech) && isAtEnd(speech, section) ? undefined : beforeSeries(speech.text, section, first);
  if (!first || !lead || lead.span.start > first.span.start) return undefined;
  const words = speech.text.slice(lead.span.start, lead.span.end);
  if (/[：:]$/.test(words)) return find(speech.text, lead.span, inLead);
  return words.length < shortestParagraph ? find(speech.text, lead.span, atEnd) : undefined;
}

/** “主要有以下三个方面的原因：一是……二是……三是……”: what is said right before points that all stand in one paragraph. */
function beforeSeries(text: string, { heading, sections }: Section, first: Heading): Announcement | undefined {
  const { line, numbering } = first;
  const isPoint = (point: Heading, at: number) =>
    point.inline && point.line === line && point.numbering?.style === 'shi' && point.numbering.ordinal === at + 1;
  if (!numbering || !sections.every((point, at) => isPoint(point.heading, at))) return undefined;
  const start = Math.max(
    line === heading.line ? heading.titleSpan.end : line.span.start,
    numbering.span.start - longestAnnouncement,
  );
  const found = find(text, { start, end: numbering.span.start }, beforePoints);
  // “一是甲；二是乙，三是丙”: behind a comma the last is no point, but it is there.
  const goesOn = text.slice(numbering.span.end, line.span.end).includes(renumbered(numbering, sections.length + 1));
  return goesOn ? undefined : found;
}

const number = `(${hanNumeral}|[2-9]|两)`;
const inTitle = new RegExp(`[“"]?${number}个(?:方面|带头|对照)[”"]?`);
const inLead = new RegExp(
  `(?<=以下|如下|下列|主要有|这|从)${number}(?:个|点|条|项)(?:方面|问题|原因|措施|不足|差距|举措)?`,
);

/** The same, right before the first point. */
const beforePoints = new RegExp(`${inLead.source}[^，。；：]{0,8}(?=[：:，。][\\s　*]*$)`);

/** “主要有四个方面的问题。” right before the items. */
const atEnd = new RegExp(
  `(?<=(?:^|[。；！，])(?:我|本人|班子)?(?:存在的?问题|问题|原因)?(?:以下|如下|下列|主要|归纳起来|概括起来)(?:有|存在|是|表现在)?(?:以下|如下)?)${number}(?:个|点|条|项)(?:方面|问题|原因|措施|不足|差距|举措)(?:的?(?:问题|不足|差距|原因|措施))?(?=。$)`,
);

function find(text: string, span: Span, pattern: RegExp): Announcement | undefined {
  const match = pattern.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  const start = span.start + match.index;
  const numeral = match[1] ?? '';
  const count = numeral === '两' ? 2 : fromNumeral(numeral);
  return { count, words: match[0], numeral, span: { start, end: start + match[0].length } };
}
