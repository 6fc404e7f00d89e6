import { isEnglish } from './language.ts';
import { usageChinese } from './usageChinese.ts';

/** The help for one verb, or the overview where none or an unknown one is named. */
export async function usage(verb = 'overview'): Promise<string> {
  const texts = isEnglish ? (await import('./usageEnglish.ts')).usageEnglish : usageChinese;
  return ((Object.hasOwn(texts, verb) && texts[verb]) || texts.overview).join('\n');
}
