import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { lint } from '../../../../server/src/rules/lint.ts';
import { outlineText } from './outlineText.ts';

/** What a warehouse keeper says in the meeting of his branch. */
const told = `在党支部组织生活会上的发言

田国庆

同志们，我在冷库干了九年，今天按支部的要求，当面检查自己。

我身上的问题主要有三个方面。

第一，党课听得不专心。坐在后排回手机，讲到哪一章说不上来。

第二，出库图省事。单子没有核，先装车后补字，上个月多发了十二箱虾仁。

第三，跟新同事说话冲。人家问两遍，我就让他自己看标签。

这些问题的根子有两条。

第一，觉得自己是老人，规矩是管新人的。

第二，怕麻烦，少走一步是一步。

下一步，我准备这样改。

第一，党课坐前排，手机交给组长，听完写半页笔记。

第二，核一单、装一车、签一次字，班长每周抽十张单子查。

第三，带两个新同事，一项一项教，教会为止。

我说完了，请同志们批评。
`;

const outline = `题目 在党支部组织生活会上的发言
署名 田国庆
帽段 同志们，我在冷库干了九年，今天按支部的要求，当…
· 我身上的问题主要有三个方面 [problems]
  第一， 党课听得不专心
  第二， 出库图省事
  第三， 跟新同事说话冲
· 这些问题的根子有两条 [causes]
  第一， 觉得自己是老人，规矩是管新人的
  第二， 怕麻烦，少走一步是一步
· 下一步，我准备这样改 [measures]
  第一， 党课坐前排，手机交给组长，听完写半页笔记
  第二， 核一单、装一车、签一次字，班长每周抽十张单子查
  第三， 带两个新同事，一项一项教，教会为止
结尾 我说完了，请同志们批评。

问题 P1 党课听得不专心
问题 P2 出库图省事
问题 P3 跟新同事说话冲
原因 C1 觉得自己是老人，规矩是管新人的
原因 C2 怕麻烦，少走一步是一步
整改 M1 党课坐前排，手机交给组长，听完写半页笔记
整改 M2 核一单、装一车、签一次字，班长每周抽十张单子查
整改 M3 带两个新同事，一项一项教，教会为止`;

/** The titles of problems, causes and measures. */
function units(text: string): string[] {
  const { problems, causes, measures } = parseSpeech(text);
  return [problems, causes, measures].map((list) => list.map(({ title }) => title).join(' / '));
}

describe('sentences that lead in to the parts of a talk with points', () => {
  it('stand by themselves before the points', () => {
    assert.equal(outlineText(parseSpeech(told)).trim(), outline);
    assert.deepEqual(
      lint(parseSpeech(told)).filter(({ severity }) => severity !== 'hint'),
      [],
    );
  });

  it('stand before points in their own paragraph, whatever marks these have', () => {
    const marks = ['一是', '二是', '三是'];
    const together = told.replace(
      /([^\n]*(?:方面|两条|这样改)。)\n\n((?:第[一二三]，[^\n]*\n\n)+)/g,
      (_, lead: string, points: string) =>
        `${lead}${points
          .trim()
          .split('\n\n')
          .map((point, at) => point.replace(/^第.，/, marks[at] ?? ''))
          .join('')}\n\n`,
    );
    assert.match(together, /三个方面。一是党课/);
    assert.deepEqual(units(together), units(told));
    assert.deepEqual(
      units(told.replace(/^第([一二三])，/gm, (_, at: string) => `${'零一二三'.indexOf(at)}.`)),
      units(told),
    );
  });

  it('are “究其原因，……” for causes that are not counted', () => {
    const reasons = '究其原因，主要是觉得自己是老人，规矩是管新人的，还有怕麻烦。';
    const text = told.replace(/这些问题的根子[\s\S]*?(?=下一步)/, `${reasons}\n\n`);
    assert.equal(units(text)[1], '主要是觉得自己是老人');
    assert.equal(
      units(text.replace(reasons, '为什么会这样，我也想过。就是怕麻烦，图省事，拿老资格当通行证。'))[1],
      '就是怕麻烦',
    );
  });

  it('may stand before measures in paragraphs that count nothing', () => {
    const [before = '', after = ''] = told.split('下一步，我准备这样改。');
    const text = `${before}往后怎么办，我说几句实在的。${after.replace(/^第[一二三]，/gm, '')}`;
    assert.equal(units(text)[2], '党课坐前排 / 核一单、装一车、签一次字 / 带两个新同事');
  });

  it('are none where several could be, where nothing is counted, or where headings have numbers', () => {
    for (const [from, to] of [
      ['第三，跟新同事', '还有两个不足，也一并说说。\n\n第一，跟新同事'],
      ['我身上的问题主要有三个方面。\n\n', ''],
      ['下一步，我准备这样改。\n\n', ''],
      ['同志们，我在冷库', '一、基本情况\n\n同志们，我在冷库'],
    ] as const) {
      assert.ok(told.includes(from));
      assert.notDeepEqual(units(told.replace(from, to)), units(told), to);
    }
  });

  it('are read anew after each edit', () => {
    const edits = ['', '甲', '。', '一是', '第一，', '问题在哪里？', '接下来我要改。\n\n'];
    const before = parseSpeech(told);
    for (let offset = 0; offset < told.length; offset += 2) {
      for (const [index, word] of edits.entries()) {
        const text = told.slice(0, offset) + word + told.slice(offset + ((offset + index) % 4) * 9);
        const now = parseSpeech(text, before);
        assert.equal(outlineText(now), outlineText(parseSpeech(text)), text);
        const then = text.slice(0, offset) + text.slice(offset + word.length);
        assert.equal(outlineText(parseSpeech(then, now)), outlineText(parseSpeech(then)), then);
      }
    }
  });
});
