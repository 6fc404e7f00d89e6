import { applyEdits, type Edit, followedBy, movedOffset } from './edits.ts';
import {
  formatNumbering,
  isSeries,
  type Numbering,
  type NumberingStyle,
  numberingStyles,
  parseNumbering,
  renumbered,
} from './numbering.ts';
import { parseSpeech } from './parse.ts';
import { withPins } from './pinRepair.ts';
import { markEdits } from './renumber.ts';
import { allSections, type Section, type Speech, sectionsAt } from './speech.ts';
import { lineEndOf, lineStartOf } from './textLines.ts';

/** The edits of a key, and the place of the cursor in the text that they make. */
export interface Typed {
  readonly edits: readonly Edit[];
  readonly cursor: number;
}

/**
 * Enter at the end of a numbered line begins the next number. On a line with only a number it moves that out by a level, and at the
 * outermost level removes it. Undefined where Enter has its ordinary meaning.
 */
export function enter(speech: Speech, offset: number): Typed | undefined {
  const { text } = speech;
  const line = lineAt(text, offset);
  // The cursor may be before the ** that close the line.
  const rest = text.slice(offset, line.end).trim();
  if (rest !== '' && rest !== '**') return undefined;
  const opening = openingOf(text, line);
  if (!opening) return undefined;
  if (text.slice(opening.numbering.span.end, line.end).replaceAll('*', '').trim() === '')
    return stepOut(speech, line, opening);
  const section = lineSection(speech, line);
  if (!section || hasContent(speech, section, line.end)) return undefined;
  const { numbering } = section.heading;
  if (!numbering) return undefined;
  const eol = lineEndOf(text);
  const gap = isTight(text, line) ? eol : eol + eol;
  const stars = opening.dress.includes('**') && text.slice(line.start, line.end).trimEnd().endsWith('**');
  const dress = stars ? opening.dress : opening.dress.replaceAll('*', '');
  const head = rest + gap + dress + renumbered(numbering, numbering.ordinal + 1) + blankAfter(text, numbering);
  const edit = { span: { start: offset, end: line.end }, newText: `${head}${filler}${stars ? '**' : ''}` };
  return finished(speech, [edit], offset + head.length);
}

/**
 * What `enter` does, in a text where the key has already broken the line and the cursor is after the break. So a writer who types on at
 * once keeps the plain break, and no letter can get before it.
 */
export function afterEnter(speech: Speech, offset: number): Typed | undefined {
  const { text } = speech;
  const broken = /\r?\n$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0];
  if (!broken) return undefined;
  const at = offset - broken.length;
  const whole = parseSpeech(applyEdits(text, [{ span: { start: at, end: offset }, newText: '' }]), speech);
  const typed = enter(whole, at);
  if (!typed) return undefined;
  const edits = typed.edits.map(({ span: { start, end }, newText }) => ({
    span: { start: start > at ? start + broken.length : start, end: end >= at ? end + broken.length : end },
    newText,
  }));
  return { edits, cursor: typed.cursor };
}

/** Tab and Shift+Tab: the heading becomes the last child of the one before it, or the next sibling of its parent, together with everything below it. */
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
  const newHead = (bolder && !isWhole ? model.dress.replaceAll('*', '') : model.dress) + model.mark;
  const stars = bolder && isWhole ? '**' : '';
  const edits: Edit[] = [
    {
      span: { start: line.start, end: opening.numbering.span.end + blankAfter(text, opening.numbering).length },
      newText: newHead + (isEmpty ? filler + stars : ''),
    },
    ...(stars && !isEmpty ? [{ span: { start: lineEnd, end: lineEnd }, newText: stars }] : []),
    ...descendants(section).flatMap((inner) => shifted(text, inner, by)),
    ...(by === -1 ? adopted(section, parent) : []),
  ];
  if (bold) {
    const close = text.slice(line.start, line.end).lastIndexOf('**');
    const at = line.start + close;
    if (at >= opening.numbering.span.end) edits.push({ span: { start: at, end: at + 2 }, newText: '' });
  }
  const markAt = line.start + newHead.length;
  return finished(speech, edits, offset <= opening.numbering.span.end ? markAt : movedOffset(edits, offset));
}

/** The filler for the words of a new heading; a text has this character nowhere else. */
const filler = '\uE000';

/** Renumbers what the edits have moved, updates the comments, and removes the filler. */
function finished(speech: Speech, edits: readonly Edit[], cursor: number): Typed {
  const at = Math.max(0, cursor - 1);
  const numbered = followedBy(speech, edits, (after) => {
    const path = sectionsAt(after, at).filter(({ heading }) => !heading.inline);
    const own = path.at(-1);
    const outer = path.at(-2);
    const siblings = outer?.sections ?? after.sections;
    const before = own && siblings[siblings.indexOf(own) - 1];
    const parents = new Set<Section | undefined>([own, outer, path.at(-3), before]);
    return markEdits(
      after,
      ({ parent, items }) => parents.has(parent) && items.every(({ section }) => !section.heading.inline),
    );
  });
  const whole = withPins(speech, numbered).map(({ span, newText }) => ({
    span,
    newText: newText.replaceAll(filler, ''),
  }));
  // The mark before the cursor may have become longer or shorter.
  const first = edits[0];
  const final = whole.find(({ span }) => span.start === first?.span.start);
  const grown = (final?.newText.length ?? 0) - (first?.newText.replaceAll(filler, '').length ?? 0);
  return { edits: whole, cursor: cursor + grown };
}

interface Opening {
  /** `#`, blanks and `**` before the mark. */
  readonly dress: string;
  readonly numbering: Numbering;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function lineAt(text: string, offset: number): Line {
  const start = lineStartOf(text, offset);
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return { start, end: text.charAt(end - 1) === '\r' ? end - 1 : end };
}

function openingOf(text: string, { start, end }: Line): Opening | undefined {
  const words = text.slice(start, end);
  const dress = /^(?:#{1,6}[ \t]+)?(?:\*\*)?/.exec(words)?.[0] ?? '';
  const numbering =
    parseNumbering(words.slice(dress.length), start + dress.length) ??
    spoken(words.slice(dress.length), start + dress.length);
  return numbering && { dress, numbering };
}

/** 一是, 第一， or 其一， at the start of a line. */
function spoken(words: string, offset: number): Numbering | undefined {
  const match = /^(?:[一二三四五六七八九]是|[第其][一二三四五六七八九]，)/.exec(words);
  if (!match) return undefined;
  const [text] = match;
  const before = /^[第其]/.exec(text)?.[0] ?? '';
  const style = before === '第' ? 'di' : before === '其' ? 'qi' : 'shi';
  const ordinal = '一二三四五六七八九'.indexOf(text.charAt(before.length)) + 1;
  const span = { start: offset, end: offset + text.length };
  return { style, ordinal, text, span, before, after: text.slice(before.length + 1) };
}

function stepOut(speech: Speech, line: Line, { numbering }: Opening): Typed {
  const { text } = speech;
  const probe = { span: { start: numbering.span.end, end: numbering.span.end }, newText: filler };
  const read = parseSpeech(applyEdits(text, [probe]), speech);
  const section = lineSection(read, line);
  const path = section ? pathTo(read, section) : [];
  const model = outerModel(read, path.at(-2));
  const span = { start: line.start, end: line.end };
  if (!model) return finished(speech, [{ span, newText: '' }], line.start);
  const head = model.dress + model.mark;
  const stars = model.dress.includes('**') ? '**' : '';
  return finished(speech, [{ span, newText: head + filler + stars }], line.start + head.length);
}

interface Model {
  readonly dress: string;
  readonly mark: string;
}

/** How a heading that moves out is written: as the next sibling of its parent. */
function outerModel({ text }: Speech, parent: Section | undefined): Model | undefined {
  const numbering = parent?.heading.numbering;
  if (!parent || !numbering || parent.heading.inline) return undefined;
  return {
    dress: dressOf(text, parent),
    mark: renumbered(numbering, numbering.ordinal + 1) + blankAfter(text, numbering),
  };
}

/** How a heading that moves in is written: as the last child of the sibling before, in the style of its children or of others at that depth. */
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

function descendants(section: Section): Section[] {
  return allSections(section).filter(({ heading }) => !heading.inline);
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

function dressOf(text: string, { heading }: Section): string {
  const start = lineStartOf(text, heading.span.start);
  return text.slice(start, heading.numbering?.span.start ?? heading.span.start);
}

/** The blank after the mark, which is part of the writer's style: `1. ` or `1.`. */
function blankAfter(text: string, { span }: Numbering): string {
  return /[ \t]/.test(text.charAt(span.end)) ? ' ' : '';
}

/** The section whose heading is on the line. */
function lineSection(speech: Speech, { start, end }: Line): Section | undefined {
  for (const section of allSections(speech)) {
    const { span, inline } = section.heading;
    if (!inline && start <= span.start && span.start <= end) return section;
  }
  return undefined;
}

function pathTo(speech: Speech, section: Section): Section[] {
  const path = sectionsAt(speech, section.heading.span.start);
  return path.slice(0, path.indexOf(section) + 1);
}

/** Whether anything below the line belongs to its heading. */
function hasContent({ text }: Speech, { span }: Section, lineEnd: number): boolean {
  return span.end > lineEnd && text.slice(lineEnd, span.end).trim() !== '';
}

/** Whether the line follows another numbered one without a blank line between. */
function isTight(text: string, { start, end }: Line): boolean {
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const below = text.slice(end).replace(/^\r?\n/, '');
  return (
    /\S/.test(above) &&
    !/^#/.test(above) &&
    (openingOf(above, { start: 0, end: above.length }) !== undefined || /^[^\S\n]*\S/.test(below))
  );
}
