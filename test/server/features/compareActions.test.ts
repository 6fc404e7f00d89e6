import assert from 'node:assert/strict';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { compareActions } from '../../../server/src/features/compareActions.ts';
import { disableActions } from '../../../server/src/features/disableActions.ts';
import { toRange } from '../../../server/src/features/range.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { similarIn } from '../../../server/src/similar/lookup.ts';
import { createIndex } from '../../../server/src/similar/similarIndex.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';

const copied = '对群众提的停车难题只在会上议过两回,物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
const text = `# 对照检查材料\n\n一、存在的主要问题\n\n（一）为民服务方面。${copied}\n`;

const speech = parseSpeech(text);
const index = createIndex();
index.put({ uri: 'file:///乙.md', stamp: '', lastYear: false, fingerprint: fingerprint(speech) });
const context = { ...defaultContext, similar: similarIn(index, () => 'file:///甲.md') };
const reports = lint(speech, {}, context);
const target = { uri: 'file:///甲.md', speech, version: 1 };
const rangeOf = (words: string) => {
  const start = text.indexOf(words);
  return toRange(speech, { start, end: start + words.length });
};

it('a finding about copied words offers to show both sides', () => {
  const [action, ...others] = compareActions(target, rangeOf('物业'), reports);
  assert.equal(others.length, 0);
  assert.equal(action?.title, '并排对照：“乙.md”第 5 行');
  const [uri, here, there] = action?.command?.arguments ?? [];
  assert.deepEqual([uri, there.uri], ['file:///甲.md', 'file:///乙.md']);
  assert.deepEqual(here, rangeOf(copied.slice(0, -1)));
  assert.deepEqual(compareActions(target, rangeOf('存在'), reports), []);
});

it('what is offered begins with the shortest finding at the cursor', () => {
  const at = rangeOf(',');
  const lintAgain = (other: string) => lint(parseSpeech(other), {}, context);
  const offered = [
    ...codeActions(target, at, { reports, lintAgain }, ['quickfix']),
    ...compareActions(target, at, reports),
    ...disableActions(target, at, reports),
  ];
  assert.deepEqual(
    offered.map(({ title }) => title),
    [
      '改为“，”',
      '并排对照：“乙.md”第 5 行',
      '本段不查：中文里应当用全角标点',
      '全文不查：中文里应当用全角标点',
      '本段不查：不宜与别人的、上年的材料雷同',
      '全文不查：不宜与别人的、上年的材料雷同',
    ],
  );
});
