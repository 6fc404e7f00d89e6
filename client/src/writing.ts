import { t } from '@vscode/l10n';
import { commands, Disposable, extensions, Range, Selection, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type WritingParams, type WritingResult, writingRequest } from '../../server/src/protocol.ts';

/**
 * The commands that change numbers, and the keys Enter, Tab and Shift+Tab where a number stands before the cursor. Enter breaks the
 * line at once, in the keybinding itself, and the number follows if nothing has been typed since; Tab asks the server first, and
 * is itself again where it has nothing to say.
 */
export function registerWriting(client: BaseLanguageClient): Disposable {
  const act = async (action: WritingParams['action']): Promise<boolean> => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown' || !client.isRunning()) return false;
    const { line, character } = editor.selection.active;
    const params: WritingParams = { uri: editor.document.uri.toString(), action, position: { line, character } };
    const { version, edits, cursor } = await client.sendRequest<WritingResult>(writingRequest, params);
    if (!edits || version !== editor.document.version) return false;
    const done = await apply(editor, edits);
    if (done && cursor) editor.selection = new Selection(cursor.line, cursor.character, cursor.line, cursor.character);
    if (done) editor.revealRange(editor.selection);
    return done;
  };
  const move = async (action: 'moveUp' | 'moveDown') => {
    if (!(await act(action))) void window.setStatusBarMessage(t('前后没有同级的部分可以对调'), 3000);
  };
  const number = async (action: 'renumber' | 'unifyMarks') => {
    const before = window.activeTextEditor?.document.version;
    if (!(await act(action))) return;
    if (window.activeTextEditor?.document.version === before)
      void window.setStatusBarMessage(t('序号本来就是对的'), 3000);
  };
  const key = async (action: 'deeper' | 'shallower', otherwise: 'tab' | 'outdent') => {
    const editor = window.activeTextEditor;
    const place = editor && stateOf(editor);
    const done = await act(action).catch(() => false);
    // Whoever has typed on meanwhile would get the key in the wrong place.
    if (!done && editor && editor === window.activeTextEditor && stateOf(editor) === place)
      await commands.executeCommand(otherwise);
  };
  const enter = async () => {
    const editor = window.activeTextEditor;
    if (editor && isAfterNumbered(editor)) await act('enter').catch(() => false);
  };
  return Disposable.from(
    commands.registerCommand('fayan.renumber', () => number('renumber')),
    commands.registerCommand('fayan.unifyMarks', () => number('unifyMarks')),
    commands.registerCommand('fayan.moveUp', () => move('moveUp')),
    commands.registerCommand('fayan.moveDown', () => move('moveDown')),
    commands.registerCommand('_fayan.enter', enter),
    commands.registerCommand('_fayan.deeper', () => key('deeper', 'tab')),
    commands.registerCommand('_fayan.shallower', () => key('shallower', 'outdent')),
    window.onDidChangeTextEditorSelection(({ textEditor }) => tellPlace(textEditor)),
    window.onDidChangeActiveTextEditor(tellPlace),
  );
}

async function apply(editor: TextEditor, edits: NonNullable<WritingResult['edits']>): Promise<boolean> {
  return editor.edit((builder) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      builder.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}

/** Differs once something has been typed or the cursor has moved. */
function stateOf({ document, selection: { active } }: TextEditor): string {
  return `${document.version}:${active.line}:${active.character}`;
}

/** The cursor stands on a fresh line below a numbered one. */
function isAfterNumbered({ document, selection, selections }: TextEditor): boolean {
  const { line, character } = selection.active;
  if (selections.length > 1 || !selection.isEmpty || line === 0 || character > 0) return false;
  return opening.test(document.lineAt(line - 1).text) && /^[\s*]*$/.test(document.lineAt(line).text);
}

/** Keys are taken only where the line opens with a number: for Enter at its end, for Tab up to the end of its heading. */
function tellPlace(editor: TextEditor | undefined): void {
  const place = editor?.document.languageId === 'markdown' ? placeOf(editor) : undefined;
  void commands.executeCommand('setContext', 'fayan.atNumberedEnd', place?.isEnd ?? false);
  void commands.executeCommand('setContext', 'fayan.inNumberedHeading', place?.isHeading ?? false);
}

function placeOf({ document, selection, selections }: TextEditor): { isEnd: boolean; isHeading: boolean } | undefined {
  if (selections.length > 1 || !selection.isEmpty) return undefined;
  const { text } = document.lineAt(selection.active.line);
  const mark = opening.exec(text)?.[0];
  if (mark === undefined) return undefined;
  // Another extension looks after Markdown's own lists.
  if (/^\d{1,2}[.)][ \t]/.test(text) && extensions.getExtension('yzhang.markdown-all-in-one')) return undefined;
  const title = text.slice(mark.length).search(/[。；：？！]/);
  const headingEnd = title < 0 ? text.length : mark.length + title;
  const { character } = selection.active;
  return {
    isEnd: /^[\s*]*$/.test(text.slice(character)) && character >= mark.trimEnd().length,
    isHeading: character <= headingEnd,
  };
}

const opening =
  /^(?:#{1,6}[ \t]+)?(?:\*\*)?(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[一二三四五六七八九]是|第[一二三四五六七八九]，)[ \t]*/;
