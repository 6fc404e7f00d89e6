import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import type { Speech } from '../model/speech.ts';
import type { Offer } from './completionOffer.ts';
import { type Place, placeAt } from './completionPlace.ts';
import { disableCompletion } from './disableCompletion.ts';
import { frontMatterCompletion } from './frontMatterCompletion.ts';
import { numberOffers, pointOffers } from './markOffers.ts';
import { pinCompletion } from './pinCompletion.ts';
import { toRange } from './range.ts';
import { aspectOffers, partOffers, patternOffers, phraseOffers, predicateOffers, targetOffers } from './wordOffers.ts';

/**
 * `textDocument/completion`: what suits the place, best first: the next numbers at the start of a line, missing parts
 * and aspects behind a mark, the phrases of 问题, 原因 or 整改, then fixed expressions that begin with what is typed,
 * by their characters or pinyin initials.
 */
export function completion(
  speech: Speech,
  offset: number,
  context: Context,
  { trigger, isTyping = false }: Asked = {},
): CompletionList {
  const inComment = pinCompletion(speech, offset, context) ?? disableCompletion(speech, offset, context);
  if (inComment) return list(inComment);
  const place = placeAt(speech, offset);
  if (!place) return list(trigger ? [] : frontMatterCompletion(speech, offset, context));
  if (trigger && !follows(place, trigger)) return list([]);
  const numbers = numberOffers(speech, place);
  const offers = [
    ...numbers,
    // The next 二是 may be the next number of the line as well.
    ...pointOffers(place).filter(({ label }) => !numbers.some((number) => number.label === label)),
    ...partOffers(speech, place, context),
    ...aspectOffers(speech, place, context),
    ...targetOffers(speech, place),
    ...patternOffers(place),
    ...phraseOffers(place, context),
  ];
  const itemsOf = (own: readonly Offer[], first = 0) =>
    own.flatMap((offer, index) => {
      const typed = typedOf(place.before, offer);
      if (typed === '' && !isOfferedUntyped(offer, place, trigger)) return [];
      const range = toRange(speech, { start: offset - typed.length, end: offset });
      return [itemOf(offer, typed, range, first + index)];
    });
  const items = itemsOf(offers);
  return list(trigger || isTyping ? items : [...items, ...itemsOf(predicateOffers(place), offers.length)]);
}

/** How the editor came to ask. */
interface Asked {
  /** The character that made it ask; then only what follows from that is offered. */
  readonly trigger?: string | undefined;
  /** Whether it asks at every letter; what may follow a subject is offered only when the writer asks. */
  readonly isTyping?: boolean;
}

function list(items: CompletionItem[]): CompletionList {
  return { isIncomplete: true, items };
}

/** Whether it is clear what a trigger character asks for: it is after “针对”, but not after “对” alone. */
function follows({ before, path, opensLine }: Place, trigger: string): boolean {
  switch (trigger) {
    case '对':
      return before.endsWith('针对');
    case '是':
      return /(?:^|[。；：\s])[一二三四五六七八九]是$/.test(before) && path.length > 0;
    case '题':
      return before.endsWith('存在的问题');
    case '、':
      return /^(?:#{1,6}[ \t]+)?(?:\*\*)?[一二三四五六七八九十]{1,3}、$/.test(before);
    case '（':
      return opensLine;
    default:
      return true;
  }
}

/** Whether to offer something of which nothing is typed yet. */
function isOfferedUntyped({ unasked, kind }: Offer, { before }: Place, trigger: string | undefined): boolean {
  // Letters before the cursor belong to something else.
  if (!unasked || /[a-z]$/.test(before)) return false;
  return kind !== CompletionItemKind.Snippet || trigger === undefined || trigger === '：' || trigger === '对';
}

/** The item, which replaces what is `typed` of it already, at `range`. */
function itemOf(offer: Offer, typed: string, range: Range, index: number): CompletionItem {
  const isLetters = /^[a-z]+$/.test(typed);
  return {
    label: offer.label,
    kind: offer.kind,
    detail: offer.help,
    filterText: isLetters
      ? (offer.initials ?? offer.label)
      : typed !== '' && !offer.label.startsWith(typed)
        ? typed + offer.label
        : offer.label,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: offer.text },
    ...(offer.snippet && { insertTextFormat: InsertTextFormat.Snippet }),
  };
}

/**
 * What it takes the place of: the longest end of `before` that is the beginning of the offer, its initials or its first
 * characters, unless the offer says it.
 */
function typedOf(before: string, { label, text, instead, initials: letters }: Offer): string {
  if (instead !== undefined) return instead;
  const latin = /[a-z]{1,12}$/.exec(before)?.[0];
  if (latin) return letters?.startsWith(latin) ? latin : '';
  for (let length = Math.min(before.length, label.length - 1, 12); length > 0; length -= 1) {
    const end = before.slice(-length);
    // One 汉字 may be the end of another word: 学习 is not the beginning of 习近平.
    if (length === 1 && /\p{Script=Han}{2}$/u.test(before)) return '';
    if (label.startsWith(end) || text.startsWith(end)) return end;
    // Writers often begin a fixed expression without its quotation mark.
    if (label.startsWith(`“${end}`)) return end;
  }
  return '';
}
