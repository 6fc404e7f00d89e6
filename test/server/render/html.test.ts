import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { htmlFile } from '../../../server/src/render/htmlFile.ts';
import { preview } from '../../../server/src/render/preview.ts';
import { plainText } from '../../../server/src/render/text.ts';

describe('the preview', () => {
  it('escapes everything of the speech', () => {
    const evil =
      '# <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[点](javascript:alert(1)) [网](https://a.cn/"onclick=x) ![图"](x" onerror="y)\n\n`<svg onload=x>`\n\n| <b onclick=x> |\n|---|\n| "\' |\n';
    for (const view of ['pages', 'flow'] as const) {
      const { pages, paragraphs } = preview(parseSpeech(evil), defaultStyle, view);
      const html = [...pages.flatMap(({ lines }) => lines), ...paragraphs].map((piece) => piece.html).join('\n');
      const tags = html.match(/<[^>]*>/g) ?? [];
      for (const tag of tags) {
        assert.match(
          tag,
          /^<\/?(?:div|span|b|i|s|p|h[1-6]|a|br|sup|table|tr|td|th|img)(?: (?:class|href|alt|data-src|data-columns)="[^"<>]*")*>$/,
        );
        assert.doesNotMatch(tag, /href="(?!https?:|mailto:)/i);
      }
    }
  });

  it('makes pieces that do not tell where they stand, so that an edit changes few', () => {
    const pieces = (text: string) =>
      preview(parseSpeech(text), defaultStyle, 'pages').pages.flatMap(({ lines }) => lines.map(({ html }) => html));
    const before = pieces('# 题\n\n甲。\n\n乙。\n\n丙。\n');
    const after = pieces('# 题\n\n甲甲甲。\n\n乙。\n\n丙。\n');
    assert.equal(after.filter((html) => !before.includes(html)).length, 1);
  });

  it('sets digits apart from 汉字, but not at the start of a line', () => {
    const [line] = preview(parseSpeech('在2026年'), defaultStyle, 'pages').pages[0]?.lines ?? [];
    assert.match(line?.html ?? '', /在<span class="w wl wr">2026<\/span>年/);
    const text = `# 题目\n\n${'甲'.repeat(26)}2026年。\n`;
    const last = preview(parseSpeech(text), defaultStyle, 'pages').pages[0]?.lines.at(-1);
    assert.match(last?.html ?? '', /><span class="w wr">2026<\/span>年/);
  });
});

describe('other files', () => {
  const laidOut = layout(
    parseSpeech('# 题目\n\n**一、问题**\n\n正文<!-- 密 -->。\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n'),
  );

  it('HTML is one file without anything from elsewhere', () => {
    const html = htmlFile(laidOut, defaultStyle);
    assert.doesNotMatch(html, /<script|<link|src=|url\(|密/);
    assert.match(html, /<footer class="odd">— 1 —<\/footer>/);
    assert.match(htmlFile(laidOut, defaultStyle, true), /print\(\)/);
  });

  it('text is indented by two full-width blanks', () => {
    assert.equal(plainText(laidOut), '题目\n\n　　一、问题\n　　正文。\n甲\t乙\n丙\t丁\n');
  });
});
