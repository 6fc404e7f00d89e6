// Speeches whose paragraphs follow each other without blank lines, as pasted from Word. For other ways of writing see
// test/server/rules/variations.test.ts.
import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { fixtures } from '../../../speeches.ts';
import { outlineText } from './outlineText.ts';

/** Speeches that are read in another way then, by their number, and why. */
const but: Readonly<Record<string, string>> = {
  72: 'its last paragraph begins with no words of an end, and the one above it is a single sentence',
};

describe('the same outline without blank lines', () => {
  for (const { name, text } of fixtures('test/speeches')) {
    const rows = text.split(/\r?\n/);
    // Rows that follow each other are wrapped, a list or a table already.
    if (rows.some((row, at) => row && rows[at + 1])) continue;
    const pasted = rows.filter((row) => row).join('\n');
    const why = but[name.split('-')[0] ?? ''];
    if (why === undefined) it(name, () => assert.equal(plainOutline(pasted), plainOutline(text)));
    else it(`${name}, not yet: ${why}`, () => assert.notEqual(plainOutline(pasted), plainOutline(text)));
  }
});

describe('rows without blank lines between them', () => {
  it('are paragraphs where they were pasted from Word', () =>
    assert.equal(
      plainOutline(
        [
          '在2025年度民主生活会上的发言',
          '局党组成员、副局长　何秋白',
          '会前我走访了六个站所，听了四十条意见。有三条是当面说的。',
          '这三条我记在本子第一页。天天看得到。',
          '一、存在的问题',
          '一是下乡少。全年只住了两晚。',
          '会上我总说忙，其实是怕。怕听难听的话。',
          '二、整改措施',
          '一是每月下乡四天。住在站所，不打招呼。',
          '以上发言，请同志们批评指正。',
        ].join('\n'),
      ),
      [
        '题目 在2025年度民主生活会上的发言',
        '署名 局党组成员、副局长 何秋白',
        '帽段 会前我走访了六个站所，听了四十条意见。有三条是…',
        '帽段 这三条我记在本子第一页。天天看得到。',
        '一、 存在的问题 [problems]',
        ' 一是 下乡少',
        '二、 整改措施 [measures]',
        ' 一是 每月下乡四天',
        '结尾 以上发言，请同志们批评指正。',
        '',
        '问题 P1 下乡少',
        '整改 M1 每月下乡四天',
        '',
      ].join('\n'),
    ));

  it('are one paragraph where somebody writes each sentence on a row, or wraps the text', () =>
    assert.equal(
      plainOutline(
        [
          '# 在2025年度民主生活会上的发言',
          '',
          '会前我走访了六个站所。',
          '我听了四十条意见。',
          '有三条是当面说的。',
          '',
          '这三条我记在本子第一页。天天看得到，有时念给',
          '来办事的人听。他们听了笑，说写得还不够重，要我',
          '再添上两条。我添了。',
        ].join('\n'),
      ),
      [
        '题目 在2025年度民主生活会上的发言',
        '帽段 会前我走访了六个站所。 我听了四十条意见。 有…',
        '帽段 这三条我记在本子第一页。天天看得到，有时念给 …',
        '',
        '',
      ].join('\n'),
    ));
});

/** Without the number of blanks in it. */
function plainOutline(text: string): string {
  return outlineText(parseSpeech(text)).replace(/[ 　]+/g, ' ');
}
