import { t } from '@vscode/l10n';
import { Disposable, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ProfileParams, type ProfileResult, profileRequest } from '../../server/src/protocol.ts';

/** The 材料类型 of the speech in the editor, in the status bar; a click changes it. */
export function showProfile(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('fayan.profile', StatusBarAlignment.Right, 100);
  item.name = t('发言：材料类型');
  item.command = 'fayan.selectProfile';
  let timer: ReturnType<typeof setTimeout> | undefined;
  void update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(() => void update()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(() => void update(), 400);
    }),
    new Disposable(() => clearTimeout(timer)),
  );

  async function update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown' || !client.isRunning()) return item.hide();
    const result = await askProfile(client, document);
    if (document !== window.activeTextEditor?.document) return;
    if (!result?.isSpeech) return item.hide();
    const year = result.year === undefined ? '' : ` ${result.year}`;
    item.text = `${result.name}${year}`;
    item.tooltip = [result.theme, origins[result.from](), t('点击更换材料类型')].filter(Boolean).join('\n');
    item.accessibilityInformation = { label: t('材料类型：{0}', item.text), role: 'button' };
    item.show();
  }
}

/** Nothing when the server has just gone. */
export async function askProfile(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<ProfileResult | undefined> {
  const params: ProfileParams = { uri: document.uri.toString() };
  try {
    return await client.sendRequest<ProfileResult>(profileRequest, params);
  } catch {
    return undefined;
  }
}

const origins: Readonly<Record<ProfileResult['from'], () => string>> = {
  frontMatter: () => t('由文前信息写明'),
  title: () => t('由标题推断'),
  content: () => t('由内容推断'),
  default: () => t('没有写明，按默认的类型'),
};
