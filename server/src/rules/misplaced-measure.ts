import { t } from '@vscode/l10n';
import { quotedIn, sentencesOf } from '../model/reading/prose.ts';
import type { Unit } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const misplacedMeasure: Rule = {
  id: 'misplaced-measure',
  category: 'structure',
  severity: 'hint',
  title: '整改打算放在整改部分讲',
  why: '在问题、原因里许诺“下一步我将……”，整改部分往往又漏掉它，表态成了空话。',
  source: '审核意见：问题、原因、措施要分清',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。原著读得少。⟦下一步，我将每周读原著⟧。\n\n二、整改措施\n\n（一）每月下村一次。\n',
      good: '一、存在的问题\n\n（一）学习不深。原著读得少，下一步怎么学没有打算，今后要往哪个方向钻，心中没数。\n\n二、整改措施\n\n（一）下一步，我将每周读原著。\n',
    },
  ],

  *checkBlock({ text }) {
    if (!mayPromise.test(text)) return;
    const whole = { start: 0, end: text.length };
    const isQuoted = quotedIn(text, whole);
    for (const sentence of sentencesOf(text, whole)) {
      const words = text.slice(sentence.start, sentence.end);
      const match = promise.exec(words);
      if (!match) continue;
      const start = sentence.start + match.index + (match[1] ?? match[2] ?? '').length;
      if (isQuoted(start)) continue;
      const end = start + (/^[^。！？；\n]*/.exec(text.slice(start, sentence.end))?.[0].length ?? 0);
      if (isQuestion(text.slice(start, end))) continue;
      yield { span: { start, end }, message: t('这是整改打算，宜放到整改部分') };
    }
  },

  holds({ span }, { problems, causes, measures }) {
    const isIn = (unit: Pick<Unit, 'span'>) => unit.span.start <= span.start && span.start < unit.span.end;
    // In an interleaved speech measures stand among the problems on purpose.
    const isMeasure = () => measures.some((unit) => isIn(unit) || (unit.within.heading.inline && isIn(unit.within)));
    return measures.length > 0 && (problems.some(isIn) || causes.some(isIn)) && !isMeasure();
  },
};

/** A quick test: nearly every paragraph has none of these. */
const mayPromise = /下一步|今后|下步|接下来|下一阶段/;

/** The speaker's own promise, at the start of a sentence or clause. */
const promise =
  /^(\s*|[^“”]*[。；])(?:(?:下一步|今后|下步|接下来|今后工作中|下一阶段)[，,]?(?:我|本人|班子|我们|支部|党组|党委)?(?:将|要|必须|会|应当|需要))|^([^“”]*，)(?=(?:下一步|今后|下步)，?(?:我|本人)(?:将|要|必须))/;

/** Whether the words only name what is to be done, and tell that nobody has thought of it: 下一步要干什么、怎么干，心中没数. */
function isQuestion(words: string): boolean {
  const ask = question.exec(words);
  // 今后要弄清楚怎么学 and 下一步，我将围绕如何转作风搞调研 are promises.
  if (ask && !pair.test(words) && !answers.test(words.slice(0, ask.index))) return true;
  return thoughtless.test(words) && !mends.test(words);
}

const question = /什么|怎么|怎样|如何|为何|何[时处去]|哪|谁|几[个件项年]|多少|是否|能否|可否|(\p{Script=Han})不\1/u;

/** Words that make what is asked the object of a plan. */
const answers =
  /[围环]绕|就|对|针对|聚焦|思考|想[想清明通好]|思[索量]|研究|探索|谋划|琢磨|搞[清懂明]|弄[清懂明]|问|知道|明白|明确|懂得|清楚|回答|解[决答]|学习|学会|讨论|不[论管]|无论/;

/** 缺什么补什么 and 谁分管谁负责 ask nothing. */
const pair = /(什么|怎么|哪[里儿个]|谁|多少)[^，。；、]{1,8}\1/;

/** Said at the end of a clause, of a plan that is not there. */
const thoughtless =
  /(?:(?:心[中里]|胸中)[没无][数底]|没有?(?:[数底谱]|打算|想过|考虑过?|谋划|规划|计划|思路|主意|方向|头绪|章法|下文)|(?:思考|考虑|谋划|研究|琢磨|打算|规划|想)得?(?:不[多深够细远透]|很少|较少|太?少)|不(?:清[楚晰]?|明[确晰]?|知道?)|说不(?:清楚?|出来?|上来)|茫然|迷茫|模糊|停留在(?:口头|嘴|纸)上)(?=[，。；！？]|$)/;

/** Words by which the fault behind them is what the promise does away with. */
const mends = /克服|改变|改[正掉]|解决|纠[正治]|防止|避免|杜绝|整治|治理|扭转|破除|消除|告别|针对/;
