import assert from 'node:assert/strict';
import { isAskedFor, workspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';

it('headings and points are found with the part they stand in', () => {
  const text =
    '# 题\n\n一、存在的问题\n\n（一）学习方面。一是自学少。二是笔记少。\n\n二、整改措施\n\n（一）学习方面。每周自学。\n';
  const told = workspaceSymbols('file:///甲.md', parseSpeech(text)).map(
    ({ name, containerName, location }) => `${location.range.start.line} ${containerName ?? '–'} | ${name}`,
  );
  assert.deepEqual(told, [
    '2 – | 一、存在的问题',
    '4 一、存在的问题 | （一）学习方面',
    '4 一、存在的问题 | 一是自学少',
    '4 一、存在的问题 | 二是笔记少',
    '6 – | 二、整改措施',
    '8 二、整改措施 | （一）学习方面',
  ]);
});

it('a heading is asked for by its characters in their order', () => {
  const name = '（一）理论学习方面 PPT';
  for (const query of ['', '学习', '理学', '理论 学习', 'ppt']) assert.ok(isAskedFor(name, query), query);
  for (const query of ['习学', '学学', '作风']) assert.ok(!isAskedFor(name, query), query);
});
