import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';

/**
 * What can be checked of numbering, row by row: each mistake is told once, at its mark, as sure as it is (sure is a
 * warning, style a hint), and a manner that is kept throughout is no mistake.
 */
const about = new Set([
  'broken-numbering',
  'wrong-level-mark',
  'inconsistent-mark',
  'level-jump',
  'lone-item',
  'announced-count',
  'series-comma',
  'heading-end-punctuation',
  'uneven-heading-ends',
  'halfwidth-punctuation',
]);

/** As it stands, with level-1 headings in bold and with `#`, and with the line ends of Windows. */
function check(row: string, text: string, ...expected: string[]): void {
  const heading = /^[一二三四五六七八九十]+[、.，][^。\n]*$/gm;
  const forms: Record<string, string> = {
    'in plain letters': text,
    'in bold': text.replace(heading, '**$&**'),
    'with #': /^#/m.test(text) ? text : text.replace(heading, '## $&'),
    'with CRLF': text.replaceAll('\n', '\r\n'),
  };
  for (const [form, written] of Object.entries(forms))
    it(`${row}, ${form}`, () => assert.deepEqual(told(written), expected));
}

function told(text: string): string[] {
  return lint(parseSpeech(text))
    .filter(({ rule }) => about.has(rule.id))
    .map(({ rule, severity, span }) => `${severity} ${rule.id} ${text.slice(span.start, span.end)}`);
}

/** Items under 一、, one paragraph each. */
function items(...marks: string[]): string {
  return `一、存在的问题\n\n${marks.map((mark, index) => `${mark}${'甲乙丙丁戊己'[index]}方面。做得不够。`).join('\n\n')}\n`;
}

const paragraph = (words: string) => `一、存在的问题\n\n（一）学习方面。${words}\n\n（二）作风方面。不实。\n`;

describe('the check table of numbering', () => {
  check('a number skipped', items('（一）', '（三）', '（四）'), 'warning broken-numbering （三）');
  check('a number twice', items('（一）', '（二）', '（二）', '（三）'), 'warning broken-numbering （二）');
  check('a number going back', items('1.', '2.', '1.', '4.'), 'warning broken-numbering 1.');
  check('two numbers that changed places', items('1.', '3.', '2.', '4.'), 'warning broken-numbering 3.');
  check('a first that is not one', items('（二）', '（三）'), 'warning broken-numbering （二）');
  check('one child alone', `${items('（一）')}\n二、原因分析\n\n认识不到位。\n`, 'hint lone-item （一）');
  check(
    'a level skipped',
    '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n二、整改措施\n\n（1）甲。改。\n\n（2）乙。改。\n',
    'warning level-jump （1）',
  );
  check(
    'a level skipped further down',
    '一、存在的问题\n\n（一）甲方面\n\n1.子。不够。\n\n2.丑。不够。\n\n（二）乙方面\n\n（1）寅。不够。\n\n（2）卯。不够。\n',
    'warning level-jump （1）',
  );
  check(
    '（一）→（1） throughout',
    '一、存在的问题\n\n（一）甲方面\n\n（1）子。不够。\n\n（2）丑。不够。\n\n（二）乙方面\n\n（1）寅。不够。\n\n（2）卯。不够。\n',
  );
  check(
    '一、→1. is accepted',
    '一、存在的问题\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n二、整改措施\n\n1.甲。改。\n\n2.乙。改。\n',
  );
  check(
    'Markdown headings that skip a level',
    '## 一、存在的问题\n\n### （一）甲\n\n不够。\n\n##### （二）乙\n\n不够。\n\n### （三）丙\n\n不够。\n',
    'warning level-jump #####',
  );
  const parts = (...marks: string[]) =>
    `${['存在的问题', '原因分析', '整改措施'].map((part, at) => `${marks[at]}${part}\n\n做得不够。`).join('\n\n')}\n`;
  check('第一部分 and 第三部分', parts('第一部分　', '第三部分　', '第四部分　'), 'warning broken-numbering 第三部分');
  check(
    '## 第二部分 twice',
    parts('## 第一部分：', '## 第二部分：', '## 第二部分：'),
    'warning broken-numbering 第二部分',
  );
  check(
    '第一方面： and 第三方面： before paragraphs',
    items('第一方面：', '第三方面：', '第四方面：'),
    'warning broken-numbering 第三方面',
  );
  check('第一个问题， and the third', items('第一个问题，', '第三个问题，'), 'warning broken-numbering 第三个问题，');
  check(
    '第一方面 again in another part',
    `${items('第一方面：', '第二方面：')}\n二、原因分析\n\n第一方面：懒。\n\n第二方面：散。\n`,
  );
  check('a chapter that is quoted', items('第三章、', '第五章、'));
  check('the mark of another level', items('（一）', '2.', '（三）'), 'warning wrong-level-mark 2.');
  check('a mark after brackets', items('（一）', '（二）、', '（三）'), 'warning inconsistent-mark （二）、');
  check('a full stop after brackets', items('（一）', '（二）.', '（三）'), 'warning inconsistent-mark （二）.');
  check('a comma after brackets', items('（1）', '（2），', '（3）'), 'warning inconsistent-mark （2），');
  check('brackets with a mark throughout', items('（一）、', '（二）、', '（三）、'));
  check('1、 among 1.', items('1.', '2、', '3.'), 'warning inconsistent-mark 2、');
  check('1、 throughout', items('1、', '2、', '3、'));
  check('１． among 1.', items('1.', '２．', '3.'), 'warning inconsistent-mark ２．');
  check(
    '二. among 一、',
    '一、存在的问题\n\n不够。\n\n二.原因分析\n\n不深。\n\n三、整改措施\n\n每月一次。\n',
    'warning inconsistent-mark 二.',
  );
  check(
    '二， among 一、',
    '一、存在的问题\n\n不够。\n\n二，原因分析\n\n不深。\n\n三、整改措施\n\n每月一次。\n',
    'warning inconsistent-mark 二，',
  );
  check(
    '二 and a blank among 一、',
    '一、存在的问题\n\n不够。\n\n二 原因分析\n\n不深。\n\n三、整改措施\n\n每月一次。\n',
    'warning inconsistent-mark 二 ',
  );
  check('half-width brackets among full ones', items('（一）', '(二)', '（三）'), 'warning inconsistent-mark (二)');
  check('a bracket of each width', items('（一）', '（二)', '（三）'), 'warning inconsistent-mark （二)');
  check('half-width brackets throughout', items('(一)', '(二)', '(三)'));
  check('第一、', paragraph('第一、自学少。第二、笔记少。'), 'hint series-comma 第一、', 'hint series-comma 第二、');
  check('首先、', paragraph('首先、自学少。其次、笔记少。'), 'hint series-comma 首先、', 'hint series-comma 其次、');
  check('一是、', paragraph('一是、自学少。二是、笔记少。'), 'hint series-comma 一是、', 'hint series-comma 二是、');
  check('第一、二季度 and 第一、第二批', paragraph('第一、二季度没有学，第一、第二批问题没有改。'));
  check('a gap inside a paragraph', paragraph('一是甲。三是乙。'), 'warning broken-numbering 三是');
  check('a number twice inside a paragraph', paragraph('一是甲。二是乙。二是丙。'), 'warning broken-numbering 二是');
  check('第一，…二是…', paragraph('第一，自学少。二是笔记少。'), 'warning wrong-level-mark 二是');
  check('3是 among 一是', paragraph('一是甲。二是乙。3是丙。'), 'warning inconsistent-mark 3是');
  check('第2， among 第一，', paragraph('第一，甲。第2，乙。第三，丙。'), 'warning inconsistent-mark 第2，');
  check('二、 among 一是', paragraph('一是甲。二、乙。三是丙。'), 'warning wrong-level-mark 二、');
  check('三、 behind 二是', paragraph('一是甲。二是乙。三、丙。'), 'warning wrong-level-mark 三、');
  check('2. among 一是', paragraph('一是甲。2.乙。三是丙。'), 'warning wrong-level-mark 2.');
  check('③ among （1）', paragraph('（1）甲。（2）乙。③丙。'), 'warning wrong-level-mark ③');
  check('第一，…其次，', paragraph('第一，甲。其次，乙。'), 'warning wrong-level-mark 其次，');
  check('首先，…第二，…最后，', paragraph('首先，甲。第二，乙。最后，丙。'), 'warning wrong-level-mark 第二，');
  check('首先，…二是…三是…', paragraph('首先，甲。二是乙。三是丙。'), 'warning wrong-level-mark 首先，');
  check(
    'numbers in prose between the marks of a series',
    paragraph('一是读得少。全年读书2本。二是写得少。见第（三）条。三是想得少，三、四月份没有交流。'),
  );
  check('a list inside a point', paragraph('一是甲：1.子；2.丑；3.寅。二是乙：1.子；2.丑；3.寅。'));
  check(
    'one child beside longer lists that begin anew',
    `${items('（一）', '（二）')}\n二、相互批评意见\n\n对老周：\n\n1. 开会偏长，一开就是半天，回去还要加班。\n2. 下村偏少，有的村一年只去了两回。\n\n对小李：\n\n1. 嫌别人慢，事情抢着做，别人就学不到。\n`,
  );
  check('一是 alone', paragraph('一是自学少，笔记也少。'), 'hint lone-item 一是');
  check(
    '统一是, 之一是, 唯一是, 一是一',
    paragraph('思想不统一是病根，原因之一是懒，唯一是怕苦。说话要一是一、二是二。'),
  );
  check(
    'more announced than given',
    '一、存在的问题\n\n（一）“5个方面”检视问题\n\n1.甲。不够。\n\n2.乙。不够。\n\n3.丙。不够。\n\n4.丁。不够。\n\n（二）意识形态方面。不够。\n',
    'warning announced-count “5个方面”',
  );
  check(
    'fewer announced than given',
    '一、存在的问题\n\n主要有两个方面的问题。\n\n（一）甲。不够。\n\n（二）乙。不够。\n\n（三）丙。不够。\n',
    'warning announced-count 两个方面的问题',
  );
  check(
    'a heading of its own line with a full stop',
    '一、存在的问题。\n\n（一）甲。不够。\n\n（二）乙。不够。\n',
    'hint heading-end-punctuation 。',
  );
  check(
    'run-in headings that end in two ways',
    '一、存在的问题\n\n（一）学习方面。不够。\n\n（二）作风方面。不够。\n\n（三）廉洁方面：不够。\n',
    'hint uneven-heading-ends ：',
  );
  check(
    'comments, quotations, code, tables and last year’s part',
    '<!-- 一、甲\n三、乙 -->\n\n> （一）甲\n> （三）乙\n\n```\n1.甲\n3.乙\n```\n\n一、上年度整改落实情况\n\n（一）甲。\n\n（三）乙。\n\n二、存在的问题\n\n（一）甲方面。不够。\n\n（二）乙方面。不够。\n\n| 序号 | 内容 |\n| - | - |\n| 1. | 甲 |\n| 3. | 乙 |\n',
  );
});
