import assert from 'node:assert/strict';
import { frontMatterOf, quotedValue } from '../../../../server/src/model/parse/frontMatter.ts';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { mark } from '../../marked.ts';

/** Checks the values found, marked in the text. */
function check(name: string, yaml: string, values: Record<string, string>): void {
  it(name, () => {
    const text = `---\n${yaml.replace(/[⟦⟧]/g, '')}\n---\n\n# 标题\n`;
    const entries = frontMatterOf(parseSpeech(text))?.entries ?? [];
    assert.deepEqual(Object.fromEntries(entries.map(({ key, value }) => [key, value])), values);
    assert.equal(
      mark(
        text,
        entries.map(({ valueSpan }) => valueSpan),
      ),
      `---\n${yaml}\n---\n\n# 标题\n`,
    );
  });
}

describe('front matter', () => {
  check('in block form', '发言:\n  类型: ⟦剖析发言⟧\n  年度: ⟦2021⟧\ntitle: 甲', { 类型: '剖析发言', 年度: '2021' });
  check('in flow form', '发言: {类型: ⟦剖析发言⟧, 年度: ⟦2021⟧, 主题: ⟦"三严三实, 等"⟧}', {
    类型: '剖析发言',
    年度: '2021',
    主题: '三严三实, 等',
  });
  check('in flow form over lines', '发言: {\n  类型: ⟦剖析发言⟧,\n  年度: ⟦2021⟧\n}', {
    类型: '剖析发言',
    年度: '2021',
  });
  check('in short', '发言: ⟦剖析发言⟧', { 类型: '剖析发言' });
  check('with quotation marks and comments', "发言: # 见通知\n  类型: ⟦'剖析发言'⟧ # 个人\n", { 类型: '剖析发言' });
  check('with a comment at the margin', '发言:\n  类型: ⟦剖析发言⟧\n# 见通知\n  年度: ⟦2021⟧\n# 别的\ntitle: 甲', {
    类型: '剖析发言',
    年度: '2021',
  });
  check('without what only looks like a key', '发言:\n  备注: ⟦|⟧\n    年度: 待定\n  年度: ⟦2021⟧', {
    备注: '|',
    年度: '2021',
  });
  check('with the colon of an input method', '发言：\n  类型：⟦剖析发言⟧', { 类型: '剖析发言' });
  check('unfinished', '发言:\n  类型:⟦⟧\n  年', { 类型: '' });
  check('of somebody else', 'title: 甲\ntags: [乙]\n类型: 丙', {});

  it('is none outside the dashes', () => {
    assert.equal(frontMatterOf(parseSpeech('发言:\n  类型: 剖析发言\n')), undefined);
  });

  it('quotes only what YAML would misread', () => {
    assert.equal(quotedValue('“三严三实”专题教育'), '“三严三实”专题教育');
    assert.equal(quotedValue('甲: 乙'), '"甲: 乙"');
    assert.equal(quotedValue('[甲]'), '"[甲]"');
  });
});
