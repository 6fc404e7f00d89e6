import assert from 'node:assert/strict';
import { createRehearsal } from '../../client/src/webview/rehearsal.ts';

/** A title that is not spoken, then units of one, two and one paragraphs: 100, 30 + 170 and 100 字. */
const paragraphs = [
  { characters: 0, group: 0 },
  { characters: 100, group: 1 },
  { characters: 30, group: 2 },
  { characters: 170, group: 2 },
  { characters: 100, group: 3 },
];

function rehearsed() {
  const rehearsal = createRehearsal();
  rehearsal.take(paragraphs, 200);
  return rehearsal;
}

describe('a rehearsal', () => {
  it('begins with what is spoken first, and has the whole before it', () => {
    const { here, figures, isRunning } = rehearsed();
    assert.deepEqual(here(), { index: 1, part: 0 });
    assert.deepEqual(figures(), { elapsed: 0, left: 120, rate: 200, part: 0 });
    assert.equal(isRunning(), false);
  });

  it('goes on at its rate, stops at the end, and begins anew from there', () => {
    const { toggle, pass, here, figures, isRunning } = rehearsed();
    toggle();
    pass(15);
    assert.deepEqual([here(), figures().left], [{ index: 1, part: 0.5 }, 105]);
    pass(21);
    assert.deepEqual([here().index, figures().elapsed, isRunning()], [2, 36, true]);
    pass(100);
    assert.deepEqual([here(), figures().part, isRunning()], [{ index: 4, part: 1 }, 1, false]);
    toggle();
    assert.deepEqual([here().index, figures().elapsed, isRunning()], [1, 0, true]);
  });

  it('is at the beginning, at the usual rate, when another speech comes', () => {
    const { take, forget, toggle, change, pass, here, figures, isRunning } = rehearsed();
    toggle();
    change(1);
    pass(30);
    forget();
    take([{ characters: 300, group: 0 }], 150);
    assert.deepEqual(here(), { index: 0, part: 0 });
    assert.deepEqual(figures(), { elapsed: 0, left: 120, rate: 150, part: 0 });
    assert.equal(isRunning(), false);
  });

  it('goes from unit to unit, back first to where this one began, and no further than the ends', () => {
    const { go, pass, here, toEnd, toStart } = rehearsed();
    const after = (...moves: Array<1 | -1>) => {
      for (const move of moves) go(move);
      return here().index;
    };
    assert.equal(after(1), 2);
    pass(30);
    assert.equal(here().index, 3);
    assert.equal(after(-1), 2);
    assert.equal(after(-1), 1);
    assert.equal(after(-1, -1), 1);
    assert.equal(after(1, 1, 1, 1), 4);
    toEnd();
    assert.deepEqual(here(), { index: 4, part: 1 });
    toStart();
    assert.deepEqual(here(), { index: 1, part: 0 });
  });

  it('keeps its place and its rate when the text changes under it', () => {
    const { take, change, pass, here, figures } = rehearsed();
    change(1);
    pass(60);
    take([...paragraphs.slice(0, 3), { characters: 70, group: 2 }], 180);
    assert.deepEqual(here(), { index: 3, part: 1 });
    assert.equal(figures().rate, 210);
  });

  it('is neither faster nor slower than anybody speaks', () => {
    const { change, figures } = rehearsed();
    for (let times = 0; times < 50; times += 1) change(1);
    assert.equal(figures().rate, 400);
    for (let times = 0; times < 50; times += 1) change(-1);
    assert.equal(figures().rate, 60);
  });

  it('of nothing is at its end', () => {
    const { take, here, figures, pass, isRunning, toggle, go } = createRehearsal();
    take([], 200);
    toggle();
    pass(1);
    go(1);
    go(-1);
    assert.deepEqual([here(), figures().part, isRunning()], [{ index: 0, part: 1 }, 0, false]);
  });
});
