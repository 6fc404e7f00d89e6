import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import { english } from '../../../server/src/english.ts';
import { disableActions } from '../../../server/src/features/disableActions.ts';
import { toRange } from '../../../server/src/features/range.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { applied } from './applied.ts';

/** What is offered at the words, each with the text it makes. */
function offered(text: string, words: string): Record<string, string> {
  const speech = parseSpeech(text);
  const start = text.indexOf(words);
  const range = toRange(speech, { start, end: start + words.length });
  const actions = disableActions({ uri: 'file:///甲.md', speech, version: 1 }, range, lint(speech));
  return Object.fromEntries(actions.map((action) => [action.title, applied(text, action)]));
}

const here = '本段不查：中文里应当用全角标点';
const everywhere = '全文不查：中文里应当用全角标点';

it('a finding in a paragraph is silenced above it, or at the top', () => {
  assert.deepEqual(offered('# 发言材料\n\n学习,不够。\n\n作风,不实。\n', '作风,'), {
    [here]: '# 发言材料\n\n学习,不够。\n\n<!-- fayan-disable-next-line halfwidth-punctuation -->\n\n作风,不实。\n',
    [everywhere]: '<!-- fayan-disable-file halfwidth-punctuation -->\n\n# 发言材料\n\n学习,不够。\n\n作风,不实。\n',
  });
});

it('findings of one rule in one paragraph are silenced once, those of two rules each by itself', () => {
  assert.deepEqual(Object.keys(offered('学习,不够,再接再励。\n', '学习,不够,再接再励')), [
    here,
    everywhere,
    '本段不查：成语、常用词不写错字',
    '全文不查：成语、常用词不写错字',
  ]);
});

it('an English menu says in English what is not checked', () => {
  config({ contents: english });
  try {
    assert.deepEqual(Object.keys(offered('学习,不够。\n', '学习,')), [
      'Do not check this paragraph: Punctuation between Chinese characters is full-width',
      'Do not check the entire file: Punctuation between Chinese characters is full-width',
    ]);
  } finally {
    config({ contents: {} });
  }
});

it('a comment that is there takes the name, before its reason', () => {
  const text =
    '<!-- fayan-disable-file long-sentence -- 领导要求 -->\n\n<!-- fayan-disable-next-line misspelt-word -->\n学习,再接再励。\n';
  assert.deepEqual(offered(text, '学习,'), {
    [here]: text.replace('misspelt-word', 'misspelt-word halfwidth-punctuation'),
    [everywhere]: text.replace('long-sentence', 'long-sentence halfwidth-punctuation'),
  });
});

it('lines that follow one another go on doing so', () => {
  assert.equal(
    offered('# 发言材料\n学习,不够。\n\n作风不实。\n', '学习,')[here],
    '# 发言材料\n<!-- fayan-disable-next-line halfwidth-punctuation -->\n学习,不够。\n\n作风不实。\n',
  );
});

it('items of a list keep their places, and lines their ends', () => {
  assert.equal(
    offered('- 学习\r\n  - 作风,不实\r\n', '作风,')[here],
    '- 学习\r\n  <!-- fayan-disable-next-line halfwidth-punctuation -->\r\n  - 作风,不实\r\n',
  );
});

it('front matter stays on top, and has no place for a comment of its own', () => {
  const text = '---\n发言:\n  类型: 剖晰发言\n---\n\n# 发言材料\n';
  assert.deepEqual(offered(text, '剖晰'), {
    '全文不查：文前信息写的材料类型、年度、主题应当是认得的': text.replace(
      '# ',
      '<!-- fayan-disable-file unknown-profile -->\n\n# ',
    ),
  });
});

it('neither a table nor a paragraph of several lines is torn apart', () => {
  const rows = '| 问题 | 整改措施 |\n| --- | --- |\n| 学习不够 | 每周学两次 |\n| 作风不实 |  |\n';
  assert.deepEqual(Object.keys(offered(`一、对照检查情况\n\n${rows}`, '作风')), [
    '全文不查：每个问题都应当有对应的整改措施',
  ]);
  assert.deepEqual(Object.keys(offered('学习不够，\n作风,不实。\n', '作风,')), [everywhere]);
});

it('that a comment is useless is for the writer to mend', () => {
  assert.deepEqual(offered('<!-- fayan-disable-file long-sentence -->\n\n学习。\n', 'long-sentence'), {});
});

it('what follows from a silenced finding is not told instead', () => {
  const text = `一、存在的问题

（一）理论学习方面。原著读得少。

（二）工作作风方面。下基层少。

三、整改措施

（一）理论学习方面。每周读原著两次。

（二）工作作风方面。每月下基层两次。
`;
  const ids = (of: string) => lint(parseSpeech(of)).map(({ rule }) => rule.id);
  const silenced = Object.entries(offered(text, '三、')).map(([title, after]) => [title, ids(after)]);
  assert.deepEqual(ids(text), ['broken-numbering', 'missing-section']);
  assert.deepEqual(silenced, [
    ['本段不查：同级序号应当从一开始、逐个递增', ['missing-section']],
    ['全文不查：同级序号应当从一开始、逐个递增', ['missing-section']],
    ['本段不查：问题、原因、整改三部分应当齐全', []],
    ['全文不查：问题、原因、整改三部分应当齐全', []],
  ]);
});
