import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Rule } from './rule.ts';

export const redundantEllipsis: Rule = {
  id: 'redundant-ellipsis',
  category: 'punctuation',
  severity: 'hint',
  title: '“等”与省略号不同时使用',
  why: '“等”和“……”都表示没有列完，用一个就够了。',
  source: 'GB/T 15834-2011 4.11（省略号）；编辑通例',
  examples: [{ bad: '走访了村组、学校、企业⟦等……⟧\n', good: '走访了村组、学校、企业等。他说：“再等等……”\n' }],
  needs: '…',

  *checkBlock(block) {
    const { text } = block;
    for (const { span } of matchesInBlock(
      block,
      /(?<=、[^，。；、！？\s]{1,16})(?:等{1,2}……|……等{1,2}(?=[，。；]))/gu,
    )) {
      const words = text.slice(span.start, span.end).replaceAll('…', '');
      const end = /[，。；！？、”]/.test(text.charAt(span.end)) || words !== '等' ? '' : '。';
      yield {
        span,
        message: t('“等”和省略号只用一个'),
        fixes: [{ title: t('删去省略号'), edits: [{ span, newText: words + end }] }],
      };
    }
  },
};
