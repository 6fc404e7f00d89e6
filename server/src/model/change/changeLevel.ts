import { formatNumbering, isSeries, type NumberingStyle, numberingStyles, renumbered } from '../parse/numbering.ts';
import { openingOf } from '../parse/opening.ts';
import { parseSpeech } from '../parse/parse.ts';
import { allSections, type Section, type Speech } from '../speech.ts';
import { applyEdits, type Edit, movedOffset } from './edits.ts';
import {
  blankAfter,
  dressOf,
  filler,
  finished,
  lineAt,
  lineSection,
  type Model,
  outerModel,
  pathTo,
  type Typed,
} from './typed.ts';

/**
 * Tab and Shift+Tab: the heading becomes the last child of the one before it, or the next sibling of its parent,
 * together with everything below it. Undefined where the outline would not have it there.
 */
export function changeLevel(speech: Speech, offset: number, by: 1 | -1): Typed | undefined {
  const { text } = speech;
  const line = lineAt(text, offset);
  const opening = openingOf(text, line);
  if (!opening) return undefined;
  // An empty heading is not a section yet, so it is parsed with a filler word.
  const probe = [{ span: { start: opening.numbering.span.end, end: opening.numbering.span.end }, newText: filler }];
  const isEmpty = text.slice(opening.numbering.span.end, line.end).replaceAll('*', '').trim() === '';
  const read = isEmpty ? parseSpeech(applyEdits(text, probe), speech) : speech;
  const section = lineSection(read, line);
  const path = section ? pathTo(read, section) : [];
  const parent = path.at(-2);
  const model = section && (by === 1 ? childModel(read, section, parent) : outerModel(read, parent));
  if (!section || !model) return undefined;
  const bold = opening.dress.includes('**') && !model.dress.includes('**');
  const lineEnd = line.start + text.slice(line.start, line.end).trimEnd().length;
  // A line is either bold as a whole or not at all.
  const bolder = model.dress.includes('**') && !opening.dress.includes('**');
  const isWhole = isEmpty || section.heading.span.end >= lineEnd;
  const runsIn = !isWhole && !opening.dress.includes('#');
  const newHead = (runsIn ? plainDress(model.dress, bolder) : model.dress) + model.mark;
  const stars = bolder && isWhole ? '**' : '';
  const edits: Edit[] = [
    {
      span: { start: line.start, end: opening.numbering.span.end + blankAfter(text, opening.numbering).length },
      newText: newHead + (isEmpty ? filler + stars : ''),
    },
    ...(stars && !isEmpty ? [{ span: { start: lineEnd, end: lineEnd }, newText: stars }] : []),
    ...allSections(section).flatMap((inner) => shifted(text, inner, by)),
    ...(by === -1 ? adopted(section, parent) : []),
  ];
  if (bold) {
    const close = text.slice(line.start, line.end).lastIndexOf('**');
    const at = line.start + close;
    if (at >= opening.numbering.span.end) edits.push({ span: { start: at, end: at + 2 }, newText: '' });
  }
  const markAt = line.start + newHead.length;
  const typed = finished(speech, edits, offset <= opening.numbering.span.end ? markAt : movedOffset(edits, offset));
  return isEmpty || levelAt(speech, typed) === path.length + by ? typed : undefined;
}

/** What may stand before a paragraph that begins with its heading: no `#`, which would make all of it one. */
function plainDress(dress: string, bolder: boolean): string {
  const plain = dress.replace(/^#+[ \t]*/, '');
  return bolder ? plain.replaceAll('*', '') : plain;
}

/** How deep the heading at the cursor is in the end; a part is one wherever it stands. */
function levelAt(speech: Speech, { edits, cursor }: Typed): number | undefined {
  const after = parseSpeech(applyEdits(speech.text, edits), speech);
  const section = lineSection(after, lineAt(after.text, cursor));
  return section && pathTo(after, section).length;
}

/**
 * How a heading that moves in is written: as the last child of the sibling before, in the style of its children or
 * of others at that depth.
 */
function childModel(speech: Speech, section: Section, parent: Section | undefined): Model | undefined {
  const siblings = parent?.sections ?? speech.sections;
  const before = siblings[siblings.indexOf(section) - 1];
  const own = before?.heading.numbering;
  if (!before || !own) return undefined;
  const children = lineChildren(before);
  const like = children.at(-1) ?? cousin(speech, before);
  const numbering = like?.heading.numbering;
  if (like && numbering) {
    const mark = renumbered(numbering, children.length + 1) + blankAfter(speech.text, numbering);
    return { dress: dressOf(speech.text, like), mark };
  }
  const style = neighbour(own.style, 1);
  return style && { dress: '', mark: formatNumbering(style, 1) };
}

/** A child of another section at the same depth, whose children show how those of `before` would be written. */
function cousin(speech: Speech, before: Section): Section | undefined {
  const depth = pathTo(speech, before).length;
  for (const section of allSections(speech)) {
    if (section === before || section.heading.numbering?.style !== before.heading.numbering?.style) continue;
    const [child] = lineChildren(section);
    if (child && pathTo(speech, section).length === depth) return child;
  }
  return undefined;
}

function lineChildren({ sections }: Section): Section[] {
  return sections.filter(({ heading }) => !heading.inline && heading.numbering && !isSeries(heading.numbering.style));
}

/** Puts the mark of a section, with the blank of `1. `, into the style of the next level. */
function shifted(text: string, { heading: { numbering } }: Section, by: 1 | -1): Edit[] {
  const style = numbering && neighbour(numbering.style, by);
  if (!numbering || !style) return [];
  const { start, end } = numbering.span;
  const blank = numbering.style === 'arabic' ? blankAfter(text, numbering).length : 0;
  return [{ span: { start, end: end + blank }, newText: formatNumbering(style, numbering.ordinal) }];
}

/** The siblings after a heading that moves out become its children, after those it has. */
function adopted(section: Section, parent: Section | undefined): Edit[] {
  const siblings = parent?.sections ?? [];
  const count = lineChildren(section).length;
  return siblings.slice(siblings.indexOf(section) + 1).flatMap(({ heading: { numbering, inline } }, index) => {
    if (!numbering || inline) return [];
    return [{ span: numbering.span, newText: renumbered(numbering, count + index + 1) }];
  });
}

/** The style of the level below or above; undefined beyond the five levels. */
function neighbour(style: NumberingStyle, by: 1 | -1): NumberingStyle | undefined {
  const at = numberingStyles.indexOf(style);
  const next = at + by;
  return at < 5 && next >= 0 && next < 5 ? numberingStyles[next] : undefined;
}
