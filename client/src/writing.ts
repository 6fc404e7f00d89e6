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
import { setContextKey } from './contextKey.ts';
import { toRange } from './range.ts';

/**
 * The commands that change numbers, the keys Tab and Shift+Tab in a numbered heading, and the number after a line break. Enter is not
 * bound: whatever breaks the line, the number follows if nothing has been typed since, so nothing can interfere with Enter. Tab asks
 * the server first, and keeps its ordinary meaning where the server has nothing to change.
 */
export function registerWriting(client: BaseLanguageClient): Disposable {
  const act = async (
    action: WritingParams['action'],
    place = window.activeTextEditor?.selection.active,
  ): Promise<Outcome> => {
    const editor = window.activeTextEditor;
    if (!place || editor?.document.languageId !== 'markdown' || !client.isRunning()) return 'nothing';
    const { line, character } = place;
    const params: WritingParams = { uri: editor.document.uri.toString(), action, position: { line, character } };
    const { version, edits, cursor } = await client.sendRequest<WritingResult>(writingRequest, params);
    if (version !== editor.document.version || !editor.selection.active.isEqual(place)) return 'late';
    if (!edits) return 'nothing';
    const done = await apply(editor, edits);
    // If something has been typed since, the cursor stays where the writer has it.
    if (done && cursor && editor.document.version <= version + 1)
      editor.selection = new Selection(cursor.line, cursor.character, cursor.line, cursor.character);
    if (done) editor.revealRange(editor.selection);
    return done ? 'done' : 'late';
  };
  const move = async (action: 'moveUp' | 'moveDown') => {
    if ((await act(action)) !== 'nothing') return;
    const why = action === 'moveUp' ? t('前面没有同级的一条可以对调') : t('后面没有同级的一条可以对调');
    void window.setStatusBarMessage(why, 3000);
  };
  const number = async (action: 'renumber' | 'unifyMarks') => {
    const before = window.activeTextEditor?.document.version;
    if ((await act(action)) !== 'done') return;
    if (window.activeTextEditor?.document.version === before)
      void window.setStatusBarMessage(t('序号本来就是对的'), 3000);
  };
  const key = async (action: 'deeper' | 'shallower', otherwise: 'tab' | 'outdent') => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const place = stateOf(editor);
    const { line } = editor.selection.active;
    const isThere = () => editor === window.activeTextEditor && editor.selection.active.line === line;
    let outcome = await act(action).catch(() => undefined);
    // A writer who types on in the heading before the answer comes still wants the change.
    for (let tries = 3; outcome === 'late' && tries > 0 && isThere(); tries -= 1)
      outcome = await act(action).catch(() => undefined);
    // A plain Tab would now be in the wrong place if anything has been typed.
    if (outcome !== 'done' && editor === window.activeTextEditor && stateOf(editor) === place)
      await commands.executeCommand(otherwise);
  };
  const onChange = ({ document, contentChanges: [change, ...more], reason }: TextDocumentChangeEvent) => {
    const editor = window.activeTextEditor;
    if (document !== editor?.document || document.languageId !== 'markdown' || reason !== undefined) return;
    if (!change || more.length > 0 || !change.range.isEmpty || !/^\r?\n$/.test(change.text)) return;
    if (!workspace.getConfiguration('fayan', document).get('typing.numbering')) return;
    const below = new Position(change.range.start.line + 1, 0);
    if (!isAfterNumbered(document, below.line)) return;
    // Only when the server has been told of the break and the cursor is below it.
    setTimeout(() => act('enter', below).catch(() => false));
  };
  return Disposable.from(
    commands.registerCommand('fayan.renumber', () => number('renumber')),
    commands.registerCommand('fayan.unifyMarks', () => number('unifyMarks')),
    commands.registerCommand('fayan.moveUp', () => move('moveUp')),
    commands.registerCommand('fayan.moveDown', () => move('moveDown')),
    commands.registerCommand('_fayan.deeper', () => key('deeper', 'tab')),
    commands.registerCommand('_fayan.shallower', () => key('shallower', 'outdent')),
    workspace.onDidChangeTextDocument(onChange),
    window.onDidChangeTextEditorSelection(({ textEditor }) => tellPlace(textEditor)),
    window.onDidChangeActiveTextEditor(tellPlace),
  );
}

/** `late` where something was typed or the cursor moved before the answer came. */
type Outcome = 'done' | 'nothing' | 'late';

async function apply(editor: TextEditor, edits: NonNullable<WritingResult['edits']>): Promise<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
}

/** A string that changes when something is typed or the cursor moves. */
function stateOf({ document, selection: { active } }: TextEditor): string {
  return `${document.version}:${active.line}:${active.character}`;
}

/** Whether a line is empty and below a numbered one. */
function isAfterNumbered(document: TextDocument, line: number): boolean {
  return opening.test(document.lineAt(line - 1).text) && /^[\s*]*$/.test(document.lineAt(line).text);
}

/** Tells whether the cursor is in the heading of a numbered line: only there Tab is bound. */
function tellPlace(editor: TextEditor | undefined): void {
  const isHeading = editor?.document.languageId === 'markdown' && isInHeading(editor);
  setContextKey('fayan.inNumberedHeading', isHeading);
}

function isInHeading({ document, selection, selections }: TextEditor): boolean {
  if (selections.length > 1 || !selection.isEmpty) return false;
  const { text } = document.lineAt(selection.active.line);
  const mark = opening.exec(text)?.[0];
  if (mark === undefined) return false;
  // Markdown's own lists are left to that extension.
  if (/^\d{1,2}[.)][ \t]/.test(text) && extensions.getExtension('yzhang.markdown-all-in-one')) return false;
  const title = text.slice(mark.length).search(/[。；：？！]/);
  return selection.active.character <= (title < 0 ? text.length : mark.length + title);
}

const opening =
  /^(?:#{1,6}[ \t]+)?(?:\*\*)?(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[一二三四五六七八九]是|第[一二三四五六七八九]，)[ \t]*/;
