import assert from 'node:assert/strict';
import { codeLens } from '../../../server/src/features/codeLens.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { pinnedText, restarting, textOf, uri } from './pinned.ts';

function lenses(text: string, canGo = true): string[] {
  const speech = parseSpeech(text);
  return codeLens(uri, speech, defaultContext, canGo).map(({ range, command }) => {
    const places: unknown[] = command?.arguments?.[2] ?? [];
    return `${textOf(speech, range)} ⇒ ${command?.title} ${command?.command} ${places.length}`.trim();
  });
}

describe('code lenses', () => {
  it('show what goes with each unit', () => {
    assert.deepEqual(lenses(pinnedText), [
      '（一）理论学习不系统 ⇒ 整改：（一） _fayan.goTo 1',
      '（二）联系群众不紧密 ⇒ 整改：（二） · 原因：（一） _fayan.goTo 2',
      '（三）意识形态阵地管理松懈 ⇒ 未见整改 fayan.linkMeasure 0',
      '（一）宗旨观念淡化 ⇒ 问题：（二） _fayan.goTo 1',
      '（一）强化理论武装 ⇒ 问题：（一） _fayan.goTo 1',
      '（二）常到村里去 ⇒ 问题：（二） _fayan.goTo 1',
      '（三）勤俭办一切事情 ⇒ 注明不对应问题 fayan.linkMeasure 0',
    ]);
  });

  it('call 1. an item and no count, and add the numbers above it where they begin anew', () => {
    const titles = lenses(restarting).map((line) => line.replace(/ _?fayan.*$/, ''));
    assert.deepEqual(titles, [
      '1.理论学习不系统 ⇒ 整改：第1条、“把原著读完”',
      '2.联系群众不紧密 ⇒ 整改：第2条',
      '1.意识形态阵地管理松懈 ⇒ 整改：“守好‘责任田’”',
      '1、强化理论武装 ⇒ 问题：（一）1',
      '2、常到村里去 ⇒ 问题：（一）2',
      '3、把原著读完 ⇒ 问题：（一）1',
      '3、守好“责任田” ⇒ 问题：（二）1',
    ]);
  });

  it('use the first words where a number stands twice', () => {
    const text = pinnedText.replace('（三）意识形态', '（二）意识形态');
    assert.match(lenses(text).join('\n'), /^（二）常到村里去 ⇒ 问题：“联系群众不紧密” /m);
  });

  it('say once what two measures in one paragraph answer', () => {
    const text =
      '一、带头固本培元方面\n\n存在问题：调研不深。\n\n原因分析：图省事。\n\n整改措施：一是每月调研两次。二是每季度谈心一次。\n';
    const titles = lenses(text).map((line) => line.replace(/ _?fayan.*$/, ''));
    assert.deepEqual(titles, [
      '一、带头固本培元方面 ⇒ 整改：一是、二是 · 原因：“图省事”',
      '图省事 ⇒ 问题：一',
      '一是每月调研两次 ⇒ 问题：一',
    ]);
  });

  it('name no command to a client that has none', () => {
    assert.equal(lenses(pinnedText, false)[0], '（一）理论学习不系统 ⇒ 整改：（一）  0');
  });

  it('are silent about measures before there are any', () => {
    assert.deepEqual(lenses('一、存在的问题\n\n（一）学习不够。\n\n（二）作风不实。\n'), []);
  });
});
