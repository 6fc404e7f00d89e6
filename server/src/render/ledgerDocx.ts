import { strToU8, zipSync } from 'fflate';
import type { Layout, Paragraph } from '../page/layout.ts';
import { defaultStyle, type PageStyle } from '../page/style.ts';
import { docxParts } from './docx/docx.ts';
import type { Ledger } from './ledger.ts';

/** The ledger as a Word file: a landscape page with its title and one table. */
export function ledgerDocx(ledger: Ledger): Uint8Array {
  const parts = Object.entries(docxParts(ledgerLayout(ledger), ledgerStyle));
  // Unlike those of a speech, these rows hold whole measures and may have to break across pages.
  const files = parts.map(([path, xml]) => [path, strToU8(xml.replaceAll('<w:cantSplit/>', ''))] as const);
  return zipSync(Object.fromEntries(files), { mtime: firstDay });
}

/** The first that a zip file can tell: the same ledger is the same file. */
const firstDay = new Date(1980, 0, 1);

/** Thirteen columns need the long side of the paper and smaller type. */
const ledgerStyle: PageStyle = {
  ...defaultStyle,
  paper: { width: defaultStyle.paper.height, height: defaultStyle.paper.width },
  margins: { top: 22, right: 15, bottom: 20, left: 15 },
  charsPerLine: 0,
  spaceAfterTitle: 0,
  table: { ...defaultStyle.table, size: 9, linePitch: 13 },
};

function ledgerLayout({ title, columns, rows }: Ledger): Layout {
  const cells = [columns, ...rows].map((row) => row.map(cellOf));
  return {
    paragraphs: [
      { ...blank, role: 'title', runs: [run(title)] },
      { ...blank, role: 'table', rows: cells },
    ],
    notes: [],
  };
}

const blank: Omit<Paragraph, 'role'> = {
  level: 0,
  runs: [],
  rows: [],
  span: { start: 0, end: 0 },
  spaceAfter: 0,
  rightIndent: 0,
};

/** A line break is a run of its own. */
function cellOf(text: string) {
  return text.split('\n').flatMap((line, index) => (index > 0 ? [run('\n'), run(line)] : [run(line)]));
}

function run(text: string) {
  return { text, from: 0 };
}
