import { config as configureLanguage } from '@vscode/l10n';
import { commands, EventEmitter, type ExtensionContext, env, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { isChinese } from '../../server/src/isChinese.ts';
import {
  fixAllCommand,
  goToCommand,
  type InitializationOptions,
  linkMeasureCommand,
  readAnewNotification,
  selectCommand,
} from '../../server/src/protocol.ts';
import { activeSpeech } from './activeSpeech.ts';
import { registerCompareSimilar } from './compareSimilar.ts';
import { revealIn } from './documentPanels.ts';
import { tellDrafts } from './drafts.ts';
import { registerExports } from './export.ts';
import { type Host, lazyFiles } from './files.ts';
import { fixAll } from './fixAll.ts';
import { goTo } from './goTo.ts';
import { exceptHistory } from './history.ts';
import { registerImport } from './import.ts';
import { insertSection } from './insertSection.ts';
import { exportLedger } from './ledger.ts';
import { linkMeasure, placeOf } from './linkMeasure.ts';
import { createSpeech } from './newSpeech.ts';
import { registerPaste } from './paste.ts';
import { createPictures } from './picture.ts';
import { createPreviews } from './preview.ts';
import { recovery } from './recovery.ts';
import { createReports } from './report.ts';
import { leadToPages, provideRulePages } from './rulePage.ts';
import { selectProfile } from './selectProfile.ts';
import { onceShown } from './showing.ts';
import { keepSimilar } from './similar.ts';
import { showProfile } from './status.ts';
import { offerSuggestions } from './suggestOffer.ts';
import { createTree } from './tree.ts';
import { tellTyping, watchTyping } from './typing.ts';
import { watchSaves } from './watchSaves.ts';
import { sendWorkspaceData } from './workspaceData.ts';
import { registerWriting } from './writing.ts';

/** What `activate` returns: tests await the client instead of sleeping. */
export interface Api {
  readonly client: BaseLanguageClient;
}

function clientOptions(client: () => BaseLanguageClient, base?: string): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: env.language,
    commands: true,
    asksSourceActions: true,
    ...(base && { base }),
  };
  const middleware: Middleware = {
    provideCompletionItem: tellTyping,
    ...exceptHistory(onceShown(leadToPages)),
    // VS Code asks after each keystroke, whether the setting is on or not.
    provideInlayHints: (document, range, token, next) =>
      workspace.getConfiguration('fayan', document).get('inlayHints') ? next(document, range, token) : [],
    provideWorkspaceSymbols: tellDrafts(client),
  };
  return { documentSelector: [{ language: 'markdown' }], initializationOptions, middleware };
}

/** All of the client that is the same in both hosts. */
export async function run(context: ExtensionContext, host: Host): Promise<Api> {
  if (!isChinese(env.language)) configureLanguage({ contents: (await import('../../server/src/english.ts')).english });
  const { options, start } = recovery(() => client);
  const client: BaseLanguageClient = host.connect({ ...clientOptions(() => client, host.base), ...options });
  running = client;
  const files = lazyFiles(host);
  const readAnew = new EventEmitter<void>();
  const active = activeSpeech(readAnew.event);
  context.subscriptions.push(
    readAnew,
    client.onNotification(readAnewNotification, () => readAnew.fire()),
    active,
    commands.registerCommand(goToCommand, (uri, position, places) => goTo(client, uri, position, places)),
    commands.registerCommand(selectCommand, (uri, range) => revealIn(active, uri, range)),
    commands.registerCommand(fixAllCommand, fixAll),
    commands.registerCommand(linkMeasureCommand, (first, second) =>
      linkMeasure(client, placeOf(active, first, second)),
    ),
    commands.registerCommand('fayan.exportLedger', () => exportLedger(client, active)),
    commands.registerCommand('fayan.selectProfile', () => selectProfile(client, active)),
    commands.registerCommand('fayan.newSpeech', () => createSpeech(client, active)),
    commands.registerCommand('fayan.insertSection', (wanted) => insertSection(client, active, wanted)),
    createReports(client, active),
    registerWriting(client),
    ...registerCompareSimilar(),
    createPictures(client, active, context.extensionUri),
    createPreviews(client, active, context),
    registerExports(context, client, active, { ...host, files }),
    registerImport(files),
    provideRulePages(context.extensionUri),
    registerPaste(files),
    watchSaves(),
    watchTyping(),
  );
  await start();
  context.subscriptions.push(
    createTree(client, active),
    sendWorkspaceData(client),
    showProfile(client, active),
    offerSuggestions(context, client),
  );
  keepSimilar(context, client);
  return { client };
}

let running: BaseLanguageClient | undefined;

/**
 * Ends the server; VS Code waits for it. One that is only just starting cannot be stopped, and ends with its client.
 */
export async function deactivate(): Promise<void> {
  await running?.dispose().catch(() => {});
}
