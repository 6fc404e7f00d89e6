import type { TextEdit } from 'vscode-languageserver';
import { renumberEdits } from '../model/change/renumber.ts';
import type { Speech } from '../model/speech.ts';
import { toTextEdits } from './range.ts';

/** `textDocument/formatting`: puts the numbers in order and changes nothing else. */
export function formatting(speech: Speech): TextEdit[] {
  return toTextEdits(speech, renumberEdits(speech));
}
