import { TextDocument } from 'vscode-languageserver-textdocument';
import { leadsIn } from './headingKind.ts';
import { withoutListedPapers, withoutLoneMarks, withoutLoneWords } from './loneMarks.ts';
import { moveEntry } from './moved.ts';
import { nest } from './nest.ts';
import type { Role } from './role.ts';
import { sectionsOf } from './sections.ts';
import { moveSpan, type Span } from './span.ts';
import type { Block, Entry, Line, Section, Speech } from './speech.ts';
import { titleBlockOf } from './titleBlock.ts';
import { unitsIn } from './units.ts';

/** The speech these blocks make when put end to end behind `skipped` characters of front matter; cheap, done afresh for every edit. */
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
  withoutLoneMarks(entries);
  withoutListedPapers(text, entries);
  const titleBlock = titleBlockOf(text, entries);
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

interface Parts {
  readonly preamble: Entry[];
  readonly sections: Section[];
  readonly closing: Line[];
}

/** The parts by their headings; where no heading names one, by the sentences that lead in to them. */
function partsOf(text: string, entries: readonly Entry[]): Parts {
  const headed = partsWith(text, entries, new Set());
  if (headed.sections.some(namesPart)) return headed;
  const leads = new Set<Entry>(entries.filter((entry) => entry.kind === 'line' && leadsIn(text, entry)));
  if (leads.size < 2) return headed;
  const led = partsWith(text, entries, leads);
  const has = (wanted: Role) => led.sections.some(({ role }) => role === wanted);
  return has('problems') && has('measures') ? led : headed;
}

function namesPart({ role, sections }: Section): boolean {
  return role === 'problems' || role === 'causes' || role === 'measures' || sections.some(namesPart);
}

function partsWith(text: string, entries: readonly Entry[], leads: ReadonlySet<Entry>): Parts {
  const drafts = nest(text, entries, leads);
  return { preamble: drafts.preamble, ...sectionsOf(text, drafts.sections) };
}
