import { t } from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { type PhraseHit, phraseHits } from '../model/phrases.ts';
import { contains } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';
import { toRange } from './range.ts';

/** What is known of the fixed expression at an offset: its wording, what it is, and since when; nothing where nothing is known. */
export function phraseHover(speech: Speech, offset: number, context: Pick<Context, 'phrases'>): Hover | undefined {
  const at = { start: offset, end: offset };
  const hit = phraseHits(speech, context).find(({ span }) => contains(span, at));
  if (!hit) return undefined;
  const value = markdownOf(hit);
  return value === '' ? undefined : { contents: { kind: 'markdown', value }, range: toRange(speech, hit.span) };
}

function markdownOf({ kind, phrase, misprint }: PhraseHit): string {
  const { about, since, until, order, evidence } = phrase;
  const members = order?.members.join('、');
  const facts = [
    about ?? '',
    !about && members && members !== phrase.phrase ? members : '',
    since === undefined ? '' : t('{0} 年起使用', since),
    until === undefined ? '' : t('{0} 年后不再使用', until),
  ].filter((fact) => fact !== '');
  if (kind === 'wrong') facts.unshift(t('规范表述：{0}', misprint?.to ?? phrase.phrase));
  if (facts.length === 0) return '';
  // What nobody has confirmed says so.
  const doubt = evidence === 'K' ? [`_${t('通行用法，以最新文件为准')}_`] : [];
  return [`**${phrase.phrase}**`, ...facts, ...doubt].join('\n\n');
}
