import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { checkWordSize, ImportError, importDocx } from '../../../server/src/import/docx.ts';
import { formatNumber } from '../../../server/src/import/numberFormat.ts';
import { pastedMarkdown } from '../../../server/src/import/pastedText.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { docxParts, writeDocx } from '../../../server/src/render/docx/docx.ts';
import { fixtures } from '../../speeches.ts';

describe('export → import → export', () => {
  for (const { name, text } of fixtures()) it(`loses nothing of ${name}`, () => checkStable(text));

  it('loses nothing of Markdown', () => {
    checkStable(
      '# 题目在此\n\n**加粗。**正文*斜*~~删~~[网](https://a.cn/x)，1\\*2\\_3，`码`，a &amp;amp; b，\\<b>。\n\n- 甲\n- 乙\n\n> 引一\n> 引二\n\n\\[1]: 《党章》\n\n```\n# 原样\n  二\n```\n\n\\# 不是标题\n\n注[^1]，又[^2]。\n\n| 一 | 二 |\n| --- | --- |\n| a\\|b | **粗**<br>• 换行 |\n\n[^1]: 甲。\n[^2]: 乙 丙。\n',
    );
  });

  it('loses nothing of links with brackets in words and address, and makes no picture of one behind a mark', () => {
    checkStable(
      '# 题目在此\n\n注意\\![网](<https://a.cn/x)y>)后面，[甲\\]乙\\[丙\\\\](<https://a.cn/(x>)。\n\n| 一 |\n| --- |\n| [a\\]b\\|c](https://a.cn) |\n',
    );
  });

  it('loses no note that nothing refers to, and keeps the signature before it', () => {
    checkStable('# 题目在此\n\n见注[^1]。\n\n张三\n\n2026年1月5日\n\n[^1]: 甲。\n[^2]: 没有人提到的**一条**。\n');
  });

  function checkStable(text: string): void {
    const first = layout(parseSpeech(text));
    const markdown = importDocx(writeDocx(first, defaultStyle));
    const second = layout(parseSpeech(markdown));
    assert.equal(broken(docxParts(second, defaultStyle)), broken(docxParts(first, defaultStyle)));
    assert.equal(importDocx(writeDocx(second, defaultStyle)), markdown);
  }

  function broken(parts: Record<string, string>): string {
    return `${parts['word/document.xml']}${parts['word/endnotes.xml'] ?? ''}`.replaceAll('<w:p>', '\n<w:p>');
  }
});

describe('drafts from Word', () => {
  check(
    'drop indents and soft breaks, and find the headings',
    [
      p('　　一、存在的问题', ''),
      '<w:p><w:r><w:t>　　（一）学习不够。</w:t><w:br/><w:t>1. 笔记少。\u200b</w:t></w:r></w:p>',
      p('', ''),
    ],
    '## 一、存在的问题\n\n（一）学习不够。\n\n1.笔记少。\n',
  );

  check(
    'keep a heading without a number below one that needs no #',
    [
      p('一、问题和整改', '<w:outlineLvl w:val="0"/>'),
      p('（一）学习方面', '<w:outlineLvl w:val="1"/>'),
      p('问题表现', '<w:outlineLvl w:val="2"/>'),
      p('1.学得浅。', ''),
      p('原因分析', '<w:outlineLvl w:val="0"/>'),
      p('思想根源', '<w:outlineLvl w:val="1"/>'),
    ],
    '## 一、问题和整改\n\n（一）学习方面\n\n**问题表现**\n\n1.学得浅。\n\n## 原因分析\n\n### 思想根源\n',
  );

  check(
    'have a title of one or more centred lines',
    [
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>某局领导班子</w:t><w:br/><w:t>对照检查材料</w:t></w:r></w:p>',
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>（2026年1月5日）</w:t></w:r></w:p>',
      p('同志们：', ''),
    ],
    '# 某局领导班子对照检查材料\n\n（2026年1月5日）\n\n同志们：\n',
  );

  check(
    'write automatic numbers out',
    [
      p('问题', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      p('学习', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
      p('作风', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
      p('整改', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      p('学习', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
    ],
    '## 一、问题\n\n（一）学习\n\n（二）作风\n\n## 二、整改\n\n（一）学习\n',
  );

  const listed = (text: string, list: number, level = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  check(
    'write them as Word shows them',
    [listed('问题', 2), listed('学习少', 2, 1), listed('作风浮', 2, 1), listed('整改', 2), listed('多学', 2, 1)],
    'I.问题\n\n1.1学习少\n\n1.2作风浮\n\nII.整改\n\n2.1多学\n',
  );

  const heading = (text: string) => p(text, '<w:outlineLvl w:val="0"/>');
  check(
    'have their title as heading 1, like the parts below',
    [heading('在组织生活会上的剖析发言'), heading('一、存在的问题'), p('学得少。', '')],
    '# 在组织生活会上的剖析发言\n\n## 一、存在的问题\n\n学得少。\n',
  );
  check(
    'have no title, and parts without numbers',
    [heading('存在的问题'), p('学得少。', ''), heading('整改措施')],
    '## 存在的问题\n\n学得少。\n\n## 整改措施\n',
  );

  check(
    'take tracked changes as accepted',
    [
      '<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>减</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>',
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>',
      p('后半。', ''),
    ],
    '甲加移来\n\n前半，后半。\n',
  );

  const deleted = '<w:rPr><w:del/></w:rPr>';
  const box = '<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>框里。</w:t></w:r></w:p></w:txbxContent></w:drawing>';
  const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>表</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  check(
    'keep the words of a paragraph with a deleted end where nothing continues it, and where they stand',
    [
      p('表前。', deleted),
      table,
      p('目录前。', deleted),
      p('一、存在的问题\t1', '<w:pStyle w:val="TOC1"/>'),
      `${box.replace('<w:p>', `<w:p><w:pPr>${deleted}</w:pPr>`)}<w:t>框外，</w:t></w:r></w:p>`,
      p('接着。', ''),
      p('末句。', deleted),
    ],
    '表前。\n\n| 表 |\n| --- |\n\n目录前。\n\n框里。\n\n框外，接着。\n\n末句。\n',
  );

  const item = (text: string, mark = '') =>
    p(text, `<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr>`);
  const gone = (mark: 'del' | 'moveFrom', text: string) =>
    item('', `<w:${mark}/>`).replace(/<w:r>.*<\/w:r>/, `<w:${mark}><w:r><w:t>${text}</w:t></w:r></w:${mark}>`);
  check(
    'count no paragraph that was deleted or moved away, and once one that was joined with the next',
    [
      item('读书少'),
      gone('del', '删去'),
      item('下乡少'),
      gone('moveFrom', '移走'),
      item('开会', '<w:del/>'),
      item('多'),
    ],
    '（一）读书少\n\n（二）下乡少\n\n（三）开会多\n',
  );

  check(
    'keep tables, merged cells too',
    [
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>乙|</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ],
    '| 甲 |  |\n| --- | --- |\n| 乙\\|<br>丙 |  |\n',
  );

  const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
  check(
    'keep the automatic numbers in tables, which go on counting behind them',
    [
      `<w:tbl>${[
        [cell(p('序号', '')), cell(listed('问题', 1)), cell(p('措施', ''))],
        [cell(listed('', 4)), cell(listed('学习少', 1, 1), listed('下乡少', 1, 1)), cell(listed('多学', 3))],
        [cell(listed('', 4)), cell(listed('记得少', 1, 1)), cell(`${box}</w:r></w:p>`)],
      ]
        .map((row) => `<w:tr>${row.join('')}</w:tr>`)
        .join('')}</w:tbl>`,
      listed('作风浮', 1, 1),
      listed('多学', 3),
    ],
    '| 序号 | 一、问题 | 措施 |\n| --- | --- | --- |\n| 1 | （一）学习少<br>（二）下乡少 | • 多学 |\n| 2 | （三）记得少 | 框里。 |\n\n（四）作风浮\n\n- 多学\n',
  );

  check(
    'lose no words to text boxes, readings and formulas; tables of contents go',
    [
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文。</w:t></w:r></w:p>',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>',
      p('一、存在的问题\t1', '<w:pStyle w:val="TOC1"/>'),
    ],
    '正文。\n\n框里的话。\n\n字x=1\n',
  );

  check(
    'have the results of fields, notes, and no comments',
    [
      '<w:p><w:r><w:t>共</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>',
    ],
    '共3页[^1]。\n\n[^1]: 脚注。\n',
  );

  check(
    'show words, not Markdown',
    [p('# 号*星*_线_&lt;b&gt;[^1]', ''), p('到**镇调研', '')],
    '\\# 号\\*星\\*\\_线\\_\\<b>\\[^1]\n\n到\\*\\*镇调研\n',
  );

  check(
    'keep a list of references, which Markdown would take for the targets of links',
    [p('[1]: 《党章》第三条', ''), p('• [2]: 某通报', ''), p('见[1]：同上', '')],
    '\\[1]: 《党章》第三条\n\n- \\[2]: 某通报\n\n见[1]：同上\n',
  );

  const run = (look: string, text: string) =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const [bold, italic] = ['<w:b/>', '<w:i/>'];
  const [sentence, quoted] = [run(italic, '以句号结尾。'), run(italic, '“理论学习”')];
  check(
    'have no italics whose asterisks would show, and no backslash that takes one away',
    [
      `<w:p>${sentence}${run('', '后面')}</w:p>`,
      `<w:p>${run('', '学习')}${quoted}${run('', '不深入')}</w:p>`,
      `<w:p>${run('', '学习')}${run(italic, '理论')}${run('', '，')}${quoted}${run('', '。')}</w:p>`,
      `<w:p>${run('', 'C:\\')}${run(bold, '重点。')}${run('', '其次')}</w:p>`,
    ],
    '以句号结尾。后面\n\n学习“理论学习”不深入\n\n学习*理论*，*“理论学习”*。\n\nC:\\\\**重点。**其次\n',
  );

  it('show no asterisk of any look, whatever stands beside it', () => {
    const runs = ['学', '“学', '学。', 'C:\\'].flatMap((text) =>
      ['', bold, italic, bold + italic].map((look) => ({ text, xml: run(look, text) })),
    );
    const rows = runs.flatMap((one) => runs.flatMap((two) => runs.map((three) => [one, two, three])));
    const table = rows.map((row) => `<w:tr>${cell(`<w:p>${row.map(({ xml }) => xml).join('')}</w:p>`)}</w:tr>`);
    const markdown = importDocx(word(`<w:tbl>${table.join('')}</w:tbl>`));
    const printed = layout(parseSpeech(markdown)).paragraphs[0]?.rows ?? [];
    assert.deepEqual(
      printed.map(([cell]) => cell?.map(({ text }) => text).join('')),
      rows.map((row) => row.map(({ text }) => text).join('')),
    );
  });

  function check(what: string, blocks: string[], expected: string): void {
    it(what, () => assert.equal(importDocx(word(blocks.join(''))), expected));
  }
});

describe('a Word file by Word for the web', () => {
  it('may count its parts', () => {
    const parts = unzipSync(writeDocx(layout(parseSpeech('# 题目在此\n\n见[网页](https://a.cn/x)。\n')), defaultStyle));
    const counted = Object.fromEntries(
      Object.entries(parts).map(([path, data]) => [path.replace(/(document|styles)\.xml/, '$12.xml'), data]),
    );
    assert.ok('word/document2.xml' in counted && 'word/_rels/document2.xml.rels' in counted);
    assert.equal(importDocx(zipSync(counted)), '# 题目在此\n\n见[网页](https://a.cn/x)。\n');
  });
});

describe('files that are none', () => {
  it('are told apart in words', () => {
    refused(new Uint8Array(), /文件是空的/);
    refused(strToU8('%PDF-1.7'), /不是 Word 文件/);
    refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /\.doc/);
    refused(word('').slice(0, 300), /损坏/);
    refused(zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), /损坏/);
    refused(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /不是 Word 文件/);
    refused(word('<w:p><w:r><w:drawing/></w:r></w:p>'), /没有文字/);
  });

  it('are told before they are read, where they are too large', () => {
    checkWordSize(50_000_000);
    assert.throws(() => checkWordSize(2_000_000_000), /文件太大（2000 MB），最多 50 MB/);
  });

  it('do not blow up: a zip bomb, and elements nested without end', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64_000_000) });
    assert.ok(bomb.length < 1_000_000);
    refused(bomb, /太大/);
    const deep = '<w:sdt>'.repeat(200_000) + '</w:sdt>'.repeat(200_000);
    try {
      importDocx(word(deep));
    } catch (error) {
      assert.ok(error instanceof ImportError);
    }
  }).timeout(20_000);

  it('cannot lie about their size, nor hold parts without end', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64_000_000) });
    for (const said of [0, 10]) {
      const directory = Buffer.from(bomb).indexOf('PK\u0001\u0002');
      new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, said, true);
      refused(bomb, said === 0 ? /解开后太大/ : /损坏/);
    }
    const parts = Array.from({ length: 5_001 }, (_, at) => [`word/${at}`, new Uint8Array()]);
    refused(zipSync({ ...Object.fromEntries(parts), 'word/document.xml': strToU8('<w:document/>') }), /部件太多/);
  }).timeout(20_000);

  it('do not fill the memory: a file of kilobytes with millions of tags, elements nested within what XML allows', () => {
    refused(word('<w:p/>'.repeat(900_000)), /部件太多/);
    refused(word(`<w:p ${'a="" '.repeat(1_100_000)}/>`), /部件太多/);
    for (const depth of [500, 2_000, 4_000, 8_000, 16_000]) {
      const deep = `${'<w:sdt>'.repeat(depth)}<w:p><w:r><w:t>字</w:t></w:r></w:p>${'</w:sdt>'.repeat(depth)}`;
      try {
        assert.equal(importDocx(word(deep)), '字\n');
      } catch (error) {
        assert.ok(error instanceof ImportError, String(error));
      }
    }
  });

  it('cannot make entities swell, nor read other files', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "字字字字"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c SYSTEM "file:///etc/hostname">]>`;
    const xml = `<?xml version="1.0"?>${bomb}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>甲&b;&c;乙</w:t></w:r></w:p></w:body></w:document>`;
    assert.equal(importDocx(zipSync({ 'word/document.xml': strToU8(xml) })), '甲\\&b;\\&c;乙\n');
  });

  it('of cut and garbled bytes never fail otherwise', () => {
    const whole = writeDocx(layout(parseSpeech('# 题\n\n一、甲\n\n乙。\n')), defaultStyle);
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      for (const one of [bytes, whole.slice(0, at)]) {
        try {
          importDocx(one);
        } catch (error) {
          assert.ok(error instanceof ImportError, String(error));
        }
      }
    }
  });

  it('that we fail at ourselves are told like any other, with the reason', () => {
    const { get } = Map.prototype;
    // As if the reader of styles made a mistake.
    Map.prototype.get = function (key) {
      if (key === 'word/styles.xml') throw new TypeError('x is undefined');
      return get.call(this, key);
    };
    try {
      assert.throws(
        () => importDocx(word('<w:p><w:r><w:t>甲</w:t></w:r></w:p>')),
        (error: Error) =>
          error instanceof ImportError &&
          error.message === '读不了：x is undefined' &&
          error.cause instanceof TypeError,
      );
    } finally {
      Map.prototype.get = get;
    }
  });

  function refused(bytes: Uint8Array, why: RegExp): void {
    assert.throws(
      () => importDocx(bytes),
      (error: Error) => error instanceof ImportError && why.test(error.message),
    );
  }
});

describe('automatic numbers', () => {
  /** The marks of a list in which only these counts are looked at. */
  const marks = (format: string, ...counts: number[]) => counts.map((count) => formatNumber(count, format)).join(' ');
  for (const [format, counts, expected] of [
    ['decimal', [0, 1, 12], '0 1 12'],
    ['decimalZero', [1, 9, 10], '01 09 10'],
    ['upperRoman', [1, 4, 9, 14, 40, 90, 400, 1994, 4000], 'I IV IX XIV XL XC CD MCMXCIV 4000'],
    ['lowerRoman', [2, 3, 8], 'ii iii viii'],
    ['upperLetter', [1, 26, 27, 28, 2_000_000_000], 'A Z AA BB 2000000000'],
    ['lowerLetter', [1, 2], 'a b'],
    ['chineseCounting', [1, 10, 11, 20, 21, 99], '一 十 十一 二十 二十一 九十九'],
    ['chineseCountingThousand', [100, 101, 110, 1005, 10_000], '一百 一百零一 一百一十 一千零五 10000'],
    ['japaneseCounting', [2, 12], '二 十二'],
    ['ideographDigital', [3, 10, 21], '三 一〇 二一'],
    ['chineseLegalSimplified', [2, 10, 15], '贰 壹拾 壹拾伍'],
    ['ideographTraditional', [1, 2, 3, 10], '甲 乙 丙 癸'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['ideographEnclosedCircle', [1, 10, 11], '㈠ ㈩ 11'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedCircleChinese', [0, 3], '0 ③'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['decimalFullWidth', [10], '１０'],
    ['numberInDash', [1], '- 1 -'],
    ['none', [1], ''],
    ['toString', [5], '5'],
  ] as const) {
    it(`are those of ${format}`, () => assert.equal(marks(format, ...counts), expected));
  }
});

describe('pasted text', () => {
  it('becomes paragraphs', () => {
    assert.equal(
      pastedMarkdown('　　一、问题\r\n　　（一）学习。\v二是\r\n\r\n'),
      '## 一、问题\n\n（一）学习。\n\n二是',
    );
  });
  it('loses the blanks that Word sets behind its automatic numbers', () => {
    assert.equal(
      pastedMarkdown(
        '一、\t问题\r\n（一）\u00a0\u00a0 学习。\r\n1.\t笔记少\r\n(1)　体会少\r\n①  抄\r\n（2026年）  一月',
      ),
      '## 一、问题\n\n（一）学习。\n\n1.笔记少\n\n(1)体会少\n\n①抄\n\n（2026年）  一月',
    );
  });
  it('keeps 职务 and 姓名 apart', () => {
    assert.equal(pastedMarkdown('局长\u2002\u2002张三\r\n2026年\u00a01月'), '局长  张三\n\n2026年 1月');
  });
  it('keeps the rows of a table together', () => {
    assert.equal(
      pastedMarkdown('台账如下：\r\n问题\t时限\r\n学习少\t年底\r\n完毕。'),
      '台账如下：\n\n| 问题 | 时限 |\n| --- | --- |\n| 学习少 | 年底 |\n\n完毕。',
    );
  });
  it('stands apart from what is around: after a line, before one, and where it parts one', () => {
    const pasted = (whole: string, text: string) => {
      const [before = '', after = ''] = whole.split('‸');
      const [ownBefore = '', above = ''] = before.split('\n').reverse();
      const [ownAfter = '', below = ''] = after.split('\n');
      return before + pastedMarkdown(text, { above, before: ownBefore, after: ownAfter, below }) + after;
    };
    const paragraphs = '　　甲。\r\n　　乙。\r\n';
    assert.equal(pasted('上。\n‸', paragraphs), '上。\n\n甲。\n\n乙。');
    assert.equal(pasted('上。\n\n‸\n\n下。', paragraphs), '上。\n\n甲。\n\n乙。\n\n下。');
    assert.equal(pasted('上。\n‸\n下。', paragraphs), '上。\n\n甲。\n\n乙。\n\n下。');
    assert.equal(pasted('上。\n\n‸下。', paragraphs), '上。\n\n甲。\n\n乙。\n\n下。');
    assert.equal(pasted('上，‸下。', '　　甲。\r\n　　乙，'), '上，甲。\n\n乙，下。');
  });
  it('is left alone where there is nothing to put in order', () => {
    for (const text of ['一句话', '甲。\n\n乙。', '']) assert.equal(pastedMarkdown(text), undefined);
  });
});

function p(text: string, properties: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function word(body: string): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const level = (at: number, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="${text}"/></w:lvl>`;
  return zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(
      `<w:styles ${w}><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`,
    ),
    'word/footnotes.xml': strToU8(
      `<w:footnotes ${w}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t> 脚注。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    ),
  });
}
