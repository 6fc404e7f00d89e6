import { isMainThread } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { version } from '../../../package.json';
import { setLanguage } from './language.ts';
import { Misuse } from './options.ts';
import { exitStatus } from './status.ts';
import { usage } from './usage.ts';
import { complain } from './visible.ts';

/** A verb of the command line: takes the arguments after it and returns the exit status. */
export interface Verb {
  run(args: readonly string[]): Promise<number>;
}

/** Each verb is loaded only when it is called. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  outline: () => import('./outline.ts'),
  check: () => import('./check.ts'),
  similar: () => import('./similar.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  ledger: () => import('./ledger.ts'),
  report: () => import('./report.ts'),
  serve: () => import('./serve.ts'),
};

async function main([verb, ...args]: readonly string[]): Promise<number> {
  // The language server speaks the language of its client.
  if (verb !== 'serve') await setLanguage();
  if (verb === '--version' || verb === '-v') return say(version);
  if (verb === undefined) return refuse(await usage());
  if (verb === '--help' || verb === '-h' || verb === 'help') return say(await usage(args[0]));
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!load) return refuse(`${t('没有“{0}”这个命令。', verb)}\n\n${await usage()}`);
  if (args.includes('--help') || args.includes('-h')) return say(await usage(verb));
  try {
    return await (await load()).run(args);
  } catch (error) {
    if (error instanceof Misuse) return refuse(`${error.message}\n${t('用法见 fayan {0} --help', verb)}`);
    throw error;
  }
}

function say(text: string): number {
  console.log(text);
  return exitStatus.clean;
}

function refuse(text: string): number {
  complain(text);
  return exitStatus.trouble;
}

if (isMainThread) {
  // A reader such as `head` may close the pipe early; that is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error) => {
      complain(error instanceof Error ? error.message : String(error));
      process.exitCode = exitStatus.trouble;
    },
  );
} else void import('./worker.ts');
