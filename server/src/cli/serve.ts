import { t } from '@vscode/l10n';
import { Misuse } from './options.ts';
import { exitStatus } from './status.ts';

/** `fayan serve`: the language server for editors other than VS Code; runs until the editor ends it. */
export async function run(args: readonly string[]): Promise<number> {
  if (!args.some((arg) => /^--(?:stdio|node-ipc|socket=\d+|pipe=.+)$/.test(arg))) {
    throw new Misuse(t('请指明通信方式，一般是 --stdio'));
  }
  // Otherwise Node ends with 0 where nothing listens at the other end; an editor that says goodbye sets its own.
  process.exitCode = exitStatus.trouble;
  await import('../node.ts');
  return new Promise(() => {});
}
