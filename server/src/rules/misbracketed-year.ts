import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const misbracketedYear: Rule = {
  id: 'misbracketed-year',
  category: 'punctuation',
  severity: 'warning',
  title: '发文字号的年份用六角括号〔 〕',
  why: '“清发（2025）12号”一看就不是照原件抄的，文件引用错了最显眼。',
  source: 'GB/T 9704-2012 7.2.5（发文字号）；只查像机关代字的两个字以上后面的，证照、合同、案号不查',
  examples: [
    {
      bad: '按照《通知》（清发⟦（2025）⟧12号）要求整改，按财行⟦（2016）⟧540号报销。\n',
      good: '按照《通知》（清发〔2025〕12号）要求整改，京房权证字（2008）第3号、（2023）京01民终12号、采购合同（2025）3号不变，按财行〔2016〕540号报销。\n',
    },
  ],
  needs: '(（[【［﹝',

  *checkBlock(block) {
    for (const { match, span } of matchesInBlock(block, fileNumber)) {
      const newText = `〔${match[1] ?? ''}〕`;
      const isKnown = issuer.test(block.text.slice(0, span.start));
      const fix = replacement(span, newText, { safe: isKnown });
      // Other words before a year in brackets may name something that has another number.
      const severity = isKnown ? undefined : 'information';
      yield { span, message: t('发文字号的年份应当用〔 〕'), severity, fixes: [fix] };
    }
  },
};

/** Behind the short name of who issued it: 清发, 国办函, 清组通. */
const issuer = /\p{Script=Han}[发函党政办委组纪通规宣统监]$/u;

/** Not behind what names a certificate, a contract, a case, a building: 建字第, 合同, 判决书, （2022）3号楼. */
const fileNumber =
  /(?<=\p{Script=Han}\p{Script=Han}(?<![字第证案书票单号裁同议照牌版编卷期批审诉初终执划目风]))[（([【［﹝]((?:19|20)[0-9]{2})[）)\]】］﹞](?=[0-9]{1,4}号(?![楼线地院机井库店门厅路桥标区]))/gu;
