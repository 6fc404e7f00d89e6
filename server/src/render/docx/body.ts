import type { Layout, Note, Paragraph } from '../../page/layout.ts';
import { imageText } from '../../page/lines.ts';
import { footerLine, metricsOf, twips } from '../../page/metrics.ts';
import { keepsWithNext } from '../../page/pages.ts';
import type { Run } from '../../page/runs.ts';
import type { PageStyle } from '../../page/style.ts';
import { tableColumns } from '../../page/tables.ts';
import { isOuter } from './settings.ts';
import { headingId, runInId, styleIds, twipsOf } from './styles.ts';
import { escapeXml, tag, wordNamespace, xmlHead } from './xml.ts';

/** The main part of a Word file, and what it needs of the others. */
export interface Body {
  readonly document: string;
  /** `undefined` where nothing refers to a note. */
  readonly endnotes: string | undefined;
  /** Targets of links, in order of their relationship ids `link1`, `link2`, … */
  readonly links: readonly string[];
}

/** `word/document.xml` and what it refers to. */
export function bodyOf({ paragraphs, notes }: Layout, style: PageStyle): Body {
  const links: string[] = [];
  const referred = new Set<string>();
  const numbers = new Map(notes.map((note) => [note.label, note]));
  const blocks = paragraphs.flatMap((paragraph) => {
    if (paragraph.role === 'note') return unreferred(paragraph);
    if (paragraph.role !== 'table') return [paragraphXml(paragraph)];
    return [table(paragraph), paragraph.spaceAfter > 0 ? '<w:p/>' : ''];
  });
  // A table may not be the last thing of a document.
  const cited = notes.filter(({ label }) => referred.has(label));
  const document = `${xmlHead}<w:document ${wordNamespace}><w:body>${blocks.join('')}${paragraphs.at(-1)?.role === 'table' || blocks.length === 0 ? '<w:p/>' : ''}${sectionXml(style, cited.length > 0)}</w:body></w:document>`;
  return { document, endnotes: cited.length > 0 ? endnotes(cited) : undefined, links };

  /** Word shows no endnote without a reference: such a note becomes a paragraph at the end. */
  function unreferred({ runs, ...paragraph }: Paragraph): string[] {
    const label = runs[0]?.note;
    if (label === undefined || referred.has(label)) return [];
    return [paragraphXml({ ...paragraph, runs: runs.map(plainRun) })];
  }

  function paragraphXml(paragraph: Paragraph): string {
    const { role, level, runs, spaceAfter, rightIndent } = paragraph;
    const id = role === 'heading' ? headingId(level) : styleIds[role];
    const { charPitch } = metricsOf(style);
    const properties = [
      id === 'Normal' ? '' : tag('pStyle', { val: id }),
      keepsWithNext(paragraph) && role !== 'heading' ? tag('keepNext') : '',
      spaceAfter > 0 ? tag('spacing', { after: twipsOf(spaceAfter * style.linePitch) }) : '',
      rightIndent > 0
        ? tag('ind', { rightChars: Math.round(rightIndent * 100), right: twipsOf(rightIndent * charPitch) })
        : '',
    ].join('');
    return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${mergedRuns(runs)
      .map((run) => runXml(run, level))
      .join('')}</w:p>`;
  }

  function runXml(run: Run, level: number): string {
    if (run.note !== undefined) return reference(run.note);
    if (run.text === '\n') return '<w:r><w:br/></w:r>';
    const isMarked = run.head && level > 0 && style.runIn === 'sentence';
    const target = run.link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(run.link) ? run.link : undefined;
    const look = [
      // A link in a heading sentence looks like the rest of it.
      isMarked
        ? tag('rStyle', { val: runInId(level) })
        : target === undefined
          ? ''
          : tag('rStyle', { val: styleIds.hyperlink }),
      // Quotation marks, dashes and dots belong to 汉字 and stay in their font.
      '<w:rFonts w:hint="eastAsia"/>',
      run.bold ? tag('b') : '',
      run.italic ? tag('i') : '',
      run.strike ? tag('strike') : '',
    ].join('');
    const words = run.image === undefined ? run.text : imageText(run);
    const xml = `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
    if (target === undefined) return xml;
    links.push(target);
    return `<w:hyperlink r:id="link${links.length}">${xml}</w:hyperlink>`;
  }

  function reference(label: string): string {
    const note = numbers.get(label);
    const raised = tag('rStyle', { val: styleIds.noteReference });
    const bracket = (mark: string) =>
      `<w:r><w:rPr>${raised}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${mark}</w:t></w:r>`;
    const number = referred.has(label)
      ? `<w:t>${note?.number ?? ''}</w:t>`
      : tag('endnoteReference', { id: note?.number ?? 0 });
    referred.add(label);
    return `${bracket('〔')}<w:r><w:rPr>${raised}</w:rPr>${number}</w:r>${bracket('〕')}`;
  }

  function table(paragraph: Paragraph): string {
    const columns = tableColumns(paragraph, style).map(twipsOf);
    const edge = (name: string) => tag(name, { val: 'single', sz: 4, space: 0, color: 'auto' });
    const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
    const width = columns.reduce((sum, column) => sum + column, 0);
    const rows = paragraph.rows.map((cells, index) => {
      const head = index === 0;
      const row = columns.map((column, at) => {
        const pieces = piecesOf(cells[at] ?? []).map((runs) => {
          const id = head ? styleIds.tableHead : styleIds.table;
          return `<w:p><w:pPr>${tag('pStyle', { val: id })}</w:pPr>${mergedRuns(runs)
            .map((run) => runXml(run, 0))
            .join('')}</w:p>`;
        });
        return `<w:tc><w:tcPr>${tag('tcW', { w: column, type: 'dxa' })}${tag('vAlign', { val: 'center' })}</w:tcPr>${pieces.join('')}</w:tc>`;
      });
      return `<w:tr><w:trPr>${tag('cantSplit')}${head ? tag('tblHeader') : ''}</w:trPr>${row.join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr>${tag('tblW', { w: width, type: 'dxa' })}${tag('jc', { val: 'center' })}<w:tblBorders>${borders}</w:tblBorders>${tag('tblLayout', { type: 'fixed' })}</w:tblPr><w:tblGrid>${columns.map((w) => tag('gridCol', { w })).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  function endnotes(all: readonly Note[]): string {
    const separator = (id: number, type: string, mark: string) =>
      `<w:endnote w:type="${type}" w:id="${id}"><w:p><w:r>${tag(mark)}</w:r></w:p></w:endnote>`;
    const own = all.map(({ number, runs }) => {
      const raised = `<w:rPr>${tag('rStyle', { val: styleIds.noteReference })}<w:rFonts w:hint="eastAsia"/></w:rPr>`;
      const mark = `<w:r>${raised}<w:t>〔</w:t></w:r><w:r>${raised}${tag('endnoteRef')}</w:r><w:r>${raised}<w:t>〕</w:t></w:r>`;
      return `<w:endnote w:id="${number}"><w:p><w:pPr>${tag('pStyle', { val: styleIds.note })}</w:pPr>${mark}${mergedRuns(
        runs.map(plainRun),
      )
        .map((run) => runXml(run, 0))
        .join('')}</w:p></w:endnote>`;
    });
    return `${xmlHead}<w:endnotes ${wordNamespace}>${separator(-1, 'separator', 'separator')}${separator(0, 'continuationSeparator', 'continuationSeparator')}${own.join('')}</w:endnotes>`;
  }
}

/** A run inside a note: no notes, and links as plain words, because their targets would need a list of their own. */
function plainRun({ text, from, bold, italic, strike }: Run): Run {
  return { text, from, ...(bold && { bold }), ...(italic && { italic }), ...(strike && { strike }) };
}

/** Joins neighbours that look alike, so that Word edits them as one. */
function mergedRuns(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && isPlainText(last) && isPlainText(run) && lookOf(last) === lookOf(run)) {
      out[out.length - 1] = { ...last, text: last.text + run.text };
    } else out.push(run);
  }
  return out;
}

function isPlainText({ text, note, image }: Run): boolean {
  return text !== '\n' && note === undefined && image === undefined;
}

function lookOf({ bold, italic, strike, head, link }: Run): string {
  return JSON.stringify([bold, italic, strike, head, link]);
}

function piecesOf(cell: readonly Run[]): Run[][] {
  const pieces: Run[][] = [[]];
  for (const run of cell) {
    if (run.text === '\n') pieces.push([]);
    else pieces.at(-1)?.push(run);
  }
  return pieces;
}

function sectionXml(style: PageStyle, hasNotes: boolean): string {
  const { paper, margins, charsPerLine, pageNumber } = style;
  const { width } = metricsOf(style);
  const references = [
    pageNumber.form === 'none' ? '' : '<w:footerReference w:type="default" r:id="footerOdd"/>',
    isOuter(style) ? '<w:footerReference w:type="even" r:id="footerEven"/>' : '',
    // Word numbers endnotes i, ii, iii unless told otherwise.
    hasNotes ? `<w:endnotePr>${tag('numFmt', { val: 'decimal' })}</w:endnotePr>` : '',
  ].join('');
  const margin = {
    top: twips(margins.top),
    right: twips(margins.right),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
    header: twips(Math.min(15, margins.top)),
    footer: footerDistance(style),
    gutter: 0,
  };
  const type = style.wordGrid;
  // What the grid adds to each character, in 1/4096 pt, rounded down so that the line holds them all.
  const charSpace = Math.floor((width / Math.max(1, charsPerLine) - style.size) * 4096);
  const size = tag('pgSz', { w: twips(paper.width), h: twips(paper.height) });
  return `<w:sectPr>${references}${size}${tag('pgMar', margin)}${charsPerLine === 0 ? '' : tag('docGrid', { type, linePitch: twipsOf(style.linePitch), charSpace })}</w:sectPr>`;
}

/** Twips from the edge of the paper to the page number: its dash stands 7 mm below the text. */
function footerDistance({ margins }: PageStyle): number {
  return Math.max(twips(5), twips(margins.bottom - 7) + twipsOf(footerLine / 2) - twipsOf(footerLine));
}
