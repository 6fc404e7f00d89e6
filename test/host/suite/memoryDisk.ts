import * as vscode from 'vscode';

/**
 * A file system that is no `file`, as a virtual workspace has it; its disk can be filled, and it can be made read-only.
 * One that says of itself that it `isReadonly` is like the history of a repository.
 */
export interface MemoryDisk extends vscode.Disposable {
  readonly uri: (name: string) => vscode.Uri;
  readonly names: () => string[];
  readonly text: (name: string) => string | undefined;
  /** Writes as another program does. */
  readonly put: (name: string, text: string) => void;
  /**
   * `full` leaves half a file and fails, `nearlyFull` leaves it without a word; `folder` takes no new file, `readOnly`
   * no change at all, and `locked` none of what is there already.
   */
  trouble: 'none' | 'full' | 'nearlyFull' | 'folder' | 'readOnly' | 'locked';
}

export function memoryDisk(scheme: string, isReadonly = false): MemoryDisk {
  const files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let clock = Date.now();
  const write = (path: string, bytes: Uint8Array) => {
    clock += 1000;
    files.set(path, { bytes, mtime: clock });
    changed.fire([{ type: vscode.FileChangeType.Changed, uri: vscode.Uri.from({ scheme, path }) }]);
  };
  const found = (uri: vscode.Uri) => {
    const file = files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const allow = (uri: vscode.Uri) => {
    const isNew = !files.has(uri.path);
    if (disk.trouble === 'readOnly' || (disk.trouble === 'folder' && isNew))
      throw vscode.FileSystemError.NoPermissions(uri);
    // As Windows says it of a file that is open in Word.
    if (disk.trouble === 'locked' && !isNew && !uri.path.endsWith('.part'))
      throw new Error(`EBUSY: resource busy or locked, open '${uri.path}'`);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const { bytes, mtime } = found(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
    readFile: (uri) => found(uri).bytes,
    // Rejects rather than throws: VS Code would wait for ever to write the file again.
    async writeFile(uri, bytes) {
      allow(uri);
      if (disk.trouble === 'full') {
        write(uri.path, bytes.slice(0, bytes.length / 2));
        throw vscode.FileSystemError.Unavailable('no space left on device');
      }
      write(uri.path, disk.trouble === 'nearlyFull' ? bytes.slice(0, bytes.length / 2) : bytes);
    },
    rename(from, to) {
      allow(from);
      const { bytes } = found(from);
      files.delete(from.path);
      write(to.path, bytes);
    },
    delete(uri) {
      if (disk.trouble === 'locked') allow(uri);
      found(uri);
      files.delete(uri.path);
    },
    createDirectory() {},
  };
  const registered = vscode.workspace.registerFileSystemProvider(scheme, provider, {
    isCaseSensitive: true,
    isReadonly,
  });
  const disk: MemoryDisk = {
    trouble: 'none',
    uri: (name) => vscode.Uri.from({ scheme, path: `/${name}` }),
    names: () => [...files.keys()].map((path) => path.slice(1)),
    text(name) {
      const file = files.get(`/${name}`);
      return file && new TextDecoder().decode(file.bytes);
    },
    put: (name, text) => write(`/${name}`, new TextEncoder().encode(text)),
    dispose: () => registered.dispose(),
  };
  return disk;
}
