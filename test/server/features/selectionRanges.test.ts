import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { cursorAt, textOf, withCursor } from './pinned.ts';

function expand({ speech, position }: ReturnType<typeof withCursor>): string[] {
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = selectionRanges(speech, [position])[0]; at; at = at.parent) {
    texts.push(textOf(speech, at.range).replaceAll('\n', '⏎'));
  }
  return texts.map((text) => (text.length > 24 ? `${text.slice(0, 12)}…${text.slice(-6)}` : text));
}

describe('expanding the selection', () => {
  it('goes from the 小标题 to the point, the unit, the section and the speech', () => {
    assert.deepEqual(expand(cursorAt('笔记记得浅')), [
      '笔记记得浅',
      '二是笔记记得浅',
      '二是笔记记得浅。',
      '（一）理论学习不系统。一…笔记记得浅。',
      '一、存在的问题⏎⏎（一）…舆情不敏感。',
      '# 个人对照检查材料⏎⏎…无 -->⏎',
    ]);
  });

  it('takes a paragraph without numbering as a unit', () => {
    const found = expand(
      withCursor(
        '一、存在的问题\n\n（一）学习不够。\n\n二、整改措施\n\n每周通读原著，|写好笔记。\n\n每月走访十户群众。\n',
      ),
    );
    assert.equal(found[0], '每周通读原著，写好笔记。');
  });

  it('answers in an empty document', () => {
    const speech = parseSpeech('');
    assert.equal(selectionRanges(speech, [{ line: 0, character: 0 }]).length, 1);
  });
});
