import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { contextAt } from './folderContext.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { type OutlineJson, outlineJson } from './outlineJson.ts';
import { outlineText } from './outlineText.ts';
import { decoded, readText, textOrComplain } from './readText.ts';
import { exitStatus } from './status.ts';
import { standardInput } from './stdin.ts';
import { visible } from './visible.ts';

/** `fayan outline`: the outline of each file, one after the other; as JSON those of several files are one list. */
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
  const outlines: Array<OutlineJson & { readonly file: string }> = [];
  for (const { file, read } of sources) {
    const text = textOrComplain(file, read);
    if (text === undefined) {
      status = exitStatus.trouble;
      continue;
    }
    const { context } = contextAt(dirname(file));
    const outline = outlineJson(parseSpeech(text), context);
    if (format === 'text') console.log(visible(outlineText(outline)));
    else if (sources.length === 1) console.log(JSON.stringify(outline, null, 1));
    else outlines.push({ file, ...outline });
  }
  if (format === 'json' && sources.length > 1) console.log(JSON.stringify(outlines, null, 1));
  return status;
}
