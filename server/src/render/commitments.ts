import { blanks } from '../model/text/blanks.ts';

/**
 * 时限 and 责任人 as far as a measure states them; what is not stated is empty, never guessed, and what a 〔blank〕 asks
 * for is not stated.
 */

/** `6月底前`, `立行立改、长期坚持`; at most two. */
export function deadlineIn(text: string): string {
  const filled = withoutBlanks(text);
  const periods = [...filled.matchAll(deadline)].filter(
    ({ index, 0: words }) => !isPace(filled.slice(0, index), words),
  );
  return firstTwo(periods.map(([words]) => words));
}

/** Who carries it out: `办公室`, `本人`. */
export function ownerIn(text: string): string {
  const filled = withoutBlanks(text);
  const named = [...filled.matchAll(owner)].map(([, words = '']) => words);
  const charged = [...filled.matchAll(charge)].map(([, words = '']) => words.replace(/(?:亲自|具体|共同)$/, ''));
  const myself = /(?:由我|我亲自|本人|我)(?:本人)?(?:亲自)?(?:牵头|负责|负总责|主抓|包[抓保联干]|任组长)/.test(filled)
    ? ['本人']
    : [];
  return firstTwo([...named, ...myself, ...charged.filter((words) => words !== '我' && words !== '本人')]);
}

/** The leader who answers for it, where the text names one in this office. */
export function leaderIn(text: string): string {
  return firstTwo([...withoutBlanks(text).matchAll(leader)].map(([, words = '']) => words));
}

/** A line break ends what is read, so nothing is made of the words on both sides. */
function withoutBlanks(text: string): string {
  return text.replace(blanks, '\n');
}

/** “群众反映的问题，7个工作日内到现场” says how fast each one is answered, not when the measure is done. */
function isPace(before: string, period: string): boolean {
  if (!/(?:天|个工作日)(?:之|以)?内$/.test(period)) return false;
  const sentence = (before.split(/[。；！？：\n]/).at(-1) ?? '').replace(/^[一二三四五六七八九十]{1,2}是/, '');
  // So many of them are one task.
  return (
    /^(?:凡|接到|收到|对?(?:群众|职工|企业|基层)[^，]{0,4}(?:反映|来信|来访|投诉|求助|诉求))|每次|每逢/.test(
      sentence,
    ) && !/[0-9]/.test(sentence)
  );
}

const year = '(?:(?:20[0-9]{2}|[二〇零○一二三四五六七八九]{4})年|今年|明年|当年|本年)?';
const month = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?';
const deadline = new RegExp(
  [
    '立行立改|即知即改|立查立改|长期坚持|持续坚持|常态长效',
    `${year}${month}(?:[0-9]{1,2}日|底|末|初|中旬|上旬|下旬)(?:之?前|以前)?`,
    `${year}${month}(?:之?前|以前)`,
    `${year}(?:年底|年末|年内|上半年|下半年|[一二三四]季度末?)(?:之?前|以前)?(?=[，。；、：]|完成|建成|出台|办结|达到|实现|全部|解决|整改)`,
    '(?:[0-9]{1,2}|[一二两三四五六七八九十半]{1,2})(?:个月|周|个工作日|天|年)(?:之|以)?内',
    '(?<!\\n)(?:本)?(?:月|季度|年)(?:底|末)前',
  ].join('|'),
  'g',
);

const owner =
  /(?:责任人|责任单位|责任部门|责任科室|牵头单位|牵头部门|牵头科室)(?:为|是)?[：:]?([^，。；：:、\s（）()|]{1,16})/g;
const leader = /(?:责任领导|牵头领导|分管领导)(?:为|是)?[：:]([^，。；：:、\s（）()|]{1,16})/g;
const charge = /由([^，。；：:\s由]{1,14}?)(?:牵头|负总责|负责|主抓|包[抓保联]|包干(?!制|经费|使用))/g;

function firstTwo(words: readonly string[]): string {
  return [...new Set(words)].slice(0, 2).join('、');
}
