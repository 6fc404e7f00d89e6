import { readFileSync, statSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { checkWordSize, ImportError, importDocx } from '../import/docx.ts';
import { Misuse, parseOptions } from './options.ts';
import { exitStatus } from './status.ts';
import { complainOf } from './visible.ts';
import { writeTo } from './writeWhole.ts';

/** `fayan import FILE.docx` — a draft from Word as speech Markdown beside it. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseOptions(args, {
    out: { type: 'string' },
    force: { type: 'boolean', default: false },
  });
  if (positionals.length === 0) throw new Misuse(t('请写明要导入哪个文件'));
  if (values.out !== undefined && positionals.length > 1) throw new Misuse(t('--out 只能用于一个文件'));
  let status: number = exitStatus.clean;
  for (const file of positionals) {
    const target = values.out ?? `${file.replace(/\.docx$/i, '')}.speech.md`;
    try {
      const written = writeTo(target, importDocx(bytesOf(file)), { force: values.force, source: file });
      if (!written) status = exitStatus.trouble;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      complainOf(file, error.message);
      status = exitStatus.trouble;
    }
  }
  return status;
}

function bytesOf(file: string): Uint8Array {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new ImportError(t('没有这个文件'));
  if (!stats.isFile()) throw new ImportError(t('这不是文件'));
  checkWordSize(stats.size);
  return readFileSync(file);
}
