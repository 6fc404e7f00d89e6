import assert from 'node:assert/strict';
import { attribute, childrenOf, type Element, nameOf, rootOf } from '../../../server/src/import/xml.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import type { PageStyle } from '../../../server/src/page/style.ts';
import { docxParts } from '../../../server/src/render/docx/docx.ts';
import { readerOf } from '../../../server/src/userData/dataReader.ts';
import { builtInStyles, readPageStyle } from '../../../server/src/userData/styleReader.ts';
import { fixtures } from '../../speeches.ts';
import { misplaced } from './wordSchema.ts';

/** What makes Word offer to repair a file, or refuse it. */
describe('Word files are as the standard has them', function () {
  this.timeout(120_000);

  const everything =
    '# 题目\n\n——副题\n\n主任　张三\n\n（2026年1月5日）\n\n同志们：\n\n**一、甲。**乙[^1]，又[^1]*斜*~~删~~[网](https://a.cn/?x=1&y=2)。\n\n（一）标题\n\n1.标题。正文\n\n（1）甲\n\n> 引\n\n```\n码\n```\n\n| a | b |\n|---|---|\n| **c**<br>d |\n\n| e |\n|---|\n| f |\n\n![图](a.png)\n\n李四\n\n2026年1月5日\n\n[^1]: 注**粗**。\n';
  const texts = ['', everything, '| a |\n|---|\n| b |\n', ...fixtures().map(({ text }) => text)];
  const styles: readonly PageStyle[] = [
    ...builtInStyles,
    readPageStyle(
      readerOf({ name: '页码居中', pageNumber: { form: '1', place: 'center' }, charsPerLine: 0, runIn: 'none' }),
    ),
    readPageStyle(
      readerOf({ name: '无页码', pageNumber: { form: 'none' }, wordGrid: 'linesAndChars', body: { bold: true } }),
    ),
  ];

  it('what stands out of order is told', () => {
    const xml = '<w:p><w:pPr><w:jc/><w:ind/></w:pPr><w:tbl/></w:p>';
    assert.deepEqual(misplaced(rootOf(xml)), ['p: tbl may not stand here', 'p/pPr[0]: ind may not stand here']);
  });

  it('every element stands where its sequence allows', () => {
    for (const parts of files()) {
      for (const [path, xml] of Object.entries(parts)) {
        if (!path.startsWith('word/') || path.endsWith('.rels')) continue;
        assert.deepEqual(misplaced(rootOf(xml)), [], path);
      }
    }
  });

  it('every part has a type, and every reference leads to what is there', () => {
    for (const parts of files()) {
      const root = (path: string) => rootOf(parts[path] ?? '');
      const types = childrenOf(root('[Content_Types].xml'), 'Override').map((one) =>
        attribute(one, 'PartName')?.slice(1),
      );
      const documents = Object.keys(parts).filter((path) => !/\.rels$|^\[/.test(path));
      assert.deepEqual([...types].sort(), documents.sort());
      const relations = childrenOf(root('word/_rels/document.xml.rels'));
      const ids = relations.map((one) => attribute(one, 'Id') ?? '');
      assert.equal(new Set(ids).size, ids.length);
      for (const one of relations) {
        if (attribute(one, 'TargetMode') !== 'External') assert.ok(`word/${attribute(one, 'Target')}` in parts);
      }
      const body = allIn(root('word/document.xml'));
      for (const one of body.filter((element) => /Reference$|^hyperlink$/.test(nameOf(element)))) {
        if (nameOf(one) === 'endnoteReference') continue;
        assert.ok(ids.includes(attribute(one, 'id') ?? ''), nameOf(one));
      }
    }
  });

  it('every style, note and table column that is named is there', () => {
    for (const parts of files()) {
      const defined = childrenOf(rootOf(parts['word/styles.xml'] ?? ''), 'style').map(
        (one) => attribute(one, 'styleId') ?? '',
      );
      assert.equal(new Set(defined).size, defined.length);
      const notes = parts['word/endnotes.xml'] ? childrenOf(rootOf(parts['word/endnotes.xml']), 'endnote') : [];
      const noteIds = notes.map((one) => attribute(one, 'id'));
      for (const [path, xml] of Object.entries(parts)) {
        if (!path.startsWith('word/') || path.endsWith('.rels')) continue;
        for (const element of allIn(rootOf(xml))) {
          const name = nameOf(element);
          if (/^(?:[pr]Style|basedOn|next)$/.test(name)) assert.ok(defined.includes(attribute(element, 'val') ?? ''));
          if (name === 'endnoteReference') assert.ok(noteIds.includes(attribute(element, 'id')));
          if (name === 'tc') assert.equal(nameOf(childrenOf(element).at(-1) as Element), 'p');
          if (name === 'tbl') {
            const columns = childrenOf(childrenOf(element, 'tblGrid')[0]).length;
            for (const row of childrenOf(element, 'tr')) assert.equal(childrenOf(row, 'tc').length, columns);
          }
        }
      }
    }
  });

  it('no number is broken, and the last thing of a document is a paragraph', () => {
    for (const parts of files()) {
      for (const [path, xml] of Object.entries(parts)) {
        for (const element of allIn(rootOf(xml))) {
          for (const [key, value] of Object.entries(element.attributes)) {
            if (
              /^w:(?:w|h|top|right|bottom|left|header|footer|line|linePitch|charSpace|sz|firstLine|firstLineChars|rightChars|before|after)$/.test(
                key,
              )
            )
              assert.match(value, /^-?\d+$/, `${path} ${key}`);
          }
        }
      }
      const body = childrenOf(childrenOf(rootOf(parts['word/document.xml'] ?? ''), 'body')[0]).map(nameOf);
      assert.deepEqual(body.slice(-2), ['p', 'sectPr']);
      for (const [at, name] of body.entries())
        assert.ok(name !== 'tbl' || body[at + 1] === 'p', 'tables that touch become one');
    }
  });

  it('the marks that may not begin or end a line are no more than Word keeps', () => {
    const [parts = {}] = files();
    const value = (name: string) =>
      attribute(childrenOf(rootOf(parts['word/settings.xml'] ?? ''), name)[0], 'val')?.length ?? Number.NaN;
    // FollowingPunct and LeadingPunct of the binary format, which Word still has inside.
    assert.ok(value('noLineBreaksBefore') <= 100);
    assert.ok(value('noLineBreaksAfter') <= 50);
  });

  function files(): Array<Record<string, string>> {
    return texts.flatMap((text, index) =>
      (index < 3 ? styles : styles.slice(0, 1)).map((style) => docxParts(layout(parseSpeech(text), style), style)),
    );
  }
});

function allIn(element: Element): Element[] {
  return [element, ...childrenOf(element).flatMap(allIn)];
}
