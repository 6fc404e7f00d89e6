import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './command.ts';

/**
 * A title for the window, a cleared screen, hidden letters, a line written over: in the text and
 * in the name of the file.
 */
const tricks = ['\x1b]0;题\x07', '\x1b[2J', '\x1b[8m', '\r', '\x9b2J', '\x7f'];

describe('what a terminal is shown', function () {
  this.timeout(120_000);
  const tool = commandLine();
  const name = `甲${tricks.join('')}.md`;
  const text = `# 对照检查材料${tricks.join('')}\n\n一、存在的问题\n\n${tricks
    .map(
      (trick, at) =>
        `（${'一二三四五七'[at]}）学习${trick}方面。不够深入,不够${trick}系统，存在“政治${trick}站位”不高。`,
    )
    .join('\n\n')}\n\n二、整改措施\n\n（一）抓${tricks.join('')}学习。每月底前读书。\n`;

  before(async function () {
    // Windows takes no such names.
    if (process.platform === 'win32') this.skip();
    await tool.build();
    mkdirSync(join(tool.folder, '稿'));
    for (const file of [name, '乙.md']) writeFileSync(join(tool.folder, '稿', file), text);
  });
  after(() => tool.remove());

  for (const args of [
    ['check', '稿'],
    ['check', '--format', 'markdown', '稿'],
    ['check', '--format', 'csv', '稿'],
    ['outline', `稿/${name}`],
    ['report', `稿/${name}`],
    ['report', '稿'],
    ['ledger', `稿/${name}`],
    ['ledger', '--to', 'csv', `稿/${name}`],
    ['similar', '--min', '0', '稿'],
    ['export', '--to', 'txt', `稿/${name}`],
    ['check', `稿/没有${name}`],
    [name],
  ])
    it(`by ${args.slice(0, -1).join(' ') || 'a wrong verb'} is nothing but text`, () => {
      const { stdout, stderr, status } = tool.run(args);
      assert.ok(stdout + stderr !== '' && status !== null);
      assert.deepEqual((stdout + stderr).match(/(?![\t\n]|\r\n)\p{Cc}/gu), null);
    });
});
