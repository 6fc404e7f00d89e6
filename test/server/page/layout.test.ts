import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import type { PageLine } from '../../../server/src/page/lines.ts';
import { pagesOf } from '../../../server/src/page/pages.ts';
import { type Paragraph, titleIn } from '../../../server/src/page/paragraph.ts';
import type { Run } from '../../../server/src/page/runs.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { builtInStyles } from '../../../server/src/userData/styleReader.ts';

describe('layout', () => {
  check(
    'knows the title block, headings and what runs in',
    '# 在会上的发言\n\n主任　张三\n\n（2026年1月5日）\n\n同志们：\n\n**一、问题**\n\n（一）学习不深入。只学文件。\n\n1.笔记少\n',
    [
      'title: 在会上的发言',
      'author: 主任　张三',
      'date: （2026年1月5日）',
      'text: 同志们：',
      'heading1: 一、问题',
      'text2: [（一）学习不深入。]只学文件。',
      'heading3: 1.笔记少',
    ],
  );
  check(
    'knows a name and a date below the title though all three are bold',
    '**在专题民主生活会上的剖析材料**\n\n**尹若溪**\n\n**（2026年1月5日）**\n\n一、问题\n',
    ['title: 在专题民主生活会上的剖析材料', 'author: 尹若溪', 'date: （2026年1月5日）', 'heading1: 一、问题'],
  );
  check(
    'shows no comments, pins and front matter',
    '---\n发言: 剖析发言\n---\n# 发言\n\n甲<!-- 内部 -->乙\n\n<!-- 对应：一（一） -->\n',
    ['title: 发言', 'text: 甲乙'],
  );
  check(
    'keeps the ornament or the dash that a writer put before an item, and marks a list item that has none',
    '# 发言\n\n一、问题\n\n● 读书少。一年三本。\n\n——下去少。一年三次。\n\n- 笔记少。\n',
    [
      'title: 发言',
      'heading1: 一、问题',
      'text: ● 读书少。一年三本。',
      'text: ——下去少。一年三次。',
      'text: • 笔记少。',
    ],
  );
  check(
    'takes the asterisks of a label away that the outline reads as one',
    '# 发言\n\n（一）学习方面\n\n*原因：*学得少。\n',
    ['title: 发言', 'heading2: （一）学习方面', 'text: <b>原因：</b>学得少。'],
  );
  check(
    'takes the marks of Markdown away, broken bold included',
    '# 发言\n\n**重点。**其次*斜*、`码`、[网](https://a.cn)、1\\*2。\n',
    ['title: 发言', 'text: <b>重点。</b>其次<i>斜</i>、码、网、1*2。'],
  );
  check(
    'loses no code at the ends of a line, nor a line that is nothing else',
    '# `码`在会上的发言\n\n一、问题\n\n（一）`甲`是`乙`\n\n`丙`。\n\n`丁`\n\n- `戊`\n\n1.`己`。庚`辛`\n',
    [
      'title: 码在会上的发言',
      'heading1: 一、问题',
      'heading2: （一）甲是乙',
      'text: 丙。',
      'text: 丁',
      'text: • 戊',
      'text3: [1.己。]庚辛',
    ],
  );
  check(
    'loses no words to broken bold behind an escape, and takes what is escaped for no mark',
    '# 发言\n\n1\\*2&amp;3，**重点。**其次\\[^1]\\~\\~四~~，\n  又[^2]。\n\n[^2]: 注。\n',
    ['title: 发言', 'text: 1*2&3，<b>重点。</b>其次[^1]~~四~~，又〔2〕。', 'note: 〔1〕注。'],
  );
  check(
    'does not take the ! of a picture for the end of a heading sentence',
    '# 发言\n\n一、问题\n\n1.**笔记少**![图一](a.png)的问题。不写体会。\n',
    ['title: 发言', 'heading1: 一、问题', 'text3: [1.笔记少图一的问题。]不写体会。'],
  );
  check('joins wrapped lines and splits at hard breaks', '# 发言\n\n这一段\n折了行，a\nb。  \n另起一行。\n', [
    'title: 发言',
    'text: 这一段折了行，a b。',
    'text: 另起一行。',
  ]);
  check('prints the number of a list as drafts write it', '# 发言\n\n一、问题\n\n1. 学习少\n2. 调研少\n', [
    'title: 发言',
    'heading1: 一、问题',
    'heading3: 1.学习少',
    'heading3: 2.调研少',
  ]);
  check('puts a signature to the right', '# 发言\n\n完毕。\n\n张三\n\n2026年1月5日\n', [
    'title: 发言',
    'text: 完毕。',
    'signature+6: 张三',
    'signature+4: 2026年1月5日',
  ]);
  check(
    'keeps tables and notes',
    '# 发言\n\n见注[^甲]。\n\n| 问题 | 时限 |\n| --- | --- |\n| 学习 | 年底<br>前 |\n\n[^甲]: 出处 一。\n',
    ['title: 发言', 'text: 见注〔甲〕。', 'table: 问题 | 时限 / 学习 | 年底⏎前', 'note: 〔1〕出处 一。'],
  );

  check(
    'keeps a list of sources that Markdown takes for the addresses of links',
    '# 发言\n\n见条例[1]。\n\n[1]: 《党章》第三条\n[2]: 《条例》\n',
    ['title: 发言', 'text: 见条例[1]。', 'text: [1]: 《党章》第三条', 'text: [2]: 《条例》'],
  );
  check(
    'keeps the notes and the blanks of a quotation',
    '# 发言\n\n> 打铁必须**自身** **硬**[^1]。\n>\n> [^1]\n\n[^1]: 出处。\n',
    ['title: 发言', 'quote: 打铁必须<b>自身</b> <b>硬</b>〔1〕。', 'quote: 〔1〕', 'note: 〔1〕出处。'],
  );

  it('has a title in one line, with its subtitle and without notes, for the names of files and documents', () => {
    const title = (text: string) => titleIn(layout(parseSpeech(text)));
    assert.equal(title('# 补*钙*壮骨[^1]\n\n——在会上的[发言](http://a.cn)\n\n[^1]: 注。\n'), '补钙壮骨——在会上的发言');
    assert.equal(title(`# ${'关于某某县某某局'.repeat(4)}的 report\n`), `${'关于某某县某某局'.repeat(4)}的 report`);
    assert.equal(title('正文。\n'), '');
  });

  it('keeps tables apart that follow each other', () => {
    const table = '| 甲 |\n|---|\n| 乙 |\n';
    const { paragraphs } = layout(parseSpeech(`${table}\n${table}\n正文。\n`));
    assert.deepEqual(
      paragraphs.map(({ role, spaceAfter }) => `${role} ${spaceAfter}`),
      ['table 1', 'table 0', 'text 0'],
    );
  });

  it('is total and in bounds for every prefix', () => {
    const whole =
      '---\na: 1\n---\n# 题目\n\n> 引\n\n**一、甲。**乙[^1]\n\n```\n码\n```\n\n| a | b |\n|---|---|\n| **c | `d` |\n\n[^1]: 注\n';
    for (let end = 0; end <= whole.length; end += 1) {
      const text = whole.slice(0, end);
      for (const { span } of layout(parseSpeech(text)).paragraphs) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(text));
      }
    }
  });
});

describe('pages', () => {
  it('holds 28 characters in a line and 22 lines on a page', () => {
    const [first, second] = pages(`正${'文'.repeat(28 * 60)}`);
    assert.equal(first?.[1]?.length, 28);
    assert.equal(first?.length, 22);
    assert.equal(second?.length, 22);
  });

  it('lets punctuation hang and keeps marks and numbers together', () => {
    const [page] = pages(`引子。\n\n${'字'.repeat(26)}，后面${'字'.repeat(25)}“引${'字'.repeat(24)}2026年`);
    assert.deepEqual(page?.slice(1), [
      `${'字'.repeat(26)}，`,
      `后面${'字'.repeat(25)}`,
      `“引${'字'.repeat(24)}`,
      '2026年',
    ]);
  });

  it('has the description of a picture once, on whatever lines it falls', () => {
    const [page] = pages(`引子。\n\n${'字'.repeat(20)}![示意图](图.png)。`);
    assert.deepEqual(page?.slice(1), [`${'字'.repeat(20)}〔图：示意`, '图〕。']);
  });

  it('may begin a line with the number of a note, as Word does, but breaks no line within it', () => {
    const [page] = pages(`引子。\n\n${'字'.repeat(25)}。[^1]\n\n${'字'.repeat(25)}[^1]字\n\n[^1]: 注。\n`);
    assert.deepEqual(page?.slice(1, -1), [`${'字'.repeat(25)}。`, '〔1〕', '字'.repeat(25), '〔1〕字']);
  });

  it('has the name of a picture without a description as the writer knows it', () => {
    const [page] = pages('引子。\n\n![](图%20一.png)和![](满100%.png)');
    assert.deepEqual(page?.slice(1), ['〔图：图 一.png〕和〔图：满100%.png〕']);
  });

  it('begins each page of a long table with its header', () => {
    const text = `| 序号 | 措施 |\n|---|---|\n${Array.from({ length: 40 }, (_, at) => `| ${at + 1} | 学习 |\n`).join('')}`;
    const own = pagesOf(layout(parseSpeech(text)), defaultStyle);
    const shownRows = own.map(({ rows }) => rows.map(({ cells }) => cells?.cells.map(wordsOf).join(' ')));
    assert.deepEqual(
      shownRows.map((rows) => rows.slice(0, 2)),
      [
        ['序号 措施', '1 学习'],
        ['序号 措施', '31 学习'],
      ],
    );
    assert.equal(shownRows.at(-1)?.at(-1), '40 学习');
  });

  it('cuts a row of a table that is higher than a page, and no word of it', () => {
    const tall = Array.from({ length: 60 }, (_, at) => `第${at}件事。`).join('<br>');
    const low = '近事。';
    for (const [header, cell] of [
      ['措施', tall],
      [tall, low],
      [tall, tall],
    ]) {
      const text = `正文。\n\n一、台账\n\n| 序号 | ${header} |\n|---|---|\n| 1 | ${cell} |\n| 2 | 完毕。 |\n`;
      const own = pagesOf(layout(parseSpeech(text)), defaultStyle);
      for (const { rows } of own) {
        const used = rows.reduce((sum, { height, after }) => sum + height + after, 0);
        assert.ok(used <= 22 * 28.95 + 0.025, `${used} pt on a page`);
      }
      const shownWords = own.map(({ rows }) => rows.map(({ cells }) => wordsOf(cells?.cells[1] ?? [])));
      const once = shownWords.flatMap((page, index) => (index > 0 && page[0] === '措施' ? page.slice(1) : page));
      assert.equal(once.join(''), `${header}${cell}完毕。`.replaceAll('<br>', ''));
      const begins = new Set(shownWords.slice(2).map(([first]) => first));
      if (header === '措施' && cell === tall) assert.deepEqual([...begins], ['措施']);
    }
  });

  it('leaves no header of a table at the end of a page, nor the heading above it', () => {
    for (let lines = 15; lines < 24; lines += 1) {
      const text = `${'段落。\n\n'.repeat(lines)}一、台账\n\n| 序号 |\n|---|\n| 1 |\n| 2 |\n`;
      const own = pagesOf(layout(parseSpeech(text)), defaultStyle).map(({ rows }) =>
        rows.map(({ line, cells }) => wordsOf(line ? [line] : (cells?.cells[0] ?? []))),
      );
      assert.doesNotMatch(own[0]?.at(-1) ?? '', /台账|序号/, `${lines} lines`);
      assert.equal(
        own
          .flat()
          .filter((row) => /台账|^[12]$/.test(row))
          .join(' '),
        '一、台账 1 2',
      );
    }
  });

  it('leaves no heading at the end of a page', () => {
    for (let lines = 15; lines < 30; lines += 1) {
      const text = `${'段落。\n\n'.repeat(lines)}一、问题\n\n（一）学习\n\n正文在此。\n`;
      for (const page of pages(text).slice(0, -1)) assert.match(page.at(-1) ?? '', /^段落|正文/);
    }
  });

  it('has a page for an empty speech, in every style', () => {
    for (const style of builtInStyles) assert.equal(pagesOf(layout(parseSpeech(''), style), style).length, 1);
  });

  it('breaks a long title between words into lines of about one length', () => {
    const { paragraphs } = layout(parseSpeech('# 单位一把手在党史学习教育专题民主生活会上的剖析发言\n'));
    assert.equal(words(paragraphs[0]?.runs ?? []), '单位一把手在党史学习教育⏎专题民主生活会上的剖析发言');
  });

  it('tears no name, no year and no congress in a title, wherever they come to stand', () => {
    for (let before = 0; before < 40; before += 1) {
      const title = `# ${'云'.repeat(before)}局学习贯彻习近平新时代中国特色社会主义思想和二十届三中全会精神二〇二五年度对照检查材料\n`;
      const shown = words(layout(parseSpeech(title)).paragraphs[0]?.runs ?? []);
      assert.match(shown, /⏎/);
      for (const whole of ['习近平', '二十届', '三中全会', '二〇二五年度']) assert.ok(shown.includes(whole), shown);
    }
  });

  it('keeps 民主生活会 and 对照检查 whole in a title', () => {
    const { paragraphs } = layout(parseSpeech('# 二〇二五年度专题民主生活会上的对照检查发言\n'));
    assert.equal(words(paragraphs[0]?.runs ?? []), '二〇二五年度专题⏎民主生活会上的对照检查发言');
  });
});

function pages(text: string): string[][] {
  return pagesOf(layout(parseSpeech(text)), defaultStyle).map(({ rows }) =>
    rows.map(({ line }) => words(line?.runs ?? [])),
  );
}

function check(what: string, text: string, expected: string[]): void {
  it(what, () => assert.deepEqual(layout(parseSpeech(text)).paragraphs.map(shown), expected));
}

function shown({ role, level, runs, rows, rightIndent }: Paragraph): string {
  const content = rows.length > 0 ? rows.map((row) => row.map(words).join(' | ')).join(' / ') : words(runs);
  return `${role}${level || ''}${rightIndent ? `+${rightIndent}` : ''}: ${content.replaceAll('][', '')}`;
}

function wordsOf(lines: readonly PageLine[]): string {
  return lines.map(({ runs }) => words(runs)).join('');
}

function words(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, head, note }) => {
      if (note !== undefined && text === '') return `〔${note}〕`;
      const dressed = bold ? `<b>${text}</b>` : italic ? `<i>${text}</i>` : text.replace('\n', '⏎');
      return head ? `[${dressed}]` : dressed;
    })
    .join('');
}
