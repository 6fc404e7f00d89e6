import { t } from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { profileOf } from '../model/profile/profile.ts';
import { unitHeadAt } from '../model/reading/unitAt.ts';
import { allSections, type Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { spokenIn, statisticsOf } from '../report/statistics.ts';
import { minutesText, percent } from '../report/words.ts';
import { toOffset, toRange } from './range.ts';

/** Over a heading, or the head of a unit in the text: the length of its section or unit. */
export function headingHover(speech: Speech, position: Position, context: Context): Hover | null {
  const offset = toOffset(speech, position);
  const unit = unitHeadAt(speech, offset);
  if (unit) return hoverOf(unit.headSpan, unit.span, unit.points.length > 0 ? t('{0} 点', unit.points.length) : '');
  for (const { heading, span, sections } of allSections(speech)) {
    if (heading.inline || offset < heading.span.start || heading.span.end < offset) continue;
    return hoverOf(heading.span, span, sections.length > 0 ? t('{0} 项', sections.length) : '');
  }
  return null;

  function hoverOf(head: Span, whole: Span, items: string): Hover {
    const value = lengthLine(speech, whole, items, context);
    return { contents: { kind: 'markdown', value }, range: toRange(speech, head) };
  }
}

/** `512 字 · 2.6 分钟 · 全文的 18% · 3 项` */
function lengthLine(speech: Speech, span: Span, items: string, context: Context): string {
  const { rate } = profileOf(speech, context).profile;
  const characters = spokenIn(speech, span);
  const whole = statisticsOf(speech, context).characters;
  return [
    t('{0} 字', characters),
    minutesText(characters / rate),
    whole > 0 ? t('全文的 {0}', percent(characters / whole)) : '',
    items,
  ]
    .filter((one) => one !== '')
    .join(' · ');
}
