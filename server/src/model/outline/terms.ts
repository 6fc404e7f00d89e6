import { type Speech, sectionsAt, type Unit } from '../speech.ts';
import { hanNumeral } from '../text/numeral.ts';

/**
 * The term that a heading sets for the measures below it, as 立行立改 in “（一）立行立改事项”, 短期 in “短期措施” or 3月底前 in “3月底前办完”;
 * undefined for a heading that says anything else. Such headings sort measures by when they are due, and are none
 * themselves.
 */
export function termIn(title: string): string | undefined {
  const words = title.replace(/[“”"\s　*]/g, '').replace(/[（(][^（）()]{0,12}[）)]$/, '');
  const dated = date.exec(words);
  return term.exec(words)?.[1] ?? dated?.[1] ?? dated?.[2];
}

const terms = [
  '[立即边](?:行|知|查|学|审|巡)[立即边]改|(?:马上|立即|立刻|当下|现场|当场)就?(?:能|可以)?(?:整改|改正|改|解决|办理|办)',
  '(?:限期|集中|持续|长期|近期|短期|中期|中长期|远期|常态化?|分[期步])(?:内)?(?:整改|整治|攻坚|改进|解决|完成|推进|抓好|坚持|办结|见效)',
  '限期|近期|短期|中期|中长期|长期|远期|年内|(?:一|两|三|半|[1-6])个?(?:月|年)之?内(?:整改|解决|完成|办结)?',
].join('|');

/** What is sorted, at the end of such a heading. */
const sorted =
  '(?:整改)?(?:事项|任务|项目|措施|举措|目标|工作|方面|问题|清单|内容|部分|安排|计划|打算|(?:[一二两三四五六七八九十几0-9]{1,2}[件项条个])?(?:事情?|活儿?))?';

const term = new RegExp(
  `^(?:需要?|应当?|能够?|可以?|在)?(${terms})(?:(?:能够?|可以?)?(?:整改|解决|完成|办结|改好|办好)?(?:到位)?的)?(?:类|型)?的?${sorted}$`,
);

const numeral = `(?:[0-9]{1,2}|${hanNumeral})`;

/** 3月底, 十月上旬, 6月30日, 今年上半年, 第二季度, 年底, 全年 */
const calendar = `(?:(?:今|本|明|20[0-9]{2})年)?(?:${numeral}月(?:份|[底末初]|[上中下]旬|${numeral}[日号])?|[上下]半年|第?${numeral}季度|年[底末中])|[全常]年`;
/** 本周, 两个月, 春节, which may head anything unless it says 前 or 内 */
const span =
  '(?:本|这个?)(?:周|月|季度|学期|年度?)|[今当]年|今冬明春|(?:一|两|三|半|[1-9])个?(?:周|星期|月|季度|学期|年)|(?:春|国庆)?节|元旦|五一|七一|国庆|中秋|汛期|开学|开春|入冬|暑[期假]|寒假';
const within = '[之以]?[前内]';
const done =
  '整改|解决|完成|办理|办|做|改|干|落实|落地|抓|推进|推|坚持|见效|见成效|见底|销号|清零|交账|兑现|收尾|了结|拿下';

/** “3月底前办完”, “上半年要见效的事”: nothing but a date and that something is done by then. */
const date = new RegExp(
  `^(?:第${hanNumeral}[批步类档][，,：:]?|[在到从])?(?:` +
    `((?:${calendar}|${span})(?:${within}|起)?)[，,]?(?:要|必须|能够?|可以?|就)?(?:全部|一律|基本|集中|持续|逐步)?(?:${done})(?:完成|[完好成结到]|到底)?(?:到位|完毕|不放|下去)?(?:的${sorted})?` +
    `|((?:${calendar})(?:${within})?|(?:${span})${within}))$`,
);

/** The term of the heading that a measure stands under, '' without one. */
export function termOf(speech: Speech, { headSpan }: Unit): string {
  const around = sectionsAt(speech, headSpan.start).map(({ heading }) => termIn(heading.title));
  return around.findLast((found) => found !== undefined) ?? '';
}
