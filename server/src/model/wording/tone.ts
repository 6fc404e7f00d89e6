/**
 * The vocabularies by which the genre's sentences show what they are: a fault, praise, an excuse, a plan, an instance.
 */

const negative =
  /[不未没少差慢弱宽松软虚浅浮散粗乱难偏漏冷空低淡轻懒拖躲推怕忘丢断退]|缺乏|缺位|缺失|欠|薄|滞后|有待|流于|停留|满足于|热衷|忽视|懈怠|应付|敷衍|走过场|主义|短板|问题|脱节|折扣|瞻前顾后|“[^”]{1,40}”$/;

/** Some word that tells a fault; generous, so that what has none is sure to be positive. */
export function soundsNegative(words: string): boolean {
  return negative.test(words);
}

/** The generic faults that everybody could write: the reviewer's list of empty sentences. */
export const genericProblem =
  /(?:理论学习|政治理论学习|学习)(?:不够深入|不够系统|抓得不紧|不够|不深不透)|联系群众(?:不够|不够紧密|不够密切)|服务意识(?:不强|不够强)|(?:担当|责任|创新|宗旨|大局|廉洁自律)意识(?:不强|不够|不足|不够强|有所淡化)|工作作风不够(?:扎实|务实)|先锋模范作用发挥不够|工作标准不(?:够)?高|思想认识不(?:够)?到位|调查研究不够(?:深入)?|开拓创新(?:精神)?不(?:够|足)|斗争精神不(?:强|够|足)|(?:劲头|韧劲|闯劲|干劲|锐气|主动性|积极性|自觉性|紧迫感)(?:不足|不够|不强|不高)$/;

/** Words that judge or tell a frame of mind, but not what happened. */
const judging =
  /不[够深透实紧强高足牢严细广大多力快新准全密坚主充经及敢愿善想]|不到位|不扎实|静不下|缺乏|缺少|欠缺|没有?(?:做到|形成|真正|达到)|有待|差距|满足|停留|流于|热衷|应付|被动|浅尝辄止|走马观花|蜻蜓点水|一知半解|按部就班|忙于|情绪|思想|心理|心态|现象|倾向|苗头|意识|观念|精神|主义|存在|习惯|薄弱|[淡弱]化|松懈|懈怠|放松|认为|觉得|当[作成]|走过场|重[^，]{1,6}轻|[少差弱浅虚浮粗松重难]$/;

/** Clauses that only say about what something is said. */
const introducing = /^(?:对|在|围绕|针对|面对|遇到|作为)/;

/**
 * Whether some clause tells what happened or was done, though without a number: 村东头老李家的井塌了. Blanks do not count,
 * for comments may be blanked out.
 */
export function isTold(words: string): boolean {
  const facts = words.split(/[，。；：！？\n]/).filter((clause) => !judging.test(clause) && !introducing.test(clause));
  return facts.join('').replace(/\s/g, '').length >= shortestFact;
}

/** Characters; “用什么学什么” is a phrase. */
const shortestFact = 8;

/**
 * An instance: a number, a date, a quotation, a name of something, 比如, or what was done wrong as one sees it: 漏填, 代签.
 */
export function isConcrete(words: string): boolean {
  return /[0-9０-９]|比如|例如|譬如|有一次|有次|那次|一次|上半年|下半年|去年|今年|年初|年底|漏[填报登记]|[代补]签|代写|照抄|沿用|迟到|早退|[“《]|[一二两三四五六七八九十百千万几多](?:个|名|件|次|条|户|天|年|月|家|人|项|份|处|场|遍|篇|元|位|封|起|间|张|页|分钟|小时|公里|万)|[二两三四五六七八九十百几多](?:种|回|趟|块|台|部|亩|村|户)/.test(
    words,
  );
}
