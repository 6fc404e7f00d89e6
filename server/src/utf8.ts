import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';

/**
 * A view of a document whose columns count bytes of UTF-8, for clients that ask for that; offsets
 * count UTF-16 as everywhere.
 */
export function inUtf8(inner: TextDocument): TextDocument {
  const view: TextDocument = {
    uri: inner.uri,
    languageId: inner.languageId,
    get version() {
      return inner.version;
    },
    get lineCount() {
      return inner.lineCount;
    },
    getText: (range) => inner.getText(range && { start: narrow(inner, range.start), end: narrow(inner, range.end) }),
    positionAt: (offset) => widen(inner, inner.positionAt(offset)),
    offsetAt: (position) => inner.offsetAt(narrow(inner, position)),
    getLineRange: (line) => {
      const { start, end } = inner.getLineRange(line);
      return { start: widen(inner, start), end: widen(inner, end) };
    },
    getEOLCharacters: (line) => inner.getEOLCharacters(line),
  };
  originals.set(view, inner);
  return view;
}

/** Applies changes whose columns count bytes, each to the text that the one before made. */
export function updateUtf8(
  view: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  let inner = originals.get(view) ?? view;
  for (const change of changes) {
    const range: Range | undefined = 'range' in change ? change.range : undefined;
    const narrowed = range
      ? { text: change.text, range: { start: narrow(inner, range.start), end: narrow(inner, range.end) } }
      : { text: change.text };
    inner = TextDocument.update(inner, [narrowed], version);
  }
  return inUtf8(inner);
}

const originals = new WeakMap<TextDocument, TextDocument>();

function widen(document: TextDocument, { line, character }: Position): Position {
  return { line, character: bytesOf(lineText(document, line).slice(0, character)) };
}

/** A column inside a character becomes the start of that character. */
function narrow(document: TextDocument, { line, character }: Position): Position {
  let bytes = 0;
  let units = 0;
  for (const char of lineText(document, line)) {
    bytes += bytesOf(char);
    if (bytes > character) break;
    units += char.length;
  }
  return { line, character: units };
}

function lineText(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/\r?\n$/, '');
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
