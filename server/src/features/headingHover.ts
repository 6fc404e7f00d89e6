import { t } from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { profileOf } from '../model/profile.ts';
import { allSections, type Section, type Speech } from '../model/speech.ts';
import { spokenIn, statisticsOf } from '../report/statistics.ts';
import { minutesText, percent } from '../report/words.ts';
import { toOffset, toRange } from './range.ts';

/** Over any other heading: how long its section is. */
export function headingHover(speech: Speech, position: Position, context: Context): Hover | null {
  const offset = toOffset(speech, position);
  for (const section of allSections(speech)) {
    const { span, inline } = section.heading;
    if (inline || offset < span.start || span.end < offset) continue;
    const value = headingLine(speech, section, context);
    return { contents: { kind: 'markdown', value }, range: toRange(speech, span) };
  }
  return null;
}

/** `512 字 · 2.6 分钟 · 全文的 18% · 3 项` */
function headingLine(speech: Speech, section: Section, context: Context): string {
  const { rate } = profileOf(speech, context).profile;
  const characters = spokenIn(speech, section.span);
  const whole = statisticsOf(speech, context).characters;
  return [
    t('{0} 字', characters),
    minutesText(characters / rate),
    whole > 0 ? t('全文的 {0}', percent(characters / whole)) : '',
    section.sections.length > 0 ? t('{0} 项', section.sections.length) : '',
  ]
    .filter((one) => one !== '')
    .join(' · ');
}
