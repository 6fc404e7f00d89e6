import type { Context } from '../model/context.ts';
import type { Role } from '../model/outline/role.ts';
import { profileOf } from '../model/profile/profile.ts';
import type { Bounds } from '../model/profile/profileData.ts';
import { spokenLength } from '../model/reading/prose.ts';
import type { Entry, Section, Speech } from '../model/speech.ts';
import { contains, type Span } from '../model/text/span.ts';
import { type Standing, standingOf } from '../model/trace/counterparts.ts';
import { trace } from '../model/trace/trace.ts';

/**
 * The length of a speech and the answers to its problems, as shown by the status bar, the inlay hints and the report.
 */
export interface Statistics {
  /** 字 read out, without front matter and comments. */
  readonly characters: number;
  readonly minutes: number;
  /** 字 a minute. */
  readonly rate: number;
  readonly length: Bounds;
  readonly parts: readonly PartStatistics[];
  readonly shares: readonly ShareStatistics[];
  readonly coverage: Coverage;
}

/** A top section, or the text before the first or after the last one. */
export interface PartStatistics {
  /** Numbering and title; empty for the text before the first section and after the last. */
  readonly title: string;
  readonly kind: Role | 'preamble' | 'end';
  /** The heading, or the first line. */
  readonly head: Span;
  readonly characters: number;
  /** 0–1 of the whole. */
  readonly share: number;
  readonly minutes: number;
}

/** A share that the profile asks for. */
export interface ShareStatistics extends Bounds {
  readonly roles: ReadonlyArray<Role | 'preamble'>;
  readonly share: number;
}

/** How many problems there are, and how many of each standing. */
export interface Coverage extends Readonly<Record<Standing, number>> {
  readonly problems: number;
  /** Those that are met, or that the author says need no measure. */
  readonly answered: number;
}

/** A speech without text has zero characters and minutes, and no parts. */
export function statisticsOf(speech: Speech, context: Context): Statistics {
  const { profile } = profileOf(speech, context);
  const { rate } = profile;
  const pieces = piecesOf(speech);
  const characters = pieces.reduce((sum, piece) => sum + piece.characters, 0);
  const parts = pieces.map((piece) => ({
    ...piece,
    share: characters === 0 ? 0 : piece.characters / characters,
    minutes: piece.characters / rate,
  }));
  const shares = profile.shares.flatMap(({ roles, min, max }) => {
    const own = parts.filter(({ kind }) => (roles as readonly string[]).includes(kind));
    return own.length === 0 ? [] : [{ roles, min, max, share: own.reduce((sum, part) => sum + part.share, 0) }];
  });
  const { length } = profile;
  return { characters, minutes: characters / rate, rate, length, parts, shares, coverage: coverageOf(speech, context) };
}

/** The standings add up to `problems`. */
export function coverageOf(speech: Speech, context: Context): Coverage {
  const found = trace(speech, context);
  const counts: Record<Standing, number> = { met: 0, begun: 0, unsure: 0, unmet: 0, waived: 0 };
  for (const problem of speech.problems) counts[standingOf(problem, speech, found)] += 1;
  return { ...counts, problems: speech.problems.length, answered: counts.met + counts.waived };
}

/** How many 字 of a stretch of the text are read out. */
export function spokenIn({ text, entries }: Speech, span: Span): number {
  return spokenOf(text, entries, span);
}

/** How many 字 of these entries are read out, as far as they lie in the span. */
function spokenOf(text: string, entries: readonly Entry[], span: Span): number {
  let characters = 0;
  for (const { kind, span: own } of entries) {
    if (kind !== 'line' && kind !== 'quote' && kind !== 'table') continue;
    const start = Math.max(own.start, span.start);
    const end = Math.min(own.end, span.end);
    if (start < end) characters += spokenLength(text.slice(start, end));
  }
  return characters;
}

function piecesOf(speech: Speech): Array<Pick<PartStatistics, 'title' | 'kind' | 'head' | 'characters'>> {
  const { sections, preamble, closing, text } = speech;
  // Between a comment at the top and the first words stands the title, which is not read out.
  const apart = (kind: 'preamble' | 'end', entries: readonly Entry[]) =>
    entries
      .slice(0, 1)
      .map(({ span: head }) => ({ title: '', kind, head, characters: spokenOf(text, entries, around(entries)) }));
  const before = apart('preamble', preamble);
  const after = apart('end', closing);
  const inner = sections.map((section) => ({
    title: text
      .slice(section.heading.numbering?.span.start ?? section.heading.titleSpan.start, section.heading.titleSpan.end)
      .replaceAll('*', ''),
    kind: section.role ?? ('other' as const),
    head: section.heading.span,
    characters: spokenIn(speech, ownSpan(section, closing[0]?.span)),
  }));
  return [...before, ...inner, ...after];
}

/** Closing words may lie inside the span of the last section. */
function ownSpan({ span }: Section, closing: Span | undefined): Span {
  return closing && contains(span, closing) ? { start: span.start, end: closing.start } : span;
}

function around(entries: ReadonlyArray<{ readonly span: Span }>): Span {
  return { start: entries[0]?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 };
}
