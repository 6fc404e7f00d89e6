import { TextDocument } from 'vscode-languageserver-textdocument';
import { moveEntry } from '../parse/moved.ts';
import type { Block, Entry, Speech } from '../speech.ts';
import { moveSpan, type Span } from '../text/span.ts';
import { withoutLabels } from './labelledItems.ts';
import { withoutDecimals, withoutLoneCounts } from './loneCounts.ts';
import { withoutListedPapers, withoutLoneDemands, withoutLoneMarks, withoutLoneWords } from './loneMarks.ts';
import { partsOf } from './partsOf.ts';
import { titleBlockOf } from './titleBlock.ts';
import { unitsIn } from './units.ts';

/**
 * The speech made of these blocks, which follow `skipped` characters of front matter. Cheap enough to repeat after
 * every edit.
 */
export function speechOf(text: string, skipped: number, blocks: readonly Block[]): Speech {
  const source = TextDocument.create('', 'markdown', 0, text);
  const starts: number[] = [];
  const entries: Entry[] = [];
  let offset = skipped;
  for (const block of blocks) {
    starts.push(offset);
    const by = offset;
    const move = (span: Span) => moveSpan(span, by);
    for (const entry of block.entries) entries.push(by === 0 ? entry : moveEntry(entry, move));
    offset += block.text.length;
  }
  withoutLoneWords(entries);
  withoutLoneDemands(entries);
  withoutLoneCounts(text, entries);
  withoutDecimals(text, entries);
  withoutLoneMarks(entries);
  withoutListedPapers(text, entries);
  const titleBlock = titleBlockOf(text, entries);
  withoutLabels(text, entries, titleBlock);
  const above = new Set<Entry>(titleBlock.lines);
  const below = entries.filter((entry) => !above.has(entry));
  const { preamble, sections, closing } = partsOf(text, below);
  return {
    source,
    text,
    blocks,
    starts,
    frontMatter: skipped > 0 ? frontMatterSpan(text, skipped) : undefined,
    entries,
    titleBlock,
    preamble,
    sections,
    closing,
    ...unitsIn(text, { titleBlock, preamble, sections }),
  };
}

function frontMatterSpan(text: string, length: number): Span {
  return { start: text.indexOf('\n') + 1, end: text.lastIndexOf('---', length) };
}
