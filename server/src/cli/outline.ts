import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { contextAt } from './folderContext.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { outlineJson } from './outlineJson.ts';
import { outlineText } from './outlineText.ts';
import { decoded, readText, textOrComplain } from './readText.ts';
import { exitStatus } from './status.ts';
import { standardInput } from './stdin.ts';
import { visible } from './visible.ts';

/** `fayan outline`: the outline of each file, one after the other. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'text' },
    stdin: { type: 'boolean', default: false },
  });
  const format = choice('--format', values.format, ['text', 'json']);
  const sources = values.stdin
    ? [{ file: positionals[0] ?? '-', read: decoded(await standardInput()) }]
    : positionals.map((file) => ({ file, read: readText(file) }));
  if (sources.length === 0) throw new Misuse(t('请给出文件'));
  let status: number = exitStatus.clean;
  for (const { file, read } of sources) {
    const text = textOrComplain(file, read);
    if (text === undefined) {
      status = exitStatus.trouble;
      continue;
    }
    const { context } = contextAt(dirname(file));
    const outline = outlineJson(parseSpeech(text), context);
    console.log(format === 'json' ? JSON.stringify(outline, null, 1) : visible(outlineText(outline)));
  }
  return status;
}
