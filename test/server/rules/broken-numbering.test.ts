import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { brokenNumbering } from '../../../server/src/rules/broken-numbering.ts';
import { findings } from '../../../server/src/rules/lint.ts';

const problems = (...marks: string[]) =>
  `一、存在的问题\n\n${marks.map((mark, at) => `${mark}${'学作纪责'[at]}风方面。做得不够。\n`).join('\n')}`;

const messages = (...marks: string[]) =>
  [...findings(brokenNumbering, parseSpeech(problems(...marks)))].map(({ message }) => message);

describe('a wrong number is told once, with the right one', () => {
  const cases: ReadonlyArray<readonly [marks: string, message: string]> = [
    ['（一）（三）（四）', '序号跳到“（三）”，应为“（二）”'],
    ['（一）（四）（五）', '序号跳到“（四）”，应为“（二）”'],
    ['（一）（五）（三）（四）', '序号跳到“（五）”，应为“（二）”'],
    ['（一）（二）（二）', '序号“（二）”重复，应为“（三）”'],
    ['（一）（二）（三）（二）', '序号退回“（二）”，应为“（四）”'],
    ['（一）（二）（一）', '序号又从头编起，应为“（三）”'],
    ['（一）（三）（二）（四）', '序号与下一项颠倒，应为“（二）”'],
    ['（二）（三）', '序号应从“（一）”编起'],
  ];
  for (const [marks, message] of cases)
    it(marks, () => assert.deepEqual(messages(...(marks.match(/（.）/g) ?? [])), [message]));

  it('where the number itself is gone', () => {
    const speech = parseSpeech(problems('（一）', '（二）', '（三）', '（四）').replace('（三）', ''));
    assert.deepEqual(
      [...findings(brokenNumbering, speech)].map(({ message }) => message),
      ['缺少序号“（三）”'],
    );
  });

  it('where the numbers from one heading on are gone, at the first of them, with a fix for all', () => {
    const text = `一、存在的问题\n\n${['（一）学习', '（二）政治', '能力', '作风'].map((head) => `${head}方面\n\n不够。\n`).join('\n')}`;
    const [finding, more] = findings(brokenNumbering, parseSpeech(text));
    assert.equal(more, undefined);
    assert.equal(finding?.message, '从这里起缺少序号，应为“（三）（四）”');
    const fixed = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    assert.deepEqual(fixed.match(/^.*方面$/gm), [
      '（一）学习方面',
      '（二）政治方面',
      '（三）能力方面',
      '（四）作风方面',
    ]);
  });

  it('in a series within a paragraph as well', () => {
    const speech = parseSpeech('一、存在的问题\n\n（一）学习方面。一是自学少。四是笔记少。五是心得少。\n');
    assert.deepEqual(
      [...findings(brokenNumbering, speech)].map(({ message }) => message),
      ['序号跳到“四是”，应为“二是”'],
    );
  });

  it('the fix says that what follows changes only where it does', () => {
    const titles = (...marks: string[]) =>
      [...findings(brokenNumbering, parseSpeech(problems(...marks)))].map(({ fixes }) => fixes?.[0]?.title);
    assert.deepEqual(titles('（一）', '（二）', '（四）', '（四）'), ['改为“（三）”']);
    assert.deepEqual(titles('（一）', '（三）', '（四）'), ['改为“（二）”，后面顺改']);
  });

  it('the fix renumbers what follows', () => {
    const text = problems('（一）', '（四）', '（五）');
    const [finding] = findings(brokenNumbering, parseSpeech(text));
    assert.equal(applyEdits(text, finding?.fixes?.[0]?.edits ?? []), problems('（一）', '（二）', '（三）'));
  });
});
