import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexFiles } from '../../../server/src/cli/indexFiles.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { similarDesk } from '../../../server/src/similar/similarDesk.ts';
import { createIndex } from '../../../server/src/similar/similarIndex.ts';

const parking = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
const text = `# 对照检查材料\n\n一、存在的主要问题\n\n（一）为民服务方面。${parking}\n\n二、原因分析\n\n（一）宗旨意识淡薄。\n`;
/** For one such speech. */
const room = fingerprint(parseSpeech(text)).hashes.length;
const message = (files: number) => `雷同索引满了，有 ${files} 个文件没有收进去，没有同它们比较。`;

describe('an index that is full', () => {
  const [first, second] = ['甲', '乙'].map((name) => ({ uri: `file:///${name}.md`, stamp: '1', lastYear: false }));
  assert.ok(first && second);
  const small = () => similarDesk(() => undefined, createIndex(room));
  const add = (desk: ReturnType<typeof small>, file: typeof first) => desk.add({ files: [{ ...file, text }] });

  it('asks for what it has no room for once, and says so once', () => {
    const desk = small();
    const files = [first, second];
    assert.deepEqual(desk.sync({ files }).wanted, [first.uri, second.uri]);
    assert.equal(add(desk, first).size, 1);
    assert.equal(desk.complaint(), undefined);
    assert.equal(add(desk, second).size, 1);
    assert.deepEqual([desk.complaint(), desk.complaint()], [message(1), undefined]);
    assert.deepEqual(desk.sync({ files }).wanted, []);
    assert.deepEqual(desk.sync({ files: [first, { ...second, stamp: '2' }] }).wanted, [second.uri]);
  });

  it('asks again when there is room', () => {
    const desk = small();
    for (const file of [first, second]) add(desk, file);
    assert.deepEqual(desk.sync({ files: [second] }), { wanted: [second.uri], gone: 1 });
    assert.equal(add(desk, second).size, 1);
    assert.equal(desk.complaint(), undefined);
    assert.deepEqual(desk.sync({ files: [second] }), { wanted: [], gone: 0 });
  });

  it('is complained of on the command line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fayan-full-'));
    const said: string[] = [];
    const { error } = console;
    console.error = (line: string) => said.push(line);
    try {
      const files = ['甲.md', '乙.md', '丙.md'].map((name) => ({ file: join(folder, name), found: false }));
      for (const { file } of files) writeFileSync(file, text);
      assert.equal(indexFiles(createIndex(room), files, false, assert.fail).length, 1);
    } finally {
      console.error = error;
      rmSync(folder, { recursive: true });
    }
    assert.deepEqual(said, [message(2)]);
  });
});
