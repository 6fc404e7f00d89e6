import { metricsOf } from '../../page/metrics.ts';
import { keepsWithNext } from '../../page/pages.ts';
import type { Layout, Paragraph } from '../../page/paragraph.ts';
import type { PageStyle } from '../../page/style.ts';
import { endnotesXml } from './endnotes.ts';
import { type References, referencesTo } from './references.ts';
import { plainRun, runsXml } from './runs.ts';
import { sectionXml } from './section.ts';
import { headingId, styleIds, twipsOf } from './styles.ts';
import { type RowBreaks, tableXml } from './table.ts';
import { tag, wordNamespace, xmlHead } from './xml.ts';

/** The main part of a Word file, and what it needs of the others. */
export interface Body {
  readonly document: string;
  /** `undefined` where nothing refers to a note. */
  readonly endnotes: string | undefined;
  /** Targets of links, in order of their relationship ids `link1`, `link2`, … */
  readonly links: readonly string[];
}

/** `word/document.xml` and what it refers to. */
export function bodyOf({ paragraphs, notes }: Layout, style: PageStyle, rows: RowBreaks): Body {
  const references = referencesTo(notes);
  const blocks = paragraphs.flatMap((paragraph) => blockXml(paragraph));
  // A table may not be the last thing of a document.
  if (blocks.length === 0 || paragraphs.at(-1)?.role === 'table') blocks.push('<w:p/>');
  const cited = notes.filter(({ label }) => references.cited.has(label));
  const inner = `${blocks.join('')}${sectionXml(style, cited.length > 0)}`;
  return {
    document: `${xmlHead}<w:document ${wordNamespace}><w:body>${inner}</w:body></w:document>`,
    endnotes: cited.length > 0 ? endnotesXml(cited, references) : undefined,
    links: references.links,
  };

  function blockXml(paragraph: Paragraph): string[] {
    if (paragraph.role === 'note') return uncitedNote(paragraph, style, references);
    if (paragraph.role !== 'table') return [paragraphXml(paragraph, style, references)];
    return [tableXml(paragraph, style, references, rows), paragraph.spaceAfter > 0 ? '<w:p/>' : ''];
  }
}

/** Word shows no endnote without a reference: such a note becomes a paragraph at the end. */
function uncitedNote(note: Paragraph, style: PageStyle, references: References): string[] {
  const label = note.runs[0]?.note;
  if (label === undefined || references.cited.has(label)) return [];
  return [paragraphXml({ ...note, runs: note.runs.map(plainRun) }, style, references)];
}

function paragraphXml(paragraph: Paragraph, style: PageStyle, references: References): string {
  const { role, level, runs, spaceAfter, rightIndent } = paragraph;
  const id = role === 'heading' ? headingId(level) : styleIds[role];
  const right = twipsOf(rightIndent * metricsOf(style).charPitch);
  const properties = [
    id === 'Normal' ? '' : tag('pStyle', { val: id }),
    keepsWithNext(paragraph) && role !== 'heading' ? tag('keepNext') : '',
    spaceAfter > 0 ? tag('spacing', { after: twipsOf(spaceAfter * style.linePitch) }) : '',
    rightIndent > 0 ? tag('ind', { rightChars: Math.round(rightIndent * 100), right }) : '',
  ].join('');
  const words = runsXml(runs, style.runIn === 'sentence' ? level : 0, references);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${words}</w:p>`;
}
