import { t } from '@vscode/l10n';
import { Position, Range, type TextDocument, ViewColumn, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type SectionsParams, type SectionsResult, sectionsRequest, type WireEdit } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { applyAt } from './edits.ts';
import { toRange } from './range.ts';

/**
 * 发言：插入章节… — offers the missing parts first, and before them the one that was clicked in the tree. The new
 * heading gets its place and its number, and the cursor goes to its end.
 */
export async function insertSection(client: BaseLanguageClient, active: ActiveSpeech, wanted?: unknown): Promise<void> {
  const editor = active.editor();
  if (editor?.document.languageId !== 'markdown') return;
  const { document, viewColumn = ViewColumn.Active } = editor;
  const uri = document.uri.toString();
  const ask = (params: SectionsParams) => askFor<SectionsResult>(client, sectionsRequest, params);
  const known = await ask({ uri });
  if (!known) return;
  const { sections } = known;
  if (sections.length === 0) return void window.showInformationMessage(t('这种材料没有规定的章节。'));
  const items = sections.map(({ role, title, need, isMissing }) => ({
    label: title,
    description: [
      isMissing ? t('未写') : t('已有'),
      need === 'required' ? t('应有') : need === 'usual' ? t('一般有') : t('可有'),
    ].join(' · '),
    value: { role, title },
  }));
  items.sort((a, b) => Number(b.label === wanted) - Number(a.label === wanted));
  const picked = await window.showQuickPick(items, { title: t('插入哪一部分') });
  if (!picked) return;
  const answer = await ask({ uri, insert: picked.value });
  if (!answer) return;
  const at = offsetOf(picked.value.title, answer.edits, document);
  if (!(await applyAt(document, answer.version, answer.edits)) || at === undefined) return;
  const end = document.lineAt(document.positionAt(at).line).range.end;
  // What was clicked in the tree has the focus; the writer goes on in the text.
  const shown = await window.showTextDocument(document, { viewColumn, selection: new Range(end, end) });
  shown.revealRange(new Range(end, new Position(end.line + 1, 0)));
}

/** Where the title will stand once all edits are made: the same words may stand elsewhere in the speech. */
function offsetOf(title: string, edits: readonly WireEdit[], document: TextDocument): number | undefined {
  const made = edits.find(({ newText }) => newText.includes(title));
  if (!made) return undefined;
  const start = document.offsetAt(toRange(made.range).start);
  let at = start + made.newText.indexOf(title);
  for (const { range, newText } of edits) {
    const { start: from, end } = toRange(range);
    if (document.offsetAt(from) < start) at += newText.length - (document.offsetAt(end) - document.offsetAt(from));
  }
  return at;
}
