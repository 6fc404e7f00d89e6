import { type Section, type Speech, sectionsAt } from '../speech.ts';
import type { Span } from '../text/span.ts';
import type { Edit } from './edits.ts';
import { withPins } from './pinRepair.ts';
import { isSpokenFor, linesOf, switchesNothing } from './sectionLines.ts';
import type { Typed } from './typed.ts';

/**
 * 上移、下移: swaps the numbered section at the cursor with its neighbour, each with everything that belongs to it. The
 * numbers stay where they are, and comments still name what they named and switch off rules where they did. Undefined
 * where there is no neighbour, where such comments cannot be kept, and where one of the two has lost its number.
 */
export function moveSection(speech: Speech, offset: number, by: 1 | -1): Typed | undefined {
  const path = sectionsAt(speech, offset).filter(({ heading }) => !heading.inline);
  const section = path.at(-1);
  const siblings = path.at(-2)?.sections ?? speech.sections;
  const neighbour = section && siblings[siblings.indexOf(section) + by];
  if (!section || !neighbour || neighbour.heading.inline) return undefined;
  if (section.heading.lostNumber !== neighbour.heading.lostNumber) return undefined;
  const [first, second] = by === 1 ? [section, neighbour] : [neighbour, section];
  const places = placesOf(speech, first, second);
  if (!places) return undefined;
  const [a, b] = places;
  const between = speech.text.slice(a.end, b.start);
  const upper = written(speech.text, b, second, first);
  const lower = written(speech.text, a, first, second);
  const edit: Edit = { span: { start: a.start, end: b.end }, newText: upper.text + between + lower.text };
  const move = (at: number): number => {
    if (a.start <= at && at < a.end) return lower.move(at) + upper.text.length + between.length + a.start;
    if (b.start <= at && at < b.end) return upper.move(at) + a.start;
    return a.end <= at && at < b.start ? at + upper.text.length - (a.end - a.start) : at;
  };
  return { edits: withPins(speech, [edit], move), cursor: move(Math.min(offset, (by === 1 ? a : b).end - 1)) };
}

/**
 * The lines of both sections, so that no comment is parted from what it switches off; undefined where one would be. A
 * `fayan-disable` above a heading may begin what is switched off in this section alone, or in several.
 */
function placesOf(speech: Speech, first: Section, second: Section): readonly [Span, Span] | undefined {
  for (const forBelow of [['disable-next-line', 'disable'], ['disable-next-line']] as const) {
    const [a, b] = [linesOf(speech, first, forBelow), linesOf(speech, second, forBelow)];
    if (a.end > b.start || [a.start, b.start, b.end].some((at) => isSpokenFor(speech, at))) return undefined;
    const stretches = [a, { start: a.end, end: b.start }, b];
    if (stretches.every((stretch) => switchesNothing(speech, stretch))) return [a, b];
  }
  return undefined;
}

/**
 * The text of a section with the mark of the other, and a function that moves offsets into it. `3.` between （二） and （四）
 * counts with them, and stays where it is like them.
 */
function written(text: string, { start, end }: Span, { heading }: Section, other: Section) {
  const own = heading.numbering;
  const mark = other.heading.numbering;
  const isSeparate = own?.style !== mark?.style && !heading.misleveled && !other.heading.misleveled;
  if (!own || !mark || isSeparate) return { text: text.slice(start, end), move: (at: number) => at - start };
  const grown = mark.text.length - own.text.length;
  return {
    text: text.slice(start, own.span.start) + mark.text + text.slice(own.span.end, end),
    move: (at: number) => at - start + (at >= own.span.end ? grown : 0),
  };
}
