import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { ledgerOf } from '../render/ledger.ts';
import { ledgerBytes } from '../render/ledgerFiles.ts';
import { contextAt } from './folderContext.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { textOrComplain } from './readText.ts';
import { exitStatus } from './status.ts';
import { writeWhole } from './writeWhole.ts';

/** `fayan ledger`: the 整改台账 of one speech, on the standard output or in a file that it does not overwrite unasked. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    to: { type: 'string', default: 'md' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean', default: false },
  });
  const format = choice('--to', values.to, ['md', 'csv', 'docx']);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Misuse(t('请给出一个文件'));
  const out = values.out ?? '-';
  if (format === 'docx' && out === '-' && process.stdout.isTTY) {
    throw new Misuse(t('Word 文件请用 --out 写到文件'));
  }
  const text = textOrComplain(file);
  if (text === undefined) return exitStatus.trouble;
  const ledger = ledgerOf(parseSpeech(text), contextAt(dirname(file)).context);
  const content = await ledgerBytes(ledger, format);
  if (out === '-') process.stdout.write(content);
  else writeWhole(out, content, { force: values.force, source: file });
  return exitStatus.clean;
}
