import type { Role } from '../model/outline/role.ts';
import { parseNumbering } from '../model/parse/numbering.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Section, Speech, Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { lineStartOf } from '../model/text/textLines.ts';

/** What completion needs to know about the place of the cursor. */
export interface Place {
  readonly offset: number;
  /** From the start of the line to the cursor. */
  readonly before: string;
  /** From the cursor to the end of the line. */
  readonly after: string;
  /** The sections that the line belongs to, or would belong to if it were not empty; outermost first. */
  readonly path: readonly Section[];
  readonly role: Role | 'preamble';
  readonly unit: Unit | undefined;
  /** Before the cursor there is at most `#`, `**` and the beginning of a mark. */
  readonly opensLine: boolean;
  /** Before the cursor there is a complete mark and nothing else. */
  readonly afterMark: boolean;
}

/** Undefined in front matter, comments, code and quotations. */
export function placeAt(speech: Speech, offset: number): Place | undefined {
  const { text, frontMatter, entries } = speech;
  const lineStart = lineStartOf(text, offset);
  // The line of the `---` that closes it begins where it ends.
  if (frontMatter && lineStart <= frontMatter.end) return undefined;
  const inside = ({ start, end }: Span) => start < offset && offset < end;
  if (entries.some(({ kind, span }) => kind !== 'line' && kind !== 'table' && inside(span))) return undefined;
  const lineEnd = text.indexOf('\n', offset);
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd < 0 ? text.length : lineEnd);
  const path = sectionsBefore(speech.sections, offset);
  const dress = /^(?:#{1,6}[ \t]+)?(?:\*\*)?/.exec(before)?.[0] ?? '';
  const words = before.slice(dress.length);
  const mark = parseNumbering(words, 0);
  return {
    offset,
    before,
    after,
    path,
    role: path.findLast(({ role }) => role !== undefined)?.role ?? (path.length === 0 ? 'preamble' : 'other'),
    unit: unitAt(speech, offset),
    opensLine: /^[（(]?(?:[一二三四五六七八九十]{0,3}|[0-9]{0,2})[）)、.]?$/.test(words),
    afterMark: mark !== undefined && words.slice(mark.text.length).trim() === '',
  };
}

/** The chain of sections that begin last before an offset. */
function sectionsBefore(sections: readonly Section[], offset: number): Section[] {
  const last = sections.findLast(({ heading }) => heading.span.start < offset);
  return last ? [last, ...sectionsBefore(last.sections, offset)] : [];
}
