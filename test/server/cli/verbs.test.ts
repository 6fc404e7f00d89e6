import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { usageChinese } from '../../../server/src/cli/usageChinese.ts';
import { usageEnglish } from '../../../server/src/cli/usageEnglish.ts';
import { commandLine, flawed, mended } from './command.ts';

describe('fayan', function () {
  this.timeout(60_000);
  const tool = commandLine();
  const passage = (end: string) =>
    `（一）为民服务方面。对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，${end}。`;
  const speech = (end: string) => `# 对照检查材料\n\n一、存在的问题\n\n${passage(end)}\n`;

  before(async () => {
    await tool.build();
    mkdirSync(join(tool.folder, 'team'));
    writeFileSync(join(tool.folder, 'team/甲.md'), speech('最后是居民自己画的线'));
    writeFileSync(join(tool.folder, 'team/乙.md'), speech('到现在还堵着'));
    writeFileSync(join(tool.folder, 'team/丙.md'), flawed);
  });
  after(() => tool.remove());

  it('outlines as JSON and as text', () => {
    const { problems } = JSON.parse(tool.run(['outline', 'team/丙.md', '--format', 'json']).stdout);
    assert.deepEqual(
      problems.map(({ id, title }: { id: string; title: string }) => `${id} ${title}`),
      ['P1 学习方面', 'P2 作风方面'],
    );
    assert.match(tool.run(['outline', 'team/丙.md']).stdout, /^问题（2）\n {2}（一）学习方面 {2}5:4$/m);
  });

  it('outlines several files as one list in JSON', () => {
    const { status, stdout } = tool.run(['outline', 'team/甲.md', '没有.md', 'team/丙.md', '--format', 'json']);
    const outlines: Array<{ file: string; problems: unknown[] }> = JSON.parse(stdout);
    assert.deepEqual(
      outlines.map(({ file, problems }) => [file, problems.length]),
      [
        ['team/甲.md', 1],
        ['team/丙.md', 2],
      ],
    );
    assert.equal(status, 2);
  });

  it('exports and imports the others where one file is there already', () => {
    const names = ['一', '二', '三'];
    mkdirSync(join(tool.folder, '导出'));
    for (const name of names) writeFileSync(join(tool.folder, `导出/${name}.md`), flawed);
    writeFileSync(join(tool.folder, '导出/一.docx'), '旧');
    const exported = tool.run(['export', ...names.map((name) => `导出/${name}.md`)]);
    assert.deepEqual(
      [exported.status, exported.stdout, exported.stderr],
      [
        2,
        `${join('导出', '二.docx')}\n${join('导出', '三.docx')}\n`,
        `${join('导出', '一.docx')} 已经有了；要覆盖请加 --force\n`,
      ],
    );
    writeFileSync(join(tool.folder, '导出/二.speech.md'), '旧');
    const imported = tool.run(['import', '导出/二.docx', '导出/三.docx']);
    assert.deepEqual(
      [imported.status, imported.stdout, imported.stderr],
      [2, '导出/三.speech.md\n', '导出/二.speech.md 已经有了；要覆盖请加 --force\n'],
    );
  });

  it('overwrites no file that it has just written for another speech of the same title', () => {
    mkdirSync(join(tool.folder, '同题'));
    for (const name of ['一', '二']) writeFileSync(join(tool.folder, `同题/${name}.md`), `${flawed}\n${name}\n`);
    const run = (pattern: string) =>
      tool.run(['export', '同题/一.md', '同题/二.md', '--to', 'txt', '--force', '--name', pattern]);
    const target = join('同题', '对照检查材料.txt');
    for (let times = 0; times < 2; times += 1) {
      const { status, stdout, stderr } = run('{题目}');
      assert.deepEqual(
        [status, stdout, stderr],
        [2, `${target}\n`, `同题/二.md：${target} 已由前一篇写出，没有覆盖；--name 里加上 {文件名} 就不会重名\n`],
      );
    }
    assert.match(readFileSync(join(tool.folder, target), 'utf8'), /一\n$/);
    assert.equal(run('{题目} {文件名}').status, 0);
  });

  it('lists similar pairs as text, JSON and matrix', () => {
    assert.match(
      tool.run(['similar', 'team']).stdout,
      /^ *\d+% {2}team\/乙\.md ↔ team\/甲\.md\n +第 5 ↔ 5 行：\d+ 字(?:全部|中有 \d+ 字)相同\n比较了 3 篇，1 对有雷同（相同不到 5% 的未列）\n$/,
    );
    const { pairs } = JSON.parse(tool.run(['similar', 'team', '--format', 'json']).stdout);
    assert.deepEqual(pairs[0].passages[0].b, { line: 5, endLine: 5 });
    assert.match(tool.run(['similar', 'team', '--min', '0']).stdout, /1 对有雷同\n$/);
    const rows = tool.run(['similar', 'team', '--format', 'csv']).stdout.split('\r\n');
    assert.equal(rows[0], `\uFEFF,${['丙', '乙', '甲'].map((name) => join('team', `${name}.md`)).join(',')}`);
    assert.match(rows[2] ?? '', /乙\.md,0,,[1-9]/);
  });

  it('serves the language server over stdio', async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const server = spawn(process.execPath, [tool.script, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const [answer] = await once(server.stdout, 'data');
    assert.match(String(answer), /^Content-Length: \d+/);
    server.stdin.end();
    await once(server, 'exit');
  });

  it('speaks English in an English terminal, on every thread', () => {
    const english = (...args: string[]) => tool.run(args, '', 'en_US.UTF-8');
    assert.match(english('--help').stdout, /^Usage: fayan COMMAND/);
    assert.match(english('check', '--help').stdout, /--hand-in +before handing in/);
    assert.match(english('nonsense').stderr, /^Unknown command/);
    for (const workers of ['1', '3']) {
      const { stdout } = english('check', 'team', '--workers', workers);
      assert.match(stdout, /half-width/i);
      assert.doesNotMatch(stdout, /应为|不连续/);
    }
    for (const language of ['C', 'zh_CN.UTF-8', ''])
      assert.match(tool.run(['--help'], '', language).stdout, /^用法/, language);
  });

  it('has the same help in both languages', () => {
    const options = (lines: readonly string[]) => lines.join('\n').match(/(?<=^ *)-{1,2}[a-z][a-z-]*/gm);
    assert.deepEqual(Object.keys(usageEnglish), Object.keys(usageChinese));
    for (const [verb, lines] of Object.entries(usageChinese))
      assert.deepEqual(options(usageEnglish[verb] ?? []), options(lines), verb);
  });

  it('says where a fault in .fayan stands', () => {
    mkdirSync(join(tool.folder, '规定/.fayan'), { recursive: true });
    writeFileSync(join(tool.folder, '规定/甲.md'), mended);
    writeFileSync(
      join(tool.folder, '规定/.fayan/config.json'),
      '{\n  "rules": {\n    "long-sentence": "loud"\n  }\n}\n',
    );
    const { stderr } = tool.run(['check', '规定/甲.md', '--fail-on', 'never']);
    assert.match(stderr, /config\.json:3:22：此处应为“off”/);
  });

  it('exports to the standard output', () => {
    const { status, stdout } = tool.run(['export', 'team/丙.md', '--to', 'txt', '--out', '-']);
    assert.deepEqual([status, stdout.slice(0, 6), existsSync(join(tool.folder, '-'))], [0, '对照检查材料', false]);
  });

  it('waits for a standard input that does not block, and reads a list that begins with a mark', async function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(join(tool.folder, '名单.txt'), '\uFEFFteam/丙.md\r\n');
    assert.match(tool.run(['check', '--files-from', '名单.txt']).stdout, /^team\/丙\.md:3:/);
    // As `find -print0` ends names that may hold a line break.
    writeFileSync(join(tool.folder, 'team/丙\n丁.md'), flawed);
    writeFileSync(join(tool.folder, '名单.txt'), 'team/丙\n丁.md\0');
    assert.equal(tool.run(['check', '--files-from', '名单.txt']).status, 1);
    rmSync(join(tool.folder, 'team/丙\n丁.md'));
    const pipe = join(tool.folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const input = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const child = spawn(process.execPath, [tool.script, 'check', '--files-from', '-'], {
      cwd: tool.folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: [openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK), 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    setTimeout(() => {
      writeSync(input, 'team/丙.md\n');
      closeSync(input);
    }, 1000);
    assert.match(String(await child.stdout?.toArray()), /^team\/丙\.md:3:/);
    assert.equal((await exited)[0], 1);
  });

  it('reports a name that cannot be looked up, and checks the others', () => {
    const { status, stdout } = tool.run(['check', 'team/丙.md', '长'.repeat(300)]);
    assert.equal(status, 2);
    assert.match(stdout, /^team\/丙\.md:5:/m);
    assert.match(stdout, /^长+ 读取失败 /m);
  });

  it('ends with 2 where nobody listens at the other end', () => {
    assert.equal(tool.run(['serve', `--pipe=${join(tool.folder, '没有')}`]).status, 2);
  });

  it('asks how to serve', () => {
    assert.match(tool.run(['serve']).stderr, /^请指明通信方式/);
  });
});
