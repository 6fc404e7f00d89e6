import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { fileName } from '../../../server/src/page/fileName.ts';
import { metricsOf } from '../../../server/src/page/metrics.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { readerOf } from '../../../server/src/userData/dataReader.ts';
import { builtInStyles, namedStyle, readPageStyle } from '../../../server/src/userData/styleReader.ts';

describe('page styles', () => {
  const schema = JSON.parse(readFileSync('schemas/style.schema.json', 'utf8'));
  const isValid = new Ajv({ strict: false }).compile(schema);

  it('built in are as the schema says', () => {
    for (const name of ['official', 'reading', 'plain']) {
      const style = JSON.parse(readFileSync(`server/data/styles/${name}.json`, 'utf8'));
      assert.ok(isValid(style), `${name}: ${JSON.stringify(isValid.errors)}`);
    }
    assert.deepEqual(
      builtInStyles.map(({ name }) => name),
      ['公文', '讲话稿', '简洁'],
    );
  });

  it('公文 is 22 lines of 28 characters', () => {
    const { linesPerPage, charPitch } = metricsOf(defaultStyle);
    assert.equal(linesPerPage, 22);
    assert.equal(charPitch, 15.8);
  });

  it('takes what is wrong from the style below', () => {
    const wrong = {
      name: '我们的',
      size: -1,
      margins: { top: 999, left: 30 },
      fonts: { 仿宋: '"};x', 楷体: '楷体' },
      __proto__: { size: 3 },
    };
    const style = readPageStyle(readerOf(wrong));
    assert.equal(style.size, 16);
    assert.deepEqual(style.margins, { top: 37, right: 26, bottom: 35, left: 30 });
    assert.deepEqual(style.fonts, { 楷体: '楷体' });
    for (const value of [null, 3, 'x', [], { paper: 7, headings: [1], title: [] }]) readPageStyle(readerOf(value));
  });

  it('takes the headings that it names, and no more than there are levels', () => {
    const [own, body] = [{ font: '宋体' }, { font: '仿宋', bold: false }];
    const read = (headings: readonly unknown[]) => {
      const reader = readerOf({ name: '我局', headings });
      const style = readPageStyle(reader);
      return [isValid(reader.value), reader.faults.map(({ message }) => message), style.headings];
    };
    const first = { ...own, bold: false };
    assert.deepEqual(read([own]), [true, [], [first, { font: '楷体', bold: false }, body, body]]);
    assert.deepEqual(read([own, own, own, own, own]), [false, ['最多 4 项，其余未采用'], [first, first, first, first]]);
  });

  it('has no page that margins swallow', () => {
    const given = { name: 'x', paper: { width: 80, height: 80 }, margins: { left: 79, top: 79 } };
    const style = readPageStyle(readerOf(given));
    assert.ok(metricsOf(style).width > 100);
  });

  it('finds the own style first, and 公文 for an unknown name', () => {
    assert.equal(namedStyle('简洁', [readPageStyle(readerOf({ name: '简洁', size: 15 }))]).size, 15);
    assert.equal(namedStyle('没有').name, '公文');
  });

  it('names files as the writer wants, and as file systems can', () => {
    const day = new Date(2026, 10, 2);
    assert.equal(fileName('{题目}（起草 {日期}）', '关于“a/b”的发言', day, 'x'), '关于“ab”的发言（起草 2026-11-02）');
    assert.equal(fileName('{题目}', '', day, '草稿'), '草稿');
    assert.equal(fileName('{文件名}（{题目}）', '发言 $& {日期}', day, '李副局长'), '李副局长（发言 $& {日期}）');
    assert.equal(fileName('../..', '', day, 'x'), '发言');
    // 255 bytes are all that a file system takes, extension and all.
    assert.equal(fileName('{题目}（起草 {日期}）', '题'.repeat(90), day, 'x'), `${'题'.repeat(59)}（起草 2026-11-02）`);
    assert.equal(fileName('{文件名} {题目}', '𠮷'.repeat(90), day, '甲'), `甲 ${'𠮷'.repeat(24)}`);
    assert.equal(fileName('长'.repeat(90), '题', day, 'x'), '长'.repeat(66));
  });
});
