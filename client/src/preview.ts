import { t } from '@vscode/l10n';
import { commands, Disposable, type ExtensionContext, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveSpeech } from './activeSpeech.ts';
import { opened } from './fileNames.ts';
import { readPanelState } from './panelMessage.ts';
import { type PreviewPanel, previewPanel } from './previewPanel.ts';

const viewType = 'fayan.preview';

/**
 * 预览 — panels that show speeches as pages, live. They follow the editor unless pinned, and outlive a reload of the
 * window, and the renaming of the file.
 */
export function createPreviews(
  client: BaseLanguageClient,
  active: ActiveSpeech,
  { extensionUri, globalState }: ExtensionContext,
): Disposable {
  const panels = new Set<PreviewPanel>();
  const attach = (panel: WebviewPanel, document: PreviewPanel['document']) => {
    const preview = previewPanel(panel, document, { client, active, extensionUri, globalState });
    panels.add(preview);
    panel.onDidDispose(() => panels.delete(preview));
  };
  return Disposable.from(
    commands.registerCommand('fayan.preview', () => {
      const document = active.wanted();
      if (!document) return;
      const following = [...panels].find(({ isPinned }) => !isPinned);
      if (following) {
        following.panel.reveal(undefined, true);
        following.show(document);
      } else {
        const column = { viewColumn: active.column(), preserveFocus: true };
        attach(window.createWebviewPanel(viewType, t('预览'), column), document);
      }
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, kept: unknown) {
        const state = readPanelState(kept);
        const document = state?.uri ? await opened(state.uri) : active.document();
        if (document) attach(panel, document);
        else panel.dispose();
      },
    }),
    new Disposable(() => {
      for (const { panel } of panels) panel.dispose();
    }),
  );
}
