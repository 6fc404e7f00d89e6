import { t } from '@vscode/l10n';
import { lazily } from '../model/memory/lazily.ts';
import { memoised } from '../model/memory/memoised.ts';
import { renumbered } from '../model/parse/numbering.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { isOtherDocument } from '../model/reading/detect.ts';
import { bare, isUnwritten, unitText } from '../model/reading/unitText.ts';
import { allSections, type Speech, siblingGroups, type Unit } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { isNamed, promises } from '../model/trace/stubs.ts';
import { isTraceable, outlineTrace } from '../model/trace/trace.ts';
import { recounted } from './announced-count.ts';
import { insertionEdits } from './insertion.ts';
import type { Fix, Rule } from './rule.ts';

export const unmetProblem: Rule = {
  id: 'unmet-problem',
  category: 'trace',
  severity: 'warning',
  title: '每个问题都应当有对应的整改措施',
  why: '只摆问题、不讲怎么改，审稿人第一个圈出来的就是它。',
  source: '督导组审核意见：问题与措施应当对应',
  examples: [
    {
      bad: '一、存在的问题\n\n⟦（一）理论学习方面⟧。学习原著不够系统。\n\n（二）意识形态方面。阵地管理有松懈。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）守牢意识形态阵地。每季度研判一次网络舆情，压实意识形态工作责任制。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n（二）意识形态方面。阵地管理有松懈。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，系统学习理论。\n\n（二）守牢意识形态阵地。每季度研判一次网络舆情，压实意识形态工作责任制。\n',
    },
  ],

  *check(speech, context) {
    const { outline, place } = outlineOf(speech);
    if (outline.measures.length === 0 || !isTraceable(speech) || isOtherDocument(speech)) return;
    const { verdicts } = outlineTrace(speech, context);
    const promised = promises(speech).flatMap(({ matters }) => matters);
    for (const { problem, verdict } of verdicts) {
      // A problem that is still to be written needs no measure yet.
      if (verdict === 'met' || verdict === 'waived' || isUnwritten(speech, problem)) continue;
      if (saysNone(speech, problem)) continue;
      if (promised.some((matter) => isNamed(problem, matter))) continue;
      const section = problem.aspect ?? outline.sections.find(({ role }) => role === 'measures');
      const { title } = problem;
      const matter = withinQuotes(title.length > 18 ? `${title.slice(0, 18)}…` : title);
      const finding = {
        span: place(problem.headSpan),
        message:
          verdict === 'unmet'
            ? t('问题“{0}”没有对应的整改措施', matter)
            : t('问题“{0}”是否有对应的整改措施，请核对', matter),
        ...(verdict === 'unsure' && { severity: 'hint' as const }),
        ...(section && { related: [{ span: place(section.heading.span), message: t('整改部分从这里开始') }] }),
      };
      yield lazily(finding, { fixes: () => addMeasure(speech, problem) });
    }
  },
};

/** “（三）廉洁自律方面。经对照检查，未发现明显问题。”: nothing was found, so nothing is to be mended. */
function saysNone(speech: Speech, problem: Unit): boolean {
  const { numbering, title, points } = problem;
  const heading = bare(`${numbering?.text ?? ''}${title}`);
  const words = unitText(speech, problem);
  return points.length === 0 && words.startsWith(heading) && nothing.test(words.slice(heading.length));
}

const nothing =
  /^[。：]?(?:(?:经|对照|通过)[^，。；]{0,12}，)?(?:我|本人|班子)?(?:无|(?:(?:暂|均|尚)?未|没有?)(?:发现|查出|查摆出|检查出)[^，。；]{0,24}(?:问题|情况|现象|行为)|不存在[^，。；]{0,24}(?:问题|情况|现象|行为)|无(?![法力心视])[^，。；]{0,8}(?:问题|情况|现象|行为))。?$/;

/** A fix that adds a stub at the end of the measures, formatted and numbered like the others. */
function addMeasure(speech: Speech, problem: Unit): Fix[] {
  const { edits, numbering } = newMeasure(speech);
  if (edits.length === 0 || problem.aspect || problem.row) return [];
  const words = t('针对{0}的问题，〔写明措施、时限、责任人〕。', matterOf(problem.title));
  const name = numbering ? renumbered(numbering, numbering.ordinal + 1) : matterOf(problem.title);
  return [
    {
      title: t('在整改部分添加一条措施“{0}”', withinQuotes(name)),
      edits: edits.map((edit) => ({ ...edit, newText: edit.newText.replace(place, () => words) })),
    },
  ];
}

/** Stands for the words of the new measure. */
const place = '\0';

/**
 * The edits for a measure after the last one, with `place` for its words; worked out once for all
 * problems without a measure.
 */
const newMeasure = memoised((speech: Speech) => {
  const last = speech.measures.findLast(({ section }) => section && !section.heading.inline)?.section;
  const group = last && siblingGroups(speech).find((siblings) => siblings.includes(last));
  if (!last || !group) return { edits: [], numbering: undefined };
  const parent = allSections(speech).find(({ sections }) => sections === group);
  const section = { title: t('〔整改标题〕'), paragraphs: [place] };
  const insertion = insertionEdits(speech, group, group.indexOf(last) + 1, section);
  const edits = insertion.length > 0 && parent ? [...recounted(speech, parent), ...insertion] : insertion;
  return { edits, numbering: last.heading.numbering };
});

function matterOf(title: string): string {
  const matter = title.replace(/^(?:在)?带头/, '').replace(/方面$/, '');
  const short = /^[^，。；]{2,20}/.exec(matter)?.[0] ?? matter.slice(0, 20);
  return `“${short.replace(/[“”"]/g, '')}”`;
}
