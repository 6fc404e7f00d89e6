import { t } from '@vscode/l10n';
import { quotedIn, sentencesOf } from '../model/prose.ts';
import type { Rule } from './rule.ts';

export const excuseInCause: Rule = {
  id: 'excuse-in-cause',
  category: 'wording',
  severity: 'hint',
  title: '原因不讲客观',
  why: '“工作忙、任务重”是诉苦，不是剖析；原因要挖到思想、党性上。',
  source: '督导组意见：强调客观',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）学习抓得不紧。由于⟦工作忙⟧，静下心来学习的时间不多。\n\n三、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）学习抓得不紧。总拿工作忙当借口，根子是党性不强。年龄偏大、船到码头的念头作祟。\n\n三、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *checkUnit({ kind, span }, { text }) {
    if (kind !== 'cause') return;
    const isQuoted = quotedIn(text, span);
    for (const sentence of sentencesOf(text, span)) {
      const words = text.slice(sentence.start, sentence.end);
      const match = excuse.exec(words);
      if (!match || rebuttal.test(words)) continue;
      const start = sentence.start + match.index;
      if (isQuoted(start)) continue;
      yield {
        span: { start, end: start + match[0].length },
        message: t('“{0}”是客观原因，宜从思想和党性上找', match[0]),
      };
    }
  },
};

const excuse =
  /(?:日常|具体|业务)?(?:工作|事务|任务)(?:太|较|比较|很|十分|过于)?(?:忙|繁忙|繁重|繁杂|重|多而杂)|时间(?:太|较|比较)?紧|人手(?:太|较|比较)?(?:少|不足|紧张|紧)|经费(?:不足|紧张)|客观(?:上|原因|条件)|年龄(?:偏|较)大|精力有限|情况不熟|条件(?:有限|所限)|基础(?:太|较)?薄弱/;

/** Words that show that the sentence mentions the excuse only to reject it. */
const rebuttal =
  /借口|理由|挡箭牌|为由|不是|并非|不能|推给|归咎|归结|归因|强调|总以|总觉|觉得|以为|认为|说到底|根子|实质|可[^能以是]|但|却|其实|托词|搪塞|当作|当成|自我安慰|原谅|([忙重紧])是\1|存在[^，。；]{0,16}(?:思想|心态)|的(?:念头|想法|心态|思想)/;
