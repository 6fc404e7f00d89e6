import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { headingHover } from '../../../server/src/features/headingHover.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { cursorAt, pinnedText, uri, withCursor } from './pinned.ts';

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

  it('says what a 对应 comment links, and what its signs mean', () => {
    assert.equal(
      hoverAt('对应：（二） -->'),
      `**对应的问题** — 作者指定

- [（二）联系群众不紧密](file:///speech.md#L7)

这条注释不印出来；删去它，就仍按文中的话判断对应。`,
    );
    assert.match(hoverAt('对应：无'), /^注明不对应具体问题\n/);
    const { speech, position } = withCursor(pinnedText.replace('对应：（二） -->', '对应：（二）#12|ab -->'));
    assert.match(shown(hover(uri, speech, position, defaultContext)), /\n\n“#”后面是当时问题的指纹/);
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
