import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../model/text/span.ts';
import { unescaped } from '../unescaped.ts';

/** 文字 — a stretch of one line of the speech that looks the same throughout. */
export interface Run {
  /** `\n` breaks the line. Without marks of Markdown. */
  readonly text: string;
  /** Where it stands in the speech. */
  readonly from: number;
  /** Where each of its characters stands, if not one behind the other: `\\*` takes two in the speech and is one. */
  readonly places?: readonly number[];
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly strike?: true;
  /** Belongs to the heading sentence of a paragraph that goes on behind it. */
  readonly head?: true;
  readonly link?: string;
  /** Path of an image, without escapes, of which `text` is the description. */
  readonly image?: string;
  /** Label of the note that it refers to; `text` is empty. */
  readonly note?: string;
}

type Look = Omit<Run, 'text' | 'from' | 'places'>;

/**
 * Words without Markdown dressing and comments. `brokenBold` are the pairs that CommonMark does not make
 * bold; the writer meant it.
 */
export function runsOf(
  text: string,
  { start, end }: Span,
  brokenBold: ReadonlyArray<readonly [Span, Span]> = [],
): Run[] {
  const words = text.slice(start, end);
  if (!special.test(words)) return lined([{ text: words, from: start }]);
  const runs: Run[] = [];
  for (const node of fromMarkdown(words, { extensions: [{ disable: { null: flow } }] }).children) visit(node, {});
  return lined(brokenBold.length > 0 ? mended(runs, brokenBold) : runs);

  function visit(node: RootContent, look: Look): void {
    const from = start + (node.position?.start.offset ?? 0);
    switch (node.type) {
      case 'text':
        runs.push(
          ...withNotes(
            placed(node.value, text.slice(from, start + (node.position?.end.offset ?? 0)), from),
            text,
            look,
          ),
        );
        break;
      case 'inlineCode':
        runs.push({ ...look, text: node.value, from: from + 1, code: true });
        break;
      case 'break':
        runs.push({ text: '\n', from });
        break;
      case 'image': {
        const image = unescaped(node.url);
        runs.push({ ...look, text: node.alt || image, from, image });
        break;
      }
      case 'html':
        // A line break in a table cell cannot be written otherwise.
        if (/^<br *\/?>$/i.test(node.value)) runs.push({ text: '\n', from });
        else if (!node.value.startsWith('<!--')) runs.push({ ...look, text: node.value, from });
        break;
      case 'strong':
        for (const child of node.children) visit(child, { ...look, bold: true });
        break;
      case 'emphasis':
        for (const child of node.children) visit(child, { ...look, italic: true });
        break;
      case 'link':
        for (const child of node.children) visit(child, { ...look, link: node.url });
        break;
      default:
        // Nothing of the speech may vanish: what is not known is shown as its text.
        if ('children' in node) for (const child of node.children) visit(child as RootContent, look);
        else runs.push({ ...look, text: text.slice(from, start + (node.position?.end.offset ?? 0)), from });
    }
  }
}

const special = /[*_`[\]<\\&\n\r~]|https?:/;

/** The line is one paragraph already; nothing in it opens a block. */
const flow = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

/** `[^1]: …`, however Markdown read it. */
export const noteDefinition = /^\[\^([^\s[\]^]{1,40})\]:[ \t]*/;

/** Whether a passage says what a note is, and so is printed as that note. */
export function isNoteDefinition(text: string, { start, end }: Span): boolean {
  return noteDefinition.test(text.slice(start, end));
}

/** Words that Markdown has read from a source, which stands at an offset. */
function placed(words: string, source: string, from: number): Run {
  if (words.length === source.length) return { text: words, from };
  const places: number[] = [];
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    // Blanks at the beginning of a line are not read.
    while (at < source.length && unitAt(source, at).length === 1 && source[at] !== words[index]) at += 1;
    places.push(from + at);
    const unit = unitAt(source, at);
    at += unit.startsWith('&') && words.startsWith(unit, index) ? 1 : unit.length;
  }
  return { text: words, from, places };
}

/** An escape, an entity, or one character. */
function unitAt(source: string, at: number): string {
  return /^(?:\\[!-/:-@[-`{-~]|&#?\w{1,31};)/.exec(source.slice(at, at + 35))?.[0] ?? source.charAt(at);
}

/** A part of a run. */
function partOf({ places, ...run }: Run, start: number, end = run.text.length): Run {
  const own = places?.slice(start, end) ?? [];
  const from = start > 0 ? (own[0] ?? run.from + start) : run.from;
  const text = run.text.slice(start, end);
  const isWhole = own.every((place, index) => place === from + index);
  return isWhole ? { ...run, text, from } : { ...run, text, from, places: own };
}

/** `[^1]` is no Markdown of CommonMark, and stands in the text as it is written; `\[^1]` is no note. */
function withNotes(words: Run, text: string, look: Look): Run[] {
  const runs: Run[] = [];
  const value = words.text;
  let at = 0;
  for (const match of value.matchAll(/\[\^([^\s[\]^]{1,40})\]|~~([^~\n]+)~~/g)) {
    const { from } = partOf(words, match.index);
    if (text[from] === '\\') continue;
    if (match.index > at) runs.push({ ...look, ...partOf(words, at, match.index) });
    const [whole, label] = match;
    const end = match.index + whole.length;
    if (label !== undefined) runs.push({ ...look, text: '', from, note: label });
    else runs.push({ ...look, ...partOf(words, match.index + 2, end - 2), strike: true });
    at = end;
  }
  if (at < value.length || value === '') runs.push({ ...look, ...partOf(words, at) });
  return runs.filter(({ text, note }) => text !== '' || note !== undefined);
}

/** Takes the asterisks away and makes bold what they enclose. */
function mended(runs: readonly Run[], pairs: ReadonlyArray<readonly [Span, Span]>): Run[] {
  const cuts = pairs.flatMap(([open, close]) => [open.start, open.end, close.start, close.end]);
  return cutRuns(runs, cuts).flatMap((run) => {
    if (pairs.some((pair) => pair.some((mark) => mark.start <= run.from && run.from < mark.end))) return [];
    const inside = pairs.some(([open, close]) => open.end <= run.from && run.from < close.start);
    return [inside ? { ...run, bold: true as const } : run];
  });
}

/** The same words, with a run beginning at each of the given places of the speech; a picture stays whole. */
export function cutRuns(runs: readonly Run[], cuts: readonly number[]): Run[] {
  let pieces = [...runs];
  for (const cut of cuts) {
    pieces = pieces.flatMap((run) => {
      const at = run.places ? run.places.findIndex((place) => place >= cut) : cut - run.from;
      if (at <= 0 || at >= run.text.length || run.image !== undefined) return [run];
      return [partOf(run, 0, at), partOf(run, at)];
    });
  }
  return pieces;
}

/** A wrapped draft reads as one line: no blank between 汉字, one between Latin words. Hard breaks stay. */
function lined(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) => {
    if (run.text === '\n' || !/[\n\r]/.test(run.text)) return [run];
    const pieces: Run[] = [];
    let at = 0;
    for (const match of run.text.matchAll(/(?:(?<![ \t　])[ \t　]+)?\r?\n[ \t　]*|\r/g)) {
      const after = run.text.charAt(match.index + match[0].length) || (runs[index + 1]?.text ?? '').charAt(0);
      const before = run.text.charAt(match.index - 1) || (runs[index - 1]?.text ?? '').slice(-1);
      const gap = /[\w,.;:]/.test(before) && /\w/.test(after) ? ' ' : '';
      const piece = partOf(run, at, match.index);
      pieces.push({ ...piece, text: piece.text + gap });
      at = match.index + match[0].length;
    }
    pieces.push(partOf(run, at));
    return pieces.filter(({ text }) => text !== '');
  });
}
