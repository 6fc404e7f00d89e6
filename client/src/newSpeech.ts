import { t } from '@vscode/l10n';
import { type QuickPickItem, SnippetString, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type NewSpeechParams,
  type NewSpeechResult,
  newSpeechRequest,
  type ProfileResult,
  profileRequest,
  type RolesResult,
  rolesRequest,
} from '../../server/src/protocol.ts';
import { kindItems, themeItems } from './selectProfile.ts';

/** 发言：新建发言稿 — kind, year and theme, and role; then a new document with the whole outline and a tab stop at every blank. */
export async function createSpeech(client: BaseLanguageClient): Promise<void> {
  const uri = (
    workspace.workspaceFolders?.[0]
      ? Uri.joinPath(workspace.workspaceFolders[0].uri, 'new.md')
      : Uri.parse('untitled:new.md')
  ).toString();
  const known = await client.sendRequest<ProfileResult>(profileRequest, { uri });
  const kind = await pick(t('新建发言稿（1/3）：材料类型'), kindItems({ ...known, from: 'default' }));
  if (!kind) return;
  const theme = await pick(t('新建发言稿（2/3）：年度和主题'), themeItems(known, kind.value));
  if (!theme) return;
  const { roles } = await client.sendRequest<RolesResult>(rolesRequest, { uri, kind: kind.value.name });
  const role =
    roles.length === 0
      ? { value: undefined }
      : await pick(
          t('新建发言稿（3/3）：发言人'),
          roles.map((one) => ({ label: one.label, value: one.role })),
        );
  if (!role) return;
  const params: NewSpeechParams = { uri, kind: kind.value.name, ...theme.value, role: role.value };
  const { snippet } = await client.sendRequest<NewSpeechResult>(newSpeechRequest, params);
  const document = await workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}

function pick<Item extends QuickPickItem>(title: string, items: Item[]): Thenable<Item | undefined> {
  return window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
}
