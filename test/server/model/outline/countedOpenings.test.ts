import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../../../server/src/model/change/edits.ts';
import { enter } from '../../../../server/src/model/change/enter.ts';
import { renumberEdits, unifyMarksEdits } from '../../../../server/src/model/change/renumber.ts';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../../server/src/model/speech.ts';
import { lint } from '../../../../server/src/rules/lint.ts';
import { press } from '../../cursor.ts';
import { outlineText } from './outlineText.ts';

function read(text: string, lines: readonly string[]): void {
  const expected = lines.map((line) => `${line}\n`).join('');
  assert.equal(outlineText(parseSpeech(text)), expected);
}

/** What the rules on numbers say of a text. */
function told(text: string): string[] {
  const found = lint(parseSpeech(text)).filter(({ rule }) => rule.category === 'numbering');
  return found.map(({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end)}`);
}

function after(text: string, edit: (speech: Speech) => Edit[]): string {
  return applyEdits(text, edit(parseSpeech(text)));
}

const spoken = (third: string) =>
  [
    '各位同志，我就照着提纲讲，请大家批评。',
    '先说问题。',
    '第一个方面，理论武装上，我是书本翻得粗。一是只记故事。问我道理，我就卡壳。二是自学靠突击，检查前才补笔记。',
    '第二个方面，宗旨意识上，我是脚板走得少。一是不问用路的人。二是群众反映的事办得慢。',
    '再说根子。',
    '第一条，我把自己看成了技术干部。总觉得政治上的要求是对书记说的。',
    '第二条，我离泥土远了。坐在车里看画面，人心看不清楚。',
    '最后说说怎么改。',
    '第一件事，把书本当图纸来读。每月精读一本，月底讲半个小时。',
    '第二件事，图纸先在村口贴七天。开工以前到村民小组会上讲一遍。',
    `${third}，验收面前没有熟人。沙子垭路段重新取芯，不合格的铲掉重铺。`,
    '我就讲这些，请同志们批评。',
  ].join('\n\n');

describe('paragraphs that count aloud', () => {
  it('第一个方面， with 一是…二是… inside, 第一条， and 第一件事，', () =>
    read(spoken('第三件事'), [
      '帽段 各位同志，我就照着提纲讲，请大家批评。',
      '· 先说问题 [problems]',
      '  第一个方面， 理论武装上',
      '    一是 只记故事',
      '    二是 自学靠突击，检查前才补笔记',
      '  第二个方面， 宗旨意识上',
      '    一是 不问用路的人',
      '    二是 群众反映的事办得慢',
      '· 再说根子 [causes]',
      '  第一条， 我把自己看成了技术干部',
      '  第二条， 我离泥土远了',
      '· 最后说说怎么改 [measures]',
      '  第一件事， 把书本当图纸来读',
      '  第二件事， 图纸先在村口贴七天',
      '  第三件事， 验收面前没有熟人',
      '结尾 我就讲这些，请同志们批评。',
      '',
      '问题 P1 理论武装上（2 点）',
      '问题 P2 宗旨意识上（2 点）',
      '原因 C1 我把自己看成了技术干部',
      '原因 C2 我离泥土远了',
      '整改 M1 把书本当图纸来读',
      '整改 M2 图纸先在村口贴七天',
      '整改 M3 验收面前没有熟人',
    ]));

  it('a number that is skipped', () => {
    assert.deepEqual(told(spoken('第三件事')), []);
    assert.deepEqual(told(spoken('第四件事')), ['broken-numbering 第四件事，']);
    assert.equal(after(spoken('第四件事'), renumberEdits), spoken('第三件事'));
    assert.equal(after(spoken('第三件事'), unifyMarksEdits), spoken('第三件事'));
  });

  const part = (...paragraphs: string[]) => `一、存在的问题\n\n${paragraphs.join('\n\n')}\n\n二、整改措施\n\n`;

  it('one alone, one of another count, in bold or with 第三条 behind it counts nothing', () => {
    for (const [first, second] of [
      ['第一件事，年初就没有办好。拖了半年。', '后来又忘了。再没有提起。'],
      ['第一件事，年初就没有办好。拖了半年。', '第二条，写得明白。我没有照办。'],
      ['第一条、第三条都没有做到。拖了半年。', '第二条、第四条也是。拖了一年。'],
      ['第一条，第三条都没有做到。拖了半年。', '第二条，第四条也是。拖了一年。'],
      ['第二件事，年初就没有办好。拖了半年。', '第三件事，后来又忘了。再没有提起。'],
    ] as const) {
      const { problems } = parseSpeech(part('（一）学习方面。不够深入。', first, second));
      assert.deepEqual(
        problems.map(({ title, points }) => [title, points.length]),
        [['学习方面', 0]],
        first,
      );
    }
  });

  it('points of an aspect', () => {
    const text = part('（一）学习方面。不够深入。', '第一个问题，读得少。翻了就放。', '第二个问题，记得少。靠抄。');
    assert.deepEqual(
      parseSpeech(text).problems.map(({ points }) => points.map(({ title }) => title)),
      [['读得少', '记得少']],
    );
  });

  it('rows without blank lines', () => {
    const text = '一、整改措施\n第一件事，多读书。每天读五页。\n第二件事，多下村。每周去一次。\n';
    assert.deepEqual(
      parseSpeech(text).measures.map(({ title }) => title),
      ['多读书', '多下村'],
    );
  });

  it('what is typed anywhere is read as it stands', () => {
    const text = spoken('第三件事');
    const before = parseSpeech(text);
    for (let at = 0; at < text.length; at += 1)
      for (const typed of ['，', '。', '第', '']) {
        const now = text.slice(0, at) + typed + text.slice(at + (typed === '' ? 1 : 0));
        assert.equal(outlineText(parseSpeech(now, before)), outlineText(parseSpeech(now)), now.slice(at - 9, at + 9));
      }
  });

  it('Enter begins the next', () =>
    assert.equal(
      press('一、整改措施\n\n第一件事，多读书。每天读五页。\n\n第二件事，多下村。每周去一次。|\n', enter),
      '一、整改措施\n\n第一件事，多读书。每天读五页。\n\n第二件事，多下村。每周去一次。\n\n第三件事，|\n',
    ));
});

describe('headings that count by decimals', () => {
  const text = (...headings: string[]) =>
    `# 对照检查材料\n\n## 1 存在的问题\n\n${headings.map((heading) => `### ${heading}\n\n不够深入。\n\n`).join('')}`;
  const titles = (of: string) => parseSpeech(of).problems.map(({ title }) => title);

  it('1.1, 1.2', () => {
    assert.deepEqual(titles(text('1.1 学得浅', '1.2 用得少')), ['学得浅', '用得少']);
    assert.deepEqual(told(text('1.1 学得浅', '1.2 用得少')), []);
  });

  it('a number that is skipped', () => {
    const skipped = text('1.1 学得浅', '1.2 用得少', '1.4 走得少', '1.5 记得少');
    assert.deepEqual(told(skipped), ['broken-numbering 1.4 ']);
    const right = text('1.1 学得浅', '1.2 用得少', '1.3 走得少', '1.4 记得少');
    assert.equal(after(skipped, renumberEdits), right);
  });

  it('a date, an amount, the name of a file', () => {
    for (const heading of [
      '3.15 晚会曝光的问题',
      '1.5 亿元项目闲置',
      '1.1.docx 没有改',
      '1.2万人没有参保',
      '1:3 的比例没有做到',
    ]) {
      assert.deepEqual(titles(text('学得浅', heading)), ['学得浅', heading]);
      assert.deepEqual(told(text('学得浅', heading)), []);
    }
  });
});
