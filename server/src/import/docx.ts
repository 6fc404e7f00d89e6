import { t } from '@vscode/l10n';
import { ImportError } from './importError.ts';
import { speechMarkdown } from './markdown.ts';
import { unzipWord } from './unzipWord.ts';
import { wordText } from './wordText.ts';

export { ImportError } from './importError.ts';
export { checkWordSize } from './unzipWord.ts';

/**
 * A Word file as speech Markdown. Throws an `ImportError`, and nothing else, where it is not a
 * Word file or has no words.
 */
export function importDocx(bytes: Uint8Array): string {
  const markdown = markdownIn(unzipWord(bytes));
  if (markdown === '') throw new ImportError(t('文件里没有文字，可能只有图片（如扫描件）'));
  return markdown;
}

function markdownIn(parts: ReadonlyMap<string, string>): string {
  try {
    return speechMarkdown(wordText(parts));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // Elements are nested too deeply.
    if (error instanceof RangeError) throw new ImportError(t('文件已损坏，读不出内容'));
    // A mistake of ours, which should not keep a writer from importing other files.
    throw new ImportError(t('读不了：{0}', error instanceof Error ? error.message : String(error)), { cause: error });
  }
}
