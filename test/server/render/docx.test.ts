import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { writeDocx } from '../../../server/src/render/docx/docx.ts';
import { builtInStyles } from '../../../server/src/userData/styleReader.ts';

const speech = `# 在会上的发言

主任　张三

（2026年1月5日）

**一、存在的“问题”**

（一）学习不深入。只学文件——不思考……[^1]

1.笔记少

（1）常常忘记

见[网页](https://example.cn/?a=1&b=2)。

| 问题 | 时限 |
| --- | --- |
| 学习 | 年底 |

[^1]: 注文 <b>。
`;

describe('Word files', () => {
  const parts = partsOf(speech);
  const part = (path: string) => parts.get(path) ?? '';
  const styles = part('word/styles.xml');
  const body = part('word/document.xml');

  it('have the paper, margins and grid of GB/T 9704-2012', () => {
    assert.match(body, /<w:pgSz w:w="11906" w:h="16838"\/>/);
    assert.match(body, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" /);
    assert.match(body, /<w:docGrid w:type="lines" w:linePitch="579" w:charSpace="-8\d\d"\/>/);
  });

  it('have real styles with the prescribed fonts and sizes', () => {
    assert.match(style('Normal'), /eastAsia="仿宋_GB2312".*<w:spacing w:val="-4"\/><w:sz w:val="32"\/>/);
    assert.match(style('Normal'), /w:line="579" w:lineRule="exact"/);
    assert.match(style('Normal'), /w:firstLineChars="200"/);
    assert.match(
      style('GongwenTitle'),
      /公文标题.*w:line="700".*w:jc w:val="center".*方正小标宋简体.*<w:sz w:val="44"\/>/,
    );
    assert.match(style('GongwenAuthor'), /署名.*w:jc w:val="center".*楷体_GB2312.*<w:sz w:val="32"\/>/);
    assert.match(style('GongwenDate'), /日期行.*楷体_GB2312/);
    for (const [level, font] of [
      [1, '黑体'],
      [2, '楷体_GB2312'],
      [3, '仿宋_GB2312'],
      [4, '仿宋_GB2312'],
    ] as const) {
      assert.match(
        style(`Heading${level}`),
        new RegExp(`heading ${level}.*keepNext.*outlineLvl w:val="${level - 1}".*eastAsia="${font}".*<w:b w:val="0"/>`),
      );
      assert.match(body, new RegExp(level === 2 ? '"Heading2Sentence"' : `<w:pStyle w:val="Heading${level}"/>`));
    }
  });

  it('are justified, all black, with Times New Roman for digits, and nothing above the text', () => {
    assert.match(style('Normal'), /<w:widowControl w:val="0"\/>.*<w:jc w:val="both"\/>/);
    for (const id of [
      'Normal',
      'GongwenTitle',
      'GongwenAuthor',
      'GongwenDate',
      'Heading1',
      'Heading2',
      'GongwenTable',
    ]) {
      assert.match(style(id), /w:ascii="Times New Roman" w:eastAsia="[^"]+" w:hAnsi="Times New Roman"/, id);
    }
    for (const [path, xml] of parts) {
      assert.doesNotMatch(xml, /<w:color w:val="(?!auto)|<w:(?:highlight|shd|u)\b|headerReference/, path);
    }
    assert.deepEqual(
      [...parts.keys()].filter((path) => /header|theme/.test(path)),
      [],
    );
  });

  it('break a long title between words', () => {
    const long = partsOf('# 二〇二五年度专题民主生活会上的对照检查发言\n').get('word/document.xml') ?? '';
    assert.match(long, /"GongwenTitle".*年度专题<\/w:t><\/w:r><w:r><w:br\/><\/w:r>.*>民主生活会/);
  });

  it('keep theme fonts out and quotation marks in the font of 汉字', () => {
    for (const xml of parts.values()) assert.doesNotMatch(xml, /Theme=|theme1/);
    for (const run of body.match(/<w:r><w:rPr>.*?<\/w:r>/g) ?? []) {
      if (/[“”—…]/.test(run)) assert.match(run, /<w:rFonts w:hint="eastAsia"\/>/);
    }
  });

  it('give only the heading sentence its font', () => {
    assert.match(
      body,
      /Heading2Sentence"\/><w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">（一）学习不深入。<\/w:t>/,
    );
  });

  it('give it to a link in it as well', () => {
    const linked =
      partsOf('# 题\n\n一、问题\n\n（一）学习[不深入](https://a.cn)。只学文件。\n').get('word/document.xml') ?? '';
    assert.match(linked, /<w:hyperlink r:id="link1"><w:r><w:rPr><w:rStyle w:val="Heading2Sentence"\/>.*不深入/);
  });

  it('number pages — 1 — at the outer edge, in 4号宋体', () => {
    assert.match(style('Footer'), /w:ascii="宋体".*<w:sz w:val="28"\/>/);
    assert.match(part('word/settings.xml'), /<w:evenAndOddHeaders\/>/);
    assert.match(part('word/footer1.xml'), /w:rightChars="100".*w:jc w:val="right".*— .* PAGE .* —/);
    assert.match(part('word/footer2.xml'), /w:leftChars="100".*w:jc w:val="left"/);
    // The dash stands 7 mm below the text, which ends 35 mm above the edge: 28 mm, half a line of 18 pt lower.
    assert.match(body, /w:footer="1407"/);
  });

  it('write numbers as text', () => {
    for (const xml of parts.values()) assert.doesNotMatch(xml, /<w:numPr/);
    assert.equal(parts.has('word/numbering.xml'), false);
  });

  it('have links, notes and tables, all escaped', () => {
    assert.match(
      part('word/_rels/document.xml.rels'),
      /Target="https:\/\/example.cn\/\?a=1&amp;b=2" TargetMode="External"/,
    );
    assert.match(part('word/endnotes.xml'), /注文 &lt;b&gt;。/);
    // Word's own choice would be i, ii, iii.
    assert.match(body, /<w:endnotePr><w:numFmt w:val="decimal"\/>/);
    assert.match(body, /<w:tblLayout w:type="fixed"\/>.*<w:tblHeader\/>.*"GongwenTableHead"/);
    assert.match(style('GongwenTable'), /w:line="400" w:lineRule="exact".*<w:jc w:val="left"\/>.*<w:sz w:val="24"\/>/);
    assert.match(style('GongwenTableHead'), /<w:jc w:val="center"\/>.*eastAsia="黑体"/);
  });

  it('lose no note that nothing refers to', () => {
    const lone = partsOf('# 题\n\n甲[^a]。\n\n[^a]: 有人提到。\n[^b]: 没人提到。\n');
    assert.match(lone.get('word/endnotes.xml') ?? '', /有人提到。(?!.*没人提到)/);
    assert.match(lone.get('word/document.xml') ?? '', /"EndnoteText".*〔2〕没人提到。/);
    assert.equal(partsOf('# 题\n\n甲。\n\n[^b]: 没人提到。\n').has('word/endnotes.xml'), false);
  });

  it('are the same bytes for the same speech, and name nobody', () => {
    assert.deepEqual(
      writeDocx(layout(parseSpeech(speech)), defaultStyle),
      writeDocx(layout(parseSpeech(speech)), defaultStyle),
    );
    assert.doesNotMatch(part('docProps/core.xml'), /creator|lastModifiedBy|created/);
  });

  it('hold nothing that XML cannot', () => {
    const odd = partsOf('# 甲\u0001乙\ud800\n\n<b>&丙\ufffe</b>\n').get('word/document.xml') ?? '';
    assert.match(odd, /甲乙/);
    assert.doesNotMatch(odd, /(?!\n)\p{Cc}|\p{Cs}|\ufffe/u);
  });

  it('can be made in every style, of nothing too', () => {
    for (const one of builtInStyles) {
      assert.ok(writeDocx(layout(parseSpeech(''), one), one).length > 0);
      assert.ok(writeDocx(layout(parseSpeech(speech), one), one).length > 0);
    }
  });

  function style(id: string): string {
    return new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? '';
  }
});

function partsOf(text: string): Map<string, string> {
  const bytes = writeDocx(layout(parseSpeech(text)), defaultStyle);
  return new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}
