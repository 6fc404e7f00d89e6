import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import { brokenNumbering } from '../../../server/src/rules/broken-numbering.ts';
import { findings } from '../../../server/src/rules/lint.ts';

const problems = (...marks: string[]) =>
  `一、存在的问题\n\n${marks.map((mark, at) => `${mark}${'学作纪责'[at]}风方面。做得不够。\n`).join('\n')}`;

const messages = (...marks: string[]) =>
  [...findings(brokenNumbering, parseSpeech(problems(...marks)))].map(({ message }) => message);

describe('numbers that are missing at one place', () => {
  it('one is named', () =>
    assert.deepEqual(messages('（一）', '（三）', '（四）'), ['序号跳过了“（二）”，此处应为“（二）”']));

  it('two are both named, in one finding', () =>
    assert.deepEqual(messages('（一）', '（四）', '（五）'), ['序号跳过了“（二）”“（三）”，此处应为“（二）”']));

  it('more are named from the first to the last', () =>
    assert.deepEqual(messages('（一）', '（二）', '（六）'), ['序号跳过了“（三）”至“（五）”，此处应为“（三）”']));

  it('in a series within a paragraph as well', () => {
    const speech = parseSpeech('一、存在的问题\n\n（一）学习方面。一是自学少。四是笔记少。五是心得少。\n');
    assert.deepEqual(
      [...findings(brokenNumbering, speech)].map(({ message }) => message),
      ['序号跳过了“二是”“三是”，此处应为“二是”'],
    );
  });

  it('a slip in one number, with the right ones behind it, skips nothing more', () =>
    assert.deepEqual(messages('（一）', '（五）', '（三）', '（四）'), ['序号跳过了“（二）”，此处应为“（二）”']));

  it('the fix renumbers what follows', () => {
    const text = problems('（一）', '（四）', '（五）');
    const [finding] = findings(brokenNumbering, parseSpeech(text));
    assert.equal(applyEdits(text, finding?.fixes?.[0]?.edits ?? []), problems('（一）', '（二）', '（三）'));
  });
});
