import { t } from '@vscode/l10n';
import { breaksOffIn } from '../model/reading/ending.ts';
import { matchesInProse, type Paragraph } from '../model/reading/prose.ts';
import { spanAt } from '../model/text/span.ts';
import { halfPairFixes } from './halfPair.ts';
import type { Finding } from './rule.ts';

/** What is wrong with the quotation marks of a paragraph that stands alone. */
export interface QuoteFaults {
  readonly findings: readonly Finding[];
  /** All marks pair, and what is wrong is only that there are ‘ ’ with no “ ” around them. */
  readonly arePaired: boolean;
  /** All that is wrong is that the “ at the start is not closed, as in a quotation of several paragraphs. */
  readonly leads: boolean;
}

/** Finds nothing in a paragraph of very many marks, which would take too long. */
export function quoteFaults(text: string, paragraph: Paragraph): QuoteFaults {
  const marks = quoteMarks(text, paragraph);
  if (marks.length > mostMarks) return { findings: [], arePaired: true, leads: false };
  const findings = [...mismatches(text, paragraph, marks)];
  if (findings.length === 0) return { findings: outerSingles(text, marks), arePaired: true, leads: false };
  const [first, ...others] = findings;
  const leads =
    first?.span.start === paragraph.span.start && others.length === 0 && text.charAt(first.span.start) === '“';
  return { findings, arePaired: false, leads };
}

/** A paragraph with more marks is no prose. */
const mostMarks = 500;

interface Mark {
  readonly at: number;
  readonly char: string;
}

function quoteMarks(text: string, { prose }: Paragraph): Mark[] {
  const marks: Mark[] = [];
  for (const { match, span } of matchesInProse(text, { prose }, /[“”‘’"]/g)) {
    const at = span.start;
    // An apostrophe, as in “don’t”, closes nothing.
    if (match[0] !== '’' || !/[A-Za-z]/.test(text.charAt(at - 1))) marks.push({ at, char: match[0] });
  }
  return marks;
}

function* mismatches(text: string, paragraph: Paragraph, marks: readonly Mark[]): Iterable<Finding> {
  const wrongWay = wrongWayRound(marks);
  if (wrongWay) {
    yield wrongWay;
    return;
  }
  const { strays, unclosed, inner } = paired(marks);
  for (const [open, close] of inner) yield* nested(open, close);
  const single = mixedPair(text, marks, strays, unclosed);
  if (single) {
    yield single;
    return;
  }
  const fixesAt = (at: number) => halfPairFixes(text, paragraph, at);
  for (const { at } of unclosed)
    if (!breaksOffIn(text, paragraph.span, at))
      yield { span: spanAt(at), message: t('左引号没有对应的右引号'), fixes: fixesAt(at) };
  for (const { at } of strays) yield { span: spanAt(at), message: t('右引号前面没有左引号'), fixes: fixesAt(at) };
}

/** All “ ” of the paragraph stand in each other's place, or one key was pressed for both halves of its only pair. */
function wrongWayRound(marks: readonly Mark[]): Finding | undefined {
  const doubles = marks.filter(({ char }) => char === '“' || char === '”');
  const message = t('引号方向反了，应为“…”');
  if (isReversed(doubles)) {
    const edits = doubles.map(({ at, char }) => ({ span: spanAt(at), newText: char === '“' ? '”' : '“' }));
    const fixes = [{ title: t('对调本段引号的方向'), edits, safe: true }];
    return { span: spanAt(doubles[0]?.at ?? 0), message, fixes };
  }
  if (!isUniform(doubles)) return undefined;
  const edits = doubles.flatMap(({ at, char }, index) => {
    const newText = index % 2 === 0 ? '“' : '”';
    return char === newText ? [] : [{ span: spanAt(at), newText }];
  });
  return { span: edits[0]?.span ?? spanAt(0), message, fixes: [{ title: t('改正本段引号的方向'), edits }] };
}

interface Pairing {
  /** Closing marks without an opening one. */
  readonly strays: readonly Mark[];
  /** Opening marks without a closing one. */
  readonly unclosed: readonly Mark[];
  /** Pairs of “ ” inside other “ ”. */
  readonly inner: ReadonlyArray<readonly [open: Mark, close: Mark]>;
}

function paired(marks: readonly Mark[]): Pairing {
  const open: Array<Mark & { readonly isInner?: true }> = [];
  const strays: Mark[] = [];
  const inner: Array<readonly [Mark, Mark]> = [];
  for (const mark of marks) {
    const top = open.at(-1);
    switch (mark.char) {
      case '“': {
        const isInside = open.some(({ char, isInner }) => char === '“' && !isInner);
        const close = isInside ? marks.find(({ at, char }) => at > mark.at && char === '”') : undefined;
        if (close && closesTwice(marks, mark)) {
          inner.push([mark, close]);
          open.push({ ...mark, isInner: true });
        } else open.push(mark);
        break;
      }
      case '‘':
        open.push(mark);
        break;
      case '”':
        if (top?.char === '“') open.pop();
        else strays.push(mark);
        break;
      case '’':
        if (top?.char === '‘') open.pop();
    }
  }
  return { strays, unclosed: open.filter(({ char, isInner }) => char === '“' && !isInner), inner };
}

/** One pair whose halves do not match: a curly mark with a straight one, or two that look away from each other. */
function mixedPair(
  text: string,
  marks: readonly Mark[],
  [stray, ...moreStrays]: readonly Mark[],
  [lone, ...moreUnclosed]: readonly Mark[],
): Finding | undefined {
  if (moreStrays.length > 0 || moreUnclosed.length > 0) return undefined;
  const [straight, ...moreStraight] = marks.filter(({ char }) => char === '"');
  if (straight && moreStraight.length === 0 && (stray === undefined) !== (lone === undefined)) {
    const edits = [{ span: spanAt(straight.at), newText: lone ? '”' : '“' }];
    const fixes = [{ title: t('改成一对“ ”'), edits, safe: true }];
    return { span: spanAt(straight.at), message: t('直引号与弯引号不能配成一对'), fixes };
  }
  if (!stray || !lone || !opensReversed(text, stray.at, lone.at)) return undefined;
  const edits = [
    { span: spanAt(stray.at), newText: '“' },
    { span: spanAt(lone.at), newText: '”' },
  ];
  const fixes = [{ title: t('改正本段引号的方向'), edits }];
  return { span: spanAt(stray.at), message: t('引号方向反了，应为“…”'), fixes };
}

/** 那句话：”有时去治愈。“ among pairs that are right: no quotation ends behind a colon, nor begins in front of a mark. */
function opensReversed(text: string, start: number, end: number): boolean {
  return (
    start < end && /[：，]/.test(text.charAt(start - 1)) && /[，。；：、！？\n]|^$/.test(text.charAt(end + 1) || '')
  );
}

/** ‘多测合一’ with nothing around it; Chinese words, for others quote as they like. */
function outerSingles(text: string, marks: readonly Mark[]): Finding[] {
  let open: Mark | undefined;
  let depth = 0;
  const found: Finding[] = [];
  for (const mark of marks) {
    if (mark.char === '“') depth += 1;
    else if (mark.char === '”') depth -= 1;
    else if (mark.char === '‘' && depth === 0) open = mark;
    else if (mark.char === '’' && open && depth === 0) {
      const edits = [
        { span: spanAt(open.at), newText: '“' },
        { span: spanAt(mark.at), newText: '”' },
      ];
      const fixes = [{ title: t('改为“ ”'), edits }];
      const span = { start: open.at, end: mark.at + 1 };
      const words = text.slice(span.start, span.end);
      if (!words.includes('\n') && /\p{Script=Han}/u.test(words))
        found.push({ span, message: t('外面没有引号，应当用“ ”'), severity: 'hint', fixes });
      open = undefined;
    }
  }
  return found;
}

/** The quotation opened here inside another one closes, and the outer one after it. */
function closesTwice(marks: readonly Mark[], inner: Mark): boolean {
  let depth = 2;
  for (const { at, char } of marks) {
    if (at <= inner.at) continue;
    if (char === '“') depth += 1;
    if (char === '”') depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

function* nested(open: Mark, close: Mark): Iterable<Finding> {
  const edits = [
    { span: spanAt(open.at), newText: '‘' },
    { span: spanAt(close.at), newText: '’' },
  ];
  const fixes = [{ title: t('里层引号改为‘ ’'), edits }];
  yield { span: spanAt(open.at), message: t('引号里面再用引号，应当用‘ ’'), fixes };
  yield { span: spanAt(close.at), message: t('引号里面再用引号，应当用‘ ’'), fixes };
}

/** “甲“ or ”甲”: one key was pressed for both. */
function isUniform(doubles: readonly Mark[]): boolean {
  return doubles.length === 2 && doubles[0]?.char === doubles[1]?.char;
}

/** ”甲“乙”丙“: every mark stands in the other's place. */
function isReversed(doubles: readonly Mark[]): boolean {
  return (
    doubles.length >= 2 &&
    doubles.length % 2 === 0 &&
    doubles.every(({ char }, index) => char === (index % 2 === 0 ? '”' : '“'))
  );
}
