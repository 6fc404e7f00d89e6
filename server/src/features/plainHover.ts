import { type Hover, MarkupContent } from 'vscode-languageserver';

/** A hover for a client that would show the marks of Markdown as they are. */
export function plainHover(hover: Hover): Hover {
  const { contents } = hover;
  if (!MarkupContent.is(contents)) return hover;
  return { ...hover, contents: { kind: 'plaintext', value: contents.value.replace(marks, '$1') } };
}

/**
 * What hovers are made of beside words: escapes, the targets of links, bold, italics of a whole
 * line, rules, line breaks.
 */
const marks = /\\(.)|\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)|\[|\*\*|^_|_$|\n\n---(?=\n)| {2}$/gm;
