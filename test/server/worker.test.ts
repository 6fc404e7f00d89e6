import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const uri = 'file:///发言.speech.md';
const text = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n\n（三）作风方面。不够扎实。\n';

/** The web bundle, in a world that has what a web worker has and nothing of Node or of a page. */
it('the server runs in a bare web worker', async () => {
  const worker = startWorker(readFileSync('dist/browser/server.js', 'utf8'));
  const { result } = await worker.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
  assert.equal((result as { serverInfo: { name: string } }).serverInfo.name, 'fayan');
  worker.tell('initialized', {});
  worker.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const report = await worker.ask('textDocument/diagnostic', { textDocument: { uri } });
  assert(report.result, JSON.stringify(report));
  const codes = (report.result as { items: Array<{ code: string }> }).items.map(({ code }) => code);
  assert(codes.includes('broken-numbering'), `found ${codes.join(', ')}`);
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

function startWorker(bundle: string) {
  const waiting = new Map<number, (message: Message) => void>();
  let receive: ((event: { data: unknown }) => void) | undefined;
  const self: Record<string, unknown> = {
    postMessage: (message: Message) => {
      if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message);
    },
    set onmessage(listener: (event: { data: unknown }) => void) {
      receive = listener;
    },
    addEventListener: () => undefined,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    MessageChannel,
    TextDecoder,
    TextEncoder,
    URL,
    performance,
    crypto: globalThis.crypto,
  };
  self.self = self;
  runInContext(bundle, createContext(self));
  let last = 0;
  const tell = (method: string, params: object, id?: number) =>
    receive?.({ data: { jsonrpc: '2.0', id, method, params } });
  return {
    tell,
    ask: (method: string, params: object) =>
      new Promise<Message>((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        tell(method, params, last);
      }),
  };
}
