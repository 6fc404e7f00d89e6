import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { spanAt } from '../model/text/span.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const confusedDe: Rule = {
  id: 'confused-de',
  category: 'wording',
  severity: 'hint',
  title: '“的”“地”“得”不混用',
  why: '“始终如一的落实”“处罚的不严”念出来听不出，印在纸上就是错别字。',
  source: '只查固定格式和少数动词；一般的“的、地、得”不宜机械判断',
  examples: [
    {
      bad: '能够始终如一⟦的⟧落实政策，切实⟦的⟧把成果用起来，也要自发主动⟦的⟧学，对迟到处罚⟦的⟧不严，形势讲⟦的⟧不够透，好经验用⟦的⟧不够好。\n',
      good: '能够始终如一地落实政策，切实地把成果用起来，有真正的把关人、主动的将军，主动的学习少，处罚得不严，形势讲得不够透，好经验用得不够好，改掉用的不够好的方法，管用的不够好，科学的不够深，有扎实的落实机制。\n',
    },
  ],
  needs: '的',

  *checkBlock(block) {
    for (const { match, span } of matchesInBlock(block, confused)) {
      const newText = match.groups?.degree === undefined ? '地' : '得';
      const place = spanAt(span.start);
      yield {
        span: place,
        message: t('这里的“的”宜为“{0}”', newText),
        fixes: [replacement(place, newText)],
      };
    }
  },
};

/**
 * Adverb + 的 + verb with its object, but neither 不折不扣的执行者 nor 缺乏持之以恒的坚持, or at the end of a clause; verb +
 * 的 + degree at the end of a clause. Beginning the pattern with 的 makes it fast.
 */
const confused =
  /的(?:(?<=(?:切实|认真|自觉|主动|积极|及时|真正|充分|有效|扎实)的)(?=把(?![关握手柄脉控守])|将(?![军领士要来心]))|(?<=(?<![在过靠乏少要是开])(?:始终如一|坚定不移|持之以恒|旗帜鲜明|不折不扣|原原本本|不断)的)(?=(?:落实|贯彻|执行|推进|坚持|学习|加强|提高|提升|完善|增强|强化){1,2}(?!落实|贯彻|执行|推进|坚持|学习|加强|提高|提升|完善|增强|强化|实践|思考|积累|探索|总结|研究|培训)\p{Script=Han}(?<![者力中里上下时后过和与及或的]|[习行实进持][态精劲热机标意毅韧]|升空))|(?<=(?:切实|认真|自觉|主动|积极|严格)的)(?=履行(?:职|义务|责任|主体|监督|“))|(?<=(?<![有是])(?:主动|自觉|认真|积极|扎实)的)(?=[学做抓改干][，。；])|(?<degree>(?<=(?<![该要当需])(?:处罚|执行|落实|管理|监督|掌握|贯彻|整改|推进|解决|抓)的)(?:(?:不够|不|较|比较|很)[严实好深细快紧牢]|不到位|不彻底|不及时)|(?<=(?:(?<![所管能可有实常适好专通借引])用|(?<![所要该当])[讲做谈]|(?<![所科大中小同数文化要该当])学)的)(?:不够[严实好深细快紧牢透]|不到位|不扎实))(?=[，。；]))/gu;
