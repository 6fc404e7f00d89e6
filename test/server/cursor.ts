import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/model/change/edits.ts';
import type { Typed } from '../../server/src/model/change/typed.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import type { Speech } from '../../server/src/model/speech.ts';

/** The speech and the place of the `|` in the text; fails where there is none. */
export function atCursor(marked: string): { readonly speech: Speech; readonly offset: number } {
  const offset = marked.indexOf('|');
  assert.notEqual(offset, -1, `no | in ${marked}`);
  return { speech: parseSpeech(marked.replace('|', '')), offset };
}

/** What a key makes of the text, with `|` where the cursor is then; the text itself where it does nothing. */
export function press(marked: string, key: (speech: Speech, offset: number) => Typed | undefined): string {
  const { speech, offset } = atCursor(marked);
  const typed = key(speech, offset);
  if (!typed) return marked;
  const text = applyEdits(speech.text, typed.edits);
  return `${text.slice(0, typed.cursor)}|${text.slice(typed.cursor)}`;
}
