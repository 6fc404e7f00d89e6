import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, flawed } from './command.ts';

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

describe('without a network', function () {
  this.timeout(120_000);
  const tool = commandLine();
  const log = join(tool.folder, 'strace.log');
  let traced: boolean;

  before(async function () {
    if (process.platform !== 'linux' || !works('unshare', '-n', 'true')) {
      console.log('    Skipped: the network can be cut off (unshare -n) only on Linux, as root.');
      this.skip();
    }
    traced = works('strace', '-f', 'true');
    if (!traced) console.log('    No strace here: sockets and written files are not watched.');
    await tool.build();
    writeFileSync(join(tool.folder, '甲.md'), flawed);
  });
  after(() => tool.remove());

  /** The command that runs the tool with no network, watched where that can be done. */
  const cutOff = (...args: string[]) => [
    '-n',
    ...(traced ? ['strace', '-f', '-y', '-s', '4096', '-xx', '-e', 'trace=socket,open,openat,creat', '-o', log] : []),
    process.execPath,
    tool.script,
    ...args,
  ];
  const run = (...args: string[]) =>
    spawnSync('unshare', cutOff(...args), {
      cwd: tool.folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      timeout: 60_000,
    });

  /** Fails at a socket to anything but this machine, and at a file opened for writing outside of the folder. */
  function assertPrivate(): void {
    if (!traced) return;
    const calls = readFileSync(log, 'utf8').split('\n');
    assert.ok(
      calls.some((call) => call.includes('openat(')),
      'strace saw nothing',
    );
    assert.deepEqual(
      calls.filter((call) => /\bsocket\(/.test(call) && !/\bsocket\(AF_UNIX/.test(call)),
      [],
    );
    const written = calls
      .filter((call) => /\b(?:open|openat|creat)\(/.test(call) && /O_WRONLY|O_RDWR|O_CREAT|\bcreat\(/.test(call))
      .map((call) => plain(/"([^"]*)"/.exec(call)?.[1] ?? call));
    assert.deepEqual(
      written.filter((path) => (path.startsWith('/') || path.startsWith('..')) && !allowed(path)),
      [],
    );
  }
  const allowed = (path: string) => path.startsWith(`${tool.folder}/`) || path === '/dev/null' || path === '/dev/tty';

  it('check finds what it finds', () => {
    const { stdout, status, stderr } = run('check', '甲.md');
    assert.match(stdout, /半角“,”应为全角“，” \(halfwidth-punctuation\)/, stderr);
    assert.equal(status, 1);
    assertPrivate();
  });

  it('export writes the Word file', () => {
    const { stderr, status } = run('export', '甲.md', '--to', 'docx');
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync(join(tool.folder, '甲.docx')).subarray(0, 2).toString(), 'PK');
    assertPrivate();
  });

  it('serve answers an editor', async () => {
    const server = spawn('unshare', cutOff('serve', '--stdio'), { cwd: tool.folder });
    const ended = new Promise((done) => server.once('exit', done));
    let answer = '';
    server.stdout.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const until = async (words: string) => {
      for (let left = 600; !answer.includes(words); left -= 1) {
        assert.ok(left > 0 && server.exitCode === null, `no ${words} in ${answer}`);
        await sleep(50);
      }
    };
    const uri = 'untitled:a.speech.md';
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await until('"id":1');
    send({ method: 'initialized', params: {} });
    const textDocument = { uri, languageId: 'markdown', version: 1, text: flawed };
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    await until('halfwidth-punctuation');
    send({ id: 3, method: 'shutdown' });
    await until('"id":3');
    send({ method: 'exit' });
    await ended;
    assertPrivate();
  });
});

/** A path as strace writes it, every byte as \\x…. */
function plain(path: string): string {
  return Buffer.from(path.replaceAll('\\x', ''), 'hex').toString('utf8');
}
