import { isSeries, type Numbering, type NumberingStyle } from '../parse/numbering.ts';
import { blankComments } from '../reading/comments.ts';
import type { Entry, Heading, Line } from '../speech.ts';
import { titleWords } from './headingLine.ts';
import type { InnerLead } from './innerLeads.ts';

/** What headings without a mark are known by: bold words, or the name of an aspect as the beginning of a paragraph. */
export type WordStyle = 'bold' | 'aspect';

/** A section still being filled. */
export interface Draft {
  readonly heading: Heading;
  /** The style by which it nests: its own, or its siblings' where its mark belongs to a deeper level. */
  readonly style: NumberingStyle | WordStyle | undefined;
  readonly depth: number;
  readonly body: Entry[];
  readonly sections: Draft[];
  /** Where its own line ends or, for a point inside a line, its stretch of the line. */
  end: number;
}

/** A line, and where it is met while headings are nested. */
export interface Place {
  readonly text: string;
  readonly line: Line;
  /** All entries but comments, and the index of the line among them. */
  readonly entries: readonly Entry[];
  readonly index: number;
  /** The sections around the line, outermost first. */
  readonly open: readonly Draft[];
  /** The sections of the first level so far. */
  readonly root: readonly Draft[];
}

/** What is known of a heading besides its line. */
export interface Opening extends Pick<Heading, 'misleveled' | 'lostNumber' | 'part'> {
  readonly style: Draft['style'];
}

/** What a line opens, with nothing in it yet. */
export function draftOf(text: string, line: Line, { style, misleveled, lostNumber, part }: Opening): Draft {
  const { numbering, title, titleEnd, body } = line;
  const heading: Heading = {
    numbering,
    title: titleWords(text, title),
    titleSpan: title,
    span: { start: numbering?.span.start ?? title.start, end: Math.max(title.end, numbering?.span.end ?? title.start) },
    titleEnd,
    body,
    line,
    inline: false,
    misleveled,
    lostNumber,
    part,
  };
  const span = heading.span.start < heading.span.end ? heading.span : line.span;
  return {
    heading: { ...heading, span },
    style,
    depth: line.depth,
    body: [],
    sections: [],
    end: line.span.end,
  };
}

/** A point inside a line: its mark, where it ends, and whether the mark belongs to another level. */
interface Point extends Pick<Heading, 'misleveled'> {
  readonly numbering: Numbering;
  readonly end: number;
}

/** What a point inside a line opens. */
export function inlineDraft(text: string, line: Line, { numbering, end, misleveled }: Point): Draft {
  const spoken = blankComments(text.slice(numbering.span.end, end));
  const from = numbering.span.end + skipDressing(spoken, 0, spoken.length);
  // A comment before the next point is no part of the title, and its `!` closes none.
  const words = spoken.slice(from - numbering.span.end).trimEnd();
  const stop = words.search(/[。；：？！;!?]/);
  const titleEndAt = stop < 0 ? trimEnd(text, from, from + words.length, /[\s　*，、]/) : from + stop;
  const title = { start: from, end: Math.max(from, trimEnd(text, from, titleEndAt)) };
  const bodyStart = stop < 0 ? end : skipDressing(text, from + stop + 1, end);
  const bodyEnd = Math.max(bodyStart, trimEnd(text, bodyStart, end));
  const heading: Heading = {
    numbering,
    title: titleWords(text, title),
    titleSpan: title,
    span: { start: numbering.span.start, end: Math.max(title.end, numbering.span.end) },
    titleEnd: stop < 0 ? '' : text.charAt(from + stop),
    body: { start: bodyStart, end: bodyEnd },
    line,
    inline: true,
    misleveled,
    lostNumber: false,
    part: undefined,
  };
  return {
    heading,
    style: numbering.style,
    depth: 0,
    body: [],
    sections: [],
    end: Math.max(trimEnd(text, numbering.span.end, end), heading.span.end),
  };
}

/** What “原因：……” or “学习上，……” opens inside a line, up to an offset. */
export function leadDraft(text: string, line: Line, { title, titleEnd, span, part }: InnerLead, end: number): Draft {
  // Comments around the text are no part of it.
  const words = blankComments(text.slice(span.end, end));
  const start = span.end + skipDressing(words, 0, words.length);
  const body = { start, end: Math.max(start, span.end + trimEnd(words, 0, words.length)) };
  return {
    heading: {
      numbering: undefined,
      title: text.slice(title.start, title.end),
      titleSpan: title,
      span: title,
      titleEnd,
      body,
      line,
      inline: true,
      misleveled: false,
      lostNumber: false,
      part,
    },
    style: part ? undefined : 'aspect',
    depth: 0,
    body: [],
    sections: [],
    end: Math.max(title.end, trimEnd(text, title.end, end)),
  };
}

/** Whether a mark shows it. */
export function isMarkStyle(style: Draft['style']): style is NumberingStyle {
  return style !== undefined && style !== 'bold' && style !== 'aspect';
}

/** Whether it is the style of points in a 一是…二是… series. */
export function isSeriesStyle(style: Draft['style']): boolean {
  return isMarkStyle(style) && isSeries(style);
}

/** The ordinal of a heading, 0 without a number. */
export function ordinalOf({ heading }: Draft): number {
  return heading.numbering?.ordinal ?? 0;
}

function skipDressing(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s　*]/.test(text.charAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, end: number, dressing = /[\s　*]/): number {
  let at = end;
  while (at > from && dressing.test(text.charAt(at - 1))) at -= 1;
  return at;
}
