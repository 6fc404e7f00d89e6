import { t } from '@vscode/l10n';
import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type LinkCandidate,
  type LinkCandidatesParams,
  type LinkCandidatesResult,
  type LinkEditsParams,
  type LinkEditsResult,
  linkCandidatesRequest,
  linkEditsRequest,
  type WirePosition,
} from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { applyAt } from './edits.ts';

/** 关联整改措施 — picks what a problem or a measure is linked to, and writes it into the text as a pin. */
export async function linkMeasure(client: BaseLanguageClient, place: LinkCandidatesParams | undefined): Promise<void> {
  if (!place) return;
  const known = await askFor<LinkCandidatesResult>(client, linkCandidatesRequest, place);
  if (!known) return;
  const { unit, version, candidates } = known;
  if (!unit) {
    void window.showInformationMessage(t('请把光标放在一个问题或一条整改措施上。'));
    return;
  }
  if (candidates.length === 0) {
    void window.showInformationMessage(
      unit.kind === 'problem' ? t('还没有整改措施可以关联。') : t('还没有问题可以对应。'),
    );
    return;
  }
  const none: Item = {
    id: '',
    label: unit.kind === 'problem' ? t('注明不需要整改措施') : t('注明不对应具体问题'),
    description: '<!-- 对应：无 -->',
  };
  const picked = await window.showQuickPick([...candidates.map(itemOf), none], {
    canPickMany: true,
    matchOnDetail: true,
    title: unit.kind === 'problem' ? t('“{0}”由哪些措施整改', unit.name) : t('“{0}”对应哪些问题', unit.name),
    placeHolder: t('勾选后按回车，写成文中的注释'),
  });
  if (!picked) return;
  // Enter on an item that is not ticked, as in a list without boxes.
  if (picked.length === 0 && !candidates.some(({ linked }) => linked)) {
    void window.setStatusBarMessage(t('没有勾选，文稿没有改动；按空格或点方框勾选'), 5000);
    return;
  }
  if (picked.includes(none) && picked.length > 1) {
    void window.showInformationMessage(t('“{0}”不能与其他项一起勾选，文稿没有改动。', none.label));
    return;
  }
  const counterparts = picked.includes(none) ? 'none' : picked.map(({ id }) => id);
  const params: LinkEditsParams = { uri: place.uri, version, unit: unit.id, counterparts };
  const answer = await askFor<LinkEditsResult>(client, linkEditsRequest, params);
  if (!answer) return;
  await applyAt(await workspace.openTextDocument(Uri.parse(place.uri)), answer.version, answer.edits);
}

/** Where the command was called: from a lens, from the tree, or at the cursor. */
export function placeOf(active: ActiveSpeech, first: unknown, second: unknown): LinkCandidatesParams | undefined {
  if (typeof first === 'string') return { uri: first, position: second as WirePosition };
  const node = first as { uri?: unknown; head?: { start: WirePosition } } | undefined;
  if (typeof node?.uri === 'string' && node.head) return { uri: node.uri, position: node.head.start };
  const editor = active.editor();
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

interface Item extends QuickPickItem {
  readonly id: string;
}

function itemOf({ id, name, confidence, evidence, linked }: LinkCandidate): Item {
  return {
    id,
    label: name,
    description: confidence && t('把握 {0}', confidence),
    detail: evidence || t('没有找到共同之处'),
    picked: linked,
  };
}
