import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';

describe('inlay hints', () => {
  const text = `一、存在的问题\n\n（一）学习方面。一是读书少。二是记得少。\n\n（二）作风方面。${'会议多，实效少。'.repeat(50)}\n\n（三）\n`;
  const told = (from: number, to: number) => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    return inlayHints(parseSpeech(text), range, defaultContext).map(
      ({ position: { line, character }, label }) => `${text.split('\n')[line]?.slice(0, character)} ${label}`,
    );
  };

  it('say how many points a unit has and how long it takes, and nothing of one that is still to be written', () => {
    assert.deepEqual(told(0, 8), ['（一）学习方面 2 点，5 秒', '（二）作风方面 1.5 分钟']);
  });

  it('are those of the lines that are asked for', () => {
    assert.deepEqual(told(3, 8), ['（二）作风方面 1.5 分钟']);
  });
});
