import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { ask, type Client } from './ask.ts';

/** Asks the server for what a command needs. Where there is no answer, the writer is told, and it is undefined. */
export async function askFor<Result>(client: Client, request: string, params: object): Promise<Result | undefined> {
  const answer = await ask<Result>(client, request, params);
  if (answer === undefined) tellUnanswered();
  return answer;
}

/** Says that the server did not answer, and that nothing has come of a command. */
export function tellUnanswered(): void {
  void window.setStatusBarMessage(t('语言服务没有应答，文稿没有改动；请再试一次'), 5000);
}
