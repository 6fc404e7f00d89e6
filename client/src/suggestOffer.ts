import { t } from '@vscode/l10n';
import { ConfigurationTarget, Disposable, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatisticsParams, type StatisticsResult, statisticsRequest } from '../../server/src/protocol.ts';
import { ask } from './ask.ts';

const offered = 'fayan.suggestionsOffered';

/**
 * Offers once, when somebody first types in a speech: VS Code suggests and corrects nothing in Markdown
 * unless a setting says so.
 */
export function offerSuggestions(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  if (context.globalState.get(offered)) return new Disposable(() => {});
  let isAsking = false;
  const listener = workspace.onDidChangeTextDocument(async ({ document, contentChanges }) => {
    if (isAsking || document.languageId !== 'markdown' || document !== window.activeTextEditor?.document) return;
    if (!contentChanges.some(({ text }) => /^\p{Script=Han}{1,12}$/u.test(text))) return;
    isAsking = true;
    const uri = document.uri.toString();
    const statistics = await ask<StatisticsResult>(client, statisticsRequest, { uri } satisfies StatisticsParams);
    isAsking = statistics?.isSpeech ?? false;
    if (!isAsking) return;
    listener.dispose();
    const on = t('打开');
    const answer = await window.showInformationMessage(
      t('写发言材料时，要不要边写边提示常用的话，并把半角标点改成全角？（设在 Markdown 文件上，随时可在设置里关掉）'),
      on,
      t('不用'),
    );
    await context.globalState.update(offered, true);
    if (answer !== on) return;
    const settings = workspace.getConfiguration('editor', { languageId: 'markdown' });
    const set = (name: string, value: unknown) => settings.update(name, value, ConfigurationTarget.Global, true);
    await set('quickSuggestions', { other: 'on', comments: 'off', strings: 'off' });
    // Words are found by blanks, so in Chinese they are whole clauses.
    await set('wordBasedSuggestions', 'off');
    await set('formatOnType', true);
  });
  return listener;
}
