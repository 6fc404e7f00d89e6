import { Disposable, extensions, FileType, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type WorkspaceData, type WorkspaceDataParams, workspaceDataNotification } from '../../server/src/protocol.ts';
import { afterPause } from './afterPause.ts';
import { dataText } from './dataText.ts';
import { onReturn } from './recovery.ts';

/**
 * Sends the `.fayan` folders of the workspace to the server, now and whenever one of their files changes; in any
 * file system.
 */
export function sendWorkspaceData(client: BaseLanguageClient): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/.fayan/**');
  const { call: soon, dispose } = afterPause(200, () => void send());
  /** What the server was sent last, as JSON. */
  let known = '';
  let latest = 0;
  void send();
  // VS Code watches a folder only some time after it has opened it, and tells nobody of what has changed until then.
  const late = setTimeout(() => void send(), watched);
  return Disposable.from(
    watcher,
    onReturn(client, () => {
      known = '';
      soon();
    }),
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    workspace.onDidChangeWorkspaceFolders(soon),
    // Some virtual file systems, and some network disks, tell nobody of their changes.
    workspace.onDidSaveTextDocument(soonFor),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) soon();
    }),
    // What an editor shows, VS Code checks itself.
    workspace.onDidOpenTextDocument(soonFor),
    workspace.onDidCloseTextDocument(soonFor),
    new Disposable(() => {
      dispose();
      clearTimeout(late);
    }),
  );

  function soonFor({ uri }: TextDocument): void {
    if (uri.path.includes('/.fayan/')) soon();
  }

  async function send(): Promise<void> {
    const turn = ++latest;
    const folders = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => dataOf(uri)));
    const params: WorkspaceDataParams = { folders: folders.filter(({ files }) => files.length > 0) };
    const content = JSON.stringify(params);
    if (turn !== latest || content === known || !client.isRunning()) return;
    known = content;
    await client.sendNotification(workspaceDataNotification, params);
  }
}

/** Milliseconds after which VS Code is sure to watch the files. */
const watched = 5000;

/** The JSON files of `.fayan` and of the folders in it. */
async function dataOf(folder: Uri): Promise<WorkspaceData> {
  const root = Uri.joinPath(folder, '.fayan');
  const paths: string[] = [];
  for (const [name, type] of await entriesOf(root)) {
    if (type & FileType.Directory) {
      const inner = await entriesOf(Uri.joinPath(root, name));
      paths.push(...inner.filter(isJson).map(([file]) => `${name}/${file}`));
    } else if (isJson([name, type])) paths.push(name);
  }
  const files = await Promise.all(paths.slice(0, mostFiles).map((path) => fileAt(root, path)));
  return { uri: folder.toString(), files: files.flatMap((file) => file ?? []) };
}

/** More are no configuration. */
const mostFiles = 100;

function isJson([name, type]: readonly [string, FileType]): boolean {
  return (type & FileType.File) !== 0 && name.endsWith('.json');
}

async function fileAt(root: Uri, path: string): Promise<WorkspaceData['files'][number] | undefined> {
  const uri = Uri.joinPath(root, path);
  try {
    const text = await dataText((await workspace.fs.stat(uri)).size, () => workspace.fs.readFile(uri));
    return { path, uri: uri.toString(), text, hasSchema: isValidated(uri) };
  } catch {
    return undefined;
  }
}

/** VS Code's own JSON validates what is open, against the schemas that this extension contributes, and nothing else. */
function isValidated(uri: Uri): boolean {
  return (
    workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()) &&
    extensions.getExtension('vscode.json-language-features') !== undefined &&
    workspace.getConfiguration('json', uri).get('validate.enable', true)
  );
}

/** Nothing where there is no such folder. */
async function entriesOf(folder: Uri): Promise<Array<[string, FileType]>> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
