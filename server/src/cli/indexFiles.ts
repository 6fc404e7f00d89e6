import { statSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { isLedger, isSpeech } from '../model/reading/detect.ts';
import { fingerprint } from '../similar/fingerprint.ts';
import type { Index } from '../similar/similarIndex.ts';
import type { Named } from './files.ts';
import { readText } from './readText.ts';
import { complain } from './visible.ts';

/**
 * Puts the speeches among the files into the index, without this year's ledgers, which are made out of them. Returns
 * those that went in, reports unreadable files to `onError`, and complains of those for which there was no room.
 */
export function indexFiles(
  index: Index,
  files: readonly Named[],
  lastYear: boolean,
  onError: (file: string, error: string) => void,
): string[] {
  let refused = 0;
  const indexed = files.flatMap(({ file, found }) => {
    const read = readText(file);
    if ('error' in read) {
      onError(file, read.error);
      return [];
    }
    const speech = parseSpeech(read.text);
    if (found && !isSpeech(speech, file)) return [];
    if (!lastYear && isLedger(speech)) return [];
    const stamp = String(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (index.put({ uri: file, stamp, lastYear, fingerprint: fingerprint(speech) })) return [file];
    refused += 1;
    return [];
  });
  if (refused > 0) complain(t('雷同索引满了，有 {0} 个文件没有收进去，没有同它们比较。', refused));
  return indexed;
}
