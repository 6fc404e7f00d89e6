import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import type { Speech } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import { pinsOf, referencesIn, referenceTo } from '../model/trace/pins.ts';
import { candidatesFor } from './linkCandidates.ts';
import { toRange } from './range.ts';

/**
 * The units that the `对应` comment around the cursor may name, likeliest first, and 无 where it names none yet; undefined
 * anywhere else. Completing one also closes a comment that is still open.
 */
export function pinCompletion(speech: Speech, offset: number, context: Context): CompletionItem[] | undefined {
  const { text } = speech;
  const line = text.slice(lineStartOf(text, offset), offset);
  const open = line.lastIndexOf('<!--');
  const list = open < 0 ? undefined : beginning.exec(line.slice(open))?.[1];
  if (list === undefined || list.includes('-->')) return undefined;
  const isClosed = text.slice(offset).split('\n', 1)[0]?.includes('-->') ?? false;
  const whole = isClosed ? speech : parseSpeech(`${text.slice(0, offset)} -->${text.slice(offset)}`);
  const pin = pinsOf(whole).pins.find(({ comment }) => comment.start < offset && offset <= comment.end);
  const owner = pin?.owner;
  if (!owner) return [];
  const named = new Set(pin.references.filter(({ span }) => span.end !== offset).flatMap(({ units }) => units));
  const last = referencesIn(list).at(-1);
  const typed = last && last.index + last[0].length === list.length ? last[0] : '';
  const range = toRange(speech, { start: offset - typed.length, end: offset });
  const isFirst = list.trim() === typed;
  const offers = candidatesFor(whole, owner, context)
    .filter(({ unit }) => !named.has(unit))
    .map(({ unit }) => ({ words: referenceTo(whole, unit), help: shortened(unit.title, 20) }));
  if (isFirst) offers.push({ words: '无', help: t('不对应任何一条') });
  return offers.map(({ words, help }, index) => ({
    label: words.split('#', 1)[0] ?? words,
    labelDetails: { description: help },
    kind: CompletionItemKind.Reference,
    sortText: String(index).padStart(3, '0'),
    filterText: words,
    textEdit: { range, newText: isClosed ? words : `${words} -->` },
  }));
}

const beginning = /^<!--[ \t]{0,99}对应[ \t]{0,99}[：:](.*)$/;
