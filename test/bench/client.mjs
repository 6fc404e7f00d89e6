// A client that measures: it starts a server as a process, edits a document and waits for the answers.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';

export async function start({ command, args = [], pushes = false }, folder, options = {}) {
  const began = performance.now();
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (published) => {
    const at = waiting.findIndex(({ version }) => published.version === undefined || published.version === version);
    if (at >= 0) waiting.splice(at, 1)[0].resolve(published);
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  const refreshed = new Promise((resolve) => {
    connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    });
  });
  connection.onError(() => {});
  connection.listen();
  const { capabilities } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: `file://${folder}`,
    workspaceFolders: [{ uri: `file://${folder}`, name: 'bench' }],
    capabilities: {
      ...(!pushes && { workspace: { diagnostics: { refreshSupport: true } } }),
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        ...(!pushes && { diagnostic: {} }),
      },
    },
    initializationOptions: options,
  });
  const { change: sync = capabilities.textDocumentSync } = Object(capabilities.textDocumentSync);
  /** Some servers take whole texts only. */
  const takesWhole = Number(sync) === 1;
  await connection.sendNotification('initialized', {});

  return {
    /** Milliseconds from the start of the process to the first diagnostics. */
    async open(uri, text) {
      const diagnosed = pushes ? diagnostics(uri, 1) : undefined;
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      await (diagnosed ?? diagnostics(uri, 1));
      return performance.now() - began;
    },
    /**
     * Milliseconds from the start of the process to all findings, where the first diagnostics were not
     * all and the server says so.
     */
    async complete(uri) {
      await refreshed;
      await diagnostics(uri, 1);
      return performance.now() - began;
    },
    /** Milliseconds from an edit to the diagnostics; with `all` to symbols, folds and lenses as well. */
    async edit(uri, version, change, whole, all) {
      const from = performance.now();
      const pushed = pushes ? diagnostics(uri, version) : undefined;
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [takesWhole ? { text: whole } : change],
      });
      await (all ? this.everything(uri, version) : (pushed ?? diagnostics(uri, version)));
      return performance.now() - from;
    },
    async everything(uri, version) {
      const params = { textDocument: { uri } };
      const [found, symbols, folds, lenses] = await Promise.all([
        diagnostics(uri, version),
        connection.sendRequest('textDocument/documentSymbol', params),
        connection.sendRequest('textDocument/foldingRange', params),
        connection.sendRequest('textDocument/codeLens', params),
      ]);
      return { diagnostics: found, symbols, folds, lenses };
    },
    /** Resident, in megabytes. */
    memory() {
      const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    /** Lets the server end by itself, so that it can write a profile. */
    async shutdown() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
    },
    async stop() {
      connection.dispose();
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await exited;
    },
  };

  function diagnostics(uri, version) {
    if (pushes) return new Promise((resolve) => waiting.push({ version, resolve }));
    return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  }
}
