import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, flawed } from './command.ts';

/** A disk of sixteen pages, which can be filled and made read-only. */
describe('a disk that takes nothing', function () {
  this.timeout(120_000);
  const tool = commandLine();
  const disk = join(tool.folder, '盘');
  const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
  const speech = join(disk, '甲.md');
  const kept = new Map<string, string>();

  before(async function () {
    mkdirSync(disk);
    if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk)) {
      console.log('    Skipped: a small disk can be mounted only on Linux, as root.');
      this.skip();
    }
    await tool.build();
    writeFileSync(speech, flawed);
    for (const old of ['甲.docx', '台账.csv', '甲.txt']) writeFileSync(join(disk, old), '旧');
    for (const name of readdirSync(disk)) kept.set(name, readFileSync(join(disk, name), 'utf8'));
  });
  after(() => {
    spawnSync('umount', [disk]);
    tool.remove();
  });

  /** What the command line is told to write there, over what is there already. */
  const writers: ReadonlyArray<readonly string[]> = [
    ['check', '--fix', speech],
    ['export', speech, '--to', 'docx', '--force'],
    ['export', speech, '--to', 'txt', '--force'],
    ['ledger', speech, '--to', 'csv', '--out', join(disk, '台账.csv'), '--force'],
  ];

  function keepsAll(reason: RegExp, besides: readonly string[] = []): void {
    for (const args of writers) {
      const { status, stdout, stderr } = tool.run(args);
      const said = `${args.join(' ')}: ${stdout}${stderr}`;
      assert.equal(status, 2, said);
      assert.match(said, reason);
      assert.doesNotMatch(said, /^\s+at /m);
      const left = readdirSync(disk).filter((name) => !besides.includes(name));
      assert.deepEqual(
        new Map(left.map((name) => [name, readFileSync(join(disk, name), 'utf8')])),
        kept,
        args.join(' '),
      );
    }
  }

  it('because it is full loses nothing, and the reason is said', () => {
    assert.throws(() => writeFileSync(join(disk, '满'), Buffer.alloc(100_000)), /ENOSPC/);
    keepsAll(/(?:没有写成|写不了).*磁盘满了/, ['满']);
  });

  it('because it is read-only loses nothing, and the reason is said', () => {
    writeFileSync(join(disk, '满'), '');
    assert.ok(mount('-o', 'remount,ro', disk));
    keepsAll(/(?:没有写成|写不了).*磁盘是只读的/, ['满']);
  });
});
