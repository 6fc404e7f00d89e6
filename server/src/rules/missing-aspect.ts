import { t } from '@vscode/l10n';
import { isAspectTitle } from '../model/outline/role.ts';
import { type MissingAspect, missingAspects } from '../model/profile/aspects.ts';
import { gapBefore } from '../model/reading/gapBefore.ts';
import { type Section, type Speech, siblingGroups } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { explained } from './explained.ts';
import { insertionEdits } from './insertion.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import type { Severity } from './severity.ts';

export const missingAspect: Rule = {
  id: 'missing-aspect',
  category: 'structure',
  severity: 'warning',
  title: '说要对照的方面，都应当查摆问题',
  why: '开头说对照五个方面，查摆的只有四个，是督导组最先数的。没有在开头写明、只由材料类型规定的方面，至多是提示。',
  source: '会议通知规定的对照方面；未经核实的方面只作提示',
  examples: [
    {
      bad: '2020年度民主生活会对照检查材料\n\n根据通知要求，围绕理论学习、⟦工作作风⟧、廉洁自律三个方面查摆问题，现报告如下。\n\n一、存在的问题\n\n（一）理论学习方面。不够深入。\n\n（二）廉洁自律方面。不够严格。\n',
      good: '2020年度民主生活会对照检查材料\n\n根据通知要求，围绕理论学习、工作作风、廉洁自律三个方面查摆问题，现报告如下。\n\n一、存在的问题\n\n（一）理论学习方面。不够深入。\n\n（二）工作作风方面。不够扎实。\n\n（三）廉洁自律方面。不够严格。\n',
    },
  ],

  *checkOutline(speech, context) {
    for (const missing of missingAspects(speech, context)) {
      const finding = findingOf(speech, missing);
      const severity = severityOf(missing);
      yield severity ? { ...finding, severity } : finding;
    }
  },
};

/** What nobody confirmed is a hint; what only the profile asks for, information. */
function severityOf({ from, evidence }: MissingAspect): Severity | undefined {
  if (evidence === 'K') return 'hint';
  return from === 'announced' ? undefined : 'information';
}

function findingOf(speech: Speech, missing: MissingAspect): Finding {
  const { title, from, announced, after, before } = missing;
  const heading = speech.problems[0]?.within.heading;
  const name = withinQuotes(shortened(title, 30));
  const message =
    from === 'announced'
      ? t('开头列了“{0}”，下面没有查摆', name)
      : from === 'counted'
        ? t('“{0}”没有查摆', name)
        : t('按所选的材料类型，应当对照“{0}”', name);
  const beside = after ?? before;
  const related =
    heading && announced ? [{ span: beside?.headSpan ?? heading.span, message: t('应当写在这一项旁边') }] : [];
  return {
    span: announced ?? heading?.span ?? { start: 0, end: 0 },
    message,
    ...explained(gapBefore(speech, placeOf(speech, missing)?.next), related),
    fixes: insertion(speech, missing),
  };
}

/** The aspect as a unit in its place, titled as its neighbours are. */
function insertion(speech: Speech, missing: MissingAspect): Fix[] {
  const { title } = missing;
  const place = placeOf(speech, missing);
  if (!place) return [];
  const { group, at } = place;
  const newTitle = `${title}${suffix(group)}`;
  const edits = insertionEdits(speech, group, at, { title: newTitle, paragraphs: ['〔写明问题和具体表现〕。'] });
  return [{ title: t('插入“{0}”', withinQuotes(shortened(newTitle, 30))), edits }];
}

/** Among which sections it belongs, and before which of them. */
function placeOf(
  speech: Speech,
  { after, before }: MissingAspect,
): { group: readonly Section[]; at: number; next: Section | undefined } | undefined {
  const beside = (after ?? before)?.section;
  if (!beside || beside.heading.inline) return undefined;
  const group = siblingGroups(speech).find((siblings) => siblings.includes(beside));
  if (!group) return undefined;
  const at = group.indexOf(beside) + (after ? 1 : 0);
  return { group, at, next: group[at] };
}

function suffix(group: readonly Section[]): string {
  return group.some(({ heading }) => isAspectTitle(heading.title) && heading.title.endsWith('方面')) ? '方面' : '';
}
