import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { headingHover } from '../../../server/src/features/headingHover.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { cursorAt, uri } from './pinned.ts';

function hoverAt(words: string): string {
  const { speech, position } = cursorAt(words);
  return shown(hover(uri, speech, position, defaultContext));
}

function lengthAt(words: string): string {
  const { speech, position } = cursorAt(words);
  return shown(headingHover(speech, position, defaultContext));
}

/** Empty where there is no hover. */
function shown(found: Hover | null): string {
  const contents = found?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe('hover', () => {
  it('says what goes with a problem, how sure that is, and why', () => {
    const text = hoverAt('（一）理论学习');
    assert.match(text, /^\*\*整改措施\*\*\n\n- \[（一）强化理论武装\]\(file:\/\/\/speech\.md#L17\) — 把握 100%/);
    assert.match(text, /作者指定/);
  });

  it('says that nothing answers a problem', () => {
    assert.match(hoverAt('（三）意识形态'), /^\*\*未见整改\*\*/);
  });

  it('says which problem a measure answers', () => {
    assert.match(hoverAt('常到村里去'), /^\*\*对应的问题\*\*\n\n- \[（二）联系群众不紧密\]/);
  });

  it('is silent in the text of a unit', () => {
    assert.equal(hoverAt('每月走访'), '');
  });

  it('says how long a section is, and how many items it has', () => {
    assert.equal(lengthAt('存在的问题'), '59 字 · 20 秒 · 全文的 39% · 3 项');
  });

  it('says how long a unit is, and how many points it has', () => {
    assert.equal(lengthAt('（一）理论学习'), '22 字 · 5 秒 · 全文的 14% · 2 点');
  });
});
