import { t } from '@vscode/l10n';
import { commands, type Disposable, Position, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Files } from '../../server/src/files.ts';
import { freeName, nameOf } from './fileNames.ts';

/**
 * 导入 Word — a draft becomes a new speech beside it, not saved until the writer does. All that are selected
 * in the explorer are taken.
 */
export function registerImport(files: () => Promise<Files>): Disposable {
  return commands.registerCommand('fayan.importWord', async (named?: Uri, selected?: readonly Uri[]) => {
    for (const source of await sourcesOf(named, selected)) await importFile(source);
  });

  async function importFile(source: Uri): Promise<void> {
    const { checkWordSize, importDocx, isImportError } = await files();
    let markdown: string;
    try {
      checkWordSize((await workspace.fs.stat(source)).size);
      markdown = importDocx(await workspace.fs.readFile(source));
    } catch (error) {
      return tellRefused(source, isImportError(error) || error instanceof Error ? error.message : String(error));
    }
    const document = await newSpeech(source, markdown);
    if (document) await window.showTextDocument(document, { preview: false });
    else tellRefused(source, t('编辑器没有收下文字，请再试一次'));
  }
}

async function sourcesOf(named?: Uri, selected: readonly Uri[] = []): Promise<readonly Uri[]> {
  if (!(named instanceof Uri))
    return (
      (await window.showOpenDialog({
        title: t('选择要导入的 Word 文件'),
        canSelectMany: true,
        // Were the old ones left out, they would seem not to be there.
        filters: { Word: ['docx', 'doc', 'wps'] },
      })) ?? []
    );
  const drafts = selected.filter(({ path }) => wordFile.test(path));
  return drafts.length > 0 ? drafts : [named];
}

/** Old ones are refused, with a word on how to save them anew; some are new ones under an old name. */
const wordFile = /\.(?:docx?|wps)$/i;

/** Undefined where the text could not be put into it. */
async function newSpeech(source: Uri, markdown: string): Promise<TextDocument | undefined> {
  if (source.scheme !== 'file') return workspace.openTextDocument({ language: 'markdown', content: markdown });
  const name = nameOf(source).replace(wordFile, '');
  const document = await workspace.openTextDocument(await freeName(Uri.joinPath(source, '..'), name));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), markdown);
  return (await workspace.applyEdit(edit)) ? document : undefined;
}

function tellRefused(source: Uri, reason: string): void {
  void window.showErrorMessage(t('没有导入“{0}”：{1}', nameOf(source), reason));
}
