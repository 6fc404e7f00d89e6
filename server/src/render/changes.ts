import type {
  PreviewChanges,
  PreviewLine,
  PreviewParagraph,
  PreviewResult,
  PreviewStyle,
  Splice,
} from '../protocol.ts';

/**
 * What has changed from one answer to the next; `changed` puts it in. Little for one edit, whatever
 * the length of the speech.
 */
export function changesBetween(before: PreviewResult, after: PreviewResult): PreviewChanges {
  const { answer, version, rate, findings, style } = after;
  const moved = (after.paragraphs.at(-1)?.start ?? 0) - (before.paragraphs.at(-1)?.start ?? 0);
  const paragraphs = splice(before.paragraphs, after.paragraphs, sameParagraph, (one) => movedParagraph(one, moved));
  const more = paragraphs.items.length - paragraphs.removed;
  const lines = splice(linesOf(before), linesOf(after), sameLine, (line) => movedLine(line, moved, more));
  return {
    ...{ answer, version, rate, findings },
    ...(!sameStyle(before.style, style) && { style }),
    ...{ since: before.answer, moved, paragraphs, lines },
    pages: after.pages.map(({ lines }) => lines.length),
  };
}

/** Makes the later answer from the earlier one that the changes refer to. */
export function changed(before: PreviewResult, changes: PreviewChanges): PreviewResult {
  const { answer, version, rate, findings, style = before.style, moved } = changes;
  const more = changes.paragraphs.items.length - changes.paragraphs.removed;
  const paragraphs = spliced(before.paragraphs, changes.paragraphs, (one) => movedParagraph(one, moved));
  const lines = spliced(linesOf(before), changes.lines, (line) => movedLine(line, moved, more));
  let start = 0;
  const pages = changes.pages.map((count) => {
    start += count;
    return { lines: lines.slice(start - count, start) };
  });
  return { answer, version, style, rate, paragraphs, pages, findings };
}

function linesOf({ pages }: PreviewResult): PreviewLine[] {
  return pages.flatMap(({ lines }) => lines);
}

function splice<Item>(
  before: readonly Item[],
  after: readonly Item[],
  same: (one: Item, other: Item) => boolean,
  moved: (item: Item) => Item,
): Splice<Item> {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && same(before[at] as Item, after[at] as Item)) at += 1;
  let behind = 0;
  while (behind < most - at && same(moved(before.at(-1 - behind) as Item), after.at(-1 - behind) as Item)) behind += 1;
  return { at, removed: before.length - at - behind, items: after.slice(at, after.length - behind) };
}

function spliced<Item>(
  before: readonly Item[],
  { at, removed, items }: Splice<Item>,
  moved: (item: Item) => Item,
): Item[] {
  return [...before.slice(0, at), ...items, ...before.slice(at + removed).map(moved)];
}

function sameParagraph(one: PreviewParagraph, other: PreviewParagraph): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.group === other.group &&
    one.characters === other.characters &&
    one.html === other.html
  );
}

function movedParagraph(paragraph: PreviewParagraph, by: number): PreviewParagraph {
  return { ...paragraph, start: paragraph.start + by, end: paragraph.end + by };
}

function sameLine(one: PreviewLine, other: PreviewLine): boolean {
  return one.from === other.from && one.paragraph === other.paragraph && one.html === other.html;
}

function movedLine({ html, paragraph, from }: PreviewLine, by: number, paragraphs: number): PreviewLine {
  return { html, paragraph: paragraph + paragraphs, from: from + by };
}

function sameStyle(one: PreviewStyle, other: PreviewStyle): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
