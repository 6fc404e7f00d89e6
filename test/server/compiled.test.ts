import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { runCompiled } from '../../server/src/compiled.ts';

describe('compiled code that is kept', () => {
  let folder: string;
  let file: string;
  let stored: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fayan-compiled-'));
    file = join(folder, 'main.js');
    stored = join(folder, 'kept', 'main.bin');
    writeFileSync(file, "exports.say = () => '甲';");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What the file says, and whether compiled code was there for it; afterwards there is. */
  function said(key: string): string {
    const run = runCompiled(file, stored, key);
    assert.ok(run, 'Node 20.15 or later');
    const { say } = run.exports as { say(): string };
    const words = `${say()}, ${run.wasStored ? 'kept' : 'compiled'}`;
    if (!run.wasStored) run.store();
    return words;
  }

  it('is used the next time', () => {
    assert.deepEqual([said('1'), said('1')], ['甲, compiled', '甲, kept']);
    assert.deepEqual(readdirSync(join(folder, 'kept')), ['main.bin']);
  });

  it('is not that of another version, and makes way for it', () => {
    const before = said('1');
    // Of the same length, which is all that V8 looks at.
    writeFileSync(file, "exports.say = () => '乙';");
    assert.deepEqual([before, said('2'), said('2')], ['甲, compiled', '乙, compiled', '乙, kept']);
    assert.deepEqual(readdirSync(join(folder, 'kept')), ['main.bin']);
  });

  it('is not that of a source of another length', () => {
    const before = said('1');
    writeFileSync(file, "exports.say = () => '甲乙';");
    assert.deepEqual([before, said('1')], ['甲, compiled', '甲乙, compiled']);
  });

  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'a byte is another': (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
    'the end is missing': (bytes) => bytes.subarray(0, -10),
    'it is empty': () => Buffer.alloc(0),
    'it is something else': () => Buffer.from('没有编译好的代码'),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`is made again where ${name}`, () => {
      const before = said('1');
      writeFileSync(stored, damage(readFileSync(stored)));
      assert.deepEqual([before, said('1'), said('1')], ['甲, compiled', '甲, compiled', '甲, kept']);
    });
  }

  it('is done without where nothing can be written', () => {
    writeFileSync(join(folder, 'kept'), 'a file where the folder would be');
    assert.deepEqual([said('1'), said('1')], ['甲, compiled', '甲, compiled']);
    assert.deepEqual(readdirSync(folder).sort(), ['kept', 'main.js']);
  });

  it('leaves the file what others load', () => {
    const run = runCompiled(file, stored, '1');
    assert.equal(createRequire(file)('./main.js'), run?.exports);
  });
});

describe('the server that keeps its compiled code', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'fayan-server-'));
  const stored = join(folder, 'server.bin');
  after(() => rmSync(folder, { recursive: true }));

  /** The messages of the findings at a start; ends the server when `isDone`. */
  async function findings(isDone: () => boolean): Promise<string[]> {
    const child = spawn(process.execPath, ['dist/node/start.js', '--stdio', `--compiled=${folder}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await client.sendNotification(InitializedNotification.type, {});
    const uri = 'untitled:a.speech.md';
    const text = '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入。\n\n（三）作风方面。不够扎实。\n';
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const report: DocumentDiagnosticReport = await client.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    // Chunks take from the server what it holds.
    const preview = await client.sendRequest('fayan/preview', { uri, view: 'flow', findings: false });
    assert.match(JSON.stringify(preview), /不够深入/);
    while (!isDone()) await sleep(50);
    const ended = once(child, 'exit');
    client.dispose();
    child.kill();
    await ended;
    return report.kind === 'full' ? report.items.map(({ message }) => String(message)) : [];
  }

  it('finds the same with it, and when it was damaged', async () => {
    const first = await findings(() => existsSync(stored));
    assert.match(first.join('\n'), /（二）/);
    const kept = readFileSync(stored);
    assert.deepEqual(await findings(() => true), first);
    assert.deepEqual(readFileSync(stored), kept);
    const damaged = kept.map((byte, at) => (at % 1000 === 0 ? byte ^ 1 : byte));
    writeFileSync(stored, damaged);
    assert.deepEqual(await findings(() => !readFileSync(stored).equals(damaged)), first);
  });
});
