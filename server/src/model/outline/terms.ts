import { type Speech, sectionsAt, type Unit } from '../speech.ts';

/**
 * The term that a heading sets for the measures below it, as 立行立改 in “（一）立行立改事项” or 短期 in “短期措施”; undefined for a heading
 * that says anything else. Such headings sort measures by when they are due, and are none themselves.
 */
export function termIn(title: string): string | undefined {
  return term.exec(title.replace(/[“”"\s　*]/g, '').replace(/[（(][^（）()]{0,12}[）)]$/, ''))?.[1];
}

const terms = [
  '[立即边](?:行|知|查|学|审|巡)[立即边]改|(?:马上|立即|立刻|当下|现场|当场)就?(?:能|可以)?(?:整改|改正|改|解决|办理|办)',
  '(?:限期|集中|持续|长期|近期|短期|中期|中长期|远期|常态化?|分[期步])(?:内)?(?:整改|整治|攻坚|改进|解决|完成|推进|抓好|坚持|办结|见效)',
  '限期|近期|短期|中期|中长期|长期|远期|年内|(?:一|两|三|半|[1-6])个?(?:月|年)之?内(?:整改|解决|完成|办结)?',
].join('|');

const term = new RegExp(
  `^(?:需要?|应当?|能够?|可以?|在)?(${terms})(?:(?:能够?|可以?)?(?:整改|解决|完成|办结|改好|办好)?(?:到位)?的)?(?:类|型)?的?(?:整改)?(?:事项|任务|项目|措施|举措|目标|工作|方面|问题|清单|内容|部分|安排|计划|打算)?$`,
);

/** The term of the heading that a measure stands under, '' without one. */
export function termOf(speech: Speech, { headSpan }: Unit): string {
  const around = sectionsAt(speech, headSpan.start).map(({ heading }) => termIn(heading.title));
  return around.findLast((found) => found !== undefined) ?? '';
}
