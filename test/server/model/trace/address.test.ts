import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { trace } from '../../../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';

const matters = [
  '理论学习方面。一是原著读得少。二是笔记记得少。',
  '担当作为方面。一是遇事绕着走。二是新官不理旧账。',
  '服务群众方面。一是窗口态度生硬。二是材料要得多。',
  '廉洁自律方面。一是对家属管得松。二是台账不清。',
];
/** They share nothing with any of the problems. */
const actions = ['买一张大桌子放在走廊', '每月第一个周一开会', '把车停到院外去', '修一条水泥小路'];

const marks = {
  brackets: (number: number) => `（${'一二三四'.charAt(number - 1)}）`,
  digits: (number: number) => `${number}.`,
  none: () => '',
};

/**
 * The measures that answer each problem because the cells of the column before theirs say so: `['M2', '', 'M1 M3',
 * '']`.
 */
function answers(
  cells: readonly string[],
  { header = '对应问题', style = 'brackets' as keyof typeof marks } = {},
): string[] {
  const problems = matters.map((matter, at) =>
    style === 'none' ? `### ${matter.replace('。', '\n\n')}` : marks[style](at + 1) + matter,
  );
  const rows = actions.map((action, at) => `| ${at + 1} | ${cells[at]} | ${action} |`);
  const table = [`| 序号 | ${header} | 整改措施 |`, '| - | - | - |', ...rows].join('\n');
  const speech = parseSpeech(`## 一、存在的问题\n\n${problems.join('\n\n')}\n\n## 二、整改措施\n\n${table}\n`);
  const { links } = trace(speech, defaultContext);
  const said = links.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'reference'));
  return speech.problems.map((problem) =>
    said
      .filter(({ from }) => from === problem)
      .map(({ to }) => to.id)
      .join(' '),
  );
}

describe('the column of a table that says which problem a row answers', () => {
  const reversed = ['M4', 'M3', 'M2', 'M1'];

  it('by number, however it is written', () => {
    for (const cells of [
      ['（四）', '（三）', '（二）', '（一）'],
      ['问题四', '问题三', '问题二', '问题一'],
      ['4', '3', '2', '1'],
      ['第（四）项', '第（三）条', '第2个问题', '对应问题（一）'],
      ['（四）1', '（三）1、2', '（二）2', '（一）1'],
    ])
      assert.deepEqual(answers(cells), reversed, cells.join());
    assert.deepEqual(answers(['4.1', '3', '2', '1.2'], { style: 'digits' }), reversed);
    assert.deepEqual(answers(['四', '三', '二', '一'], { style: 'none' }), reversed);
    assert.deepEqual(answers(['（四）', '（三）', '（二）', '（一）'], { header: '针对的问题序号' }), reversed);
  });

  it('by name, of the problem or of its point', () => {
    for (const cells of [
      ['廉洁自律方面', '服务群众', '担当作为的问题', '针对理论学习方面的问题'],
      ['对家属管得松', '窗口态度生硬', '新官不理旧账', '原著读得少'],
    ])
      for (const header of ['对应问题', '问题方面', '存在问题'])
        assert.deepEqual(answers(cells, { header }), reversed, cells.join());
  });

  it('several at once', () => {
    assert.deepEqual(answers(['（一）（二）', '（三）、（四）', '', '']), ['M1', 'M1', 'M2', 'M2']);
    assert.deepEqual(answers(['问题1和3', '（二）至（四）', '', '']), ['M1', 'M2', 'M1 M2', 'M2']);
    assert.deepEqual(answers(['廉洁自律、服务群众<br>理论学习', '', '', '']), ['M1', '', 'M1', 'M1']);
    assert.deepEqual(answers(['第一个、第三个问题', '', '', '']), ['M1', '', 'M1', '']);
  });

  it('nothing where it is not clear which', () => {
    const nothing = ['', '', '', ''];
    assert.deepEqual(answers(['（五）', '0', '11', '无']), nothing, 'no such number');
    assert.deepEqual(answers(['作风', '全部', '其他方面', '上级反馈']), nothing, 'no such name');
    assert.deepEqual(answers(['少', '一是', '（一）至', '4至1']), nothing, 'no whole name, no range');
    assert.deepEqual(
      answers(['（四）', '（三）', '（二）', '（一）'], { header: '牵头人' }),
      nothing,
      'another column',
    );
  });
});
