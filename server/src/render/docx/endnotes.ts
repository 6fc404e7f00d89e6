import type { Note } from '../../page/paragraph.ts';
import type { References } from './references.ts';
import { noteRunsXml } from './runs.ts';
import { styleIds } from './styles.ts';
import { tag, wordNamespace, xmlHead } from './xml.ts';

/** `word/endnotes.xml`. */
export function endnotesXml(notes: readonly Note[], references: References): string {
  const separators = `${separatorXml(-1, 'separator')}${separatorXml(0, 'continuationSeparator')}`;
  const own = notes.map((note) => noteXml(note, references)).join('');
  return `${xmlHead}<w:endnotes ${wordNamespace}>${separators}${own}</w:endnotes>`;
}

function separatorXml(id: number, type: string): string {
  return `<w:endnote w:type="${type}" w:id="${id}"><w:p><w:r>${tag(type)}</w:r></w:p></w:endnote>`;
}

function noteXml({ number, runs }: Note, references: References): string {
  const raised = `<w:rPr>${tag('rStyle', { val: styleIds.noteReference })}<w:rFonts w:hint="eastAsia"/></w:rPr>`;
  const piece = (content: string) => `<w:r>${raised}${content}</w:r>`;
  const mark = `${piece('<w:t>〔</w:t>')}${piece(tag('endnoteRef'))}${piece('<w:t>〕</w:t>')}`;
  const look = `<w:pPr>${tag('pStyle', { val: styleIds.note })}</w:pPr>`;
  return `<w:endnote w:id="${number}"><w:p>${look}${mark}${noteRunsXml(runs, references)}</w:p></w:endnote>`;
}
