import type { Position, TextEdit } from 'vscode-languageserver';
import type { Edit } from '../model/change/edits.ts';
import { parseNumbering } from '../model/parse/numbering.ts';
import { fullwidth, isChinese } from '../model/reading/prose.ts';
import type { Line, Speech } from '../model/speech.ts';
import { characterAt, characterBefore } from '../model/text/characters.ts';
import type { TypingSettings } from '../settings.ts';
import { toOffset, toTextEdits } from './range.ts';

/** The marks after which the editor asks for formatting; LSP wants the first one separately. */
export const typedMarks = [',', ';', ':', '?', '!', '(', ')', '.', '"', "'"] as const;

/** `textDocument/onTypeFormatting`: a half-width mark after 汉字 becomes full-width, a straight quote becomes “ or ”. */
export function onTypeFormatting(
  speech: Speech,
  position: Position,
  typed: string,
  settings: TypingSettings,
): TextEdit[] {
  const edits = typedEdits(speech, toOffset(speech, position), typed, settings);
  return toTextEdits(speech, edits);
}

/** `offset` is behind the mark; an editor that closes brackets by itself may have put a second mark behind it. */
export function typedEdits(speech: Speech, offset: number, typed: string, settings: TypingSettings): Edit[] {
  const { text } = speech;
  const at = offset - 1;
  const quote = typed === '"' || typed === "'";
  if (text.charAt(at) !== typed || !(quote ? settings.quotes : settings.punctuation)) return [];
  const line = speech.entries.find(
    (entry): entry is Line => entry.kind === 'line' && entry.span.start <= at && at <= entry.span.end,
  );
  if (!line?.prose.some(({ start, end }) => start <= at && at <= end)) return [];
  const before = text.slice(line.span.start, at);
  const previous = characterBefore(before, before.length);
  if (quote) return quoteEdit(typed, at, before, characterAt(text, offset));
  if (typed === ')') return closingEdit(text, at, before);
  if (!isChinese(previous) && !(typed === '(' && before === '')) return [];
  // “一.” at the start of a line is going to be a numbering mark, and “。.” is another kind of slip.
  if (typed === '.' && (/[。，；：？！]/.test(previous) || parseNumbering(`${before}.`, 0)?.text === `${before}.`))
    return [];
  if (typed === '(') {
    if (!isChinese(previous)) return [];
    const closed = text.charAt(offset) === ')';
    return [{ span: { start: at, end: closed ? offset + 1 : offset }, newText: closed ? '（）' : '（' }];
  }
  return [{ span: { start: at, end: offset }, newText: fullwidth[typed] ?? typed }];
}

/** Closes a full-width bracket, replacing the closing bracket that the editor has inserted. */
function closingEdit(text: string, at: number, before: string): Edit[] {
  if (count(before, '（') <= count(before, '）')) return [];
  const doubled = text.charAt(at + 1) === '）';
  return [{ span: { start: at, end: at + (doubled ? 2 : 1) }, newText: '）' }];
}

/** Quotes stay straight in Latin text and after a digit, as in 5". */
function quoteEdit(typed: string, at: number, before: string, next: string): Edit[] {
  const [open, close] = typed === '"' ? ['“', '”'] : ['‘', '’'];
  const isOpen = count(before, open ?? '') > count(before, close ?? '');
  const previous = characterBefore(before, before.length);
  if (!isOpen && previous !== '' && !isChinese(previous) && !/\s/.test(previous)) return [];
  if (!isOpen && !/\p{Script=Han}/u.test(before + next) && before !== '') return [];
  const doubled = next === typed;
  return [
    {
      span: { start: at, end: at + (doubled ? 2 : 1) },
      newText: doubled ? `${open}${close}` : ((isOpen ? close : open) ?? typed),
    },
  ];
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
