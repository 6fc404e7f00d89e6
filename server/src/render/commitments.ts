/** 时限 and 责任人 as far as a measure states them; what is not stated is empty, never guessed. */

/** `6月底前`, `立行立改、长期坚持`; at most two. */
export function deadlineIn(text: string): string {
  return firstTwo([...text.matchAll(deadline)].map(([words]) => words));
}

/** Who carries it out: `办公室`, `本人`. */
export function ownerIn(text: string): string {
  const named = [...text.matchAll(owner)].map(([, words = '']) => words);
  const charged = [...text.matchAll(charge)].map(([, words = '']) => words.replace(/(?:亲自|具体|共同)$/, ''));
  const myself = /(?:由我|我亲自|本人|我)(?:本人)?(?:亲自)?(?:牵头|负责|负总责|主抓|包抓|任组长)/.test(text)
    ? ['本人']
    : [];
  return firstTwo([...named, ...myself, ...charged.filter((words) => words !== '我' && words !== '本人')]);
}

/** The leader who answers for it, where the text names one in this office. */
export function leaderIn(text: string): string {
  return firstTwo([...text.matchAll(leader)].map(([, words = '']) => words));
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
    '(?:本)?(?:月|季度|年)(?:底|末)前',
  ].join('|'),
  'g',
);

const owner =
  /(?:责任人|责任单位|责任部门|责任科室|牵头单位|牵头部门|牵头科室)(?:为|是)?[：:]?([^，。；：:、\s（）()|]{1,16})/g;
const leader = /(?:责任领导|牵头领导|分管领导)(?:为|是)?[：:]([^，。；：:、\s（）()|]{1,16})/g;
const charge = /由([^，。；：:\s由]{1,14}?)(?:牵头|负总责|负责|主抓|包抓)/g;

function firstTwo(words: readonly string[]): string {
  return [...new Set(words)].slice(0, 2).join('、');
}
