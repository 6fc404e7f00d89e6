import assert from 'node:assert/strict';
import { defaultContext } from '../../server/src/model/context.ts';
import { parseSpeech } from '../../server/src/model/parse.ts';
import { reportBody } from '../../server/src/report/html.ts';
import { reportOf } from '../../server/src/report/report.ts';
import { lint } from '../../server/src/rules/lint.ts';

const draft = `# 剖析发言

一、存在的问题

（一）学习不够〔怎样〕。〔事例〕，没有往深里学。

（二）联系群众不够。去年到村里只去了三次,有两次没有进户。

二、原因分析

（一）宗旨意识淡化。〔思想根源〕。

三、整改措施

（一）深入群众。每月到村走访两次，由我负责，年底前走遍十个组。
`;

describe('the report', () => {
  it('says what is to be done before the speech is handed in, and leads to where it begins', () => {
    const speech = parseSpeech(draft);
    const report = reportOf(speech, defaultContext, lint(speech));
    const [, todos = ''] =
      /<section class="todo">([\s\S]*?)<\/section>/.exec(reportBody(report, ({ line }) => `#${line}`)) ?? [];
    const items = [...todos.matchAll(/<li>(?:<a href="(#\d+)" title="转到正文">)?([^<]+)/g)];
    assert.deepEqual(
      [report.verdict, ...items.map(([, place = '', text]) => `${text} ${place}`)],
      ['不达标', '填完空位：2 段里还有 #5', '改掉 1 处警告以上的问题 #7'],
    );
  });
});
