import assert from 'node:assert/strict';
import { frontMatterCompletion } from '../../../server/src/features/frontMatterCompletion.ts';
import { frontMatterEdits } from '../../../server/src/features/frontMatterEdits.ts';
import { frontMatterHover } from '../../../server/src/features/frontMatterHover.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { atCursor } from '../cursor.ts';
import { withCursor } from './pinned.ts';

/** The labels offered at the `|`, and the text after taking the one named. */
function complete(marked: string): { labels: string[]; take: (label: string) => string } {
  const { speech, offset } = atCursor(marked);
  const items = frontMatterCompletion(speech, offset, defaultContext);
  return {
    labels: items.map(({ label }) => label),
    take(label) {
      const edit = items.find((item) => item.label === label)?.textEdit;
      assert.ok(edit && 'range' in edit);
      const span = { start: speech.source.offsetAt(edit.range.start), end: speech.source.offsetAt(edit.range.end) };
      return applyEdits(speech.text, [{ span, newText: edit.newText }]);
    },
  };
}

describe('front matter completion', () => {
  it('offers the key at the start of a line', () => {
    assert.deepEqual(complete('---\ntitle: 甲\n发|\n---\n').labels, ['发言']);
    assert.deepEqual(complete('---\n|\n---\n').labels, ['发言']);
  });

  it('offers the keys that are not there yet', () => {
    assert.deepEqual(complete('---\n发言:\n  类型: 剖析发言\n  |\n---\n').labels, ['年度', '主题']);
    assert.deepEqual(complete('---\n发言: {类型: 剖析发言, |}\n---\n').labels, ['年度', '主题']);
    assert.equal(complete('---\n发言:\n  年|\n---\n').take('年度'), '---\n发言:\n  年度: \n---\n');
  });

  it('offers kinds, and puts one in the place of another', () => {
    const { labels, take } = complete('---\n发言:\n  类型: 剖析|发言\n---\n');
    assert.ok(labels.includes('班子对照检查'));
    assert.equal(take('班子对照检查'), '---\n发言:\n  类型: 班子对照检查\n---\n');
  });

  it('offers years and the themes of a year', () => {
    assert.equal(complete('---\n发言: {类型: 剖析发言, 年度: |}\n---\n').labels[0], '2025');
    assert.deepEqual(complete('---\n发言:\n  类型: 剖析发言\n  年度: 2015\n  主题: |\n---\n').labels, [
      '“三严三实”专题教育',
    ]);
  });

  it('keeps what stands behind the cursor', () => {
    const nothing = ['---\n|---\n', '---\n|title: 甲\n---\n', '---\n发言:\n  |类型: 剖析发言\n---\n'];
    nothing.push('---\n发言: {|类型: 剖析发言}\n---\n', '---\n发言:\n  类型: 剖析发言 # |待定\n---\n');
    // The kind alone has no room for more.
    nothing.push('---\n发言: 剖析发言\n  |\n---\n');
    for (const marked of nothing) assert.deepEqual(complete(marked).labels, [], marked);
    for (const marked of ['类型|: 2025', '类|型: 2025'])
      assert.equal(complete(`---\n发言:\n  ${marked}\n---\n`).take('年度'), '---\n发言:\n  年度: 2025\n---\n');
    assert.equal(complete('---\n发言: {类|: 甲}\n---\n').take('类型'), '---\n发言: {类型: 甲}\n---\n');
    assert.equal(complete('---\n发言:\n  年度: |# 待定\n---\n').take('2025'), '---\n发言:\n  年度: 2025 # 待定\n---\n');
    assert.equal(complete('---\n发言:\n  年度:|\n---\n').take('2025'), '---\n发言:\n  年度: 2025\n---\n');
  });

  it('offers nothing elsewhere', () => {
    assert.deepEqual(complete('---\n发言:\n  类型: 剖析发言\n---\n\n正文|\n').labels, []);
    assert.deepEqual(complete('---\n发言:\n  类型: 剖析发言\ntitle: |\n---\n').labels, []);
    assert.deepEqual(complete('正文|\n').labels, []);
  });
});

/** What the front matter becomes. */
function written(text: string, kind: string, year?: string, theme?: string): string {
  return applyEdits(text, frontMatterEdits(parseSpeech(text), { 类型: kind, 年度: year, 主题: theme }));
}

describe('front matter edits', () => {
  it('put one on top', () => {
    assert.equal(written('# 甲\n', '剖析发言', '2021'), '---\n发言:\n  类型: 剖析发言\n  年度: 2021\n---\n\n# 甲\n');
    assert.equal(written('# 甲\r\n', '剖析发言'), '---\r\n发言:\r\n  类型: 剖析发言\r\n---\r\n\r\n# 甲\r\n');
  });

  it('add to one that is there', () => {
    assert.equal(written('---\ntitle: 甲\n---\n', '剖析发言'), '---\ntitle: 甲\n发言:\n  类型: 剖析发言\n---\n');
  });

  it('change what is said, and only that', () => {
    assert.equal(
      written('---\na: 1\n发言:\n  类型: 剖析发言\n  年度: 2021\n  版式: 大字\nb: 2\n---\n', '批评意见'),
      '---\na: 1\n发言:\n  类型: 批评意见\n  版式: 大字\nb: 2\n---\n',
    );
    assert.equal(
      written('---\n发言: {类型: 剖析发言}\n---\n', '批评意见', '2024', '甲: 乙'),
      '---\n发言: {类型: 批评意见, 年度: 2024, 主题: "甲: 乙"}\n---\n',
    );
  });

  it('keep comments, lists and notes of the writer', () => {
    assert.equal(
      written(
        '---\n发言:\n  # 报送稿\n  类型: 剖析发言 # 党办要求\n  标签:\n    - 甲\n    - 乙\n  备注: |\n    第一行\n    年度: 以通知为准\n  年度: 2021\n# 主题另定\n  主题: 丙 # 暂定\n\nb: 2\n---\n',
        '批评意见',
        '2024',
      ),
      '---\n发言:\n  # 报送稿\n  类型: 批评意见 # 党办要求\n  标签:\n    - 甲\n    - 乙\n  备注: |\n    第一行\n    年度: 以通知为准\n  年度: 2024\n# 主题另定\n\nb: 2\n---\n',
    );
    assert.equal(
      written('---\n发言: { 标签: [a, b], 年度: 2021, 主题: 甲 } # 暂定\n---\n', '批评意见'),
      '---\n发言: { 类型: 批评意见, 标签: [a, b] } # 暂定\n---\n',
    );
    assert.equal(
      written('---\r\n发言: 剖析发言 # 党办要求\r\n---\r\n', '剖析发言', '2024'),
      '---\r\n发言: # 党办要求\r\n  类型: 剖析发言\r\n  年度: 2024\r\n---\r\n',
    );
    assert.equal(written('---\n发言: 剖析发言 # 甲\n---\n', '批评意见'), '---\n发言: 批评意见 # 甲\n---\n');
  });

  it('fill in what is empty, and put what is missing in its place', () => {
    assert.equal(
      written('---\n发言:\n    类型:\n    主题: 甲\n---\n', '剖析发言', '2024', '乙'),
      '---\n发言:\n    类型: 剖析发言\n    年度: 2024\n    主题: 乙\n---\n',
    );
    assert.equal(
      written('---\n发言:\n  年度: 2021\n  主题: >-\n    “三严三实”\n    专题教育\n---\n', '剖析发言', '2024', '乙'),
      '---\n发言:\n  类型: 剖析发言\n  年度: 2024\n  主题: 乙\n---\n',
    );
    assert.equal(written('---\n发言: {}\n---\n', '剖析发言', '2024'), '---\n发言: {类型: 剖析发言, 年度: 2024}\n---\n');
    assert.equal(written('---\n发言:\n---\n', '剖析发言', '2024'), '---\n发言:\n  类型: 剖析发言\n  年度: 2024\n---\n');
  });

  it('are none where nothing changes', () => {
    const text = '---\n发言:\n  类型: 剖析发言\n---\n';
    assert.deepEqual(frontMatterEdits(parseSpeech(text), { 类型: '剖析发言', 年度: undefined, 主题: undefined }), []);
  });
});

/** What is shown at the `|`, and over which words. */
function hovered(marked: string): string | undefined {
  const { speech, position } = withCursor(marked);
  const found = frontMatterHover(speech, position, defaultContext);
  if (!found?.range || typeof found.contents !== 'object' || !('value' in found.contents)) return undefined;
  return `${speech.source.getText(found.range)}: ${found.contents.value}`;
}

describe('front matter hover', () => {
  it('says what a key is for', () => {
    assert.equal(hovered('---\n发|言:\n  类型: 剖析发言\n---\n'), '发言: 材料的类型和年度');
    assert.equal(hovered('---\n发言:\n  类|型: 剖析发言\n---\n'), '类型: 材料的类型，决定应当有哪些部分');
    assert.equal(hovered('---\n发言: {类型: 剖析发言, 年|度: 2024}\n---\n'), '年度: 会议所属的年度，决定对照哪些方面');
  });

  it('says what a kind asks for', () => {
    const told = hovered('---\n发言: {类型: 剖析|发言}\n---\n') ?? '';
    assert.match(told, /^剖析发言: .+\n\n应当有：.*原因分析/s);
  });

  it('says what a year and a theme ask for', () => {
    const told = hovered('---\n发言: {类型: 剖析发言, 年度: 20|25}\n---\n') ?? '';
    assert.match(told, /^2025: .*中央八项规定精神.*\n- 带头强化政治忠诚/s);
    assert.match(hovered('---\n发言:\n  年度: 2015\n  主题: “三严|三实”专题教育\n---\n') ?? '', /“三严三实”专题教育/);
  });

  it('is silent about what it does not know, and elsewhere', () => {
    assert.equal(hovered('---\n发言: {类型: 天|书}\n---\n'), undefined);
    assert.equal(hovered('---\ntit|le: 甲\n发言: {类型: 剖析发言}\n---\n'), undefined);
    assert.equal(hovered('---\n发言: {类型: 剖析发言}\n---\n\n类|型\n'), undefined);
  });
});
