import { t } from '@vscode/l10n';
import { matchesInBlock } from '../model/reading/prose.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Rule } from './rule.ts';

export const doubledWord: Rule = {
  id: 'doubled-word',
  category: 'wording',
  severity: 'information',
  title: '词句不应当接连重复',
  why: '“进行进行”“的的”是改稿时忘了删的半截，念出来就是结巴。',
  source: '本扩展自定；只查不会叠用的词，和一字不差的三个字以上',
  examples: [
    { bad: '对存在⟦的的⟧问题⟦进行进行⟧梳理。\n', good: '对存在的问题进行梳理，的的确确是有目的的研究研究。\n' },
    { bad: '学习全会⟦精神精神⟧，逐条对照。\n', good: '学习全会精神，逐条对照，这个问题问题不大。\n' },
    { bad: '周末在校外机构⟦授课授课⟧，没有报告。\n', good: '周末在校外机构授课，事后走访走访，没有报告。\n' },
  ],

  *checkBlock(block) {
    const { text } = block;
    const pattern = repeatsItself(text) ? doubled : word;
    for (const { match, span } of matchesInBlock(block, pattern)) {
      const once = match[2] ?? match[0].slice(0, match[0].length / 2);
      if (new Set(once).size === 1 && once.length > 1) continue;
      const fix = { title: t('删去一个“{0}”', withinQuotes(once)), edits: [{ span, newText: once }] };
      yield { span, message: t('“{0}”重复了', withinQuotes(once)), fixes: [fix] };
    }
  },
};

/**
 * Whether a few characters stand twice in a row, with or without a comma between. A cheap test before the expensive
 * pattern: looking at every third character is enough to meet any repetition of three or more.
 */
function repeatsItself(text: string): boolean {
  for (let at = shortest; at < text.length; at += shortest) {
    const code = text.charCodeAt(at);
    for (let period = shortest; period <= longest + 1 && period <= at; period += 1)
      if (text.charCodeAt(at - period) === code && runAround(text, at, period) >= period) return true;
  }
  return false;
}

/** How many characters around `at` stand there and `period` characters earlier. */
function runAround(text: string, at: number, period: number): number {
  let [start, end] = [at, at + 1];
  while (start > period && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 - period)) start -= 1;
  while (end < text.length && text.charCodeAt(end) === text.charCodeAt(end - period)) end += 1;
  return end - start;
}

const shortest = 3;
const longest = 12;

/** Words that never stand twice; 目的的, 的的确确, 的的士, 一是是否 are no doubles, nor is 干部干部，干字当头. */
const word =
  /(?<![目标端中靶众鹄无])的的(?![确士卡哥姐])|(?<=[一二三四五六七八九])是是(?![非否])|(?<![^，。；\n])(?:在在(?!乎)|我我)|(?:各位各位|进行进行|因为因为|以及以及|对于对于|关于关于|由于由于|并且并且|但是但是|而且而且|根据根据|按照按照|我们我们|他们他们|觉得觉得|自己自己|存在存在|加强加强|开展开展|(?<=[年月])底底(?=前)|(?<=\p{Script=Han})(?:精神精神|意识意识|问题问题|措施措施|责任责任|制度制度|作风作风|纪律纪律|能力能力|方面方面|情况情况|谈话谈话|办法办法|平台平台|机制机制|工作工作|授课授课|听课听课|上课上课|值班值班|办案办案|发言发言|表态表态|签字签字|参会参会|入户入户|下乡下乡|培训培训|会议会议|群众群众|党员党员|干部干部|支部支部)(?=[，。、；]))/gu;

/** Also three and more characters at once, and clauses. */
const doubled = new RegExp(
  `${word.source}|((?![一两三四五六七八九十每那这几好很])\\p{Script=Han}{3,8})\\1|(?<=[，。；：])([^，。；：、！？“”\\s]{5,12})，\\2(?=[，。；])`,
  'gu',
);
