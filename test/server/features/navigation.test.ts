import assert from 'node:assert/strict';
import { definition } from '../../../server/src/features/definition.ts';
import { documentHighlight } from '../../../server/src/features/documentHighlight.ts';
import { references } from '../../../server/src/features/references.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { cursorAt, pinnedText, textOf, uri, withCursor } from './pinned.ts';

const definitionFrom = (words: string) => {
  const { speech, position } = cursorAt(words);
  return definition(uri, speech, position, defaultContext).map(({ targetSelectionRange, originSelectionRange }) => {
    const origin = originSelectionRange ? textOf(speech, originSelectionRange) : '';
    return `${origin} → ${textOf(speech, targetSelectionRange)}`;
  });
};

describe('going from one to the other', () => {
  it('leads from a problem to its measures, then its causes', () => {
    assert.deepEqual(definitionFrom('联系群众不紧密。下乡'), [
      '（二）联系群众不紧密 → （二）常到村里去',
      '（二）联系群众不紧密 → （一）宗旨观念淡化',
    ]);
  });

  it('leads back, also from the text of a unit', () => {
    assert.deepEqual(definitionFrom('常到村里去'), ['（二）常到村里去 → （二）联系群众不紧密']);
    assert.deepEqual(definitionFrom('每月走访'), [' → （二）联系群众不紧密']);
  });

  it('leads from a number in a 对应 comment to what it names, from the rest of the comment as from the measure', () => {
    const { speech, position } = withCursor(
      pinnedText.replace('<!-- 对应：（二） -->', '<!-- 对应：（三）、（二）| -->'),
    );
    assert.deepEqual(
      definition(uri, speech, position, defaultContext).map((link) => textOf(speech, link.targetSelectionRange)),
      ['（二）联系群众不紧密'],
    );
    assert.deepEqual(definitionFrom('对应：（二） -->'), [' → （二）联系群众不紧密']);
  });

  it('leads nowhere from what stands outside the units', () => {
    assert.deepEqual(definitionFrom('个人对照检查材料'), []);
  });

  it('lists everything that goes with a unit, in reading order', () => {
    const { speech, position } = cursorAt('下乡走马观花');
    const found = (includeSelf: boolean) =>
      references(uri, speech, { position, includeSelf }, defaultContext).map(({ range }) => textOf(speech, range));
    assert.deepEqual(found(false), ['（一）宗旨观念淡化', '（二）常到村里去']);
    assert.deepEqual(found(true), ['（二）联系群众不紧密', '（一）宗旨观念淡化', '（二）常到村里去']);
  });

  it('lists nothing for a unit that goes with no other, not even itself', () => {
    const { speech, position } = withCursor(
      '一、存在的问题\n\n（一）学习不|够。\n\n二、整改措施\n\n（一）植树造林。\n',
    );
    assert.deepEqual(references(uri, speech, { position, includeSelf: true }, defaultContext), []);
  });

  it('highlights the counterparts of the head under the cursor, and leaves other words to the editor', () => {
    const marked = (words: string) => {
      const { speech, position } = cursorAt(words);
      return documentHighlight(speech, position, defaultContext).map(({ range }) => textOf(speech, range));
    };
    assert.deepEqual(marked('强化理论武装'), ['（一）强化理论武装', '（一）理论学习不系统']);
    assert.deepEqual(marked('通读原著'), []);
  });

  it('finds the measure inside an aspect that holds it', () => {
    const { speech, position } = withCursor(
      '一、理论学习方面\n\n（一）存在问题\n\n原著读得少，笔记记得浅。\n\n（二）整改措施\n\n每周|通读原著，写好笔记。\n\n二、作风建设方面\n\n（一）存在问题\n\n下乡走访走马观花。\n\n（二）整改措施\n\n每月走访十户群众。\n',
    );
    const [link] = definition(uri, speech, position, defaultContext);
    assert.equal(link && textOf(speech, link.targetSelectionRange), '一、理论学习方面');
  });
});
