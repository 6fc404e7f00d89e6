import { t } from '@vscode/l10n';
import { matchesInProse } from '../model/prose.ts';
import { contains, type Span } from '../model/span.ts';
import { hasUnits, sectionsWith } from './genre.ts';
import type { Rule } from './rule.ts';

export const templateResidue: Rule = {
  id: 'template-residue',
  category: 'delivery',
  severity: 'warning',
  title: '不应当留有模板的空位',
  why: '“XX镇”“**村”“[单位名称]”是照抄模板没有改完的铁证，读到这里全场都会抬头。',
  source: '通报和公开模板所见 [D G48、R1]',
  examples: [
    {
      bad: '# 对照检查材料\n\n一、存在的问题\n\n（一）联系群众不够。到⟦××⟧村只去过一次，⟦20XX⟧年⟦[单位名称]⟧没有回访。\n\n二、整改措施\n\n（一）每月到村一次。\n',
      good: '# 对照检查材料\n\n一、存在的问题\n\n（一）联系群众不够。到柳河村只去过一次，XXL号的工服没有发，长3×4米。\n\n二、整改措施\n\n（一）每月到村一次。\n',
    },
  ],

  *checkBlock({ text, entries }) {
    if (!mayLeave.test(text)) return;
    for (const entry of entries) {
      if (entry.kind !== 'line' || !mayLeave.test(text.slice(entry.span.start, entry.span.end))) continue;
      const spans = [...matchesInProse(text, entry, residue)].map(({ span }) => span);
      for (const span of [...spans, ...masksIn(text, entry.span)].sort((a, b) => a.start - b.start))
        yield { span, message: t('“{0}”是模板留下的空位，请填写', text.slice(span.start, span.end)) };
    }
  },

  // Cases told as warnings name nobody on purpose.
  holds: ({ span }, speech) =>
    hasUnits(speech) && !sectionsWith(speech, 'case').some((section) => contains(section.span, span)),
};

/** One of these stands in all of them. */
const mayLeave = /[XxＸ×*[［【（(_]| {2}月/;

const residue = new RegExp(
  [
    '20[XxＸ×*]{2}(?=年)',
    '(?<![A-Za-z0-9Ｘ×*])(?:[XxＸ]{2,4}|×{2,4})(?![A-Za-z0-9Ｘ×]|染色体|射线|型|码|号[楼线])(?=\\p{Script=Han}|[，。、；）”])',
    '[\\[［【](?:请?填写|此处|单位|部门|姓名|职务|时间|日期|地点|年份|具体|数字|案例|内容|党支部|支部|公司|学校)[^\\]］】\\n]{0,20}[\\]］】](?!\\()',
    '[（(](?:此处|请在此|请填写|待补充|待填|略去|具体内容略)[^）)\\n]{0,30}[）)]',
    '(?<=\\p{Script=Han})_{3,}',
    '(?<=20[0-9]{2}年) {2,}月',
  ].join('|'),
  'gu',
);

/** 到**镇**村: asterisks for a name, which Markdown may take for bold; every pair stands before the word for such a place. */
function masksIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('**', start); at >= 0 && at < end; at = text.indexOf('**', at + 2)) {
    if (!/[省市县区乡镇村街局委办院校厂矿社站所]/.test(text.charAt(at + 2))) return [];
    found.push({ start: at, end: at + 2 });
  }
  return found;
}
