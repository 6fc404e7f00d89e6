import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import { english } from '../../server/src/english.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import type { Speech } from '../../server/src/model/speech.ts';
import { reportBody } from '../../server/src/report/html.ts';
import { reportMarkdown } from '../../server/src/report/markdown.ts';
import { reportOf } from '../../server/src/report/report.ts';
import { reportText } from '../../server/src/report/text.ts';
import { lint } from '../../server/src/rules/lint.ts';
import type { Similar } from '../../server/src/similar/similar.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';

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
    const report = reported(draft);
    const [, todos = ''] =
      /<section class="todo">([\s\S]*?)<\/section>/.exec(reportBody(report, ({ line }) => `#${line}`)) ?? [];
    const items = [...todos.matchAll(/<li>(?:<a href="(#\d+)" title="转到正文">)?([^<]+)/g)];
    assert.deepEqual(
      [report.verdict, ...items.map(([, place = '', text]) => `${text} ${place}`)],
      ['不达标', '还有 2 段有空位没填 #5', '改掉 1 处警告以上的问题 #7'],
    );
  });

  it('says all of it as Markdown', () => {
    assert.equal(
      reportMarkdown(reported(draft)),
      `# 体检报告：剖析发言

**不达标**　还不能交：先填完空位。

- 类型：剖析发言
- 篇幅：91 字，25 秒（每分钟 200 字）
- 整改：1/2

## 交稿前

- 还有 2 段有空位没填
- 改掉 1 处警告以上的问题

## 篇幅建议

- 现有 91 字，这类材料一般不少于 3000 字

## 各部分篇幅

| 部分 | 字数 | 占比 | 用时 |
| --- | ---: | ---: | ---: |
| 一、存在的问题 | 45 | 49% | 15 秒 |
| 二、原因分析 | 16 | 18% | 5 秒 |
| 三、整改措施 | 30 | 33% | 10 秒 |

## 问题与整改

| 问题 | 行 | 状态 | 整改措施 |
| --- | ---: | --- | --- |
| （一）学习不够〔怎样〕 | 5 | 待填写 | — |
| （二）联系群众不够 | 7 | 已有整改 | （一）深入群众 |

## 检查结果

### 结构（2）

- 第 11 行　提示：只有“（一）”，没有“（二）”　【（一）宗旨意识淡化。〔…】
- 第 15 行　提示：只有“（一）”，没有“（二）”　【（一）深入群众。每月到…】

### 标点（1）

- 第 7 行　警告：半角“,”应为全角“，”　【…到村里只去了三次,有两次没有进户。】

### 宣读（2）

- 第 5 行　信息：“〔怎样〕”等 2 处还没有填写　【（一）学习不够〔怎样〕。〔事例〕，没有…】
- 第 11 行　信息：“〔思想根源〕”还没有填写　【…宗旨意识淡化。〔思想根源〕。】
`,
    );
  });

  it('gives an English verdict in English', () => {
    config({ contents: english });
    try {
      assert.equal(
        reportMarkdown(reported(draft)).split('\n')[2],
        '**Below standard**　Not ready. First: fill in the blanks.',
      );
    } finally {
      config({ contents: {} });
    }
  });

  it('says what is to be changed as a list to send back', () => {
    assert.equal(
      reportText(reported(draft)),
      `“剖析发言”的修改意见
还不能交：先填完空位。
91 字，25 秒（每分钟 200 字）

要改的：
1. “〔怎样〕”等 2 处还没有填写　【（一）学习不够〔怎样〕。〔事例〕，没有…】
2. 半角“,”应为全角“，”　【…到村里只去了三次,有两次没有进户。】
3. “〔思想根源〕”还没有填写　【…宗旨意识淡化。〔思想根源〕。】

供参考：
4. 只有“（一）”，没有“（二）”　【（一）宗旨意识淡化。〔…】【（一）深入群众。每月到…】
`,
    );
  });

  it('says nothing of 整改 where the kind has no problems', () => {
    const report = reported('# 任职表态发言\n\n一、加强学习。坚持每周学习法律法规两次，记好笔记。\n');
    assert.deepEqual(reportMarkdown(report).split('\n').slice(2, 8), [
      '**基本达标**　可以交了。',
      '',
      '- 类型：表态发言',
      '- 篇幅：21 字，5 秒（每分钟 200 字）',
      '',
      '## 篇幅建议',
    ]);
    assert.doesNotMatch(reportBody(report), /问题有整改/);
  });

  it('names a thing to do once: what has no measure, or is missing, is not among the other findings', () => {
    const report = reported(`# 剖析发言

一、存在的问题

（一）联系群众不够。去年到村里只去了三次,有两次没有进户。

（二）意识形态阵地管得松。公众号转发不实消息，过了三天才删。

二、整改措施

（一）深入群众。每月到村走访两次，由我负责，年底前走遍十个组。
`);
    const [, todos = ''] = /## 交稿前\n\n([\s\S]*?)\n\n/.exec(reportMarkdown(report)) ?? [];
    assert.equal(
      todos,
      `- 补上“产生问题的原因分析”部分
- 给“（二）意识形态阵地管得松”（第 7 行）写出整改措施
- 改掉 1 处警告以上的问题`,
    );
  });

  it('of an empty file says what is to be written, and not that nothing is wrong', () => {
    const report = reported('');
    assert.equal(
      reportMarkdown(report).slice(reportMarkdown(report).indexOf('## ')),
      `## 交稿前

- 补上“存在的突出问题”部分
- 补上“产生问题的原因分析”部分
- 补上“今后的努力方向和整改措施”部分
`,
    );
    assert.doesNotMatch(reportBody(report), /处要改|没有发现问题|各部分篇幅/);
  });

  it('puts ‘ ’ for the quotation marks of a title that stands between others', () => {
    const report = reported(
      '# 剖析发言\n\n一、存在的问题\n\n（一）联系群众不够。去年到村里只去了三次。\n\n（二）山里的“哑巴喇叭”没人修。坏了两年，没有人去看过。\n\n二、整改措施\n\n（一）深入群众。每月到村走访两次，由我负责，年底前走遍十个组。\n',
    );
    assert.match(reportMarkdown(report), /^- 给“（二）山里的‘哑巴喇叭’没人修”（第 7 行）写出整改措施$/m);
    assert.match(reportText(report), /^\d\. 问题“山里的‘哑巴喇叭’没人修”没有对应的整改措施/m);
  });

  it('says before all else that a speech is copied, in a group of its own', () => {
    const text = `# 剖析发言

一、存在的问题

（一）联系群众不够。去年到村里只去了三次,有两次没有进户。

二、产生问题的原因分析

（一）宗旨意识淡化。心里装着的是报表。

三、整改措施

（一）深入群众。每月到村走访两次，由我负责，年底前走遍十个组。
`;
    const at = { line: 4, character: 0 };
    const there = { uri: '/丙.md', start: at, end: at };
    const here = { start: text.indexOf('去年'), end: text.indexOf('进户') };
    const passage = { here, there, lastYear: false, inProblem: false, counted: 300, matched: 300 };
    const told = (share: number) => {
      const mostLike = (_: Speech, lastYear: boolean) =>
        lastYear ? undefined : { passages: [passage], matched: 300, share };
      const markdown = reportMarkdown(reported(text, { passagesLike: () => [passage], mostLike }));
      const [, todos] = /## 交稿前\n\n([\s\S]*?)\n\n/.exec(markdown) ?? [];
      const [, group] = /### 雷同（\d）\n\n([\s\S]*?)\n\n/.exec(markdown) ?? [];
      return [markdown.split('\n')[2], todos, group];
    };
    const verdict = '**需修改**　大体齐了，但与别的材料雷同，改写过再交。';
    const words = '【去年到村里只去了三次,有两次没有】';
    assert.deepEqual(told(0.84), [
      verdict,
      '- 改写雷同的部分：全文约 84% 与“丙.md”相同\n- 改掉 1 处警告以上的问题',
      `- 第 1 行　警告：全文约 84% 与“丙.md”相同　【剖析发言】\n- 第 5 行　提示：与“丙.md”雷同：300 字全部相同　${words}`,
    ]);
    assert.deepEqual(told(0.4), [
      verdict,
      '- 改写雷同的部分：与“丙.md”雷同：300 字全部相同\n- 改掉 1 处警告以上的问题',
      `- 第 5 行　警告：与“丙.md”雷同：300 字全部相同　${words}`,
    ]);
  });

  it('leads to the measures of a problem, too', () => {
    assert.match(
      reportBody(reported(draft), ({ line }) => `#${line}`),
      /<td><a href="#7"[^>]*><span lang="zh-CN">（二）联系群众不够<\/span><\/a><\/td><td class="state met">已有整改<\/td><td><a href="#15"[^>]*><span lang="zh-CN">（一）深入群众<\/span><\/a><\/td>/,
    );
  });

  it('lets no sign of the speech become one of its own', () => {
    const report = reported('# 甲<乙&丙\n\n一、存在的问题\n\n（一）学习|不够<深。只看书。\n');
    const html = reportBody(report, () => '"><script>');
    assert.match(html, /<h1 lang="zh-CN">甲&lt;乙&amp;丙<\/h1>/);
    assert.match(
      html,
      /<td><a href="&quot;&gt;&lt;script&gt;" title="转到正文"><span lang="zh-CN">（一）学习\|不够&lt;深<\/span><\/a><\/td>/,
    );
    assert.match(reportMarkdown(report), /^\| （一）学习\\\|不够\\<深 \| 5 \|/m);
  });

  it('has the names as they are printed, without Markdown and notes', () => {
    const report = reported(
      '# 对照*检查*材料[^1]\n\n一、存在的问题\n\n（一）学习*不够*深入[^1]。书少。\n\n[^1]: 注。\n',
    );
    assert.deepEqual([report.title, report.problems[0]?.name], ['对照检查材料', '（一）学习不够深入']);
    assert.equal(reported('张三的发言[^1]\n').title, '张三的发言');
  });

  function reported(text: string, similar?: Similar) {
    const speech = parseSpeech(text);
    const context = similar ? { ...defaultContext, similar } : defaultContext;
    return reportOf(speech, context, lint(speech, {}, context));
  }
});
