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

type Look = Omit<Run, 'text' | 'from'>;

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
        runs.push(...withNotes(node.value, from, look));
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

/** `[^1]` is no Markdown of CommonMark, and stands in the text as it is written. */
function withNotes(value: string, from: number, look: Look): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of value.matchAll(/\[\^([^\s[\]^]{1,40})\]|~~([^~\n]+)~~/g)) {
    if (match.index > at) runs.push({ ...look, text: value.slice(at, match.index), from: from + at });
    const [whole, label, struck] = match;
    if (label !== undefined) runs.push({ ...look, text: '', from: from + match.index, note: label });
    else runs.push({ ...look, text: struck ?? '', from: from + match.index + 2, strike: true });
    at = match.index + whole.length;
  }
  if (at < value.length || value === '') runs.push({ ...look, text: value.slice(at), from: from + at });
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
      const at = cut - run.from;
      if (at <= 0 || at >= run.text.length || run.image !== undefined) return [run];
      return [
        { ...run, text: run.text.slice(0, at) },
        { ...run, text: run.text.slice(at), from: cut },
      ];
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
      pieces.push({ ...run, text: run.text.slice(at, match.index) + gap, from: run.from + at });
      at = match.index + match[0].length;
    }
    pieces.push({ ...run, text: run.text.slice(at), from: run.from + at });
    return pieces.filter(({ text }) => text !== '');
  });
}
