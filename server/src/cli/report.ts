import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { isSpeech } from '../model/reading/detect.ts';
import { reportPage } from '../report/html.ts';
import { reportMarkdown } from '../report/markdown.ts';
import { reportOf } from '../report/report.ts';
import { lint } from '../rules/lint.ts';
import { namedFiles } from './files.ts';
import { contextAt } from './folderContext.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { textOrComplain } from './readText.ts';
import { exitStatus } from './status.ts';
import { visible } from './visible.ts';

/** `fayan report`: the report of one speech, or a table of several with their verdicts. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { to: { type: 'string', default: 'md' } });
  const form = choice('--to', values.to, ['md', 'html']);
  if (positionals.length === 0) throw new Misuse(t('请给出文件或目录'));
  let status: number = exitStatus.clean;
  const reports = namedFiles(positionals).flatMap(({ file, found }) => {
    const text = textOrComplain(file);
    if (text === undefined) {
      status = exitStatus.trouble;
      return [];
    }
    const speech = parseSpeech(text);
    if (found && !isSpeech(speech, file)) return [];
    const { context } = contextAt(dirname(file));
    return [{ file, found, report: reportOf(speech, context, lint(speech, {}, context)) }];
  });
  if (reports.length === 0 && status !== exitStatus.clean) return status;
  const [only] = reports;
  if (only && reports.length === 1 && !only.found) {
    process.stdout.write(form === 'html' ? reportPage(only.report) : visible(reportMarkdown(only.report)));
    return status;
  }
  const rows = reports.map(({ file, report: { verdict, statistics, counts, missing } }) => {
    const { characters, coverage } = statistics;
    const answered = `${coverage.answered}/${coverage.problems}`;
    const cells = [file, verdict, characters, answered, counts.error + counts.warning, missing.join('、') || '—'];
    return `| ${cells.map((cell) => String(cell).replace(/[\\|]/g, '\\$&')).join(' | ')} |`;
  });
  const head = [t('文件'), t('结论'), t('字数'), t('整改'), t('要改'), t('缺少')].join(' | ');
  process.stdout.write(
    visible(`| ${head} |\n| --- | --- | ---: | ---: | ---: | --- |\n${rows.map((row) => `${row}\n`).join('')}`),
  );
  return status;
}
