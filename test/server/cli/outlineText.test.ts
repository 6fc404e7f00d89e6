import assert from 'node:assert/strict';
import { outlineJson } from '../../../server/src/cli/outlineJson.ts';
import { outlineText } from '../../../server/src/cli/outlineText.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';

it('the outline as text says of a problem without measures why it has none', () => {
  const problems = ['学习不够。原著读得少。', '作风不实。下村少，〔事例〕。', '排场。摆酒。\n\n<!-- 对应：无 -->'];
  const text = `一、存在的问题\n\n${problems.map((words, at) => `（${'一二三'.charAt(at)}）${words}`).join('\n\n')}\n\n二、整改措施\n\n（一）办好食堂。每周换菜单。\n`;
  const shown = outlineText(outlineJson(parseSpeech(text), defaultContext));
  assert.deepEqual(
    shown.split('\n').filter((line) => line.includes('→')),
    ['    → 没有对应的整改', '    → 待填写', '    → 注明不需整改'],
  );
});
