import assert from 'node:assert/strict';
import { typedEdits, typedMarks } from '../../../server/src/features/onTypeFormatting.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { atCursor } from '../cursor.ts';

/** The text after the mark before the `|` was typed. */
function typed(marked: string, settings = { numbering: false, punctuation: true, quotes: true }): string {
  const { speech, offset } = atCursor(marked);
  return applyEdits(speech.text, typedEdits(speech, offset, speech.text.charAt(offset - 1), settings));
}

const check = (before: string, after: string) => assert.equal(typed(before), after, before);
const keep = (before: string) => check(before, before.replace('|', ''));

describe('typing a mark', () => {
  it('turns it full-width after 汉字', () => {
    check('学习不够,|', '学习不够，');
    check('学习不够.|', '学习不够。');
    check('主要表现:|', '主要表现：');
    check('为什么?|', '为什么？');
    check('立行立改!|', '立行立改！');
    check('一是学习;|', '一是学习；');
  });

  it('opens and closes brackets, with or without the one that the editor put there', () => {
    check('会议(|', '会议（');
    check('会议(|)', '会议（）');
    check('会议（民主生活会)|', '会议（民主生活会）');
    check('会议（民主生活会)|）', '会议（民主生活会）');
  });

  it('makes straight quotes “ and ”, ‘ and ’', () => {
    check('增强"|', '增强“');
    check('增强"|"', '增强“”');
    check('增强“四个意识"|', '增强“四个意识”');
    check("增强“四个'|", '增强“四个‘');
  });

  it('does so after a rare character too', () => {
    check('没有帮过吴𠮷,|', '没有帮过吴𠮷，');
    check('村名是𠮷"|', '村名是𠮷“');
    check('say "|𠮷', 'say “𠮷');
  });

  it('leaves numbers, Latin text, numbering on its way, code and comments alone', () => {
    for (const text of ['占3.|', 'a,|', 'see (|', 'say "|', '一.|', '1.|', '`代码,|`', '<!-- 对应:| -->', '完成。.|'])
      keep(text);
  });

  it('does nothing that is switched off', () => {
    assert.equal(typed('学习,|', { numbering: false, punctuation: false, quotes: true }), '学习,');
    assert.equal(typed('增强"|', { numbering: false, punctuation: true, quotes: false }), '增强"');
  });

  it('looks at every mark it changes', () => {
    for (const mark of ',;:?!().') assert.ok((typedMarks as readonly string[]).includes(mark), mark);
  });
});
