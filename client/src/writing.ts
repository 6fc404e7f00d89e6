import { t } from '@vscode/l10n';
import {
  commands,
  Disposable,
  extensions,
  Position,
  Selection,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type WritingParams, type WritingResult, writingRequest } from '../../server/src/protocol.ts';
import { ask } from './ask.ts';
import { tellUnanswered } from './askFor.ts';
import { setContextKey } from './contextKey.ts';
import { applyIn, changedMeanwhile } from './edits.ts';
import { headingEnd } from './numberedLine.ts';

/**
 * The commands that change numbers, the keys Tab and Shift+Tab in a numbered heading, and the number after a
 * line break. Enter is not bound: whatever breaks the line, the number follows if nothing has been typed since,
 * so nothing can interfere with Enter. Tab asks the server first, and keeps its ordinary meaning where the
 * server has nothing to change.
 */
export function registerWriting(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('fayan.renumber', () => number(client, 'renumber')),
    commands.registerCommand('fayan.unifyMarks', () => number(client, 'unifyMarks')),
    commands.registerCommand('fayan.moveUp', () => move(client, 'moveUp')),
    commands.registerCommand('fayan.moveDown', () => move(client, 'moveDown')),
    commands.registerCommand('_fayan.deeper', () => press(client, 'deeper', 'tab')),
    commands.registerCommand('_fayan.shallower', () => press(client, 'shallower', 'outdent')),
    workspace.onDidChangeTextDocument((event) => followBreak(client, event)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => tellPlace(textEditor)),
    window.onDidChangeActiveTextEditor(tellPlace),
  );
}

/**
 * `late` where something was typed or the cursor moved before the answer came, `unanswered` where none came, `outside`
 * where there is nothing at the place that could be moved.
 */
type Outcome = 'done' | 'nothing' | 'outside' | 'late' | 'unanswered';

/** What the server has to change at the cursor, or at a place where the cursor will be by the time of the answer. */
async function act(
  client: BaseLanguageClient,
  action: WritingParams['action'],
  place = window.activeTextEditor?.selection.active,
): Promise<Outcome> {
  const editor = window.activeTextEditor;
  if (!place || editor?.document.languageId !== 'markdown') return 'nothing';
  if (!client.isRunning()) return 'unanswered';
  const { line, character } = place;
  const params: WritingParams = { uri: editor.document.uri.toString(), action, position: { line, character } };
  const answer = await ask<WritingResult>(client, writingRequest, params);
  if (!answer) return 'unanswered';
  const { version, edits, cursor, outside } = answer;
  if (version !== editor.document.version || !editor.selection.active.isEqual(place)) return 'late';
  if (!edits) return outside ? 'outside' : 'nothing';
  // An editor that has been closed takes no edits.
  const done = await applyIn(editor, edits).catch(() => false);
  // If something has been typed since, the cursor stays where the writer has it.
  if (done && cursor && editor.document.version <= version + 1)
    editor.selection = new Selection(cursor.line, cursor.character, cursor.line, cursor.character);
  if (done) editor.revealRange(editor.selection);
  return done ? 'done' : 'late';
}

async function move(client: BaseLanguageClient, action: 'moveUp' | 'moveDown'): Promise<void> {
  const outcome = await act(client, action);
  tellFailure(outcome);
  if (outcome !== 'nothing' && outcome !== 'outside') return;
  const missing = action === 'moveUp' ? t('前面没有同级的一条可以对调') : t('后面没有同级的一条可以对调');
  const why = outcome === 'outside' ? t('光标不在可以移动的一条里') : missing;
  void window.setStatusBarMessage(why, 3000);
}

async function number(client: BaseLanguageClient, action: 'renumber' | 'unifyMarks'): Promise<void> {
  const before = window.activeTextEditor?.document.version;
  const outcome = await act(client, action);
  tellFailure(outcome);
  if (outcome === 'done' && window.activeTextEditor?.document.version === before)
    void window.setStatusBarMessage(action === 'renumber' ? t('序号本来就是对的') : t('序号样式本来就一致'), 3000);
}

/** Says why a command came to nothing; in the status bar, for who holds its key down is faster than the server. */
function tellFailure(outcome: Outcome): void {
  if (outcome === 'unanswered') tellUnanswered();
  else if (outcome === 'late') void window.setStatusBarMessage(changedMeanwhile(), 3000);
}

/** A key that keeps its ordinary meaning, the command `otherwise`, where the server has nothing to change. */
async function press(
  client: BaseLanguageClient,
  action: 'deeper' | 'shallower',
  otherwise: 'tab' | 'outdent',
): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const place = stateOf(editor);
  const { line } = editor.selection.active;
  const isThere = () => editor === window.activeTextEditor && editor.selection.active.line === line;
  let outcome = await act(client, action);
  // A writer who types on in the heading before the answer comes still wants the change.
  for (let tries = 3; outcome === 'late' && tries > 0 && isThere(); tries -= 1) outcome = await act(client, action);
  // A plain Tab would now be in the wrong place if anything has been typed.
  if (outcome !== 'done' && editor === window.activeTextEditor && stateOf(editor) === place)
    await commands.executeCommand(otherwise);
}

/** The number that follows a line break below a numbered line. */
function followBreak(
  client: BaseLanguageClient,
  { document, contentChanges: [change, ...more], reason }: TextDocumentChangeEvent,
): void {
  const editor = window.activeTextEditor;
  if (document !== editor?.document || document.languageId !== 'markdown' || reason !== undefined) return;
  if (!change || more.length > 0 || !change.range.isEmpty || !/^\r?\n$/.test(change.text)) return;
  if (!workspace.getConfiguration('fayan', document).get('typing.numbering')) return;
  const below = new Position(change.range.start.line + 1, 0);
  if (!isAfterNumbered(document, below.line)) return;
  // Only when the server has been told of the break and the cursor is below it.
  setTimeout(() => void act(client, 'enter', below));
}

/** A string that changes when something is typed or the cursor moves. */
function stateOf({ document, selection: { active } }: TextEditor): string {
  return `${document.version}:${active.line}:${active.character}`;
}

/** Whether a line is empty and below a numbered one. */
function isAfterNumbered(document: TextDocument, line: number): boolean {
  return headingEnd(document.lineAt(line - 1).text) !== undefined && /^[\s*]*$/.test(document.lineAt(line).text);
}

/** Tells whether the cursor is in the heading of a numbered line: only there Tab is bound. */
function tellPlace(editor: TextEditor | undefined): void {
  const isHeading = editor?.document.languageId === 'markdown' && isInHeading(editor);
  setContextKey('fayan.inNumberedHeading', isHeading);
}

function isInHeading({ document, selection, selections }: TextEditor): boolean {
  if (selections.length > 1 || !selection.isEmpty) return false;
  const { text } = document.lineAt(selection.active.line);
  const end = headingEnd(text);
  if (end === undefined) return false;
  // Markdown's own lists are left to that extension.
  if (/^\d{1,2}[.)][ \t]/.test(text) && extensions.getExtension('yzhang.markdown-all-in-one')) return false;
  return selection.active.character <= end;
}
