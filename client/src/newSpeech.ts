import { t } from '@vscode/l10n';
import { SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CapacitiesResult,
  capacitiesRequest,
  type NewSpeechParams,
  type NewSpeechResult,
  newSpeechRequest,
  type ProfileResult,
  profileRequest,
} from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { freeName } from './fileNames.ts';
import { pick } from './pick.ts';
import { kindItems, themeItems } from './selectProfile.ts';

/**
 * 发言：新建发言稿 — kind, year and theme, and capacity; then a new document with the whole outline and a tab stop at every
 * blank.
 */
export async function createSpeech(client: BaseLanguageClient, active: ActiveSpeech): Promise<void> {
  const folder = await folderFor(active);
  if (folder === 'none') return;
  const uri = (folder ? Uri.joinPath(folder, 'new.md') : Uri.parse('untitled:new.md')).toString();
  const known = await askFor<ProfileResult>(client, profileRequest, { uri });
  if (!known) return;
  const kind = await pick(t('新建发言稿（1/3）：材料类型'), kindItems({ ...known, from: 'default' }));
  if (!kind) return;
  const theme = await pick(t('新建发言稿（2/3）：年度和主题'), themeItems(known, kind.value));
  if (!theme) return;
  const answer = await askFor<CapacitiesResult>(client, capacitiesRequest, { uri, kind: kind.value.name });
  if (!answer) return;
  const { capacities } = answer;
  const capacity =
    capacities.length === 0
      ? { value: undefined }
      : await pick(
          t('新建发言稿（3/3）：发言人'),
          capacities.map((one) => ({ label: one.label, value: one.capacity })),
        );
  if (!capacity) return;
  const params: NewSpeechParams = { uri, kind: kind.value.name, ...theme.value, capacity: capacity.value };
  const made = await askFor<NewSpeechResult>(client, newSpeechRequest, params);
  if (!made) return;
  const document = await emptyDocument(folder, kind.value.name);
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(made.snippet));
}

/** The folder of the workspace that the writer is working in; of several they are asked, and may choose none. */
async function folderFor(active: ActiveSpeech): Promise<Uri | 'none' | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const at = active.document()?.uri ?? window.activeTextEditor?.document.uri;
  const around = at && workspace.getWorkspaceFolder(at);
  if (around || folders.length < 2) return (around ?? folders[0])?.uri;
  const picked = await window.showWorkspaceFolderPick({ placeHolder: t('新的发言稿放在哪个文件夹') });
  return picked?.uri ?? 'none';
}

/** Named after its kind, so that saving it asks nothing; without a name where no folder is open. */
async function emptyDocument(folder: Uri | undefined, kind: string): Promise<TextDocument> {
  if (folder?.scheme !== 'file') return workspace.openTextDocument({ language: 'markdown', content: '' });
  return workspace.openTextDocument(await freeName(folder, kind));
}
