import { t } from '@vscode/l10n';
import { createIndex } from '../similar/similarIndex.ts';
import { namedFiles, notAmong, notBelow } from './files.ts';
import { indexFiles } from './indexFiles.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { pairsIn } from './pairs.ts';
import { showProgress } from './progress.ts';
import { similarCsv, similarJson, similarText } from './similarFormats.ts';
import { exitStatus } from './status.ts';
import { complainOf, visible } from './visible.ts';

/** `fayan similar`: how much each two of the speeches share. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'text' },
    min: { type: 'string' },
    'last-year': { type: 'string' },
  });
  const format = choice('--format', values.format, ['text', 'json', 'csv']);
  // The matrix shows all pairs.
  const least = Number(values.min ?? (format === 'csv' ? 0 : 5)) / 100;
  if (!(least >= 0 && least <= 1)) throw new Misuse(t('--min 应是 0 到 100 的数'));
  if (positionals.length === 0) throw new Misuse(t('请给出文件或目录'));

  const index = createIndex();
  const errors: Array<{ file: string; error: string }> = [];
  const onError = (file: string, error: string) => {
    errors.push({ file, error });
    complainOf(file, error);
  };
  const lastYear = values['last-year'];
  const own = notBelow(lastYear, namedFiles(positionals));
  const before = lastYear === undefined ? [] : notAmong(own, namedFiles([lastYear]));
  const old = indexFiles(index, before, true, onError);
  const files = [...indexFiles(index, own, false, onError), ...old];
  const progress = showProgress(files.length);
  const { sizes, pairs } = pairsIn(index, files, least, progress.at);
  progress.end();
  const write = { text: similarText, json: similarJson, csv: similarCsv }[format];
  for (const part of write({
    files: files.map((file) => ({ file, counted: sizes.get(file) ?? 0 })),
    pairs,
    errors,
    least,
  })) {
    process.stdout.write(visible(part));
  }
  return errors.length > 0 ? exitStatus.trouble : exitStatus.clean;
}
