import { speechMarkdown } from './markdown.ts';
import { unzipWord } from './unzipWord.ts';
import { wordText } from './wordParagraphs.ts';

export { ImportError } from './importError.ts';

/** A Word file as speech Markdown. Throws an `ImportError`, and nothing else, on what is no Word file. */
export function importDocx(bytes: Uint8Array): string {
  return speechMarkdown(wordText(unzipWord(bytes)));
}
