import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import { type Severity, severities } from '../rules/severity.ts';
import { checkText, type FileReport, type Task } from './checkText.ts';
import { faultText } from './faultText.ts';
import { filesFrom, type Named, namedFiles, notBelow, shardOf } from './files.ts';
import { contextAt } from './folderContext.ts';
import type { Format } from './formats/format.ts';
import { formats } from './formats.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { checkAll, helpersFor } from './pool.ts';
import { extraOf } from './profile.ts';
import { showProgress } from './progress.ts';
import { decoded } from './readText.ts';
import { exitStatus } from './status.ts';
import { standardInput } from './stdin.ts';
import { complain } from './visible.ts';

/** `fayan check`: the findings of every file, in a format for people or programs. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsIn(args);
  const format = choice('--format', values.format, ['text', 'json', 'ndjson', 'sarif', 'csv', 'markdown']);
  const failOn = choice('--fail-on', values['fail-on'], [...severities, 'never']);
  const handIn = values['hand-in'];
  const task: Task = { extra: extraOf(values.profile), fix: values.fix, handIn, full: format === 'sarif' };
  const output = (await formats[format]())({ colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR });
  const job: Job = { task, output, outcome: outcomeAt(failOn) };
  if (values.stdin) await checkInput(values, positionals, job);
  else await checkFiles(values, positionals, job);
  return job.outcome.status();
}

function optionsIn(args: readonly string[]) {
  return parseOptions(args, {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'warning' },
    fix: { type: 'boolean', default: false },
    'hand-in': { type: 'boolean', default: false },
    profile: { type: 'string' },
    similar: { type: 'boolean', default: false },
    'last-year': { type: 'string' },
    stdin: { type: 'boolean', default: false },
    'files-from': { type: 'string' },
    shard: { type: 'string' },
    workers: { type: 'string' },
  });
}

type Values = ReturnType<typeof optionsIn>['values'];

/** What to do with the files, and where what is found goes. */
interface Job {
  readonly task: Task;
  readonly output: Format;
  readonly outcome: Outcome;
}

/** How a run has gone. */
interface Outcome {
  /** Takes a report into account, and gives it back. */
  with(report: FileReport): FileReport;
  /** See `exitStatus`. */
  status(): number;
}

function outcomeAt(failOn: Severity | 'never'): Outcome {
  let status: number = exitStatus.clean;
  const fails = ({ severity }: { readonly severity: Severity }) =>
    failOn !== 'never' && severities.indexOf(severity) >= severities.indexOf(failOn);
  return {
    status: () => status,
    with(report) {
      if (report.error !== undefined) status = exitStatus.trouble;
      else if (status === exitStatus.clean && report.diagnostics.some(fails)) status = exitStatus.findings;
      return report;
    },
  };
}

/** The one speech that comes in by the standard input; an argument names it. */
async function checkInput(values: Values, positionals: readonly string[], { task, output, outcome }: Job) {
  const file = nameBesideStdin(values, positionals);
  const read = decoded(await standardInput());
  let told = output.start;
  const tell = (report: FileReport) => {
    told += output.file(outcome.with(report));
  };
  if ('error' in read) tell({ file, diagnostics: [], ...read });
  else {
    const { context } = contextAt(dirname(file), task.extra);
    const similar = await similarTo(values['last-year'], file, tell);
    const report = checkText({ file, found: false, text: read.text }, task, { ...context, ...similar });
    tell(report);
    if (task.fix) process.stdout.write(read.mark + (report.fixed ?? read.text));
  }
  (task.fix ? process.stderr : process.stdout).write(told + output.end());
}

/** The name of the speech; throws a `Misuse` where an argument is about several. */
function nameBesideStdin(values: Values, positionals: readonly string[]): string {
  for (const option of ['similar', 'files-from', 'shard', 'workers'] as const) {
    const value = values[option];
    if (value !== undefined && value !== false) throw new Misuse(t('--stdin 只查一篇，不能配 {0}', `--${option}`));
  }
  const [file = '-', ...others] = positionals;
  if (others.length > 0) throw new Misuse(t('--stdin 只查一篇，最多写一个名字'));
  return file;
}

async function similarTo(lastYear: string | undefined, file: string, onError: (report: FileReport) => void) {
  if (lastYear === undefined) return {};
  const { similarLastYear } = await import('./checkTogether.ts');
  return { similar: similarLastYear(lastYear, file, onError) };
}

/** The files that are named or listed. */
async function checkFiles(values: Values, positionals: readonly string[], { task, output, outcome }: Job) {
  const listed = values['files-from'] === undefined ? [] : await filesFrom(values['files-from']);
  if (positionals.length === 0 && values['files-from'] === undefined) throw new Misuse(t('请给出文件或目录'));
  const named = notBelow(values['last-year'], namedFiles([...positionals, ...listed]));
  const files = shardOf(named, values.shard);
  for (const fault of dataFaults(files, task)) complain(fault);
  const progress = showProgress(files.length);
  process.stdout.write(output.start);
  await checkEach((report, done) => {
    progress.at(done);
    if (report.skipped) return;
    const text = output.file(outcome.with(report));
    if (!text) return;
    if (process.stdout.isTTY) progress.clear();
    process.stdout.write(text);
  });
  progress.end();
  process.stdout.write(output.end());

  async function checkEach(onReport: (report: FileReport, done: number) => void): Promise<void> {
    if (!values.similar && values['last-year'] === undefined) {
      return checkAll(files, task, helpersWanted(values.workers, files), onReport);
    }
    const { checkTogether } = await import('./checkTogether.ts');
    await checkTogether(files, values['last-year'], task, onReport);
  }
}

function helpersWanted(workers: string | undefined, files: readonly Named[]): number {
  if (workers === undefined) return helpersFor(files.length, availableParallelism());
  if (!/^[1-9]\d?$/.test(workers)) throw new Misuse(t('--workers 应是 1 到 99 的整数'));
  return Math.min(Number(workers) - 1, files.length);
}

/** Reports what is wrong in the `.fayan` folders of the files, and in what stands in for one there, one line each. */
function dataFaults(files: readonly Named[], { extra }: Task): Iterable<string> {
  const folders = new Set(files.map(({ file }) => dirname(file)));
  const contexts = new Set([...folders].map((folder) => contextAt(folder, extra)));
  const told = [...contexts].flatMap(({ faults, folder }) =>
    faults.map((fault) => {
      const given = extra.files.find(({ path }) => path === fault.path);
      return faultText(fault, given?.source ?? join(folder ?? '', fault.path));
    }),
  );
  // What stands in is read for each folder.
  return new Set(told);
}
