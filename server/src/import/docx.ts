import { t } from '@vscode/l10n';
import { ImportError } from './importError.ts';
import { speechMarkdown } from './markdown.ts';
import { unzipWord } from './unzipWord.ts';
import { wordText } from './wordParagraphs.ts';

export { ImportError } from './importError.ts';

/** A Word file as speech Markdown. Throws an `ImportError`, and nothing else, on what is no Word file. */
export function importDocx(bytes: Uint8Array): string {
  const parts = unzipWord(bytes);
  try {
    return speechMarkdown(wordText(parts));
  } catch (error) {
    // Elements nested in each other without end.
    if (error instanceof RangeError) throw new ImportError(t('文件已损坏，读不出内容'));
    throw error;
  }
}
