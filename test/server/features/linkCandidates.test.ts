import assert from 'node:assert/strict';
import { linkCandidates } from '../../../server/src/features/linkCandidates.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { cursorAt } from './pinned.ts';

describe('the list of what may be linked', () => {
  it('says how sure a link is, and nothing where there is next to none', () => {
    const { speech, position } = cursorAt('（二）联系群众');
    const { candidates } = linkCandidates(speech, position, defaultContext);
    assert.deepEqual(
      candidates.map(({ name, confidence }) => `${name} ${confidence}`.trimEnd()),
      ['（二）常到村里去 100%', '（一）强化理论武装', '（三）勤俭办一切事情'],
    );
  });
});
