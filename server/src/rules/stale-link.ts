import { t } from '@vscode/l10n';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { fingerprintOf, pinsOf } from '../model/trace/pins.ts';
import type { Rule } from './rule.ts';

export const staleLink: Rule = {
  id: 'stale-link',
  category: 'trace',
  severity: 'information',
  title: '问题改写之后，整改也要跟着看一遍',
  why: '“对应”注释记下了当时问题的指纹；问题的标题或小标题改过，原来的措施可能已经答非所问。',
  source: '需求管理软件的通行做法：所指之处改写过的，对应要再核一遍',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著。<!-- 对应：⟦（一）#0000⟧ -->\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习原著不够系统。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）强化理论武装。每周读原著。<!-- 对应：（一） -->\n',
    },
  ],

  *check(speech) {
    for (const { references } of pinsOf(speech).pins) {
      for (const { span, text, fingerprint, units } of references) {
        const [unit, ...others] = units;
        if (!unit || others.length > 0 || !fingerprint || fingerprint === fingerprintOf(unit)) continue;
        const newText = `${text}#${fingerprintOf(unit)}`;
        yield {
          span,
          message: t('“{0}”在关联之后改写过，请核对是否仍然对应', withinQuotes(text)),
          related: [{ span: unit.headSpan, message: t('现在是这样写的') }],
          fixes: [{ title: t('仍然对应，更新指纹'), edits: [{ span, newText }] }],
        };
      }
    }
  },
};
