import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';

/** The titles of problems with how many points they have, of causes and of measures. */
function units(paragraphs: readonly string[]): string[] {
  const { problems, causes, measures } = parseSpeech(`${paragraphs.join('\n\n')}\n`);
  return [problems, causes, measures].map((list) =>
    list.map(({ title, points }) => title + (points.length || '')).join(' '),
  );
}

const title = '2025年度组织生活会个人对照检查材料';
const problems = [
  '学习上打折扣',
  '材料装在邮包最底下，月底才掏出来。字没有看几页。',
  '服务上留尾巴，怕走上坡路',
  '一是图省事。包裹放在山脚小卖部。二是不回访。哪家没有收到，我不问。',
  '安全上图侥幸',
  '1.刹车片磨薄了不换。拖了两个月。',
  '2.口罩挂在下巴上。嫌闷。',
];
const causes = [
  '觉得自己就是个送信的',
  '总想着党员的标准是给干部定的，一处一处地松。',
  '同乡亲走得太熟',
  '熟了就随便。把体谅当成了方便。',
];
const measures = [
  '邮包里先装书',
  '材料领到当天读一遍，晚上再读一遍。',
  '爬上去，送到手',
  '那三公里从明天起天天走。药和汇款不过夜。',
];
const closing = ['最后的话', '我爷爷走这条路送过信。请同志们帮我。'];

const expected = [
  '学习上打折扣 服务上留尾巴，怕走上坡路2 安全上图侥幸2',
  '觉得自己就是个送信的 同乡亲走得太熟',
  '邮包里先装书 爬上去，送到手',
];

describe('headings that have lost their numbers on two levels', () => {
  const speech = ([first, second, third]: readonly [string, string, string]) => [
    title,
    '我骑了四个晚上才写完，说的都是自己的事。',
    first,
    ...problems,
    second,
    ...causes,
    third,
    ...measures,
    ...closing,
  ];

  it('are units below the names of parts, and the paragraphs below them are not', () =>
    assert.deepEqual(units(speech(['存在的主要问题', '原因分析', '整改措施'])), expected));

  it('and below parts in plain words', () => {
    assert.deepEqual(units(speech(['存在的主要问题', '为什么会这样', '往后怎么做'])), expected);
    assert.deepEqual(units(speech(['我身上的毛病', '为什么会这样', '往后怎么做'])), expected);
  });

  it('and below parts that have kept their mark', () => {
    assert.deepEqual(units(speech(['一、存在的主要问题', '二、原因分析', '三、整改措施'])), expected);
    assert.deepEqual(units(speech(['## 存在的主要问题', '## 原因分析', '## 整改措施'])), expected);
  });

  it('may follow one paragraph that leads in to them', () => {
    const lead = '对照党员的标准，主要有三个方面的问题。';
    assert.deepEqual(units([title, '存在的主要问题', lead, ...problems, '整改措施', ...measures])[0], expected[0]);
  });

  it('are not one short paragraph among others, nor several that hold nothing', () => {
    const answers = ['原因分析', ...causes, '整改措施', ...measures];
    const others = ['书读得太少。读过的也忘了。', '路走得太少。只走大路。', '徒弟没有带好', '人懒了。嫌麻烦。'];
    const bare = ['学习上打折扣', '服务上留尾巴', '书读得太少。读过的也忘了。'];
    const read = (own: readonly string[]) => units([title, '存在的主要问题', ...own, ...answers])[0];
    assert.equal(read(others), '书读得太少 路走得太少 徒弟没有带好 人懒了');
    assert.equal(read(bare), '学习上打折扣 服务上留尾巴 书读得太少');
  });
});
