import { type Layout, paragraph } from '../page/paragraph.ts';
import { defaultStyle, type PageStyle } from '../page/style.ts';
import { writeDocx } from './docx/docx.ts';
import type { Ledger } from './ledger.ts';

/** The ledger as a Word file: a landscape page with its title and one table. */
export function ledgerDocx(ledger: Ledger): Uint8Array {
  // Unlike those of a speech, these rows hold whole measures and may have to break across pages.
  return writeDocx(ledgerLayout(ledger), ledgerStyle, 'breaking');
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
    paragraphs: [paragraph('title', nowhere, [run(title)], {}), paragraph('table', nowhere, [], { rows: cells })],
    notes: [],
  };
}

/** A ledger stands in no speech. */
const nowhere = { start: 0, end: 0 };

/** A line break is a run of its own. */
function cellOf(text: string) {
  return text.split('\n').flatMap((line, index) => (index > 0 ? [run('\n'), run(line)] : [run(line)]));
}

function run(text: string) {
  return { text, from: 0 };
}
