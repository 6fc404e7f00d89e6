import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { uselessDisable } from '../../../server/src/rules/useless-disable.ts';
import { checkRule } from '../marked.ts';

/** The half-width marks that are still reported, in the words around them. */
function reported(text: string): string[] {
  return lint(parseSpeech(text))
    .filter(({ rule }) => rule.id === 'halfwidth-punctuation')
    .map(({ span }) => text.slice(span.start - 1, span.start + 2));
}

describe('disable comments', () => {
  it('switch a rule off from the comment on', () => {
    assert.deepEqual(reported('甲,乙\n\n<!-- fayan-disable halfwidth-punctuation -->\n\n丙,丁\n\n戊,己\n'), ['甲,乙']);
  });

  it('put right the slip in the name of a rule, where no name is near take it away', () => {
    checkRule(
      uselessDisable,
      '<!-- fayan-disable-next-line ⟦hafwidth-punctuation⟧ -->\n\n甲,乙\n',
      '<!-- fayan-disable-next-line halfwidth-punctuation -->\n\n甲,乙\n',
    );
    checkRule(uselessDisable, '<!-- fayan-disable-next-line ⟦标点⟧ -->\n\n甲,乙\n', '甲,乙\n');
  });

  it('switch it on again', () => {
    const text = '<!-- fayan-disable -->\n\n甲,乙\n\n<!-- fayan-enable halfwidth-punctuation -->\n\n丙,丁\n';
    assert.deepEqual(reported(text), ['丙,丁']);
  });

  it('hold for the next paragraph only', () => {
    assert.deepEqual(reported('<!-- fayan-disable-next-line -->\n\n甲,乙\n\n丙,丁\n'), ['丙,丁']);
    assert.deepEqual(reported('<!-- fayan-disable-next-line -->\r\n甲,乙\r\n\r\n丙,丁\r\n'), ['丙,丁']);
  });

  it('hold for the whole file from anywhere in it', () => {
    assert.deepEqual(reported('甲,乙\n\n丙,丁\n\n<!-- fayan-disable-file halfwidth-punctuation -->\n'), []);
  });

  it('hold behind blanks and behind a BOM', () => {
    for (const before of ['\uFEFF', '  ', '\uFEFF ', '题目\n\n   ']) {
      assert.deepEqual(reported(`${before}<!-- fayan-disable-file halfwidth-punctuation -->\n\n甲,乙\n`), []);
      assert.deepEqual(reported(`${before}<!-- fayan-disable-next-line -->\n\n甲,乙\n\n丙,丁\n`), ['丙,丁']);
    }
  });

  it('leave other rules alone', () => {
    assert.deepEqual(reported('<!-- fayan-disable broken-numbering -->\n\n甲,乙\n'), ['甲,乙']);
  });

  it('take a reason and several names', () => {
    const text = '<!-- fayan-disable broken-numbering, halfwidth-punctuation -- 原文如此 -->\n\n甲,乙\n';
    assert.deepEqual(reported(text), []);
  });

  it('are no directives where they only resemble one', () => {
    assert.deepEqual(reported('<!-- fayan-disabled -->\n\n甲,乙\n\n`<!-- fayan-disable -->`\n\n丙,丁\n'), [
      '甲,乙',
      '丙,丁',
    ]);
  });
});

describe('useless-disable', () => {
  it('takes the comment away with its line', () => {
    checkRule(uselessDisable, '甲。\n\n⟦<!-- fayan-disable-file -->⟧\n\n乙。\n', '甲。\n\n乙。\n');
    checkRule(uselessDisable, '甲。\n\n  ⟦<!-- fayan-disable-file -->⟧\n\n乙。\n', '甲。\n\n乙。\n');
    checkRule(uselessDisable, '\uFEFF⟦<!-- fayan-disable-file -->⟧\n\n乙。\n', '乙。\n');
  });

  it('takes one name away', () => {
    checkRule(
      uselessDisable,
      '<!-- fayan-disable halfwidth-punctuation ⟦no-such-rule⟧ -->\n\n甲,乙\n',
      '<!-- fayan-disable halfwidth-punctuation -->\n\n甲,乙\n',
    );
  });

  it('reports an enable without a disable', () => {
    checkRule(uselessDisable, '⟦<!-- fayan-enable -->⟧\n\n甲。\n', '甲。\n');
  });

  it('cannot be hidden by the useless comment itself', () => {
    const text = '<!-- fayan-disable-file -->\n\n学习。\n';
    assert.deepEqual(
      lint(parseSpeech(text)).map(({ rule }) => rule.id),
      ['useless-disable'],
    );
  });
});
