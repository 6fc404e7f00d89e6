import { t } from '@vscode/l10n';
import type { Paragraph } from '../model/reading/prose.ts';
import { closingMark, openingMark } from '../model/text/pairedMarks.ts';
import { contains, spanAt } from '../model/text/span.ts';
import type { Fix } from './rule.ts';

/**
 * The ways to mend a mark at `at` whose other half is missing, where the place of that half is unknown: at the nearest
 * pause, at the end of the sentence, or by removing the mark. Each title shows the result; none is preferred.
 */
export function halfPairFixes(text: string, paragraph: Paragraph, at: number): readonly Fix[] {
  const mark = text.charAt(at);
  const places = mark in closingMark ? placesBehind(text, paragraph, at) : placesBefore(text, paragraph, at);
  const remove = {
    title: removal(mark),
    edits: [{ span: spanAt(at), newText: '' }],
    guess: true,
  };
  return [...places.map((place) => completed(text, at, place)), remove];
}

function removal(mark: string): string {
  if (mark === '“') return t('删去左引号');
  return mark === '”' ? t('删去右引号') : t('删去“{0}”', mark);
}

function completed(text: string, at: number, place: number): Fix {
  const mark = text.charAt(at);
  const newText = closingMark[mark] ?? openingMark[mark] ?? '';
  const words = place > at ? text.slice(at, place) + newText : newText + text.slice(place, at + 1);
  const shown = words.length <= longest ? words : `${words.slice(0, longest / 2 - 1)}……${words.slice(1 - longest / 2)}`;
  return { title: t('补成{0}', shown), edits: [{ span: { start: place, end: place }, newText }], guess: true };
}

/** Characters of the result that a title shows. */
const longest = 24;

/** A title holds no commas; a quotation and what stands in brackets may. */
function endsAt(mark: string): RegExp {
  return /[《〈》〉]/.test(mark) ? /[，。；：！？]/ : /[。；！？]/;
}

/**
 * Where the closing half may stand: before the first pause, and before the end of the sentence or of the pair
 * around, or the next pair.
 */
function placesBehind(text: string, { span, prose }: Paragraph, at: number): number[] {
  const mark = text.charAt(at);
  const places: number[] = [];
  let depth = 0;
  for (let place = at + 1; place <= span.end; place += 1) {
    const char = place < span.end ? text.charAt(place) : '\n';
    if (char === mark || (depth === 0 && char in openingMark) || char === '\n') {
      // 《党章和《准则》
      if (char !== mark) places.push(place);
      else if (places.length === 0) places.push(/[和与及、]/.test(text.charAt(place - 1)) ? place - 1 : place);
      break;
    }
    if (char in closingMark) depth += 1;
    else if (char in openingMark) depth -= 1;
    else if (depth === 0 && endsAt(mark).test(char)) {
      // 他说：“甲。” has the full stop inside.
      places.push(text.charAt(at - 1) === '：' && !/；/.test(char) ? place + 1 : place);
      break;
    } else if (depth === 0 && places.length === 0 && /[，；：、]/.test(char)) places.push(place);
  }
  return places.filter(
    (place) => place > at + 1 && prose.some((stretch) => contains(stretch, { start: at, end: place })),
  );
}

/** Where the opening half may stand: the same backwards, and never before a numbering. */
function placesBefore(text: string, { span, prose, lines }: Paragraph, at: number): number[] {
  const mark = text.charAt(at);
  const marks = lines.flatMap(({ numbering, series }) => (numbering ? [numbering, ...series] : series));
  const places: number[] = [];
  let depth = 0;
  for (let place = at; place >= span.start; place -= 1) {
    const char = place > span.start ? text.charAt(place - 1) : '\n';
    const number = marks.find((one) => one.span.end === place);
    if (number || char === mark || (depth === 0 && char in closingMark) || char === '\n') {
      places.push(place);
      break;
    }
    if (char in openingMark) depth += 1;
    else if (char in closingMark) depth -= 1;
    else if (depth === 0 && endsAt(mark).test(char)) {
      places.push(place);
      break;
    } else if (depth === 0 && places.length === 0 && /[，；：、]/.test(char)) places.push(place);
  }
  if (/[》〉]/.test(mark)) {
    // 学习中国共产党章程》
    const verb = /^(?:学习|学|研读|通读|对照|按照|根据|依据|违反|执行|落实|贯彻|印发|制定|修订|出台)(?:了|过)?/;
    places.splice(
      0,
      1,
      ...places.slice(0, 1).map((place) => place + (verb.exec(text.slice(place, at))?.[0].length ?? 0)),
    );
  }
  return places
    .map((place) => Math.max(place, prose.find(({ end }) => end > place)?.start ?? place))
    .filter((place) => place < at && prose.some((stretch) => contains(stretch, { start: place, end: at })));
}
