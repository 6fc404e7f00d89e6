import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { lint } from '../../../../server/src/rules/lint.ts';
import { outlineText } from './outlineText.ts';

const matters = [
  '先讲学习。我的毛病是理论学习满足于“够用”，表现在学习积分天天满，合上手机讲不出三句话。究其原因，是把学习当成了给别人看的作业。下一步，我每周三晚上读两个小时原著，年底前读完三本。',
  '再讲服务。群众意见最大的是预警信息送不到人手里，表现在短信发出去四千条，十四户老人没有一户收到。究其原因，是心里没有装着人。下一步，由我给十一个村装上大喇叭，五月前全部试响。',
  '第三件事是安全。我分管仓库，弹药库房看守有空当，具体表现是夜里只有一个人值班。究其原因，是十几年没有出过事，麻痹了。下一步，立即实行双人双锁，录像保存一年。',
  '作为副局长，我对年轻人的成长不上心，表现在三年里没有一个人出去跟过班。究其原因，是我只算眼前的账。',
];

function speech(paragraphs: readonly string[]): string {
  const around = ['2025年度民主生活会检视剖析材料', '会前我走访了七个乡镇。下面一件一件地讲。'];
  return [...around, ...paragraphs, '讲了这几件事，脸上发烫。请同志们批评。', ''].join('\n\n');
}

describe('a talk without headings that tells one matter a paragraph', () => {
  it('has a problem in each, with causes and measures of its own', () => {
    assert.equal(
      outlineText(parseSpeech(speech(matters))),
      [
        '题目 2025年度民主生活会检视剖析材料',
        '帽段 会前我走访了七个乡镇。下面一件一件地讲。',
        '· 理论学习满足于“够用” [other]',
        '  · 究其原因 [causes]',
        '  · 下一步 [measures]',
        '· 预警信息送不到人手里 [other]',
        '  · 究其原因 [causes]',
        '  · 下一步 [measures]',
        '· 弹药库房看守有空当 [other]',
        '  · 究其原因 [causes]',
        '  · 下一步 [measures]',
        '· 对年轻人的成长不上心 [other]',
        '  · 究其原因 [causes]',
        '结尾 讲了这几件事，脸上发烫。请同志们批评。',
        '',
        '问题 P1 理论学习满足于“够用”',
        '问题 P2 预警信息送不到人手里',
        '问题 P3 弹药库房看守有空当',
        '问题 P4 对年轻人的成长不上心',
        '原因 C1 是把学习当成了给别人看的作业',
        '原因 C2 是心里没有装着人',
        '原因 C3 是十几年没有出过事',
        '原因 C4 是我只算眼前的账',
        '整改 M1 我每周三晚上读两个小时原著',
        '整改 M2 由我给十一个村装上大喇叭',
        '整改 M3 立即实行双人双锁',
        '',
      ].join('\n'),
    );
  });

  it('is not said to have too little of the problems', () => {
    const long = matters.map((matter) =>
      matter.replace('。究其', '，这样的事不止一件，说起来脸红，想起来心里不安。究其'),
    );
    assert.ok(!lint(parseSpeech(speech(long))).some(({ rule }) => rule.id === 'lopsided-parts'));
  });

  it('is none where a heading stands, or two such paragraphs only', () => {
    for (const other of [[...matters.slice(0, 2)], ['一、存在的问题', ...matters]])
      assert.ok(!outlineText(parseSpeech(speech(other))).includes('· 理论学习满足于'));
  });

  it('is read the same while it is typed', () => {
    const text = speech(matters);
    const pieces = ['甲', '，表现', '究其原因，', '。下一步，', '。'];
    for (let at = 20; at < text.length; at += 7) {
      const piece = pieces[at % pieces.length] ?? '';
      for (const now of [text.slice(0, at) + piece + text.slice(at), text.slice(0, at) + text.slice(at + 1)])
        assert.equal(outlineText(parseSpeech(now, parseSpeech(text))), outlineText(parseSpeech(now)), now);
    }
  });
});
