import { t } from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import type { Speech } from '../model/speech.ts';
import { lastAtMost } from '../model/text/lastAtMost.ts';
import { contains, moveSpan, type Span } from '../model/text/span.ts';
import { nearMissesIn } from '../model/wording/nearMiss.ts';
import type { Phrase } from '../model/wording/phrase.ts';
import { bareOf, phraseHits } from '../model/wording/phrases.ts';
import { escapeMarkdown } from '../render/escaped.ts';
import { toRange } from './range.ts';

/**
 * What is known about the fixed expression at an offset, or about one that is nearly written there: its wording, what
 * it is, and since when it is used; undefined where there is none.
 */
export function phraseHover(speech: Speech, offset: number, context: Pick<Context, 'phrases'>): Hover | undefined {
  const at = { start: offset, end: offset };
  const hit = phraseHits(speech, context).find(({ span }) => contains(span, at));
  const { phrase, misprint } = hit ?? {};
  const told = hit?.kind === 'wrong' ? t('规范表述：{0}', misprint?.to ?? hit.phrase.phrase) : '';
  const value = phrase ? markdownOf(phrase, told) : '';
  if (hit && value !== '') return { contents: { kind: 'markdown', value }, range: toRange(speech, hit.span) };
  return nearMissHover(speech, offset, context);
}

function nearMissHover(speech: Speech, offset: number, { phrases }: Pick<Context, 'phrases'>): Hover | undefined {
  const index = lastAtMost(speech.starts, offset);
  const [block, start] = [speech.blocks[index], speech.starts[index]];
  if (!block || start === undefined) return undefined;
  const at: Span = { start: offset - start, end: offset - start };
  const miss = nearMissesIn(block, phrases).find(({ span }) => contains(span, at));
  const phrase = phrases.find((known) => known.phrase === miss?.phrase || bareOf(known.phrase) === miss?.phrase);
  if (!miss || !phrase) return undefined;
  const value = markdownOf(phrase, miss.sure ? t('规范表述：{0}', miss.phrase) : t('疑似“{0}”', bareOf(miss.phrase)));
  return { contents: { kind: 'markdown', value }, range: toRange(speech, moveSpan(miss.span, start)) };
}

/**
 * The lines about an expression. `told` is about a wrong wording, '' where it is right. Returns '' where
 * there is nothing to tell.
 */
function markdownOf(phrase: Phrase, told: string): string {
  const { about, since, until, order, evidence } = phrase;
  const members = order?.members.join('、');
  const facts = [
    told,
    about ?? '',
    !about && members && members !== phrase.phrase ? members : '',
    since === undefined ? '' : t('{0} 年起使用', since),
    until === undefined ? '' : t('{0} 年后不再使用', until),
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return '';
  // An unconfirmed entry is marked as such.
  const doubt = evidence === 'K' ? [`_${t('通行用法，以最新文件为准')}_`] : [];
  return [`**${escapeMarkdown(phrase.phrase)}**`, ...facts.map(escapeMarkdown), ...doubt].join('\n\n');
}
