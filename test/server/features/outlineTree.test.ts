import assert from 'node:assert/strict';
import { outlineTree } from '../../../server/src/features/outlineTree.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import type { OutlineNode } from '../../../server/src/protocol.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { fixture } from '../../speeches.ts';
import { pinnedText, uri } from './pinned.ts';

function tree(text: string): string[] {
  return outlineTree(uri, parseSpeech(text), defaultContext).nodes.flatMap((node) => linesOf(node, ''));
}

/** Without the title of what is missing, which the profile words. */
function linesOf({ label, description, state, children }: OutlineNode, indent: string): string[] {
  const line = `${indent}${state === 'missing' ? '' : label} [${state}] ${description}`.trimEnd();
  return [line, ...children.flatMap((child) => linesOf(child, `${indent}  `))];
}

describe('the tree of the outline', () => {
  it('shows every unit with its state', () => {
    assert.deepEqual(tree(pinnedText), [
      '一、存在的问题 [section] 3 条',
      '  （一）理论学习不系统 [met] 改一',
      '    一是原著读得少 [point]',
      '    二是笔记记得浅 [point]',
      '  （二）联系群众不紧密 [met] 改二 因一',
      '  （三）意识形态阵地管理松懈 [unmet] 未见整改',
      '二、原因分析 [section] 1 条',
      '  （一）宗旨观念淡化 [cause] 问二',
      '三、整改措施 [section] 3 条',
      '  （一）强化理论武装 [linked] 问一',
      '  （二）常到村里去 [linked] 问二',
      '  （三）勤俭办一切事情 [linked] 注明不对应问题',
    ]);
  });

  it('tells in few characters whether something is to be looked at, and in words to who listens', () => {
    const text =
      '一、存在的问题\n\n（一）学习不深入。原著读得少，笔记记得浅。\n\n（二）联系群众不紧密。到村里少。\n\n二、整改措施\n\n（一）针对学习不深入的问题，多读〔书名〕。\n\n（二）常到村里去。每月住村五天。\n';
    const nodes = outlineTree(uri, parseSpeech(text), defaultContext).nodes.flatMap(({ children }) => children);
    assert.deepEqual(
      nodes.map(({ description, spoken }) => `${description} = ${spoken}`),
      ['待填 改一 = 整改：（一）（待填写）', '改二 = 整改：（二）', '问一 = 问题：（一）', '问二 = 问题：（二）'],
    );
    assert.match(tree(fixture(28).text).join('\n'), /\[unsure\] 改五？/);
  });

  it('cuts a title that is long, so that the state behind it stays in sight', () => {
    const text =
      '一、存在的问题\n\n### （一）带头坚决扛起管党治党责任方面\n\n谈话少。\n\n### （二）意识形态阵地管理还松懈\n\n审稿少。\n\n二、整改措施\n\n（一）植树。每年一次。\n';
    assert.deepEqual(tree(text).slice(1, 3), [
      '  （一）带头坚决扛起管党… [unsure] 整改待核对',
      '  （二）意识形态阵地管理还松懈 [unsure] 整改待核对',
    ]);
  });

  it('counts the points of an aspect and shows them, and only counts what has no number', () => {
    const text =
      '一、带头固本培元方面\n\n存在问题：一是调研不深。二是谈心少。\n\n原因分析：图省事。\n\n整改措施：一是每月调研两次。二是每季度谈心一次。\n';
    assert.deepEqual(tree(text).slice(0, 4), [
      '一、带头固本培元方面 [met] 改一是、二是 因 1 条',
      '  存在问题 [section] 2 点',
      '    一是调研不深 [point]',
      '    二是谈心少 [point]',
    ]);
    const { nodes } = outlineTree(uri, parseSpeech(text), defaultContext);
    assert.equal(nodes[0]?.children[0]?.folded, false);
    const [listed] = outlineTree(uri, parseSpeech(pinnedText), defaultContext).nodes;
    assert.equal(listed?.folded, false);
    assert.equal(listed?.children[0]?.folded, true, 'the points of one problem of a list');
  });

  it('puts a part that is missing where it should stand', () => {
    const text = '# 个人对照检查材料\n\n一、存在的问题\n\n（一）学习不够。\n\n二、整改措施\n\n（一）加强学习。\n';
    assert.deepEqual(
      tree(text).filter((line) => !line.startsWith('  ')),
      ['一、存在的问题 [section] 1 条', ' [missing] 缺少', '二、整改措施 [section] 1 条'],
    );
  });

  it('counts as there what a heading tells together with another part', () => {
    const text =
      '# 个人对照检查材料\n\n一、存在的问题及原因\n\n（一）学习不够。图省事。\n\n二、整改措施\n\n（一）加强学习。\n';
    assert.deepEqual(
      tree(text).filter((line) => !line.startsWith('  ')),
      ['一、存在的问题及原因 [section] 1 条', '二、整改措施 [section] 1 条'],
    );
  });

  it('says what an empty speech lacks, and what section is empty', () => {
    assert.deepEqual(tree('# 个人对照检查材料\n\n一、存在的问题\n'), [
      '一、存在的问题 [empty] （空）',
      ' [missing] 缺少',
      ' [missing] 缺少',
    ]);
  });

  it('calls no sentence empty that counts something in another part', () => {
    assert.deepEqual(
      tree('一、上年度整改情况\n\n一是开了例会；二是查了账目。\n\n（一）学习制度落实了。\n').slice(0, 4),
      [
        '一、上年度整改情况 [section]',
        '  一是开了例会 [section]',
        '  二是查了账目 [section]',
        '  （一）学习制度落实了 [section]',
      ],
    );
  });

  it('counts', () => {
    const { counts } = outlineTree(uri, parseSpeech(pinnedText), defaultContext);
    assert.deepEqual(counts, { problems: 3, answered: 2, unmet: 1, missing: 0 });
  });

  it('counts no measure, and blames none, while there are blanks in it', () => {
    const text = `# 个人对照检查材料

一、存在的问题

（一）理论学习不系统。原著读得少，笔记记得浅。

（二）联系群众不紧密。〔具体表现和事例〕。

二、原因分析

（一）宗旨观念淡化。放松了要求。

三、整改措施

（一）强化理论武装。针对理论学习不系统的问题，每月读原著不少于〔N〕次。

（二）〔强化什么〕。针对联系群众不紧密的问题，常到村里去。
`;
    const lines = tree(text).filter((line) => line.startsWith('  '));
    assert.deepEqual(lines, [
      '  （一）理论学习不系统 [begun] 待填 改一',
      '  （二）联系群众不紧密 [begun]',
      '  （一）宗旨观念淡化 [cause]',
      '  （一）强化理论武装 [linked] 问一',
      '  （二）〔强化什么〕 [linked]',
    ]);
    const counts = (draft: string) => outlineTree(uri, parseSpeech(draft), defaultContext).counts;
    assert.deepEqual(counts(text), { problems: 2, answered: 0, unmet: 0, missing: 0 });
    assert.equal(counts(text.replace('〔N〕', '2')).answered, 1);
  });
});
