import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../server/src/cli/ledger.ts';
import { Misuse } from '../../../server/src/cli/options.ts';
import { pinnedText } from '../features/pinned.ts';

describe('fayan ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const file = join(folder, '发言.md');
  const out = (name: string) => join(folder, name);
  before(() => writeFileSync(file, pinnedText));
  after(() => rmSync(folder, { recursive: true }));

  it('writes each format', async () => {
    for (const format of ['md', 'csv', 'docx']) {
      assert.equal(await run([file, '--to', format, '--out', out(`台账.${format}`)]), 0);
    }
    assert.match(readFileSync(out('台账.md'), 'utf8'), /^# 个人对照检查材料 整改台账\n\n\| 序号 \|/);
    assert.match(readFileSync(out('台账.csv'), 'utf8'), /^\ufeff序号,问题来源,.*\r\n1,对照检查,理论学习不系统,/);
    assert.equal(readFileSync(out('台账.docx')).subarray(0, 2).toString(), 'PK');
  });

  it('takes - for the standard output', async () => {
    const { stdout } = process;
    const { write } = stdout;
    const written: Uint8Array[] = [];
    stdout.write = ((content: Uint8Array) => written.push(content) > 0) as typeof write;
    try {
      assert.equal(await run([file, '--out', '-']), 0);
    } finally {
      stdout.write = write;
    }
    assert.match(Buffer.concat(written).toString(), /^# 个人对照检查材料 整改台账\n/);
    assert.ok(!existsSync('-'));
  });

  it('overwrites only when it is told to', async () => {
    writeFileSync(out('旧.csv'), '旧');
    await assert.rejects(run([file, '--to', 'csv', '--out', out('旧.csv')]), /已经有了；要覆盖请加 --force/);
    assert.equal(readFileSync(out('旧.csv'), 'utf8'), '旧');
    assert.equal(await run([file, '--to', 'csv', '--out', out('旧.csv'), '--force']), 0);
    assert.match(readFileSync(out('旧.csv'), 'utf8'), /^\ufeff序号/);
  });

  it('keeps the speech, a link and what is no file', async () => {
    await assert.rejects(run([file, '--out', file, '--force']), /发言\.md 就是原稿/);
    symlinkSync(file, out('链接.md'));
    await assert.rejects(run([file, '--out', out('链接.md'), '--force']), /链接\.md 就是原稿/);
    assert.equal(readFileSync(file, 'utf8'), pinnedText);
    writeFileSync(out('旧.md'), '旧', { mode: 0o600 });
    symlinkSync(out('旧.md'), out('台账链接.md'));
    assert.equal(await run([file, '--out', out('台账链接.md'), '--force']), 0);
    assert.ok(lstatSync(out('台账链接.md')).isSymbolicLink());
    assert.match(readFileSync(out('旧.md'), 'utf8'), /^# 个人对照检查材料 整改台账/);
    assert.equal(statSync(out('旧.md')).mode & 0o777, 0o600);
    await assert.rejects(run([file, '--out', folder, '--force']), /这是目录，不是文件/);
    await assert.rejects(run([file, '--out', out('没有/台账.md')]), /写不了 .*：没有这个目录$/);
  });

  it('says what is wrong with its use', async () => {
    await assert.rejects(run([]), Misuse);
    await assert.rejects(run([file, '--to', 'xls']), Misuse);
    await silently(async () => assert.equal(await run([out('没有.md')]), 2));
  });
});

/** What `work` writes to the standard error, instead of writing it. */
async function silently(work: () => Promise<void>): Promise<string> {
  const { error } = console;
  const said: string[] = [];
  console.error = (line: string) => said.push(line);
  try {
    await work();
  } finally {
    console.error = error;
  }
  return said.join('\n');
}
