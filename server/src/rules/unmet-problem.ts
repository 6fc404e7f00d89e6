import { t } from '@vscode/l10n';
import { formatNumbering, renumbered } from '../model/numbering.ts';
import type { Section, Speech, Unit } from '../model/speech.ts';
import { trace } from '../model/trace.ts';
import type { Fix, Rule } from './rule.ts';

export const unmetProblem: Rule = {
  id: 'unmet-problem',
  category: 'trace',
  severity: 'warning',
  title: '每个问题都应当有对应的整改措施',
  why: '只摆问题、不讲怎么改，审稿人第一个圈出来的就是它。',
  source: '督导组审核意见：问题与措施应当对应 [D G45、G49]',
  examples: [
    {
      bad: '一、存在的问题\n\n⟦（一）理论学习方面⟧。学习原著不够系统。\n\n（二）意识形态方面。阵地管理有松懈。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）守牢意识形态阵地。每季度研判一次网络舆情，压实意识形态工作责任制。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n（二）意识形态方面。阵地管理有松懈。\n\n二、原因分析\n\n（一）认识不到位。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著，系统学习理论。\n\n（二）守牢意识形态阵地。每季度研判一次网络舆情，压实意识形态工作责任制。\n',
    },
  ],

  *check(speech, context) {
    if (speech.measures.length === 0) return;
    const { verdicts } = trace(speech, context);
    for (const { problem, verdict } of verdicts) {
      // A heading that is still to be written needs no measure yet.
      if (verdict === 'met' || verdict === 'none' || problem.title.includes('〔')) continue;
      const section = problem.aspect ?? speech.sections.find(({ role }) => role === 'measures');
      const matter = problem.title.length > 18 ? `${problem.title.slice(0, 18)}…` : problem.title;
      yield {
        span: problem.headSpan,
        message:
          verdict === 'unmet'
            ? t('问题“{0}”没有对应的整改措施', matter)
            : t('问题“{0}”是否有对应的整改措施，请核对', matter),
        ...(verdict === 'unsure' && { severity: 'hint' as const }),
        ...(section && { related: [{ span: section.heading.span, message: t('整改措施在这里') }] }),
        fixes: addMeasure(speech, problem),
      };
    }
  },
};

/** A stub measure at the end of the measures, numbered as its siblings are. */
function addMeasure(speech: Speech, problem: Unit): Fix[] {
  const last = [...speech.measures].reverse().find(({ section }) => section && !section.heading.inline)?.section;
  if (!last || problem.aspect) return [];
  const { numbering, line } = last.heading;
  const mark = numbering
    ? renumbered(numbering, numbering.ordinal + 1)
    : formatNumbering('hanParen', speech.measures.length + 1);
  const hashes = line.depth > 0 ? `${'#'.repeat(line.depth)} ` : '';
  const eol = speech.text.includes('\r\n') ? '\r\n' : '\n';
  const stub = `${eol}${eol}${hashes}${mark}${stubTitle(last)}${t('针对{0}的问题，〔写明措施、时限、责任人〕。', matterOf(problem.title))}`;
  const at = { start: last.span.end, end: last.span.end };
  return [{ title: t('在整改部分添加“{0}”', mark), edits: [{ span: at, newText: stub }] }];
}

/** A heading of its own line where the siblings have one, run in with the text where they are. */
function stubTitle({ heading }: Section): string {
  const alone = heading.body.start === heading.body.end;
  return alone ? `${t('〔整改标题〕')}\n\n` : `${t('〔整改标题〕')}。`;
}

function matterOf(title: string): string {
  const matter = title.replace(/^(?:在)?带头/, '').replace(/方面$/, '');
  const short = /^[^，。；]{2,20}/.exec(matter)?.[0] ?? matter.slice(0, 20);
  return `“${short.replace(/[“”"]/g, '')}”`;
}
