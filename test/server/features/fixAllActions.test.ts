import assert from 'node:assert/strict';
import { fixAllActions } from '../../../server/src/features/fixAllActions.ts';
import { toRange } from '../../../server/src/features/range.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';

/** What is offered at the words: the titles, and the kinds that the client is to ask for. */
function offered(text: string, words: string): (readonly [string, unknown])[] {
  const speech = parseSpeech(text);
  const start = text.indexOf(words);
  const range = toRange(speech, { start, end: start + words.length });
  const actions = fixAllActions({ uri: 'file:///甲.md', speech, version: 1 }, range, lint(speech));
  return actions.map(({ title, command }) => [title, command?.arguments?.[1]]);
}

it('what is sure is offered for all that is alike, and for everything', () => {
  assert.deepEqual(offered('学习不够,笔记靠补,以身做则不够。\n', ',笔'), [
    ['同类的 2 处一并改正：中文里应当用全角标点', 'source.fixAll.fayan.halfwidth-punctuation'],
    ['各类有把握的 3 处一并改正', 'source.fixAll.fayan'],
  ]);
});

it('of several findings in one place, it is said which is meant', () => {
  const words = '笔记靠补,以身做则不够';
  assert.deepEqual(
    offered(`学习不够,${words}，更谈不上以身做则。\n`, words).map(([title]) => title),
    [
      '同类的 2 处一并改正：中文里应当用全角标点',
      '同类的 2 处一并改正：成语、常用词不写错字',
      '各类有把握的 4 处一并改正',
    ],
  );
});

it('nothing is offered twice, nothing where the writer must judge', () => {
  assert.deepEqual(offered('学习不够,笔记靠补。\n', ','), []);
  assert.deepEqual(offered('学习不够,笔记靠补,心得不写。\n', ','), [
    ['同类的 2 处一并改正：中文里应当用全角标点', 'source.fixAll.fayan.halfwidth-punctuation'],
  ]);
  assert.deepEqual(offered('学习不够,笔记靠补,立下“公车不捎私物的规矩，谁也不能破。\n', '“'), []);
});
