import type { TextDocument } from 'vscode-languageserver-textdocument';
import { memoised } from './memory/memoised.ts';
import type { Role } from './outline/role.ts';
import type { Numbering } from './parse/numbering.ts';
import type { Span } from './text/span.ts';

/**
 * 讲稿 — one immutable reading of a document: its text and the outline found in it.
 * Rules, features, preview and export read only this.
 */
export interface Speech {
  /** A private copy, never updated: `TextDocuments` edits its own documents in place. */
  readonly source: TextDocument;
  readonly text: string;
  /** The text in pieces that can be parsed alone; an edit replaces only the pieces it touches. */
  readonly blocks: readonly Block[];
  /** The offset of each block. */
  readonly starts: readonly number[];
  /** The YAML between the `---` lines at the start, without these lines. */
  readonly frontMatter: Span | undefined;
  /** Everything in the body, in reading order, in offsets of the speech. */
  readonly entries: readonly Entry[];
  readonly titleBlock: TitleBlock;
  /** 帽段 — everything between the title block and the first section. */
  readonly preamble: readonly Entry[];
  /** The top sections; each contains its own. */
  readonly sections: readonly Section[];
  /** 结束语 without a heading: paragraphs after the last unit that belong to no unit. */
  readonly closing: readonly Line[];
  readonly problems: readonly Unit[];
  readonly causes: readonly Unit[];
  readonly measures: readonly Unit[];
  /** Set where this is an earlier speech with some words changed inside paragraphs. */
  readonly retouch?: Retouch;
}

/**
 * How a speech differs from an earlier one after typing inside paragraphs: some words are new, everything after
 * them has moved, and no heading, mark or part has changed. So the outline is still that of the earlier speech,
 * and what was worked out from it still holds. Sections, units and entries are moved to their new places only
 * when somebody asks for them.
 *
 * While one paragraph is being typed, each key makes a new retouch of the same `before`. Typing in another paragraph
 * adds a link to a chain: `before` is then a retouched speech itself, and `base` the one at the start of the chain.
 */
export interface Retouch {
  /** The speech that the outline is from; not retouched itself. */
  readonly base: Speech;
  /** `base` or a retouched speech; only one block has changed since. */
  readonly before: Speech;
  /** The number of links from `base`: 1 if `before` is `base`. */
  readonly links: number;
  /** The index of the block that has changed. */
  readonly block: number;
  /** What has been replaced, in offsets of `before`. */
  readonly replaced: Span;
  /** By how many characters the text after it has moved. */
  readonly by: number;
  /** What has been replaced in the whole chain, in offsets of `base`, by the index of the block. */
  readonly changed: ReadonlyMap<number, Span>;
  /** Whether the preamble has changed, whose words the outline depends on elsewhere (the aspects that it announces). */
  readonly isInPreamble: boolean;
  /** Whether a span of `base`, or the text within `margin` characters of it, may have changed since `before`. */
  touches(span: Span, margin: number): boolean;
  /** A span of `base` in offsets of this speech; likewise an entry, a section or a unit of `base` in its new place. */
  span(span: Span): Span;
  entry<Kind extends Entry>(entry: Kind): Kind;
  section(section: Section): Section;
  unit(unit: Unit): Unit;
}

/** 块 — a piece of the text, with spans relative to its start, so that it stays valid when it moves. */
export interface Block {
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Anything that stands in a block. */
export type Entry = Line | Opaque;

/** 行 — a paragraph, a heading or a list item; or a line inside a paragraph that opens something of its own. */
export interface Line {
  readonly kind: 'line';
  /** From numbering to last word, without `#`, list bullet and blanks around; with `**`. */
  readonly span: Span;
  /** Depth of a Markdown heading, 0 for all others. */
  readonly depth: number;
  /** The whole line is bold, as office drafts write their headings. */
  readonly bold: boolean;
  /** A `-` or `*` list item. */
  readonly bullet: boolean;
  /** Whether it begins a paragraph, rather than continuing one. */
  readonly opensParagraph: boolean;
  readonly numbering: Numbering | undefined;
  /**
   * The heading words after the numbering: up to the first 。；：？！ for a heading run in with its
   * text, else all; without `**`.
   */
  readonly title: Span;
  /** The punctuation that closes the title, '' where there is none. */
  readonly titleEnd: string;
  /** Whether it ends in a colon, so that something must follow. */
  readonly leadsIn: boolean;
  /** What follows the title and its punctuation; empty for a heading that stands alone. */
  readonly body: Span;
  /** 一是…二是… and the like inside the line, after its own numbering. */
  readonly series: readonly Numbering[];
  /** The parts that are prose, without code, HTML and link targets. */
  readonly prose: readonly Span[];
  /** `**…。**正文`, which CommonMark does not make bold: the two pairs of asterisks. */
  readonly brokenBold: ReadonlyArray<readonly [opening: Span, closing: Span]>;
}

/** Anything without numbering: a comment, a quotation, code, HTML, a table, a rule. */
export interface Opaque {
  readonly kind: 'comment' | 'quote' | 'code' | 'html' | 'table' | 'rule' | 'definition';
  readonly span: Span;
  /** For a table: its rows without the delimiter row, each cell without blanks around. */
  readonly rows: ReadonlyArray<readonly Span[]>;
}

/** 题头 — the lines above the speech: title, 职务 姓名, date. */
export interface TitleBlock {
  readonly title: readonly Line[];
  readonly author: Line | undefined;
  readonly date: Line | undefined;
  /** All of them, others included, in order. */
  readonly lines: readonly Line[];
}

/** 部分 — a heading or a point and everything that belongs to it. */
export interface Section {
  readonly heading: Heading;
  readonly role: Role | undefined;
  /** Its paragraphs, tables and comments before its first inner section, without the line of the heading. */
  readonly body: readonly Entry[];
  readonly sections: readonly Section[];
  /** From the heading to the last word. */
  readonly span: Span;
}

/** 标题 — a heading on its own line, a heading run in with its text, or the head of a point (小标题). */
export interface Heading {
  readonly numbering: Numbering | undefined;
  /** The words after the numbering, without Markdown dressing. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Numbering and title. */
  readonly span: Span;
  readonly titleEnd: string;
  /** The text that follows in the same line; empty for a heading that stands alone. */
  readonly body: Span;
  /** The line it is on. */
  readonly line: Line;
  /** A point inside a line, such as the 二是 of a paragraph that begins with 一是. */
  readonly inline: boolean;
  /** Whether its mark belongs to a deeper level than its place: `3.` between （二） and （四）. */
  readonly misleveled: boolean;
  /** Whether it has no number although its siblings have one and its place among them demands it. */
  readonly lostNumber: boolean;
  /** The part of an aspect or of the speech, if it names that and nothing else, as “原因分析” does. */
  readonly part: Role | undefined;
}

/** What a unit is: 问题, 原因 or 整改. */
export type UnitKind = 'problem' | 'cause' | 'measure';

/** 问题、原因、整改 — the smallest item that reviewers count; the items enumerated below it are its points. */
export interface Unit {
  readonly kind: UnitKind;
  /** `P1`, `P1.2`, `C3`, `M2`; numbered in reading order at every parse, so not stable across edits. */
  readonly id: string;
  readonly numbering: Numbering | undefined;
  readonly title: string;
  readonly titleSpan: Span;
  /** Numbering and title. */
  readonly headSpan: Span;
  readonly span: Span;
  readonly points: readonly Unit[];
  /** The section that it is; undefined for a paragraph or a table row. */
  readonly section: Section | undefined;
  /** The section with the role 问题, 原因 or 整改 that contains it. */
  readonly within: Section;
  /** In an interleaved speech, the aspect (方面) that it belongs to. */
  readonly aspect: Section | undefined;
  /** Its row, in a table that has problem, cause and measure side by side. */
  readonly row: Span | undefined;
  /** In a table, the words of the cell that says which problem its row answers. */
  readonly address: string | undefined;
}

/** All sections, a parent before its children. */
export function allSections({ sections }: Pick<Speech | Section, 'sections'>): readonly Section[] {
  return flat(sections);
}

const flat = memoised((sections: readonly Section[]): readonly Section[] => {
  const all: Section[] = [];
  add(sections);
  return all;

  function add(inner: readonly Section[]): void {
    for (const section of inner) {
      all.push(section);
      add(section.sections);
    }
  }
});

/** Every group of sibling sections, outermost first. */
export function siblingGroups({ sections }: Pick<Speech | Section, 'sections'>): ReadonlyArray<readonly Section[]> {
  return groups(sections);
}

const groups = memoised(
  (sections: readonly Section[]): ReadonlyArray<readonly Section[]> =>
    [sections, ...flat(sections).map((section) => section.sections)].filter(({ length }) => length > 0),
);

/** The innermost chain of sections around an offset, outermost first. */
export function sectionsAt(parent: Pick<Speech | Section, 'sections'>, offset: number): Section[] {
  const inner = parent.sections.find(({ span }) => span.start <= offset && offset <= span.end);
  return inner ? [inner, ...sectionsAt(inner, offset)] : [];
}

/** 问题, 原因 and 整改 in this order. */
export function unitsOf({ problems, causes, measures }: Speech): Unit[] {
  return [...problems, ...causes, ...measures];
}
