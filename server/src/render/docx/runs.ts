import { imageText } from '../../page/lines.ts';
import type { Run } from '../../page/runs.ts';
import type { References } from './references.ts';
import { runInId, styleIds } from './styles.ts';
import { escapeXml, tag } from './xml.ts';

/**
 * The words of a paragraph. `runInLevel` is the level whose look a heading sentence has, 0 for none.
 * Notes and links among them are entered in `references`.
 */
export function runsXml(runs: readonly Run[], runInLevel: number, references: References): string {
  return merged(runs)
    .map((run) => runXml(run, runInLevel, references))
    .join('');
}

/** The words of a note: no notes, and links as plain words, because their targets would need a list of their own. */
export function noteRunsXml(runs: readonly Run[], references: References): string {
  return runsXml(runs.map(plainRun), 0, references);
}

/** Without what refers elsewhere. */
export function plainRun({ text, from, bold, italic, strike }: Run): Run {
  return { text, from, ...(bold && { bold }), ...(italic && { italic }), ...(strike && { strike }) };
}

function runXml(run: Run, runInLevel: number, references: References): string {
  if (run.note !== undefined) return noteReference(run.note, references);
  if (run.text === '\n') return '<w:r><w:br/></w:r>';
  const target = run.link !== undefined && /^(?:https?:\/\/|mailto:)/i.test(run.link) ? run.link : undefined;
  const look = [
    // A link in a heading sentence looks like the rest of it.
    characterStyle(run.head === true && runInLevel > 0 ? runInId(runInLevel) : target && styleIds.hyperlink),
    // Quotation marks, dashes and dots belong to 汉字 and stay in their font.
    '<w:rFonts w:hint="eastAsia"/>',
    run.bold ? tag('b') : '',
    run.italic ? tag('i') : '',
    run.strike ? tag('strike') : '',
  ].join('');
  const words = run.image === undefined ? run.text : imageText(run);
  const xml = `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  if (target === undefined) return xml;
  references.links.push(target);
  return `<w:hyperlink r:id="link${references.links.length}">${xml}</w:hyperlink>`;
}

function characterStyle(id: string | undefined): string {
  return id === undefined ? '' : tag('rStyle', { val: id });
}

/** The number of a note in brackets; from the second mention on as plain text, for a note of Word has but one mark. */
function noteReference(label: string, { notes, cited }: References): string {
  const note = notes.get(label);
  const raised = characterStyle(styleIds.noteReference);
  const bracket = (mark: string) =>
    `<w:r><w:rPr>${raised}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${mark}</w:t></w:r>`;
  const number = cited.has(label)
    ? `<w:t>${note?.number ?? ''}</w:t>`
    : tag('endnoteReference', { id: note?.number ?? 0 });
  cited.add(label);
  return `${bracket('〔')}<w:r><w:rPr>${raised}</w:rPr>${number}</w:r>${bracket('〕')}`;
}

/** Joins neighbours that look alike, so that Word edits them as one. */
function merged(runs: readonly Run[]): Run[] {
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
