import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits, type Edit } from '../../../../server/src/model/change/edits.ts';
import { renumberEdits, unifyMarksEdits } from '../../../../server/src/model/change/renumber.ts';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../../server/src/model/speech.ts';
import { brokenNumbering } from '../../../../server/src/rules/broken-numbering.ts';
import { findings } from '../../../../server/src/rules/lint.ts';

function after(text: string, edit: (speech: Speech) => Edit[]): string {
  return applyEdits(text, edit(parseSpeech(text)));
}

const problems = (...marks: string[]) =>
  `一、存在的问题\n\n${marks.map((mark, index) => `${mark}${'甲乙丙丁'[index]}方面。不够深入。\n\n`).join('')}二、整改措施\n\n`;

describe('renumbering', function () {
  this.timeout(20_000);

  it('counts siblings from one, in the marks they have', () => {
    assert.equal(after(problems('(一)', '(三)', '(三)'), renumberEdits), problems('(一)', '(二)', '(三)'));
    assert.equal(after(problems('1、', '1、', '5、'), renumberEdits), problems('1、', '2、', '3、'));
    assert.equal(after('一是甲。二是乙。四是丙。', renumberEdits), '一是甲。二是乙。三是丙。');
  });

  it('leaves a right speech as it is', () => {
    assert.deepEqual(renumberEdits(parseSpeech(problems('（一）', '（二）'))), []);
  });

  it('changes nothing the second time, even where a number put right shows where another belongs', () => {
    const text =
      '一）理想信念有所弱化。长期忙于具体事务。\n\n（二）宗旨意识有所淡薄。随\n\n' +
      '一）遵守党的政治纪律方面。总体上不够。第一，贯彻上级。第二，请示报告。\n\n（二）形式主义方面。第一，以文件。第二、检查督导。\n\n（三）';
    const once = after(text, renumberEdits);
    assert.equal(after(once, renumberEdits), once);
    assert.match(once, /（一）宗旨.*（二）形式.*（三）$/s);
  });

  it('changes nothing the second time, even where a mark has no words', () => {
    const text =
      '# 题\n\n现将检查情况报告如下。\n\n一、\n\n**1.问题表现。**一是纠纷面前退半步。二是新项目不敢上。\n\n**2.\n\n（四）';
    const once = after(text, renumberEdits);
    assert.equal(after(once, renumberEdits), once);
  });

  it('goes on across parents where the numbers do', () => {
    const text = (...n: number[]) =>
      `一、存在的问题\n\n（一）思想方面\n\n${n[0]}.甲不够。\n\n${n[1]}.乙不够。\n\n${n[2]}.丙不够。\n\n（二）作风方面\n\n${n[3]}.丁不够。\n\n${n[4]}.戊不够。\n`;
    assert.equal(after(text(1, 2, 4, 5, 6), renumberEdits), text(1, 2, 3, 4, 5));
    assert.equal(after(text(1, 2, 3, 4, 5), renumberEdits), text(1, 2, 3, 4, 5));
    assert.equal(after(text(1, 2, 3, 1, 3), renumberEdits), text(1, 2, 3, 1, 2));
  });

  it('rewrites the comments that name what got another number', () => {
    const text = (third: string, pins: string) =>
      `${problems('（一）', '（二）', third)}（一）抓学习，每月一次。<!-- 对应：（一） -->\n\n（二）转作风，每季度一次。<!-- 对应：${pins} -->\n`;
    assert.equal(after(text('（四）', '（二）、（四）'), renumberEdits), text('（三）', '（二）、（三）'));
  });

  it('is done in one go in every speech', () => {
    for (const name of readdirSync('test/speeches').filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(`test/speeches/${name}`, 'utf8');
      // Every second mark is off by some.
      let count = 0;
      const spoilt = text.replace(/（[一二三四五六]）|(?<=^|[。；：])[一二三四五]是/gm, (mark) => {
        count += 1;
        return count % 2 ? mark : mark.replace(/[一二三四五六]/, '七');
      });
      for (const one of [text, spoilt]) {
        const once = after(one, renumberEdits);
        assert.equal(after(once, renumberEdits), once, name);
        assert.deepEqual(
          [...findings(brokenNumbering, parseSpeech(once))].map(({ message }) => message),
          [],
          name,
        );
        const words = (some: string) => some.replace(/[一二三四五六七八九十\d①-⑳（）.、是]+/g, '');
        assert.equal(words(once), words(one), name);
      }
    }
  });
});

describe('unifying marks', function () {
  this.timeout(20_000);

  it('writes them as the standard does', () => {
    assert.equal(
      after(problems('(一)', '（二）、', '（三）'), unifyMarksEdits),
      problems('（一）', '（二）', '（三）'),
    );
    assert.equal(after(problems('1、', '2．', '3.'), unifyMarksEdits), problems('1.', '2.', '3.'));
    assert.equal(after('一是，甲。二是乙。', unifyMarksEdits), '一是甲。二是乙。');
    assert.equal(after('第一、甲。第二、乙。', unifyMarksEdits), '第一，甲。第二，乙。');
  });

  it('keeps numbers, wrong ones too', () => {
    assert.equal(after(problems('(一)', '(三)'), unifyMarksEdits), problems('（一）', '（三）'));
  });

  it('makes no number of a mark', () => {
    assert.equal(after(problems('1、2021年', '2、'), unifyMarksEdits), problems('1、2021年', '2.'));
  });

  it('is done in one go in every speech', () => {
    for (const name of readdirSync('test/speeches').filter((file) => file.endsWith('.md'))) {
      const once = after(readFileSync(`test/speeches/${name}`, 'utf8'), unifyMarksEdits);
      assert.equal(after(once, unifyMarksEdits), once, name);
    }
  });
});
