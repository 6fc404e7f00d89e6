import { t } from '@vscode/l10n';
import { spokenLength } from '../model/prose.ts';
import type { Section, Speech } from '../model/speech.ts';
import { sectionsWith, textOf } from './genre.ts';
import type { Rule } from './rule.ts';

export const lopsidedParts: Rule = {
  id: 'lopsided-parts',
  category: 'structure',
  severity: 'hint',
  title: '问题和原因应当占一半以上',
  why: '对照检查的主体是查摆和剖析；整改写成大半篇，审稿人会说避重就轻。',
  source: '一家企业审核脚本的口径：问题加原因不少于全文一半 [D G10]；整改不低于一成 [I]。各地没有统一规定',
  examples: [
    {
      bad: `一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）认识不足。\n\n⟦三、整改措施⟧\n\n（一）每周读原著。${'定好篇目，写好笔记，交支部检查。'.repeat(16)}\n`,
      good: `一、存在的问题\n\n（一）学习不深。${'篇目没有定，笔记没有写，检查没有做。'.repeat(12)}\n\n二、原因分析\n\n（一）认识不足。\n\n三、整改措施\n\n（一）每周读原著。定好篇目，写好笔记，交支部检查，年底讲一课。\n`,
    },
  ],

  *check(speech) {
    const measures = sectionsWith(speech, 'measures');
    const first = measures[0];
    const own = [...sectionsWith(speech, 'problems'), ...sectionsWith(speech, 'causes')];
    if (!first || own.length === 0 || measures.length > 1) return;
    const [searched, done] = [lengthOf(speech, own), lengthOf(speech, measures)];
    if (searched + done < shortest) return;
    const share = Math.round((100 * searched) / (searched + done));
    const { span } = first.heading;
    if (share < 50)
      yield { span, message: t('问题和原因只占 {0}%，整改占 {1}%，宜以查摆剖析为主', share, 100 - share) };
    else if (share > 92) yield { span, message: t('整改只占 {0}%，与问题和原因不相称', 100 - share) };
  },
};

/** 字 in the three parts together; an unfinished draft has no proportions. */
const shortest = 200;

function lengthOf(speech: Speech, sections: readonly Section[]): number {
  return sections.reduce((sum, { span }) => sum + spokenLength(textOf(speech, span)), 0);
}
