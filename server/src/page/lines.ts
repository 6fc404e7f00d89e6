import { widthOf } from './fonts.ts';
import { hangs, mayBreak, spacedApart } from './kinsoku.ts';
import { type Metrics, metricsOf, slack } from './metrics.ts';
import type { Paragraph } from './paragraph.ts';
import type { Run } from './runs.ts';
import type { PageStyle } from './style.ts';

/** 行 — one line of a paragraph as it stands on the page. */
export interface PageLine {
  readonly runs: readonly Run[];
  /** Place of its first character, counted as the runs count theirs. */
  readonly from: number;
  /** In points, before it is justified. */
  readonly width: number;
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * Breaks a paragraph into lines where Word would: by the width of the characters, and by what may not begin or end a
 * line. Places count from where the paragraph begins.
 */
export function linesOf(paragraph: Paragraph, style: PageStyle): PageLine[] {
  const box = boxOf(paragraph, style, metricsOf(style));
  const { start } = paragraph.span;
  return breakRuns(
    paragraph.runs.map((run) => ({ ...run, from: run.from - start })),
    box,
  );
}

/** The measure of a paragraph: all in points. */
export interface Box {
  readonly width: number;
  readonly size: number;
  /** What a grid adds to each character, most often less than nothing. */
  readonly extra: number;
  readonly indent: number;
}

/** The measure of a paragraph in a style. */
export function boxOf({ role, rightIndent }: Paragraph, style: PageStyle, metrics: Metrics): Box {
  const { charPitch, extra } = metrics;
  const width = metrics.width + metrics.overhang;
  switch (role) {
    case 'title':
    case 'subtitle':
    case 'author':
    case 'date':
      return { width, size: style[role].size, extra: 0, indent: 0 };
    case 'signature':
      return { width: width - rightIndent * charPitch, size: style.size, extra, indent: 0 };
    case 'code':
      return { width, size: style.size, extra, indent: 0 };
    default:
      return { width, size: style.size, extra, indent: style.indent * charPitch };
  }
}

interface Glyph {
  readonly text: string;
  readonly width: number;
  /** Between it and the one before, unless it begins the line. */
  readonly gap: number;
  readonly run: number;
  readonly at: number;
}

/** Breaks words into lines that fit a box; at least one line, which may be empty. */
export function breakRuns(given: readonly Run[], { width, size, extra, indent }: Box): PageLine[] {
  const runs = given.map(onPaper);
  const glyphs = glyphsOf(runs, size, extra);
  const ranges: Array<readonly [start: number, end: number, width: number]> = [];
  for (let start = 0; start < glyphs.length; ) {
    const room = width - (ranges.length === 0 ? indent : 0) + slack;
    const [end, next] = lineEnd(glyphs, start, room);
    const used = glyphs.slice(start, end).reduce((sum, glyph, at) => sum + glyph.width + (at > 0 ? glyph.gap : 0), 0);
    ranges.push([start, end, used]);
    start = next;
  }
  if (ranges.length === 0) ranges.push([0, 0, 0]);
  return ranges.map(([start, end, used], index) => ({
    runs: runsBetween(runs, glyphs, start, end),
    from: place(runs, glyphs[start]),
    width: used,
    first: index === 0,
    last: index === ranges.length - 1,
  }));
}

/** Where the line that begins at `start` ends, and where the next one begins; the blanks between belong to neither. */
function lineEnd(glyphs: readonly Glyph[], start: number, room: number): readonly [end: number, next: number] {
  let used = 0;
  let at = start;
  for (; at < glyphs.length; at += 1) {
    const glyph = glyphs[at] as Glyph;
    if (glyph.text === '\n') return [at, at + 1];
    used += glyph.width + (at > start ? glyph.gap : 0);
    if (used > room && glyph.text !== ' ' && at > start) break;
  }
  if (at >= glyphs.length) return [at, at];
  let end = hangs(glyphs[at]?.text ?? '') ? at + 1 : at;
  while (end > start && !mayBreak(glyphs[end - 1]?.text ?? '', glyphs[end]?.text ?? '')) end -= 1;
  // A word longer than the line is cut where it must be.
  if (end === start) end = at;
  const next = end;
  while (end > start + 1 && glyphs[end - 1]?.text === ' ') end -= 1;
  return [end, next];
}

function glyphsOf(runs: readonly Run[], size: number, extra: number): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.note !== undefined && run.text === '') {
      // Two halves, because a line may begin with the mark but not break inside it.
      for (const text of '〔〕') glyphs.push({ text, width: (size * noteWidth) / 2, gap: 0, run: index, at: 0 });
    } else pushText(run.text, index);
  }
  return glyphs;

  function pushText(text: string, run: number): void {
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0;
      const character = text.slice(at, at + (code > 0xffff ? 2 : 1));
      const ems = widthOf(code);
      const width = ems === 0 ? 0 : ems * size + extra;
      const gap = spacedApart(glyphs.at(-1)?.text ?? '', character) ? size / 4 : 0;
      glyphs.push({ text: character, width, gap, run, at });
      at += character.length;
    }
  }
}

/** `〔1〕` raised, in ems. */
const noteWidth = 1.6;

function onPaper(run: Run): Run {
  if (run.image === undefined) return run;
  const { image: _gone, ...rest } = run;
  return { ...rest, text: imageText(run) };
}

/** A picture on paper would break the grid; its description stands for it. */
export function imageText({ text }: Run): string {
  return `〔图：${text}〕`;
}

function runsBetween(runs: readonly Run[], glyphs: readonly Glyph[], start: number, end: number): Run[] {
  const [first, last] = [glyphs[start], glyphs[end - 1]];
  if (!first || !last || end <= start) return [];
  return runs.slice(first.run, last.run + 1).map((run, offset) => {
    const index = first.run + offset;
    if (run.text === '') return run;
    const from = index === first.run ? first.at : 0;
    const to = index === last.run ? last.at + last.text.length : run.text.length;
    return from === 0 && to === run.text.length
      ? run
      : { ...run, text: run.text.slice(from, to), from: run.from + from };
  });
}

function place(runs: readonly Run[], glyph: Glyph | undefined): number {
  const run = runs[glyph?.run ?? 0];
  return run ? run.from + (glyph?.at ?? 0) : 0;
}
