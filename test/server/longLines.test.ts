import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { trace } from '../../server/src/model/trace/trace.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';
import { assertBounded } from '../bounded.ts';

const length = 100_000;
const title = '2024年度民主生活会个人对照检查材料\n\n';

/** Repeated to a hundred thousand characters: what makes careless expressions and loops run on. */
const kinds: Readonly<Record<string, string>> = {
  汉字: '我们的工作还不够扎实',
  '“': '“',
  '“”': '“甲”',
  '《': '《',
  '（': '（',
  '，': '甲，',
  '、': '甲、乙和',
  '。': '甲。',
  空格: ' ',
  全角空格: '　',
  '*': '*',
  '**': '甲**乙',
  _: '_a',
  '`': '`',
  '[': '[',
  '](': '[a](',
  '!': '![',
  '<': '<',
  '<!--': '<!-- ',
  '<a ': '<a b ',
  '&': '&amp',
  '\\': '\\',
  '~': '~',
  '|': '|',
  '-': '-',
  '- ': '- ',
  '>': '>',
  '#': '#',
  一是: '一是甲；二是乙。',
  '一是,': '一是甲,学。二是乙。',
  '一是<!--': '一是甲。<!-- 改 -->二是乙。',
  一: '一',
  '（一）': '（一）',
  '1.': '1.',
  数字: '1234567890',
  年: '2024年1月',
  字母: 'abcdef ',
  '"': '"',
  '…': '…',
  '—': '—',
  针对: '针对甲',
  规范: '增强“四个意识”、坚定“四个自信”、做到“两个维护”，',
  代理: '\uD83D\uDE00',
  半个代理: '\uD83D',
  零宽: '\u200B',
  XX: 'XX镇',
  问题: '问题',
  请填写: '[请填写',
};

const shapes: ReadonlyArray<readonly [string, (unit: string, length: number) => string]> = [
  ['in one line', (unit, length) => unit.repeat(length / unit.length)],
  ['in a heading', (unit, length) => `# ${unit.repeat(length / unit.length)}`],
  [
    'in a unit',
    (unit, length) =>
      `一、存在的问题\n\n（一）学习不够。${unit.repeat(length / unit.length)}\n\n二、整改措施\n\n（一）抓学习。`,
  ],
  ['(a tenth of them) in lines', (unit, length) => `${unit}\n`.repeat(length / 10 / (unit.length + 1))],
  ['(a tenth of them) in paragraphs', (unit, length) => `${unit}\n\n`.repeat(length / 10 / (unit.length + 2))],
];

describe('a hundred thousand characters', function () {
  this.timeout(300_000);

  for (const [where, make] of shapes) {
    it(`${where} of whatever kind are answered in time`, () => {
      for (const [name, unit] of Object.entries(kinds)) {
        assertBounded(name, () => {
          const speech = parseSpeech(title + make(unit, length));
          trace(speech, defaultContext);
          lint(speech);
        });
      }
    });
  }
});
