import { t } from '@vscode/l10n';
import { termOf } from '../model/outline/terms.ts';
import { unitText } from '../model/reading/unitText.ts';
import { hasBlank } from '../model/text/blanks.ts';
import type { Rule } from './rule.ts';

export const vagueMeasure: Rule = {
  id: 'vague-measure',
  category: 'trace',
  severity: 'hint',
  title: '整改措施应当看得见、查得到',
  why: '只有“进一步加强”“切实提高”，没有时限、责任人、频次、数字和制度，验收时无从查起。',
  source: '审核意见：措施“大而化之、笼而统之”，应当具化细化量化',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。学习不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n⟦（一）强化理论学习⟧。进一步加强理论学习，不断提高思想认识，切实增强学习的自觉性。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学习不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）强化理论学习。每周自学不少于两次，六月底前通读原著，由我带头领学。\n',
    },
  ],

  *checkUnit(unit, speech) {
    if (unit.kind !== 'measure') return;
    const text = unitText(speech, unit);
    if (hasBlank(text) || signals.some((pattern) => pattern.test(text)) || termOf(speech, unit)) return;
    yield { span: unit.headSpan, message: t('措施不够具体：没有写明时限、责任人、频次、数字、制度') };
  },
};

/** What makes a measure checkable — 时限, 责任人, 频次, 数字, 制度; one of these is enough. */
const signals: readonly RegExp[] = [
  /[0-9一二三四五六七八九十两半]个?(?:月|周|天|日|年|季度|小时|工作日)(?:底|初|内|前|之?内|以内)?|(?:月|年|季|周)[底末初]|年内|立行立改|即知即改|长期坚持|当[天日月年场]|限期|近期|今年|明年|本[月季年周]|上半年|下半年/,
  /由[^，。；]{1,12}(?:牵头|负责|领|任|带|办|盯|审|签|审核)|(?:牵头|负责|包联|包干|领衔|认领)|我(?:带头|亲自|牵头|负责|来)|责任人|责任领导|第一责任/,
  /每(?:天|日|周|月|季度?|半年|年|次|人|名|个|学期|旬)|定期|不少于|至少|不定期|常态化|逐[个项条一]/,
  /[0-9０-９]|[二三四五六七八九两](?:成|级|审|趟)|双人|[一二三四五六七八九十百千两](?:次|场|篇|个|件|名|人|户|条|项|期|本|遍|万|份|家|所|处|套|天|课|册|支|台|座|间|组|轮|堂|节|部|队|类|张|本|辆|页|字|亩|元|分钟|小时)|不超过|不低于|不得(?:超过|少于|低于)/,
  /《[^《》]+》|(?:制定|修订|建立|出台|完善|健全)[^，。；]{0,24}(?:制度|机制|办法|细则|清单|台账|方案|规程|名单|档案|流程)|台账|清单|销号|会审|会签|复核|包案|包保|回头看|考核|记录在案|备案|公示|通报|一律|须经|不予|(?:今后)?凡[^，。；]{1,16}(?:必须|都要|均须|须|一概)/,
];
