import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/prose.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const misbracketedYear: Rule = {
  id: 'misbracketed-year',
  category: 'punctuation',
  severity: 'warning',
  title: '发文字号的年份用六角括号〔 〕',
  why: '“清发（2025）12号”一看就不是照原件抄的，文件引用错了最显眼。',
  source: 'GB/T 9704-2012 7.2.5（发文字号）；只查机关代字后面的，证照、合同、案号不查',
  examples: [
    {
      bad: '按照《通知》（清发⟦（2025）⟧12号）要求整改。\n',
      good: '按照《通知》（清发〔2025〕12号）要求整改，京房权证字（2008）第3号、（2023）京01民终12号不变。\n',
    },
  ],
  needs: '(（[【［﹝',

  *checkBlock(block) {
    for (const { match, span } of matchesInBlock(block, fileNumber)) {
      const newText = `〔${match[1] ?? ''}〕`;
      const fix = replacement(span, newText, { safe: true });
      yield { span, message: t('发文字号的年份应当用〔 〕'), fixes: [fix] };
    }
  },
};

/** Behind the short name of who issued it: 清发, 国办函, 清组通. */
const fileNumber =
  /(?<=\p{Script=Han}[发函党政办委组纪通规宣统监])[（([【［﹝]((?:19|20)[0-9]{2})[）)\]】］﹞](?=[0-9]{1,4}号)/gu;
