import { strict as assert } from 'node:assert';
import { movedTo } from '../../client/src/movedTo.ts';

describe('movedTo', () => {
  const moves = [
    { from: 'file:///a/旧.md', to: 'file:///a/新.md' },
    { from: 'file:///a/甲', to: 'file:///b/乙' },
  ];

  it('tells the new name of a file', () => {
    assert.equal(movedTo('file:///a/旧.md', moves), 'file:///a/新.md');
  });

  it('follows the folder that a file is in', () => {
    assert.equal(movedTo('file:///a/甲/稿/发言.md', moves), 'file:///b/乙/稿/发言.md');
  });

  it('leaves alone what only begins alike', () => {
    assert.equal(movedTo('file:///a/甲乙.md', moves), undefined);
    assert.equal(movedTo('file:///a/旧.md.bak', moves), undefined);
  });
});
