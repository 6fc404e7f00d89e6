// The same speech in another layout has the same outline.
import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import type { Section } from '../../../../server/src/model/speech.ts';
import { fixtures } from '../../../speeches.ts';
import { outlineText } from './outlineText.ts';

interface Layout {
  readonly name: string;
  /** The rows of the speech, and which of them are nothing but a heading, and how deep. */
  readonly of: (rows: readonly string[], headings: ReadonlyMap<number, number>) => readonly string[];
  /** Speeches that are read in another way, by their number, and why. */
  readonly but: Readonly<Record<string, string>>;
}

const layouts: readonly Layout[] = [
  { name: 'with rows that end in CRLF', of: (rows) => rows.map((row) => `${row}\r`), but: {} },
  { name: 'with two blank lines for one', of: (rows) => rows.flatMap((row) => (row ? [row] : ['', ''])), but: {} },
  {
    name: 'with two spaces behind each row',
    of: (rows) => rows.map((row) => (isText(row) ? `${row}  ` : row)),
    but: {},
  },
  {
    name: 'with paragraphs indented by hand',
    of: (rows) => rows.map((row) => (isText(row) && !/^[#\s\-*+]/.test(row) ? `　　${row}` : row)),
    but: {},
  },
  {
    name: 'with headings in bold',
    of: (rows, headings) => rows.map((row, at) => (headings.has(at) ? `**${plain(row)}**` : row)),
    but: {},
  },
  {
    name: 'with headings by #',
    of: (rows, headings) =>
      rows.map((row, at) => (headings.has(at) ? `${'#'.repeat(headings.get(at) ?? 1)} ${plain(row)}` : row)),
    but: {},
  },
  {
    name: 'pasted from Word, without blank lines',
    of: (rows) => (rows.some((row, at) => row && rows[at + 1]) ? rows : rows.filter((row) => row)),
    but: { 72: 'its last paragraph begins with no words of an end, and the one above it is a single sentence' },
  },
];

describe('the same outline', () => {
  for (const layout of layouts) {
    describe(layout.name, () => {
      for (const { name, text } of fixtures('test/speeches')) {
        const [number = ''] = name.split('-');
        const why = layout.but[number];
        const changed = inLayout(text, layout);
        if (changed === undefined) continue;
        if (why === undefined) it(name, () => assert.equal(plainOutline(changed), plainOutline(text)));
        else it(`${name}, not yet: ${why}`, () => assert.notEqual(plainOutline(changed), plainOutline(text)));
      }
    });
  }
});

describe('rows without blank lines between them', () => {
  it('are paragraphs where they were pasted from Word', () =>
    assert.equal(
      plainOutline(
        [
          '在2025年度民主生活会上的发言',
          '局党组成员、副局长　何秋白',
          '会前我走访了六个站所，听了四十条意见。有三条是当面说的。',
          '这三条我记在本子第一页。天天看得到。',
          '一、存在的问题',
          '一是下乡少。全年只住了两晚。',
          '会上我总说忙，其实是怕。怕听难听的话。',
          '二、整改措施',
          '一是每月下乡四天。住在站所，不打招呼。',
          '以上发言，请同志们批评指正。',
        ].join('\n'),
      ),
      [
        '题目 在2025年度民主生活会上的发言',
        '署名 局党组成员、副局长 何秋白',
        '帽段 会前我走访了六个站所，听了四十条意见。有三条是…',
        '帽段 这三条我记在本子第一页。天天看得到。',
        '一、 存在的问题 [problems]',
        ' 一是 下乡少',
        '二、 整改措施 [measures]',
        ' 一是 每月下乡四天',
        '结尾 以上发言，请同志们批评指正。',
        '',
        '问题 P1 下乡少',
        '整改 M1 每月下乡四天',
        '',
      ].join('\n'),
    ));

  it('are one paragraph where somebody writes each sentence on a row, or wraps the text', () =>
    assert.equal(
      plainOutline(
        [
          '# 在2025年度民主生活会上的发言',
          '',
          '会前我走访了六个站所。',
          '我听了四十条意见。',
          '有三条是当面说的。',
          '',
          '这三条我记在本子第一页。天天看得到，有时念给',
          '来办事的人听。他们听了笑，说写得还不够重，要我',
          '再添上两条。我添了。',
        ].join('\n'),
      ),
      [
        '题目 在2025年度民主生活会上的发言',
        '帽段 会前我走访了六个站所。 我听了四十条意见。 有…',
        '帽段 这三条我记在本子第一页。天天看得到，有时念给 …',
        '',
        '',
      ].join('\n'),
    ));
});

/** Undefined where the layout changes nothing. */
function inLayout(text: string, { of }: Layout): string | undefined {
  const rows = text.split(/\r?\n/);
  const front = rows[0] === '---' ? rows.indexOf('---', 1) + 1 : 0;
  const headings = new Map([...headingRows(text)].map(([row, depth]) => [row - front, depth]));
  const changed = [...rows.slice(0, front), ...of(rows.slice(front), headings)].join('\n');
  return changed === rows.join('\n') ? undefined : changed;
}

function headingRows(text: string): ReadonlyMap<number, number> {
  const { source, sections } = parseSpeech(text);
  const found = new Map<number, number>();
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const { heading, sections: inner } of sections) {
      const [from, to] = [source.positionAt(heading.line.span.start), source.positionAt(heading.line.span.end)];
      const row = text.slice(heading.line.span.start, heading.line.span.end);
      const isAlone = !heading.inline && heading.body.start === heading.body.end && !heading.line.bullet;
      if (isAlone && from.line === to.line && row.length < 50 && isText(row) && !/[。；]/.test(row))
        found.set(from.line, depth);
      walk(inner, Math.min(depth + 1, 6));
    }
  };
  walk(sections, 2);
  return found;
}

/** Not a row of a table, a quotation or a comment. */
function isText(row: string): boolean {
  return row !== '' && !/^\s*(?:\||>|<!--)/.test(row);
}

function plain(row: string): string {
  return row
    .replace(/^#+\s+/, '')
    .replaceAll('**', '')
    .trim();
}

/** Without the number of blanks in it. */
function plainOutline(text: string): string {
  return outlineText(parseSpeech(text)).replace(/[ 　]+/g, ' ');
}
