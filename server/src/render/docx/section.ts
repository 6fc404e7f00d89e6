import { footerLine, metricsOf, twips } from '../../page/metrics.ts';
import type { PageStyle } from '../../page/style.ts';
import { isOuter } from './settings.ts';
import { twipsOf } from './styles.ts';
import { tag } from './xml.ts';

/** The page: paper, margins, grid and page numbers. */
export function sectionXml(style: PageStyle, hasNotes: boolean): string {
  const { paper, margins } = style;
  const margin = {
    top: twips(margins.top),
    right: twips(margins.right),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
    header: twips(Math.min(15, margins.top)),
    footer: footerDistance(style),
    gutter: 0,
  };
  const size = tag('pgSz', { w: twips(paper.width), h: twips(paper.height) });
  return `<w:sectPr>${referencesXml(style, hasNotes)}${size}${tag('pgMar', margin)}${gridXml(style)}</w:sectPr>`;
}

function referencesXml(style: PageStyle, hasNotes: boolean): string {
  return [
    style.pageNumber.form === 'none' ? '' : '<w:footerReference w:type="default" r:id="footerOdd"/>',
    isOuter(style) ? '<w:footerReference w:type="even" r:id="footerEven"/>' : '',
    // Word numbers endnotes i, ii, iii unless told otherwise.
    hasNotes ? `<w:endnotePr>${tag('numFmt', { val: 'decimal' })}</w:endnotePr>` : '',
  ].join('');
}

function gridXml(style: PageStyle): string {
  const { charsPerLine, linePitch, size, wordGrid } = style;
  if (charsPerLine === 0) return '';
  // What the grid adds to each character, in 1/4096 pt, rounded down so that the line holds them all.
  const charSpace = Math.floor((metricsOf(style).width / Math.max(1, charsPerLine) - size) * 4096);
  return tag('docGrid', { type: wordGrid, linePitch: twipsOf(linePitch), charSpace });
}

/** Twips from the edge of the paper to the page number: its dash stands 7 mm below the text. */
function footerDistance({ margins }: PageStyle): number {
  return Math.max(twips(5), twips(margins.bottom - 7) + twipsOf(footerLine / 2) - twipsOf(footerLine));
}
