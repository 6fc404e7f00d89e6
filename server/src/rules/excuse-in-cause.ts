import { t } from '@vscode/l10n';
import { quotedIn, sentencesOf } from '../model/reading/prose.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Rule } from './rule.ts';

export const excuseInCause: Rule = {
  id: 'excuse-in-cause',
  category: 'wording',
  severity: 'hint',
  title: '原因不讲客观',
  why: '“工作忙、任务重”是诉苦，不是剖析；原因要挖到思想、党性上。',
  source: '督导组意见：强调客观',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）学习抓得不紧。由于⟦工作忙⟧，静下心来学习的时间不多。\n\n三、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）学习抓得不紧。总拿工作忙当借口，根子是党性不强。年龄偏大、船到码头的念头作祟。对党建工作重视不够，日常工作重部署、轻检查，理论基础薄弱。\n\n三、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *checkUnit({ kind, span }, { text }) {
    if (kind !== 'cause') return;
    const isQuoted = quotedIn(text, span);
    for (const sentence of sentencesOf(text, span)) {
      const words = text.slice(sentence.start, sentence.end);
      const match = excuse.exec(words);
      if (!match || rebuttal.test(words) || isOnlyNamed(words, match)) continue;
      const start = sentence.start + match.index;
      if (isQuoted(start)) continue;
      yield {
        span: { start, end: start + match[0].length },
        message: t('“{0}”是客观原因，宜从思想和党性上找', withinQuotes(match[0])),
      };
    }
  },
};

/** What one ought to have laid oneself: that it is weak is one's own fault. */
const ownGround =
  '理论|思想|政治|党性|信仰|信念|理想|知识|业务|专业|学习|文化|法律|法治|法规|政策|能力|本领|素养|纪律|廉洁|作风|群众|党建|党务|组织|管理|制度|合规';

/** 重 is heavy only where no other word begins with it or follows it as its object: 重视, 重心, 任务重在落实, 重部署轻检查. */
const heavy =
  '重(?=[、，；。！？”\\s]|$|的|时|了|而|且|又|就|没|导致|致使|以至|责任|压力|时间|人手|人员|要求高|头绪|事情|节奏)';

const excuse = new RegExp(
  [
    `(?:日常|具体|业务)?(?:工作|事务|任务)(?:太|较|比较|很|十分|过于)?(?:忙(?![于乱中而闲])|繁忙|繁重|繁杂|${heavy}|多而杂)`,
    '时间(?:太|较|比较)?紧(?!迫感|凑|扣)',
    '人手(?:太|较|比较)?(?:少|不足|紧张|紧)',
    '(?:经费|编制)(?:太|较)?(?:少|不足|紧张)',
    '(?<!忙于|陷于|陷入)(?:日常)?事务性工作(?:太|较|比较)?多(?!于)',
    '受(?:新冠)?疫情影响(?![大严较很]|[^，。；]{0,6}的(?!原因))',
    // 客观上助长了形式主义 tells an effect.
    '客观上(?![^，。；]{0,4}(?:助长|造成|导致|形成|影响|纵容|放任|削弱|损害|加剧|[给使让]))',
    '(?<!主)客观原因',
    '(?<!不顾|脱离|超越|超出|无视)客观条件',
    '年龄(?:偏|较)大',
    '精力有限',
    '(?<!对[^，。；]{0,6})情况不熟(?!悉?[、，](?:底数|底子|家底|政策))',
    '条件(?:有限|所限)',
    `(?<!(?:${ownGround})(?:工作)?[的上]?)基础(?:太|较|比较|还)?薄弱`,
  ].join('|'),
);

/** Whether the clause says something of the excuse instead of pleading it: 把人手少挂在嘴边, 精力有限时, 条件所限固然存在. */
function isOnlyNamed(words: string, { 0: { length }, index }: RegExpExecArray): boolean {
  const before = /[^，。；：！？]{0,40}$/.exec(words.slice(Math.max(0, index - 40), index))?.[0] ?? '';
  const after = words.slice(index + length);
  return contrast.test(after) || governs.test(before) || (namedBy.test(after) && !/由于|因为|受/.test(before));
}

/** What makes the excuse the object of a clause. */
const governs =
  /[把拿用将与嫌怕]|以(?!来)|(?<!应)对(?![口外])|[面遇碰想提看]到|面[对临]|装着|强调|正视|担心|处理|克服|解决/;

/** What makes it the time, the subject or the attribute of what follows. */
const namedBy =
  /^张?(?:(?:之|的)?时(?!间)候?|之?后(?!勤)|之[余下]|与|的(?!原因|缘故|关系|影响|限制)|固然|也好|了?就?[把挂]|不[紧忙重少])/;

/** Of two kinds of work one was heavy and the other light: 业务工作重、党建工作轻. */
const contrast = /^[、，]?[^，。；]{0,8}轻(?:[、，。；！”]|$)/;

/** Words that show that the sentence mentions the excuse only to reject it. */
const rebuttal =
  /借口|理由|挡箭牌|为由|不是|并非|不能|推给|归咎|归结|归因|强调|总以|总觉|觉得|以为|认为|说到底|根子|实质|可[^能以是]|但|却|其实|托词|搪塞|当作|当成|自我安慰|原谅|开脱|固然|表面|表象|看似|看起来|实则|本质|深层|根本[上在]|即使|哪怕|纵然|越是|自恃|认定|说穿|敷衍|说辞|([忙重紧])[是不]\1|存在[^，。；]{0,16}(?:思想|心态)|的(?:念头|想法|心态|思想)|[找讲摆怨怪查][^，。；]{0,4}客观|客观[^，。；]{0,6}[找讲摆]|停[留在][^，。；]{0,3}客观/;
