import type { Layout, Paragraph } from '../page/paragraph.ts';
import { defaultStyle, type PageStyle } from '../page/style.ts';
import { docxParts, zippedParts } from './docx/docx.ts';
import type { Ledger } from './ledger.ts';

/** The ledger as a Word file: a landscape page with its title and one table. */
export function ledgerDocx(ledger: Ledger): Uint8Array {
  const parts = Object.entries(docxParts(ledgerLayout(ledger), ledgerStyle));
  // Unlike those of a speech, these rows hold whole measures and may have to break across pages.
  return zippedParts(Object.fromEntries(parts.map(([path, xml]) => [path, xml.replaceAll('<w:cantSplit/>', '')])));
}

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
