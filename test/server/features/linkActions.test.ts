import assert from 'node:assert/strict';
import { linkActions } from '../../../server/src/features/linkActions.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { pinnedText, uri } from './pinned.ts';

function actionsAt(text: string, words: string, canCommand = true): string[] {
  const speech = parseSpeech(text);
  const start = speech.source.positionAt(text.indexOf(words));
  const target = { uri, speech, version: 1, canCommand };
  const actions = linkActions(target, { start, end: start }, defaultContext, []);
  return actions.map(({ title, command, edit }) => {
    const [change] = edit?.documentChanges ?? [];
    const texts =
      change && 'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText.trim() : '')) : [];
    return `${title}: ${command?.command ?? texts.join(' ')}`;
  });
}

describe('the quick fixes that link', () => {
  it('are offered at a problem that nothing answers', () => {
    const actions = actionsAt(pinnedText, '（三）意识形态');
    assert.deepEqual(actions.slice(-2), ['关联整改措施…: fayan.linkMeasure', '注明不需要整改措施: <!-- 对应：无 -->']);
  });

  it('are offered at a measure that answers none', () => {
    const text = `${pinnedText.trimEnd()}\n\n（四）修缮食堂灶台。\n`.replaceAll('<!-- 对应：无 -->', '');
    assert.deepEqual(actionsAt(text, '（四）修缮').slice(-2), [
      '对应到问题…: fayan.linkMeasure',
      '注明不对应具体问题: <!-- 对应：无 -->',
    ]);
  });

  it('are no command where the client has none', () => {
    assert.doesNotMatch(actionsAt(pinnedText, '（三）意识形态', false).join('\n'), /fayan\.linkMeasure/);
  });

  it('leave alone what is answered', () => {
    assert.deepEqual(actionsAt(pinnedText, '（一）理论学习'), []);
    assert.deepEqual(actionsAt(pinnedText, '（一）宗旨观念'), []);
  });
});
