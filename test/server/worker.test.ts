import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const uri = 'file:///发言.speech.md';
const text = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n\n（三）作风方面。不够扎实。\n';

/** The web bundle, in a world that has what a web worker has and nothing of Node or of a page. */
describe('in a bare web worker the server', () => {
  it('starts with one file and finds mistakes', async () => {
    const { worker, loaded } = await started({});
    const report = await worker.ask('textDocument/diagnostic', { textDocument: { uri } });
    assert(report.result, JSON.stringify(report));
    const codes = (report.result as { items: Array<{ code: string }> }).items.map(({ code }) => code);
    assert(codes.includes('broken-numbering'), `found ${codes.join(', ')}`);
    assert.deepEqual(loaded, []);
  });

  it('loads what is seldom needed from beside itself, once', async () => {
    const { worker, loaded } = await started({});
    for (const view of ['pages', 'flow']) {
      const { result } = await worker.ask('fayan/preview', { uri, view, findings: true });
      assert.match(JSON.stringify(result), /不够深入/);
    }
    assert.deepEqual(loaded, ['https://beside.example/dist/onDemand.js']);
  });

  it('loads it from where the host says', async () => {
    const { worker, loaded } = await started({
      initializationOptions: { base: 'https://told.example/', locale: 'en' },
    });
    const report = await worker.ask('textDocument/diagnostic', { textDocument: { uri } });
    assert.match(JSON.stringify(report.result), /is missing/);
    assert.deepEqual(loaded, ['https://told.example/english.js']);
  });

  it('knows the names of characters', async () => {
    const { worker, loaded } = await started({}, `${text}\n*甲&nbsp;乙*\n`);
    await worker.ask('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(loaded, ['https://beside.example/dist/entities.js']);
  });
});

async function started(options: object, content = text) {
  const { worker, loaded } = startWorker();
  const { result } = await worker.ask('initialize', { processId: null, rootUri: null, capabilities: {}, ...options });
  assert.equal((result as { serverInfo: { name: string } }).serverInfo.name, 'fayan');
  worker.tell('initialized', {});
  worker.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: content } });
  return { worker, loaded };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

function startWorker() {
  const loaded: string[] = [];
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
    location: { href: 'https://beside.example/dist/server.js' },
    importScripts(address: string) {
      loaded.push(address);
      run(address.slice(address.lastIndexOf('/') + 1));
    },
    crypto: globalThis.crypto,
  };
  self.self = self;
  const world = createContext(self);
  const run = (file: string) => runInContext(readFileSync(`dist/browser/${file}`, 'utf8'), world);
  run('server.js');
  let last = 0;
  const tell = (method: string, params: object, id?: number) =>
    receive?.({ data: { jsonrpc: '2.0', id, method, params } });
  const worker = {
    tell,
    ask: (method: string, params: object) =>
      new Promise<Message>((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        tell(method, params, last);
      }),
  };
  return { worker, loaded };
}
