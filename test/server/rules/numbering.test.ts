import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { renumberEdits } from '../../../server/src/model/change/renumber.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { announcedCount } from '../../../server/src/rules/announced-count.ts';
import { brokenNumbering } from '../../../server/src/rules/broken-numbering.ts';
import { fixedText } from '../../../server/src/rules/fixAll.ts';
import { inconsistentMark } from '../../../server/src/rules/inconsistent-mark.ts';
import { levelJump } from '../../../server/src/rules/level-jump.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { wrongLevelMark } from '../../../server/src/rules/wrong-level-mark.ts';
import { checkRule } from '../marked.ts';

/** Items of one level under 一、, one paragraph each. */
function items(...marks: string[]): string {
  return `一、存在的问题\n\n${marks.map((mark, index) => `${mark}第${'甲乙丙丁戊己'[index]}方面。做得不够。\n`).join('\n')}`;
}

function measures(...heads: string[]): string {
  return `一、整改措施\n\n${heads.map((head) => `${head}每月做一次，从下月做起。\n`).join('\n')}`;
}

describe('broken-numbering', () => {
  it('a gap is one mistake, and what follows is renumbered', () =>
    checkRule(
      brokenNumbering,
      items('（一）', '⟦（三）⟧', '（四）', '（五）'),
      items('（一）', '（二）', '（三）', '（四）'),
    ));
  it('a duplicate that the count goes on from', () =>
    checkRule(
      brokenNumbering,
      items('（一）', '（二）', '⟦（二）⟧', '（三）'),
      items('（一）', '（二）', '（三）', '（四）'),
    ));
  it('a single slip', () =>
    checkRule(brokenNumbering, items('（一）', '⟦（五）⟧', '（三）'), items('（一）', '（二）', '（三）')));
  it('a gap in a series of last year’s part, whose other numbers may be quoted', () => {
    const previous = (second: string) =>
      `一、上年度整改落实情况\n\n共整改三项。一是中心组学习12次，学完以后都有研讨。${second}下村四次，每次都住下来。\n\n（二）制度已建立。\n\n（五）档案已补齐。\n\n${items('（一）', '（二）').replace('一', '二')}`;
    checkRule(brokenNumbering, previous('⟦三是⟧'), previous('二是'));
  });
  it('two that changed places', () =>
    checkRule(brokenNumbering, items('1.', '⟦3.⟧', '2.', '4.'), items('1.', '2.', '3.', '4.')));
  it('begins again below each term of the measures', () => {
    const items = '1.修灯。今天修。\n\n2.查线。明天查。\n';
    for (const [first, second] of [
      ['（一）立行立改', '（二）长期坚持'],
      ['立行立改事项', '长期坚持事项'],
    ])
      checkRule(brokenNumbering, `一、整改措施\n\n${first}\n\n${items}\n${second}\n\n${items}`);
  });
  it('其一 twice in one paragraph', () =>
    checkRule(
      brokenNumbering,
      '一、存在的问题\n\n（一）学习方面。其一，读得少。书没有翻完。⟦其一，⟧记得少。本子是空的。\n',
      '一、存在的问题\n\n（一）学习方面。其一，读得少。书没有翻完。其二，记得少。本子是空的。\n',
    ));
  it('another list, which a sentence leads in to', () => {
    const text = '一、存在的问题\n\n①学习少。\n\n②走访少。\n\n同志们还提了两条意见：\n\n①说话急。\n\n②开会长。\n';
    checkRule(brokenNumbering, text, text);
  });
  it('a restart', () => checkRule(brokenNumbering, items('1.', '2.', '3.', '⟦1.⟧'), items('1.', '2.', '3.', '4.')));
  it('a first that is not the first', () =>
    checkRule(brokenNumbering, items('⟦（二）⟧', '（三）'), items('（一）', '（二）')));
  it('keeps the marks as they are written', () =>
    checkRule(brokenNumbering, items('１．', '⟦３．⟧'), items('１．', '２．')));
  it('keeps marks of one character and letters', () => {
    checkRule(brokenNumbering, items('⑴', '⟦⑶⟧'), items('⑴', '⑵'));
    checkRule(brokenNumbering, items('㈠', '⟦㈢⟧'), items('㈠', '㈡'));
    checkRule(brokenNumbering, items('A.', '⟦C.⟧'), items('A.', 'B.'));
  });
  it('壹、贰、 stay as they are', () =>
    checkRule(
      brokenNumbering,
      '壹、存在的问题\n\n不够。\n\n贰、原因分析\n\n不深。\n\n⟦肆、⟧整改措施\n\n每月一次。\n',
      '壹、存在的问题\n\n不够。\n\n贰、原因分析\n\n不深。\n\n叁、整改措施\n\n每月一次。\n',
    ));
  it('counts to ten and on', () => {
    const marks = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '⟦十三⟧'];
    checkRule(
      brokenNumbering,
      marks.map((mark) => (mark.startsWith('⟦') ? '⟦十三、⟧丁方面。不够。\n' : `${mark}、甲方面。不够。\n`)).join('\n'),
    );
  });
  it('begins again under every heading', () =>
    checkRule(
      brokenNumbering,
      '一、存在的问题\n\n（一）甲方面。\n\n1.子项。\n\n2.丑项。\n\n（二）乙方面。\n\n1.子项。\n\n2.丑项。\n',
    ));
  it('may run on across headings', () =>
    checkRule(
      brokenNumbering,
      '一、存在的问题\n\n（一）甲方面。\n\n1.子项。\n\n2.丑项。\n\n（二）乙方面。\n\n3.寅项。\n\n4.卯项。\n',
    ));
  it('a heading that has lost its number, rather than a gap behind it', () =>
    checkRule(
      brokenNumbering,
      items('（一）', '⟦', '（三）').replace('方面。做得不够。\n\n（三）', '方面⟧。做得不够。\n\n（三）'),
      items('（一）', '（二）', '（三）'),
    ));
  it('a part that has lost its number', () =>
    checkRule(
      brokenNumbering,
      '**一、存在的问题**\n\n（一）甲。\n\n**⟦原因分析⟧**\n\n（一）丁。\n\n**三、整改措施**\n\n每月一次。\n',
      '**一、存在的问题**\n\n（一）甲。\n\n**二、原因分析**\n\n（一）丁。\n\n**三、整改措施**\n\n每月一次。\n',
    ));
  it('the first and the last heading that have lost their number', () => {
    const text = '# 材料\n\n**⟦存在的问题⟧**\n\n不够。\n\n**二、原因分析**\n\n不深。\n\n**⟦整改措施⟧**\n\n每月一次。\n';
    checkRule(brokenNumbering, text);
    checkRule(
      brokenNumbering,
      '## 一、存在的问题\n\n### ⟦甲方面⟧\n\n不够。\n\n### （二）乙方面\n\n不够。\n\n### ⟦丙方面⟧\n\n不够。\n',
    );
  });
  it('items run in with their text, which are one paragraph each', () =>
    checkRule(
      brokenNumbering,
      `${measures('1.抓学习。', '⟦抓作风⟧。', '3.抓纪律。', '4.抓廉洁。')}`,
      `${measures('1.抓学习。', '2.抓作风。', '3.抓纪律。', '4.抓廉洁。')}`,
    ));
  it('an item with a list of its own', () =>
    checkRule(
      brokenNumbering,
      `${measures('（一）抓学习。一是读书。二是笔记。', '⟦抓作风⟧。一是下沉。二是走访。', '（三）抓纪律。一是考勤。二是检查。')}`,
    ));
  it('not where several paragraphs, or none, look like the item', () => {
    checkRule(brokenNumbering, measures('1.抓学习。', '再读原著。', '常写笔记。', '⟦3.⟧抓纪律。', '4.抓廉洁。'));
    checkRule(brokenNumbering, measures('1.抓学习。', '同时写笔记。', '⟦3.⟧抓纪律。', '4.抓廉洁。'));
  });
  it('closing headings need no number', () =>
    checkRule(
      brokenNumbering,
      '## 一、问题\n\n### （一）甲\n\n不够。\n\n### （二）乙\n\n不够。\n\n### 小结\n\n不够。\n\n## 二、整改措施\n\n每月一次。\n\n## 表态\n\n一定改。\n',
    ));
  it('is left its place when all is renumbered', () => {
    const speech = parseSpeech(measures('1.抓学习。', '抓作风。', '3.抓纪律。', '4.抓廉洁。', '6.抓家风。'));
    assert.equal(
      applyEdits(speech.text, renumberEdits(speech)),
      measures('1.抓学习。', '抓作风。', '3.抓纪律。', '4.抓廉洁。', '5.抓家风。'),
    );
  });
  it('a paragraph is no heading', () =>
    checkRule(
      brokenNumbering,
      '一、存在的问题\n\n（一）甲方面。不够。\n\n这一段接着说。还没有说完。\n\n⟦（三）⟧乙方面。不够。\n',
      '一、存在的问题\n\n（一）甲方面。不够。\n\n这一段接着说。还没有说完。\n\n（二）乙方面。不够。\n',
    ));
  it('inline', () => checkRule(brokenNumbering, '一、存在的问题\n\n（一）甲方面。一是子。二是丑。⟦四是⟧寅。\n'));
  it('not in comments, quotations, code and last year’s part', () =>
    checkRule(
      brokenNumbering,
      '<!--\n一、甲\n三、乙\n-->\n\n> 一、甲\n> 三、乙\n\n一、上年度整改落实情况\n\n（一）甲。\n\n（三）乙。\n\n二、存在的问题\n\n（一）甲方面。\n',
    ));
});

describe('wrong-level-mark', () => {
  it('a deeper mark that goes on with the count', () =>
    checkRule(wrongLevelMark, items('（一）', '⟦2.⟧', '（三）'), items('（一）', '（二）', '（三）')));
  it('where the deeper level is in use above', () =>
    checkRule(
      wrongLevelMark,
      '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n（三）丙。不够。\n\n⟦（二）⟧原因分析\n\n（一）丁。不深。\n\n（二）戊。不深。\n\n三、整改措施\n\n（一）己。改。\n\n（二）庚。改。\n',
      '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n（三）丙。不够。\n\n二、原因分析\n\n（一）丁。不深。\n\n（二）戊。不深。\n\n三、整改措施\n\n（一）己。改。\n\n（二）庚。改。\n',
    ));
  it('where it has an inner list of its own', () =>
    checkRule(
      wrongLevelMark,
      `${items('（一）', '⟦2.⟧')}\n1.子。不够。\n\n2.丑。不够。\n\n（三）丙方面。不够。\n`,
      `${items('（一）', '（二）')}\n1.子。不够。\n\n2.丑。不够。\n\n（三）丙方面。不够。\n`,
    ));
  it('not an inner number that happens to follow the outer one', () => {
    const text = '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n二、整改措施\n\n（一）丙。改。\n';
    checkRule(wrongLevelMark, text, text);
  });
  it('in the last place of a series', () =>
    checkRule(
      wrongLevelMark,
      '一、存在的问题\n\n（一）甲。一是子。二是丑。⟦第三，⟧寅。\n',
      '一、存在的问题\n\n（一）甲。一是子。二是丑。三是寅。\n',
    ));
  it('in the first place', () => {
    checkRule(wrongLevelMark, items('⟦1.⟧', '（二）', '（三）'), items('（一）', '（二）', '（三）'));
    checkRule(wrongLevelMark, items('⟦（1）⟧', '2.'), items('1.', '2.'));
    checkRule(wrongLevelMark, items('1.', '⟦（2）⟧'), items('1.', '2.'));
    checkRule(
      wrongLevelMark,
      '⟦（一）⟧存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n二、原因分析\n\n不深，是根本。\n',
      '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n二、原因分析\n\n不深，是根本。\n',
    );
  });
  it('not where the first has lost its number and holds a list', () =>
    checkRule(
      wrongLevelMark,
      '一、存在的问题\n\n甲方面。不够。\n\n1.子。不够。\n\n2.丑。不够。\n\n（二）乙方面。不够。\n',
    ));
  it('the closing words, with the mark of the level below', () =>
    checkRule(
      wrongLevelMark,
      '一、存在的问题\n\n（一）甲。不够。\n\n二、整改措施\n\n（一）乙。改。\n\n（二）丙。改。\n\n（三）丁。改。\n\n⟦（三）⟧结束语\n\n请批评。\n',
      '一、存在的问题\n\n（一）甲。不够。\n\n二、整改措施\n\n（一）乙。改。\n\n（二）丙。改。\n\n（三）丁。改。\n\n三、结束语\n\n请批评。\n',
    ));
  it('the mark of the level above', () => {
    checkRule(
      wrongLevelMark,
      items('（一）', '⟦二、⟧', '（三）', '（四）'),
      items('（一）', '（二）', '（三）', '（四）'),
    );
    checkRule(wrongLevelMark, items('⟦一、⟧', '（二）', '（三）'), items('（一）', '（二）', '（三）'));
  });
  it('the mark of the level above, in the last place', () => {
    const speech = (last: string) =>
      `一、存在的问题\n\n（一）学习方面。不够。\n\n${last}作风方面。不实。\n\n二、原因分析\n\n放松了。\n\n三、整改措施\n\n常学。\n`;
    checkRule(wrongLevelMark, speech('⟦二、⟧'), speech('（二）'));
    const end = (mark: string) =>
      `一、存在的问题\n\n不够。\n\n二、整改措施\n\n（一）学习方面。常学。\n\n${mark}作风方面。常去。\n`;
    checkRule(wrongLevelMark, end('⟦二、⟧'), end('（二）'));
    const points = (mark: string) =>
      `一、存在的问题\n\n（一）学习方面\n\n1.书少。\n\n2.笔记少。\n\n${mark}心得少。\n\n（二）作风方面\n\n1.虚。\n\n2.浮。\n`;
    checkRule(wrongLevelMark, points('⟦（三）⟧'), points('3.'));
  });
  it('a part pasted in before its like, which is no mark of the level above', () => {
    const pasted = (second: string, third: string) =>
      `一、问题\n\n（一）甲方面。一是甲。\n\n### （二）乙方面\n\n1. 审批不便民。要跑两个窗口。\n${second}丙方面。一是丙。\n\n${third}丁方面。一是丁。\n`;
    checkRule(brokenNumbering, pasted('⟦（二）⟧', '（三）'), pasted('（三）', '（四）'));
  });

  it('the mark of the level above, where that level is not in use', () => {
    checkRule(wrongLevelMark, measures('1.甲。', '⟦（二）⟧乙。', '3.丙。'), measures('1.甲。', '2.乙。', '3.丙。'));
    checkRule(wrongLevelMark, measures('⟦（一）⟧甲。', '2.乙。', '3.丙。'), measures('1.甲。', '2.乙。', '3.丙。'));
    checkRule(wrongLevelMark, measures('1.甲。', '2.乙。', '⟦（三）⟧丙。'), measures('1.甲。', '2.乙。', '3.丙。'));
  });
  it('of a pair the one that is not as elsewhere in the speech', () => {
    const aspect = (number: string, second: string) => `（${number}）方面\n\n①读得少。\n\n${second}记得少。\n\n`;
    const speech = (second: string) =>
      `一、存在的问题\n\n${aspect('一', '②')}${aspect('二', second)}${aspect('三', '②')}`;
    checkRule(wrongLevelMark, speech('⟦（2）⟧'), speech('②'));
  });
  it('not two that changed places, nor a number twice', () => {
    const aspect = (mark: string) => `${mark}甲方面\n\n1.一种。\n\n2.两种。\n\n`;
    const speech = (...marks: string[]) => `一、存在的问题\n\n${marks.map(aspect).join('')}`;
    checkRule(wrongLevelMark, speech('（一）', '（二）', '（四）', '（三）', '（五）'));
    checkRule(wrongLevelMark, speech('（一）', '（三）', '（二）', '（四）', '（五）'));
    checkRule(wrongLevelMark, speech('（一）', '（二）', '（三）', '（三）', '（四）'));
    const item = (mark: string) => `${mark}甲方面。一种。\n\n1.一种。\n\n2.两种。\n\n`;
    checkRule(
      wrongLevelMark,
      `一、存在的问题\n\n${item('（一）')}（三）乙方面。少。\n\n${item('（二）')}${item('（四）')}`,
    );
  });
  it('not the next part, where the count below it is wrong', () =>
    checkRule(
      wrongLevelMark,
      '一、存在的问题\n\n（一）甲。不够。\n\n二、整改措施\n\n（三）乙。改。\n\n（四）丙。改。\n',
    ));
  it('not where a level of its own begins', () => checkRule(wrongLevelMark, items('（一）', '1.', '2.', '（二）')));
});

describe('inconsistent-mark', () => {
  it('leaves a half-width comma to the rule that tells of it', () =>
    checkRule(inconsistentMark, items('第一，', '第二,', '第三，')));
  it('one among many', () => checkRule(inconsistentMark, items('1.', '⟦2、⟧', '3.'), items('1.', '2.', '3.')));
  it('among two the official one', () => checkRule(inconsistentMark, '一、存在的问题\n\n⟦二.⟧原因分析\n'));
  it('a manner of one’s own, kept throughout', () => checkRule(inconsistentMark, items('1、', '2、', '3、')));
  it('brackets of half width throughout', () => checkRule(inconsistentMark, items('(一)', '(二)', '(三)')));
});

describe('level-jump', () => {
  it('among siblings', () =>
    checkRule(
      levelJump,
      '## 一、存在的问题\n\n### （一）甲\n\n不够。\n\n⟦####⟧ （二）乙\n\n不够。\n',
      '## 一、存在的问题\n\n### （一）甲\n\n不够。\n\n### （二）乙\n\n不够。\n',
    ));
  it('of a whole group, told once and put right together', () =>
    checkRule(
      levelJump,
      '## 一、存在的问题\n\n### （一）甲\n\n不够。\n\n### （二）乙\n\n不够。\n\n## 二、原因分析\n\n⟦####⟧ （一）甲\n\n不严。\n\n#### （二）乙\n\n不实。\n',
      '## 一、存在的问题\n\n### （一）甲\n\n不够。\n\n### （二）乙\n\n不够。\n\n## 二、原因分析\n\n### （一）甲\n\n不严。\n\n### （二）乙\n\n不实。\n',
    ));
  it('of a whole group, with deeper headings below it', () =>
    checkRule(
      levelJump,
      '## 一、存在的问题\n\n### （一）甲\n\n#### 1.丙\n\n不够。\n\n#### 2.丁\n\n不够。\n\n### （二）乙\n\n不够。\n\n## 二、原因分析\n\n⟦####⟧ （一）甲\n\n##### 1.丙\n\n不严。\n\n##### 2.丁\n\n不严。\n\n#### （二）乙\n\n不实。\n',
      '## 一、存在的问题\n\n### （一）甲\n\n#### 1.丙\n\n不够。\n\n#### 2.丁\n\n不够。\n\n### （二）乙\n\n不够。\n\n## 二、原因分析\n\n### （一）甲\n\n#### 1.丙\n\n不严。\n\n#### 2.丁\n\n不严。\n\n### （二）乙\n\n不实。\n',
    ));
  it('of one heading, with what stands below it, and not what does not go deeper', () =>
    checkRule(
      levelJump,
      '## 一、存在的问题\n\n### （一）甲\n\n#### 1.丙\n\n不够。\n\n#### 2.丁\n\n不够。\n\n⟦####⟧ （二）乙\n\n##### 1.丙\n\n###### （1）戊\n\n不够。\n\n###### （2）己\n\n不够。\n\n#### 2.丁\n\n不够。\n',
      '## 一、存在的问题\n\n### （一）甲\n\n#### 1.丙\n\n不够。\n\n#### 2.丁\n\n不够。\n\n### （二）乙\n\n#### 1.丙\n\n##### （1）戊\n\n不够。\n\n##### （2）己\n\n不够。\n\n#### 2.丁\n\n不够。\n',
    ));
  it('put right by “fix all”, because the fix leaves nothing behind', () => {
    const right =
      '## 一、存在的问题\n\n### （一）甲\n\n#### 1.丙\n\n不够。\n\n#### 2.丁\n\n不够。\n\n### （二）乙\n\n不够。\n\n## 二、原因分析\n\n### （一）戊\n\n#### 1.己\n\n不严。\n\n#### 2.庚\n\n不严。\n\n### （二）辛\n\n不实。\n';
    const wrong = right.replaceAll(/#(?= （.）[戊辛]| ..[己庚])/g, '##');
    const judge = (text: string) => lint(parseSpeech(text)).filter(({ rule }) => rule === levelJump);
    assert.equal(judge(wrong).length, 1);
    assert.equal(fixedText(wrong, judge(wrong), judge), right);
  });
  it('not of most groups, which is a style', () =>
    checkRule(
      levelJump,
      '## 一、存在的问题\n\n#### （一）甲\n\n不够。\n\n#### （二）乙\n\n不够。\n\n## 二、原因分析\n\n#### （一）甲\n\n不严。\n\n#### （二）乙\n\n不严。\n\n## 三、整改措施\n\n### （一）甲\n\n改。\n\n### （二）乙\n\n改。\n',
    ));
  it('一、→1. is accepted practice', () =>
    checkRule(levelJump, '一、存在的问题\n\n（一）甲。\n\n（二）乙。\n\n二、整改措施\n\n1.甲。\n\n2.乙。\n'));
  it('一、→（1） where the speech goes 一、→（一）', () =>
    checkRule(levelJump, '一、存在的问题\n\n（一）甲。\n\n（二）乙。\n\n二、整改措施\n\n⟦（1）⟧甲。\n\n（2）乙。\n'));
  it('not where more go 一、→（1） than 一、→（一）', () =>
    checkRule(
      levelJump,
      '一、存在的问题\n\n（1）甲。\n\n（2）乙。\n\n二、原因分析\n\n（1）甲。\n\n（2）乙。\n\n三、整改措施\n\n（一）甲。\n\n（二）乙。\n',
    ));
  it('（1） below units of both levels', () => {
    const gathered =
      '（二）“四风”方面\n\n1.形式主义方面\n\n（1）牌子多。不用。\n\n（2）文件多。不看。\n\n2.官僚主义方面\n\n';
    const speech = `一、存在的问题\n\n（一）守纪方面\n\n（1）拖延。不办。\n\n（2）失言。不改。\n\n${gathered}`;
    checkRule(levelJump, `${speech}（1）不下乡。不熟。\n`);
    checkRule(
      levelJump,
      `${speech.replaceAll(/（[12]）(?=拖|失)/g, '⟦$&⟧').replace('⟦（2）⟧', '（2）')}①不下乡。不熟。\n`,
    );
  });
});

describe('announced-count', () => {
  it('in the line that leads in', () =>
    checkRule(announcedCount, '一、整改措施\n\n重点抓好以下⟦四个方面⟧：\n\n（一）甲。\n\n（二）乙。\n\n（三）丙。\n'));
  it('in short, in the preamble', () =>
    checkRule(
      announcedCount,
      '# 对照检查材料\n\n对照⟦“五个带头”⟧，检查如下。\n\n一、存在的问题\n\n（一）带头学习方面。不够。\n\n（二）带头实干方面。不够。\n\n二、整改措施\n\n每周自学一次。\n',
    ));
  it('where other parts are examined besides', () =>
    checkRule(
      announcedCount,
      '# 对照检查材料\n\n对照“五个带头”和学习、作风、纪律等，检查如下。\n\n一、存在的问题\n\n（一）带头学习方面。不够。\n\n（二）意识形态方面。不够。\n\n二、整改措施\n\n每周自学一次。\n',
    ));
  it('a count of something else', () =>
    checkRule(announcedCount, '一、整改措施\n\n对照三个方面的问题，我将这样改：\n\n（一）甲。\n\n（二）乙。\n'));
});
