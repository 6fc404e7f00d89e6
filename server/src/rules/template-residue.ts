import { t } from '@vscode/l10n';
import { matchesInBlock, matchesInProse } from '../model/reading/prose.ts';
import { hasUnits, sectionsWith } from '../model/reading/sectionsByRole.ts';
import type { Block } from '../model/speech.ts';
import { contains, type Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Finding, Rule } from './rule.ts';

export const templateResidue: Rule = {
  id: 'template-residue',
  category: 'delivery',
  severity: 'warning',
  title: '不应当留有模板的空位',
  why: '“XX镇”“**村”“[单位名称]”“以下是根据您的要求……”是照抄模板、照搬机器写的稿子没有改完的铁证，读到这里全场都会抬头。',
  source: '通报和公开模板所见',
  examples: [
    {
      bad: '# 对照检查材料\n\n一、存在的问题\n\n（一）联系群众不够。到⟦××⟧村只去过一次，⟦20XX⟧年⟦[单位名称]⟧没有回访。\n\n二、整改措施\n\n（一）每月到村一次。\n',
      good: '# 对照检查材料\n\n一、存在的问题\n\n（一）联系群众不够。到柳河村只去过一次，XXL号的工服没有发，长3×4米。\n\n二、整改措施\n\n（一）每月到村一次。\n',
    },
  ],

  *checkBlock(block) {
    const { text, entries } = block;
    if (mayChat.test(text)) yield* chatter(block);
    if (!mayLeave.test(text)) return;
    for (const entry of entries) {
      if (entry.kind !== 'line' || !mayLeave.test(text.slice(entry.span.start, entry.span.end))) continue;
      const spans = [...matchesInProse(text, entry, residue)]
        .map(({ span }) => span)
        .filter(
          ({ start }) =>
            start > (entry.numbering?.span.end ?? entry.span.start) || !label.test(text.slice(start, start + 10)),
        );
      for (const span of [...spans, ...masksIn(text, entry.span)].sort((a, b) => a.start - b.start))
        yield {
          span,
          message: t(
            '“{0}”是模板留下的空位，请填写',
            withinQuotes(text.slice(span.start, span.end).replace(/\s+/g, '　')),
          ),
          // It may leave out a name on purpose.
          ...(hidesName(text, span) && { severity: 'hint' as const }),
        };
    }
  },

  // Cautionary cases leave out names on purpose.
  holds: ({ span }, speech) =>
    hasUnits(speech) && !sectionsWith(speech, 'case').some((section) => contains(section.span, span)),
};

/** 【具体表现】 and 【案例1】 at the start of a line, and then what they announce. */
const label =
  /^【(?:具体(?:表现|问题|情况|做法|事例)|案例[0-9一二三四五六七八九十]{0,2}|时间|地点|内容)】[：:]?[\p{Script=Han}0-9“《]/u;

/** 某某镇, ××部队, ××专案, and 李××: a surname before the mask, and no word for a place behind it. */
function hidesName(text: string, { start, end }: Span): boolean {
  if (text.startsWith('某某', start) || /^(?:部队|旅(?!游)|舰|军分区|专案)/.test(text.slice(end, end + 3))) return true;
  return (
    /^[XxＸ×]{2}$/.test(text.slice(start, end)) &&
    (surname.test(text.charAt(start - 1)) || namesPerson(text, { start, end })) &&
    !/[省市县区乡镇村街路局委办院校厂矿社站所年月日次条件项户人个名篇]/.test(text.charAt(end))
  );
}

/** The commonest that are hardly the end of another word, as 程 is in 工程××. */
const surname =
  /[王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾肖董袁潘蒋蔡杜苏魏吕丁沈姚卢姜崔谭陆汪范廖贾韦傅邹孟熊秦邱尹薛闫雷侯陶黎贺郝龚邵覃戴]/;

/** 信访户马××, 高××同志: these surnames end other words as well, so that the words around must tell of a person. */
function namesPerson(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  if (!/[周高马何林许于叶程夏钟田任石金方白江段史万毛常武易康安齐施牛洪]$/.test(before)) return false;
  const person =
    /(?:户|[村居市网股移]民|群众|职工|[党队社学会组雇]员|干部|老板|老人|同志|书记|主任|[局科站所校院队组处村乡镇县市厂班]长|[教律医]师|学生|患者|司机|业主|老兵|家属|亲属|[妻儿]子|女儿|[访诉报请事告负责]人)\p{Script=Han}$/u;
  return (
    person.test(before) ||
    /^(?:同志|等[0-9一二三四五六七八九十]*[名位]?人|夫[妇妻]|一家|反映|[说称])/.test(text.slice(end, end + 8))
  );
}

function* chatter(block: Block): Iterable<Finding> {
  for (const { match, span } of matchesInBlock(block, chat)) {
    const fixes = [{ title: t('删去'), edits: [{ span, newText: '' }] }];
    yield {
      span,
      message: t('“{0}”是机器写稿留下的话，请删去', withinQuotes(match[0].replace(/[。：！]$/, ''))),
      fixes,
    };
  }
}

/** A quick test: every residue contains one of these. The brackets of a numbering do not count. */
const mayLeave = /[XxＸ×*[［【_{○◯□]|[（(](?![一二三四五六七八九十0-9]{1,3}[）)])|某某|[ 　]{2}/;

/** A quick test for what a chat program says about its own work. */
const mayChat = /您|以上内容|以下是一|人工智能|AI/;
const chat =
  /以下是(?:为您|根据您|按照您)[^。：\n]{0,30}[：。]|(?:根据|按照)您(?:提供|的要求|的需求|给出)[^，。：\n]{0,20}|(?:希望|祝)[^，。\n]{0,12}对您有(?:所)?帮助[。！]?|以上(?:就)?是(?:为您|根据您|按照您)[^。\n]{0,30}[。]?|以下是一[篇份][^。：\n]{0,24}(?:检查材料|剖析材料|发言(?:材料|稿|提纲)?)[^。：\n]{0,10}：|以上内容(?:仅供参考|请(?:根据|结合)[^。\n]{0,8}(?:修改|调整|补充))[^。\n]{0,30}[。]?|作为(?:一个|一名)?(?:AI|人工智能)(?:语言模型|助手)[^。\n]{0,30}|您可以根据(?:实际|具体|自身)[^。\n]{0,30}[。]?/g;

const residue = new RegExp(
  [
    '20(?:[XxＸ×*]{2}|[0-9][XxＸ×*])(?=年)',
    '(?<![A-Za-z0-9Ｘ×*-])(?:[XxＸ]{2,12}|×{2,12})(?![A-Za-z0-9Ｘ×]|染色体|射线|型|码|号[楼线])(?=\\p{Script=Han}|[，。、；）”]|\\s*$)',
    '(?<=\\p{Script=Han}(?<![按每以“‘][人户件亩台辆]))[XxＸ×](?=(?:[年月日条次人件名项户篇天场]|小时|分钟|万元)(?![0-9]))',
    '(?<![二一三四五六七八九十零〇○])[○◯]{2,}(?![二一三四五六七八九十零〇○年])(?=\\p{Script=Han})',
    '[\\[［【](?:请?填写|此处|具体)[^\\]］】\\n]{0,20}[\\]］】](?!\\()',
    // 【数字乡村】 and 【支部主题党日】 are names.
    '[\\[［【](?:单位|部门|姓名|职务|时间|日期|地点|年份|数字|案例|内容|党支部|支部|公司|学校)(?:名称?|全称|简称|描述|[0-9一二三四A-Z]|(?:具体|[/／、，：:或])[^\\]］】\\n]{0,16})?[\\]］】](?!\\()',
    '[\\[［{｛][^\\]］}｝\\n]{0,6}(?:名称?|数量|时间|日期|职务|单位)[\\]］}｝](?!\\()',
    '[（(](?:此处(?![指系为引即])|请(?:在此|填写|结合|根据|补充|列举)|待补充|待填|略去|具体内容略)[^）)\\n]{0,30}[）)]',
    '[（(](?:注|说明|备注|提示)?[：:]?[^（）()\\n]{0,20}(?:字数控制|控制在[^（）()\\n]{0,6}字|根据实际(?:情况)?(?:填写|修改|补充|调整)|自行(?:填写|修改|补充|替换))[^（）()\\n]{0,20}[）)]',
    '[（(](?:单位名称|姓名)[）)](?!一?栏|项)',
    '□{2,}(?=[省市县区乡镇村街局委办院校厂])',
    '(?<=\\p{Script=Han})_{3,}|_{3,}(?=\\p{Script=Han})',
    '(?<=20[0-9]{2}年) {2,}月',
    '(?<=[\\p{Script=Han}，])[ 　]{2,}(?=[条次件项户篇轮](?:[，。；、]|\\p{Script=Han}))',
    '某某(?=[省市县区乡镇村街局委办院校厂矿社站所单公同])',
  ].join('|'),
  'gu',
);

/**
 * 到**镇**村: asterisks for names, which Markdown may read as bold. They count only if every pair stands
 * before a word for a place.
 */
function masksIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('**', start); at >= 0 && at < end; at = text.indexOf('**', at + 2)) {
    if (!/[省市县区乡镇村街局委办院校厂矿社站所]/.test(text.charAt(at + 2))) return [];
    found.push({ start: at, end: at + 2 });
  }
  return found;
}
