import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';

const problems = '一、存在的问题\n\n（一）学习方面。原著读得少。\n\n（二）作风方面。一年没有下过村。\n\n';
const titles = (text: string, kind: 'problems' | 'measures') => parseSpeech(text)[kind].map(({ title }) => title);

/** A table with this header and these rows, each cell in its column. */
function table(header: string, ...rows: string[]): string {
  const delimiter = header.replace(/[^|]+/g, '-');
  return `${[header, delimiter, ...rows].map((row) => `| ${row} |`).join('\n')}\n`;
}

describe('the titles of measures in a table', () => {
  const measures = (header: string, ...rows: string[]) =>
    titles(`${problems}二、整改措施\n\n任务列成下表：\n\n${table(header, ...rows)}`, 'measures');

  it('stand in the column of short names, beside one that tells how', () => {
    const rows = [
      '1 | 把书桌搬进会场 | 每周三晚上读原著两小时；读完写一页笔记 | 三月底',
      '2 | 拴住两只脚 | 每月住村两天，带着问题去，带着办法回 | 长期',
    ];
    for (const header of [
      '序号 | 整改事项 | 具体措施 | 时限',
      '序号 | 整改任务 | 主要举措 | 时限',
      '序号 | 重点工作任务 | 具体的做法 | 时限',
      '序号 | 措施名称 | 做法 | 时限',
      '序号 | 整改举措 | 具体内容 | 时限',
      '序号 | 整改内容 | 怎么做 | 时限',
      '序号 | 要做的事 | 怎么办 | 时限',
      '序号 | **做什么** | **怎么做** | 时限',
    ])
      assert.deepEqual(measures(header, ...rows), ['把书桌搬进会场', '拴住两只脚'], header);
  });

  it('or with the measures, where the column beside names what they are for', () => {
    const found = (first: string, second: string, header = '整改事项 | 具体措施') =>
      measures(header, `${first} | 每周读书两小时`, `${second} | 每月住村两天`);
    const own = ['每周读书两小时', '每月住村两天'];
    assert.deepEqual(found('对应问题（一）', '对应问题（二）'), own);
    assert.deepEqual(found('原著学得不深入', '下村次数太少'), own);
    assert.deepEqual(found('理论学习方面', '工作作风方面'), own);
    assert.deepEqual(found('政治站位', '上门服务'), own);
    assert.deepEqual(found('把书桌搬进会场', '把书桌搬进会场'), own, 'twice the same');
    assert.deepEqual(found('把书桌搬进会场', '拴住两只脚', '整改事项 | 整改措施'), own);
    assert.deepEqual(found('把书桌搬进会场', '拴住两只脚', '整改目标 | 具体措施'), own);
    assert.deepEqual(found('学习的问题', '作风的问题', '对应问题 | 怎么改'), own);
  });

  it('from all tables of one header, and from none with another', () => {
    const first = table('整改措施 | 时限', '每周读书 | 三月底');
    const second = table('整改措施 | 时限', '每月住村 | 年底');
    const other = table('单位 | 人数', '办公室 | 3');
    const text = `${problems}二、整改措施\n\n先办的：\n\n${first}\n后办的：\n\n${second}\n分工：\n\n${other}`;
    assert.deepEqual(titles(text, 'measures'), ['每周读书', '每月住村']);
  });

  it('stand in the next column, where the cell of a row is empty', () =>
    assert.deepEqual(
      measures('整改事项 | 具体措施', '把书桌搬进会场 | 每周读书', '拴住两只脚 | 每月住村', ' | 每季回访一次'),
      ['把书桌搬进会场', '拴住两只脚', '每季回访一次'],
    ));
});

describe('a ledger without other parts', () => {
  const ledger = (header: string, ...rows: string[]) => {
    const text = `# 某局整改台账\n\n${table(header, ...rows)}`;
    return [titles(text, 'problems').join(), titles(text, 'measures').join()];
  };

  it('has problems and measures in columns of any usual name', () => {
    const rows = ['1 | 原著学得不深入 | 每周读书两小时 | 某甲', '2 | 下村次数太少 | 每月住村两天 | 某乙'];
    for (const header of [
      '序号 | 问题 | 整改措施 | 责任人',
      '序号 | 查摆问题 | 怎么改 | 责任人',
      '序号 | 问题描述 | 具体做法 | 责任人',
      '序号 | 整改事项 | 整改措施 | 责任人',
      '序号 | 整改内容 | 具体举措 | 责任人',
    ])
      assert.deepEqual(ledger(header, ...rows), ['原著学得不深入,下村次数太少', '每周读书两小时,每月住村两天'], header);
  });

  it('has no problems where 整改事项 are tasks', () =>
    assert.deepEqual(ledger('整改事项 | 具体措施', '把书桌搬进会场 | 每周读书', '拴住两只脚 | 每月住村'), [
      '',
      '把书桌搬进会场,拴住两只脚',
    ]));

  it('names its measures by their own column', () =>
    assert.deepEqual(
      ledger('问题 | 整改任务 | 具体措施', '学得不深 | 把书桌搬进会场 | 每周读书', '下村太少 | 拴住两只脚 | 每月住村'),
      ['学得不深,下村太少', '把书桌搬进会场,拴住两只脚'],
    ));
});
