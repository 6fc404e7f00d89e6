import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { copiedPassage } from '../../../server/src/rules/copied-passage.ts';
import { lastYearProblem } from '../../../server/src/rules/last-year-problem.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import { repeatedPassage } from '../../../server/src/rules/repeated-passage.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { draftName, similarIn } from '../../../server/src/similar/lookup.ts';
import { createIndex, type Index } from '../../../server/src/similar/similarIndex.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { assertBounded } from '../../bounded.ts';
import { checkRule, mark, unmark } from '../marked.ts';

const parking = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线';
const long = `# 对照检查材料

一、存在的主要问题

（一）为民服务方面。${parking}。

（二）报告事项方面。去年女儿出国留学，拖到第三个月才在支部会上说起，填表时又漏了她换学校的事。老家翻修院墙占了邻居半尺地，村里来人调解两次都推给弟弟出面。

二、原因分析

（一）宗旨意识淡薄。总以为窗口只要有人坐着就算服务到位，办事的人跑了几趟、等了多久，从来没有替他们掐过一回表。

三、整改措施

（一）把车位画到楼下。三月底前把小区里十一处空地全部量完画线，每月十五日请居民当场验收，结果贴在一楼大厅的公告栏里。

（二）把家里的事报清楚。出国、置业、嫁娶三件事列成一张卡片贴在抽屉内侧，当月有变当月填，支部书记季末翻看一次签上名字。
`;
const speechWith = (problem: string, author = '') =>
  `# 对照检查材料\n\n${author && `${author}\n\n`}一、存在的主要问题\n\n（一）为民服务方面。${problem}。\n\n二、原因分析\n\n（一）宗旨意识淡薄。\n`;

describe('copied-passage', () => {
  it('names the other file, its line and the share', () => {
    const index = indexOf({ '/办/乙.md': speechWith(parking) });
    const found = found1(copiedPassage, index, speechWith(`办事有拖延，${parking}`));
    assert.equal(found?.message, '与“乙.md”雷同：39 字全部相同');
    assert.equal(found?.related?.[0]?.message, '“乙.md”第 5 行');
  });

  it('marks the copied part, though words in it were changed', () => {
    const index = indexOf({ '/乙.md': speechWith(parking) });
    checkSimilar(
      copiedPassage,
      index,
      speechWith(
        '窗口排队长的事拖了半年，⟦对群众提的停车难题只在会上议过三次，物业换了三家也没有到现场看过一眼，最后是居民自己画的线⟧',
      ),
    );
  });

  it('says how many words are the same, and never all where one differs', () => {
    const told = (own: string) => found1(copiedPassage, indexOf({ '/乙.md': speechWith(parking) }), own)?.message;
    const own = (words: string, other: string) => told(speechWith(parking.replace(words, other)));
    assert.equal(own('物业', '公司'), '与“乙.md”雷同：39 字中有 35 字相同');
    assert.equal(own('两回', '三回'), '与“乙.md”雷同：39 字中有 35 字相同');
    assert.equal(own('，', '；'), '与“乙.md”雷同：39 字全部相同');
  });

  it('says once, at the title, that a speech is mostly another file; its passages are hints', () => {
    const own = long.replace('女儿', '儿子').replace('十一处', '九处');
    const told = (index: Index, text = own) =>
      [...findings(copiedPassage, parseSpeech(text), contextOf(index))].map(({ severity, message, span }) =>
        [severity ?? 'as set', message, text.slice(span.start, span.end).slice(0, 6)].join(' '),
      );
    const all = told(indexOf({ '/丙.md': long, '/丁.md': long.slice(0, 160) }));
    assert.deepEqual(all.slice(0, 2), [
      'as set 全文约 91% 与“丙.md”相同 对照检查材料',
      'hint 与“丙.md”雷同：39 字全部相同 对群众提的停',
    ]);
    assert.ok(all.slice(1).every((line) => line.startsWith('hint ')));
    assert.match(told(indexOf({}, { '/上年/丙.md': long }))[0] ?? '', /^as set 全文约 91% 与上年的“丙\.md”相同/);
    // What is last year's hides nobody else's.
    assert.deepEqual(
      told(indexOf({ '/丙.md': long }, { '/上年/丁.md': own })).filter((line) => line.startsWith('as set')),
      ['as set 全文约 91% 与“丙.md”相同 对照检查材料', 'as set 全文约 93% 与上年的“丁.md”相同 对照检查材料'],
    );
    // Half of it is another's: each passage is told at its place.
    assert.match(told(indexOf({ '/丙.md': long.slice(0, 160) }))[0] ?? '', /^as set 与“丙\.md”雷同/);
  });

  it('names both speeches from the first to the last passage, to be shown side by side', () => {
    const [place] = found1(copiedPassage, indexOf({ '/丙.md': long }), long)?.related ?? [];
    assert.equal(place?.message, '“丙.md”全文');
    assert.deepEqual([place?.elsewhere?.start.line, place?.elsewhere?.end.line], [4, 16]);
    const words = long.slice(place?.alike?.start, place?.alike?.end);
    assert.match(words, /^对群众提的停车难题[\s\S]*支部书记季末翻看一次签上名字$/);
  });

  it('finds some of the many who copied the same', () => {
    const text = `${parking}，${parking.split('').reverse().join('')}`;
    const everybody = Array.from({ length: 400 }, (_, number) => [`/员${number}工.md`, speechWith(text)] as const);
    const found = found1(copiedPassage, indexOf(Object.fromEntries(everybody)), speechWith(text));
    assert.match(found?.message ?? '', /雷同：\d+ 字全部相同/);
  });

  it('is silent on formulae, aspects and transitions', () => {
    const formula =
      '深入学习贯彻习近平新时代中国特色社会主义思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”，现将个人对照检查情况报告如下，请同志们批评指正';
    checkSimilar(copiedPassage, indexOf({ '/乙.md': speechWith(formula) }), speechWith(formula));
  });

  it('is silent on the file itself, on its drafts and on its author', () => {
    const text = speechWith(parking, '某局 张三');
    for (const uri of ['/甲.md', '/甲 定稿 20260105.md', '/甲（修改2）.md'])
      checkSimilar(copiedPassage, indexOf({ [uri]: text }), text);
    checkSimilar(copiedPassage, indexOf({ '/旁人.md': text }), text);
  });

  it('is silent on the file of which an old version is shown', () => {
    const text = speechWith(parking);
    const found = (own: string, uri: string) => [
      ...findings(copiedPassage, parseSpeech(text), contextOf(indexOf({ [uri]: text }), own)),
    ];
    const old = 'git:/w/%E7%94%B2.md?%7B%22path%22%3A%22%2Fw%2F%E7%94%B2.md%22%2C%22ref%22%3A%22HEAD%22%7D';
    assert.deepEqual(found(old, 'file:///w/%E7%94%B2.md'), []);
    assert.deepEqual(found(old, 'vscode-remote://ssh-remote+a/w/%E7%94%B2.md'), []);
    assert.equal(found(old, 'file:///w/%E4%B9%99.md').length, 1);
    assert.equal(found(old, 'file:///v/w/%E7%94%B2.md').length, 1);
  });

  it('compares the drafts of two people whose files differ by a number alone', () => {
    const index = indexOf({ '/发言2.md': speechWith(parking, '某局 李四') });
    const text = speechWith(parking, '某局 张三');
    const found = findings(copiedPassage, parseSpeech(text), contextOf(index, '/发言1.md'));
    assert.match([...found][0]?.message ?? '', /^与“发言2\.md”雷同/);
  });

  it('is silent in a ledger, which says again what speeches say', () => {
    const ledger = `# 对照检查材料 整改台账\n\n| 存在问题 | 整改措施 |\n| --- | --- |\n| 停车难 | ${parking} |\n`;
    checkSimilar(copiedPassage, indexOf({ '/甲.md': speechWith(parking) }), ledger);
  });
});

describe('last-year-problem', () => {
  it('marks the problem that the speaker raised last year', () => {
    const index = indexOf({}, { '/上年/甲.md': speechWith(parking, '某局 张三') });
    const text = speechWith(`今年${parking}`, '某局 张三');
    checkSimilar(lastYearProblem, index, text.replace('（一）为民服务方面', '⟦（一）为民服务方面⟧'));
    checkSimilar(copiedPassage, index, text);
  });

  it('knows the speaker in a new post, and nobody by a masked name', () => {
    const index = indexOf({}, { '/上年/甲.md': speechWith(parking, '某局副局长　张　三') });
    const text = speechWith(`今年${parking}`, '某镇党委书记 张三');
    checkSimilar(lastYearProblem, index, text.replace('（一）为民服务方面', '⟦（一）为民服务方面⟧'));
    const masked = indexOf({}, { '/上年/甲.md': speechWith(parking, '某局副局长 张某某') });
    const other = speechWith(`今年${parking}`, '某镇党委书记 张某某');
    checkSimilar(lastYearProblem, masked, other);
    assert.match(found1(copiedPassage, masked, other)?.message ?? '', /^与上年的“甲\.md”雷同/);
  });

  it('says of somebody else’s 问题 that it is copied', () => {
    const index = indexOf({}, { '/上年/李四.md': speechWith(parking, '某局 李四') });
    const text = speechWith(`今年${parking}`, '某局 张三');
    checkSimilar(lastYearProblem, index, text);
    assert.match(found1(copiedPassage, index, text)?.message ?? '', /^与上年的“李四\.md”雷同/);
  });

  it('leaves passages outside 问题 to copied-passage', () => {
    const old = speechWith('门难进').replace('宗旨意识淡薄', parking);
    const index = indexOf({}, { '/上年/甲.md': old });
    checkSimilar(lastYearProblem, index, old);
    assert.match(found1(copiedPassage, index, old)?.message ?? '', /^与上年的“甲\.md”雷同/);
  });
});

describe('repeated-passage', () => {
  it('is silent on what is short or said in other words', () => {
    checkRule(repeatedPassage, speechWith('调研少。办事拖拉。调研少'));
    checkRule(
      repeatedPassage,
      speechWith(parking).replace('宗旨意识淡薄', '总想着群众等一等没关系，停车的事也就一拖再拖'),
    );
  });

  it('is silent on what is quoted, names of documents, and who does it by when', () => {
    const titles = '《中国共产党纪律处分条例》《中国共产党廉洁自律准则》《中国共产党党内监督条例》';
    checkRule(repeatedPassage, speechWith(`${titles}没有读`).replace('宗旨意识淡薄', `没有对照${titles}`));
    checkRule(repeatedPassage, speechWith(parking).replace('宗旨意识淡薄', `针对“${parking}”的问题，一周一查`));
    const who = '牵头领导：党组书记王磊；责任科室：办公室、机关党委；完成时限：2026年6月底前见成效并长期坚持';
    checkRule(repeatedPassage, speechWith(who).replace('宗旨意识淡薄', who));
  });

  it('is silent on a text that is no speech by its length', () => {
    checkRule(repeatedPassage, `${parking}。\n\n`.repeat(2500));
  });
});

describe('the index', () => {
  it('forgets what was removed, and takes a new state for the old', () => {
    const index = indexOf({ '/乙.md': speechWith(parking) });
    const text = speechWith(parking);
    index.remove('/乙.md');
    checkSimilar(copiedPassage, index, text);
    put(index, '/乙.md', text, false);
    put(index, '/乙.md', speechWith('别的'), false);
    checkSimilar(copiedPassage, index, text);
    assert.equal(index.size, 1);
  });

  it('finds the same after many additions as after one', () => {
    const index = indexOf({ '/乙.md': speechWith(parking) });
    const text = speechWith(parking);
    const before = found1(copiedPassage, index, text)?.message;
    for (let number = 0; number < 60; number += 1) {
      put(index, `/杂${number}人.md`, speechWith(`第${number}户的屋顶漏了${number + 2}个月才派人去看`), false);
      if (number % 7 === 0) found1(copiedPassage, index, text);
    }
    assert.equal(found1(copiedPassage, index, text)?.message, before);
  });

  it('refuses what goes beyond its bound', () => {
    const index = createIndex(20);
    assert.equal(put(index, '/乙.md', speechWith(parking), false), true);
    assert.equal(put(index, '/丙.md', speechWith(parking), false), false);
    assert.equal(index.size, 1);
  });

  it('bounds the work on a text that stands in every file', () => {
    const text = speechWith(`${parking}。`.repeat(1000));
    const index = createIndex();
    for (let number = 0; number < 200; number += 1) put(index, `/抄${number}人.md`, text, false);
    assertBounded('two hundred files', () => found1(copiedPassage, index, text.replace('两回', '三回')));
  });
});

describe('draftName', () => {
  it('is the same for drafts of one work and different for different people', () => {
    const drafts = ['/a/张三 发言 定稿 20260105.md', '/a/张三 发言（修改2）.md', '/a/张三%20发言.speech.md'];
    assert.equal(new Set(drafts.map(draftName)).size, 1);
    assert.notEqual(draftName('/a/张三发言.md'), draftName('/a/李四发言.md'));
    assert.notEqual(draftName('/a/01.md'), draftName('/a/02.md'));
    assert.notEqual(draftName('/a/发言.md'), draftName('/b/发言.md'));
  });

  it('leaves out dates and versions, and no other number', () => {
    const marks = [
      '20260105',
      '2026-01-05',
      '2026年1月5日',
      '（2026年1月）',
      '0105',
      '1.5',
      '1月5日',
      ' v2',
      '第二稿',
      '2稿',
    ];
    const more = ['修改3', '送审稿', ' 副本', ' - 副本 (2)', ' (2)', '（2）', '-2'];
    const names = [...marks, ...more].map((mark) => draftName(`/a/发言${mark}.md`));
    assert.deepEqual([...new Set(names)], ['/a/发言']);
    assert.equal(draftName('/a/发言1.md'), '/a/发言1');
    assert.equal(draftName('/a/3号 发言.md'), '/a/3号发言');
  });
});

function indexOf(files: Readonly<Record<string, string>>, lastYear: Readonly<Record<string, string>> = {}): Index {
  const index = createIndex();
  for (const [uri, text] of Object.entries(files)) put(index, uri, text, false);
  for (const [uri, text] of Object.entries(lastYear)) put(index, uri, text, true);
  return index;
}

function put(index: Index, uri: string, text: string, lastYear: boolean): boolean {
  return index.put({ uri, stamp: '', lastYear, fingerprint: fingerprint(parseSpeech(text)) });
}

const contextOf = (index: Index, own = '/甲.md') => ({ ...defaultContext, similar: similarIn(index, () => own) });

function found1(rule: Rule, index: Index, text: string) {
  return [...findings(rule, parseSpeech(text), contextOf(index))][0];
}

function checkSimilar(rule: Rule, index: Index, marked: string): void {
  const text = unmark(marked);
  const found = [...findings(rule, parseSpeech(text), contextOf(index))];
  assert.equal(
    mark(
      text,
      found.map(({ span }) => span),
    ),
    marked,
  );
}
