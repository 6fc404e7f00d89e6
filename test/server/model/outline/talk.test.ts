import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { lint } from '../../../../server/src/rules/lint.ts';
import { talk } from '../../random/talk.ts';
import { outlineText } from './outlineText.ts';

/** The titles of problems, causes and measures. */
function units(text: string): string[] {
  const { problems, causes, measures } = parseSpeech(text);
  return [problems, causes, measures].map((list) => list.map(({ title }) => title).join(' '));
}

const none = ['', '', ''];

/** A short talk with these sentences before its parts. */
function told(problems: string, causes: string, measures: string): string {
  const parts = [
    '发言\n\n大家好，我说几句。',
    problems,
    '书读得太少。',
    '路走得太少。',
    causes,
    '人变懒了啊。',
    measures,
    '每天读五页书。',
    '每周走十里路。',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

describe('a talk without headings and numbers', () => {
  it('has the parts that short paragraphs lead in to, and a unit in each paragraph', () => {
    const [outline] = outlineText(parseSpeech(talk)).split('\n\n');
    assert.deepEqual(outline?.split('\n').slice(3), [
      '· 对照党员的样子，我身上有这么几处毛病 [problems]',
      '· 这些毛病是打哪儿来的 [causes]',
      '· 毛病找准了，就得动手改 [measures]',
      '结尾 我就说这些。干得好不好，大家看着。',
    ]);
    assert.deepEqual(units(talk), [
      '学习上 干活上 徒弟跟了我两年',
      '说到底，是觉得自己资格老了',
      '书从工具箱里拿出来 换轴承那样的活 对刀活从下周起由徒弟上手',
    ]);
  });

  it('is warned of nothing, not even of a problem that no measure seems to answer', () => {
    const isWarning = ({ severity }: { readonly severity: string }) => severity === 'warning' || severity === 'error';
    const other = talk
      .replace('徒弟跟了我两年', '食堂的账目我经手了两年')
      .replace(/关键的对刀活.*/, '从来没有贴出来过。');
    const withoutCauses = talk.replace(/这些毛病是打哪儿来的[\s\S]*?(?=毛病找准了)/, '');
    for (const text of [talk, other, withoutCauses])
      assert.deepEqual(lint(parseSpeech(text)).filter(isWarning), [], text);
  });

  it('is known by what the sentences say last', () => {
    const all = ['书读得太少 路走得太少', '人变懒了啊', '每天读五页书 每周走十里路'];
    for (const [problems, causes, measures] of [
      ['先把家丑亮出来。', '病根在哪里？我想过。', '今后怎么改，我定两条。'],
      ['我先检讨自己的不足。不求好听。', '为什么会这样呢？', '根子找到了，要改就从今天改起。'],
      ['要改，先得讲讲身上的毛病。', '想改，先得弄明白这是怎么来的。', '往后我打算这样做。'],
    ] as const)
      assert.deepEqual(units(told(problems, causes, measures)), all, problems);
    assert.deepEqual(units(told('先讲讲我的毛病。', '', '往后怎么办？')), [
      '书读得太少 路走得太少 人变懒了啊',
      '',
      all[2],
    ]);
  });

  it('is none where a heading, a number or a part is in the way, or two sentences may lead in to a part', () => {
    assert.notDeepEqual(units(talk), none);
    for (const [from, to] of [
      ['干活上，我图快', '一是干活图快'],
      ['干活上，我图快', '**干活上**，我图快'],
      ['罗大海\n', '罗大海\n\n## 正文\n'],
      ['书从工具箱', '- 书从工具箱'],
      ['毛病找准了，就得动手改。我说三件看得见的事。\n\n', ''],
      ['我身上有这么几处毛病', '我想了好几天'],
      ['毛病找准了，就得动手改。', `毛病找准了，就得动手改。${'这是大家都看得见的事。'.repeat(5)}`],
      ['换轴承那样的活', '毛病不改不行，我再说几件要改的事。\n\n换轴承那样的活'],
    ] as const) {
      assert.ok(talk.includes(from));
      assert.deepEqual(units(talk.replace(from, to)), none, to);
    }
  });

  it('is read anew after an edit that may make a paragraph another part', () => {
    const edits = ['', '甲', '。', '一是', '请大家', '毛病在哪里？', `${'这是大家都看得见的事，'.repeat(6)}`];
    const before = parseSpeech(talk);
    for (let offset = 0; offset < talk.length; offset += 3) {
      for (const [index, word] of edits.entries()) {
        const text = talk.slice(0, offset) + word + talk.slice(offset + ((offset + index) % 4) * 12);
        const then = text.slice(0, offset) + text.slice(offset + word.length);
        const now = parseSpeech(text, before);
        assert.equal(outlineText(now), outlineText(parseSpeech(text)), text);
        assert.equal(outlineText(parseSpeech(then, now)), outlineText(parseSpeech(then)), then);
      }
    }
  });
});
