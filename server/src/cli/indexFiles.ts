import { statSync } from 'node:fs';
import { parseSpeech } from '../model/parse/parse.ts';
import { isLedger, isSpeech } from '../model/reading/detect.ts';
import { fingerprint } from '../similar/fingerprint.ts';
import type { Index } from '../similar/similarIndex.ts';
import type { Named } from './files.ts';
import { readText } from './readText.ts';

/**
 * Puts the speeches among the files into the index, without this year's ledgers, which are made out of them. Returns
 * those that went in, and reports unreadable files to `onError`.
 */
export function indexFiles(
  index: Index,
  files: readonly Named[],
  lastYear: boolean,
  onError: (file: string, error: string) => void,
): string[] {
  return files.flatMap(({ file, found }) => {
    const read = readText(file);
    if ('error' in read) {
      onError(file, read.error);
      return [];
    }
    const speech = parseSpeech(read.text);
    if (found && !isSpeech(speech, file)) return [];
    if (!lastYear && isLedger(speech)) return [];
    const stamp = String(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return index.put({ uri: file, stamp, lastYear, fingerprint: fingerprint(speech) }) ? [file] : [];
  });
}
