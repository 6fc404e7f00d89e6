import { TextDocument } from 'vscode-languageserver-textdocument';
import { leadsIn, leadsInMeasures } from './headingKind.ts';
import { withoutListedPapers, withoutLoneMarks, withoutLoneWords } from './loneMarks.ts';
import { moveEntry } from './moved.ts';
import { nest } from './nest.ts';
import type { Role } from './role.ts';
import { sectionsOf } from './sections.ts';
import { looksAlike } from './siblingLooks.ts';
import { moveSpan, type Span } from './span.ts';
import type { Block, Entry, Line, Section, Speech } from './speech.ts';
import { titleBlockOf } from './titleBlock.ts';
import { unitsIn } from './units.ts';

/** The speech made of these blocks, which follow `skipped` characters of front matter. Cheap enough to repeat after every edit. */
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

/** The parts, by their headings; where no heading names a part, by the sentences that lead in to it. */
function partsOf(text: string, entries: readonly Entry[]): Parts {
  const headed = partsWith(text, entries, new Set());
  if (headed.sections.some(namesPart)) return withMeasures(text, entries, headed) ?? headed;
  const leads = new Set<Entry>(entries.filter((entry) => entry.kind === 'line' && leadsIn(text, entry)));
  if (leads.size < 2) return headed;
  const led = partsWith(text, entries, leads);
  const has = (wanted: Role) => led.sections.some(({ role }) => role === wanted);
  return has('problems') && has('measures') ? led : headed;
}

/** Adds the measures where only they have plain words for a name among parts without numbers, as “**接下来怎么做**”: one line written like the last part's heading. */
function withMeasures(text: string, entries: readonly Entry[], headed: Parts): Parts | undefined {
  const has = (role: Role, { role: own, sections }: Section): boolean =>
    own === role || sections.some((inner) => has(role, inner));
  if (headed.sections.some((section) => has('measures', section))) return undefined;
  const last = headed.sections.findLast(({ role }) => role === 'problems' || role === 'causes')?.heading.line;
  if (!last || last.numbering || last.depth > 0) return undefined;
  const behind = entries.slice(entries.indexOf(last) + 1);
  const [lead, other] = behind.filter(
    (entry) => entry.kind === 'line' && looksAlike(text, entry, last) && leadsInMeasures(text, entry),
  );
  if (!lead || other) return undefined;
  const led = partsWith(text, entries, new Set([lead]));
  return led.sections.some(({ role }) => role === 'measures') ? led : undefined;
}

function namesPart({ role, sections }: Section): boolean {
  return role === 'problems' || role === 'causes' || role === 'measures' || sections.some(namesPart);
}

function partsWith(text: string, entries: readonly Entry[], leads: ReadonlySet<Entry>): Parts {
  const drafts = nest(text, entries, leads);
  return { preamble: drafts.preamble, ...sectionsOf(text, drafts.sections) };
}
