import type { Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { speechOf } from '../outline/outline.ts';
import type { Block, Entry, Opaque, Speech } from '../speech.ts';
import { ownText } from '../text/ownText.ts';
import { moveSpan, type Span } from '../text/span.ts';
import { tableIn } from '../text/table.ts';
import { cutBlocks, frontMatterLength } from './blocks.ts';
import { linesOf } from './lines.ts';
import { moveEntry } from './moved.ts';
import { retouched } from './retouch.ts';

/** Without indented code: a writer who indents with tabs or blanks means paragraphs. */
const markdown = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [{ disable: { null: ['codeIndented'] } }] })
  .freeze();

/**
 * Never fails: any text is a speech. Unchanged parts are taken from `previous`, which saves time and does not change
 * the result.
 */
export function parseSpeech(text: string, previous?: Speech): Speech {
  const read = previous && retouched(previous, text, parseBlock);
  if (read) return read;
  const known = new Map(previous?.blocks.map((block) => [block.text, block]));
  const skipped = frontMatterLength(text);
  const blocks = cutBlocks(text.slice(skipped)).map(
    (part) => known.get(part) ?? parseBlock(previous ? ownText(part) : part),
  );
  return speechOf(text, skipped, blocks);
}

/** A block by itself, in its own offsets. Never fails. */
export function parseBlock(text: string): Block {
  return { text, entries: special.test(text) && !isOverwrought(text) ? markdownEntries(text) : plainEntries(text) };
}

/**
 * Nine paragraphs in ten have no Markdown except the `#`s of a heading. Read directly they take a tenth of the time,
 * with the same result (a property test compares the two). Such a block has no emphasis, links, code or HTML, no
 * escapes, no list, quotation or rule, no indentation and no line separators that only regular expressions know; a
 * heading has only its `#`s, one blank and words without `#`.
 */
const special =
  /[*_`[\]<\\\t\f\v\u2028\u2029]|^ {4}| {2}$|^ {0,3}(?:[>+=~-]|\d{1,9}[.)](?:[ \t]|\r?$))|^ {1,3}#|^#(?!#{0,5} [^\s#](?:[^#\r\n]*[^\s#])?\r?$)|\r(?!\n)/m;

/**
 * Thousands of marks in one paragraph, or dozens of nested quotations: nobody writes such Markdown, and it can make a
 * Markdown parser run for a minute (48 s for 100,000 `>`), so it is read as plain text.
 */
function isOverwrought(text: string): boolean {
  if (/^[ \t]{0,9}(?:>[ \t]{0,9}){60}/m.test(text)) return true;
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n' && text.charAt(at - 1) === '\n') marks = 0;
    else if ('*_[]`<'.includes(char)) marks += 1;
    if (marks > mostMarks) return true;
  }
  return false;
}

const mostMarks = 3000;

function plainEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  for (const { index, 0: all, 1: marks } of text.matchAll(
    /^(#{1,6}) .*|^(?![ ]*\r?$)(?:.+(?:\r?\n(?![ ]*\r?$|#)|$))+/gm,
  )) {
    const depth = marks?.length ?? 0;
    const span = { start: depth > 0 ? index + depth + 1 : index, end: index + all.length };
    entries.push(...passageEntries(text, text, { span, depth, bullet: false, prose: [span] }));
  }
  return entries;
}

/** Reads a block with the Markdown parser. `parseBlock` gives the same result, faster where it can. */
export function markdownEntries(text: string): Entry[] {
  // Remark leaves out a BOM and does not count it in its offsets.
  const root: Root = markdown.parse(text.replace(/^\uFEFF/, ' '));
  return root.children.flatMap((node) => entriesOf(text, node));
}

function entriesOf(text: string, node: RootContent, itemStart?: number, bullet = false): Entry[] {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
    case 'paragraph': {
      const inline = inlineOf(node);
      const start = itemStart ?? contentStart(text, node, span);
      const end = node.type === 'heading' ? contentEnd(node, span) : span.end;
      const depth = node.type === 'heading' ? node.depth : 0;
      const masked = replaced(replaced(text, inline.html, ' '), inline.code, object);
      const comments = inline.comments.map((comment) => opaque('comment', comment));
      if (start >= end) {
        // A lone `##`, as while a heading is being typed, is a heading without words.
        return node.type === 'heading' ? [emptyHeading(span, depth), ...comments] : comments;
      }
      return [
        ...passageEntries(text, masked, { span: { start, end }, depth, bullet, prose: inline.prose }),
        ...comments,
      ];
    }
    case 'list':
      return node.children.flatMap((item) => {
        const { start } = spanOf(item);
        return item.children.flatMap((child, index) =>
          entriesOf(text, child, index === 0 && node.ordered ? start : undefined, !node.ordered && index === 0),
        );
      });
    case 'html':
      return htmlEntries(text, span, bullet);
    case 'blockquote':
      return [opaque('quote', span)];
    case 'code':
      return [opaque('code', span)];
    case 'thematicBreak':
      return [opaque('rule', span)];
    case 'definition':
      return [opaque('definition', span)];
    default:
      return [opaque('html', span)];
  }
}

function passageEntries(text: string, masked: string, passage: Parameters<typeof linesOf>[2]): Entry[] {
  const found = passage.depth === 0 ? tableIn(masked, passage.span) : undefined;
  if (!found) return linesOf(text, masked, passage);
  const before = { ...passage, span: { start: passage.span.start, end: found.span.start } };
  return [...linesOf(text, masked, before), { kind: 'table', span: found.span, rows: found.rows }];
}

/** Stands for words that are not read but are there, at the end of a line as anywhere else. */
const object = '\uFFFC';

/** Collects the text nodes, and the inline nodes that are not prose. */
function inlineOf(node: RootContent): { prose: Span[]; code: Span[]; html: Span[]; comments: Span[] } {
  const found = { prose: [] as Span[], code: [] as Span[], html: [] as Span[], comments: [] as Span[] };
  visit(node);
  return found;

  function visit(inner: RootContent): void {
    const span = spanOf(inner);
    if (inner.type === 'text') {
      const last = found.prose.at(-1);
      if (last?.end === span.start) found.prose[found.prose.length - 1] = { start: last.start, end: span.end };
      else found.prose.push(span);
    } else if (inner.type === 'inlineCode') found.code.push(span);
    else if (inner.type === 'html') {
      found.html.push(span);
      if (inner.value.startsWith('<!--')) found.comments.push(span);
    }
    if ('children' in inner) for (const child of inner.children) visit(child as RootContent);
  }
}

/** The text with another character all over some spans, offsets unchanged. */
function replaced(text: string, spans: readonly Span[], by: string): string {
  return spans.reduce(
    (out, { start, end }) => out.slice(0, start) + out.slice(start, end).replace(/[^\n]/g, by) + out.slice(end),
    text,
  );
}

/**
 * Comments are entries of their own. Text behind a comment on the same line is read as if it stood alone, because pins
 * are written before measures. Blanks and a BOM before a comment count as blanks.
 */
function htmlEntries(text: string, span: Span, bullet: boolean): Entry[] {
  const from = (at: number) => at + (/^\s*/.exec(text.slice(at, span.end))?.[0].length ?? 0);
  let at = from(span.start);
  if (!text.startsWith('<!--', at)) return [opaque('html', span)];
  const entries: Entry[] = [];
  while (at < span.end && text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    const end = close < 0 || close + 3 > span.end ? span.end : close + 3;
    entries.push(opaque('comment', { start: at, end }));
    at = from(end);
  }
  if (at >= span.end) return entries;
  const words = text.slice(at, span.end);
  if (words.split('<!--', mostComments + 1).length > mostComments)
    return [...entries, ...linesOf(text, text, { span: { start: at, end: span.end }, depth: 0, bullet, prose: [] })];
  const behind = markdownEntries(words).map((entry) => moveEntry(entry, (part) => moveSpan(part, at)));
  const [first, ...rest] = behind;
  return [...entries, ...(first?.kind === 'line' && bullet ? [{ ...first, bullet }, ...rest] : behind)];
}

/** In one line: behind each of them there may be Markdown with further ones in it. */
const mostComments = 50;

/** Behind the `#`s of a heading. */
function contentStart(text: string, node: RootContent, span: Span): number {
  if (node.type !== 'heading') return span.start;
  const first = node.children[0];
  return first
    ? spanOf(first).start
    : span.start + (/^#+[ \t]*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0);
}

function contentEnd(node: RootContent, span: Span): number {
  if (node.type !== 'heading') return span.end;
  const last = node.children.at(-1);
  return last ? spanOf(last).end : span.start;
}

function emptyHeading(span: Span, depth: number): Entry {
  const end = { start: span.end, end: span.end };
  return {
    kind: 'line',
    span,
    depth,
    bold: false,
    bullet: false,
    opensParagraph: true,
    numbering: undefined,
    title: end,
    titleEnd: '',
    leadsIn: false,
    body: end,
    series: [],
    prose: [],
    brokenBold: [],
  };
}

function opaque(kind: Opaque['kind'], span: Span): Opaque {
  return { kind, span, rows: [] };
}

/** `remark-parse` always sets positions; only hand-made trees lack them. */
function spanOf({ position }: RootContent): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
