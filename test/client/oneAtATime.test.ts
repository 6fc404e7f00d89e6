import assert from 'node:assert/strict';
import { oneAtATime } from '../../client/src/oneAtATime.ts';

describe('work that is done one at a time', () => {
  const fails = (error: unknown) => assert.fail(String(error));

  it('is done once more for all the calls that came meanwhile', async () => {
    const texts = ['一', '一二', '一二三'];
    let text = '';
    const shown: string[] = [];
    const show = oneAtATime(async () => {
      shown.push(text);
      await new Promise((resolve) => setTimeout(resolve));
    }, fails);
    const calls = texts.map((now) => {
      text = now;
      return show();
    });
    await Promise.all(calls);
    assert.deepEqual(shown, ['一', '一二三']);
  });

  it('hands on what goes wrong, whether it is the answer or our own mistake, and goes on', async () => {
    const errors: unknown[] = [];
    const wrong = [new Error('no answer'), new TypeError('undefined has no pages')];
    let done = 0;
    const show = oneAtATime(
      async () => {
        const error = wrong.shift();
        if (error) throw error;
        done += 1;
      },
      (error) => errors.push(String(error)),
    );
    // The second call comes while the first is about to fail: what it is for is still shown.
    await Promise.all([show(), show()]);
    await show();
    assert.deepEqual([errors, done], [['Error: no answer', 'TypeError: undefined has no pages'], 1]);
  });
});
