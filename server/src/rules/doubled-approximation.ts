import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Span } from '../model/text/span.ts';
import type { Rule } from './rule.ts';

export const doubledApproximation: Rule = {
  id: 'doubled-approximation',
  category: 'wording',
  severity: 'information',
  title: '约数只说一遍',
  why: '“大约30人左右”“超过8人以上”前后说了两遍，是审稿人必圈的病句。',
  source: '语病：成分赘余',
  examples: [
    {
      bad: '⟦大约30人左右⟧参加，⟦超过8户以上⟧没有走到，⟦近200余亩⟧撂荒，⟦30多人左右⟧缺课，满意率⟦不低于95%以上⟧，⟦约占30%左右⟧。\n',
      good: '大约30人参加，8户以上没有走到，近200亩撂荒，近十余年来缺课30多人，约15人以上才开班，走访20多家上下游企业，至少3名中级以上职称。\n',
    },
  ],

  *checkBlock(block) {
    const { text } = block;
    if (!may.test(text)) return;
    for (const { match, span } of matchesInBlock(block, twice)) {
      const second = match.slice(1).find((words) => words !== undefined) ?? '';
      const at: Span = { start: span.end - second.length, end: span.end };
      const place = match[2] === undefined ? at : placeOf(text, span, second);
      const fix = { title: t('删去“{0}”', second), edits: [{ span: place, newText: '' }] };
      yield { span, message: t('约数说了两遍，可删去“{0}”', second), fixes: [fix] };
    }
  },
};

const may = /左右|上下|以上|余|多/;

/** Bounded, or a long run of numerals would be cut in every way. */
const number = '(?:[0-9][0-9.,，]{0,15}|[一二两三四五六七八九十百千半]{1,6})[十百千万亿]{0,2}[%％]?';
/** 上下游 and 左右岸 are words of their own. */
const about =
  '(左右(?![岸侧翼手邻两各摇逢互臂眼脚腿]|为难|开弓)|上下(?![游级班联楼车课学山井两位同贯功半]|一致|五千|左右))';
const unit = '(?:\\p{Script=Han}(?<![左上以余多，])){0,3}?';

/** A measure: 名副高 in 1名副高以上 is more. */
const short = unit.replace('{0,3}', '{0,2}');

/** 以上年为基数 and 以上级为准 are other words. */
const above = '(以上)(?![年级市门访报述岗])';

/** The second of the two words is in a group. 近十余年 speaks of late years. */
const twice = new RegExp(
  [
    `(?:大约|大概|约|将近|接近)[占有]?${number}${unit}${about}`,
    `(?:近|约|大约|将近|接近)[0-9][0-9.,]{0,15}[十百千万亿]{0,2}(余|多)[万亿]?(?![年月天日周])\\p{Script=Han}`,
    `(?:超过|多达|高达|不少于|不低于|至少有?)${number}(?:${unit}${about}|${short}(?<!级)${above})`,
    `(?:将近|接近|近)(?:[0-9.]{1,6}[%％]|一半|半数)${above}`,
    `${number}[余多]${unit}${about}`,
  ].join('|'),
  'gu',
);

/** 余 and 多 stand before the unit. */
function placeOf(text: string, { start, end }: Span, second: string): Span {
  const at = text.slice(start, end).lastIndexOf(second);
  return { start: start + at, end: start + at + second.length };
}
