import { t } from '@vscode/l10n';
import { perBlock } from '../model/perBlock.ts';
import { type Phrase, termOf } from '../model/phrases.ts';
import { matchesInProse, type Paragraph, paragraphsOf } from '../model/prose.ts';
import { moveSpan } from '../model/span.ts';
import type { Block, Speech } from '../model/speech.ts';
import { halfPairFixes } from './halfPair.ts';
import { moveFinding } from './moveFinding.ts';
import type { Finding, Rule } from './rule.ts';

export const mismatchedQuotes: Rule = {
  id: 'mismatched-quotes',
  category: 'punctuation',
  severity: 'warning',
  title: '引号应当成对、方向正确，里层用‘ ’',
  why: '引号少一半或方向反了，分不清哪一句是引语；从网上粘来的模板最常见，审稿人一眼就能看出来。',
  source: 'GB/T 15834-2011 4.8.3（引号的用法）',
  examples: [
    { bad: '落实⟦“⟧第一议题制度。\n', good: '落实“第一议题”制度。\n' },
    { bad: '编制⟦”⟧十五五“规划。\n', good: '编制“十五五”规划。\n' },
    { bad: '他说：“要过好⟦“⟧双重⟦”⟧组织生活。”\n', good: '他说：“要过好‘双重’组织生活。”\n' },
  ],

  *check(speech, { phrases }) {
    for (const finding of unpaired(speech)) yield withEnd(speech.text, finding, phrases);
  },
};

function* unpaired(speech: Speech): Iterable<Finding> {
  const { blocks, starts } = speech;
  let running: { readonly finding: Finding; readonly block: number; readonly place: number } | undefined;
  for (const [index, uneven] of unevenIn(speech)) {
    for (const { place, findings, opens, closes, single } of uneven) {
      const moved = findings.map((finding) => moveFinding(finding, (span) => moveSpan(span, starts[index] ?? 0)));
      if (single) {
        // Inside a quotation of several paragraphs they are the inner ones.
        if (!running) yield* moved;
        continue;
      }
      // 他说：“… and, paragraphs later, …” is one quotation; nobody knows until it ends.
      const ends = running && closes && isNear(blocks, running, index, place);
      if (running && !ends) yield running.finding;
      running = undefined;
      if (ends) continue;
      const [finding] = moved;
      if (opens && finding) running = { finding, block: index, place };
      else yield* moved;
    }
  }
  if (running) yield running.finding;
}

/** The missing half is offered alone where the words leave no doubt: beside a known term, and at the end of the paragraph. */
function withEnd(text: string, finding: Finding, phrases: readonly Phrase[]): Finding {
  if (!finding.fixes?.every(({ guess }) => guess)) return finding;
  const { start } = finding.span;
  const [newText, place] =
    text.charAt(start) === '“' ? ['”', endOf(text, start, phrases)] : ['“', beginningOf(text, start, phrases)];
  if (place === undefined) return finding;
  const edits = [{ span: { start: place, end: place }, newText }];
  return { ...finding, fixes: [{ title: t('补上“{0}”', newText), edits }] };
}

/** The longest of the quoted terms that `stands` there. */
function termThere(phrases: readonly Phrase[], stands: (term: string) => boolean): string | undefined {
  const terms = phrases.flatMap(({ phrase }) => (phrase.includes('“') ? [termOf(phrase)] : []));
  return terms.filter(stands).sort((a, b) => b.length - a.length)[0];
}

function beginningOf(text: string, end: number, phrases: readonly Phrase[]): number | undefined {
  const term = termThere(phrases, (known) => known !== '' && text.endsWith(known, end));
  return term === undefined ? undefined : end - term.length;
}

function endOf(text: string, start: number, phrases: readonly Phrase[]): number | undefined {
  const term = termThere(phrases, (known) => text.startsWith(known, start + 1));
  if (term !== undefined) return start + 1 + term.length;
  const words = text.slice(start, start + 80);
  // 他说：“甲。 has the full stop inside, 不习惯于“你说我记。 outside.
  const said = text.charAt(start - 1) === '：' ? saidToEnd.exec(words) : shortToEnd.exec(words);
  return said ? start + said[0].length : undefined;
}

const saidToEnd = /^“(?!第一|首先|一是)[^“”‘’。！？\n]{2,60}[。！？](?=\n|$)/;
const shortToEnd = /^“[^“”‘’，。；：、！？的\n]{2,8}(?=[。！？](?:\n|$))/;

/** Whether no more paragraphs lie between than a quotation may have. */
function isNear(
  blocks: readonly Block[],
  from: { readonly block: number; readonly place: number },
  block: number,
  place: number,
) {
  let distance = place - from.place;
  for (let at = from.block; at < block && distance <= place + longestQuotation; at += 1)
    distance += paragraphsOf(blocks[at] as Block).length;
  return distance <= longestQuotation;
}

/** A paragraph whose marks do not pair, with what that means if it stands alone. */
interface Uneven {
  /** Which paragraph of the block it is. */
  readonly place: number;
  readonly findings: readonly Finding[];
  /** Its one fault may be that a quotation begins here, or ends, which runs over several paragraphs. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** All is paired, but with ‘ ’ where no “ ” stands around them. */
  readonly single: boolean;
}

const unevenIn = perBlock((block: Block) => {
  const { text } = block;
  if (!/[“”‘’"]/.test(text)) return undefined;
  const paragraphs = paragraphsOf(block);
  const uneven = paragraphs.flatMap((paragraph, place): Uneven[] => {
    const marks = quoteMarks(text, paragraph);
    const findings = marks.length <= mostMarks ? [...mismatches(text, paragraph, marks)] : [];
    const [first, ...others] = findings;
    if (!first) {
      const outer = marks.length <= mostMarks ? outerSingles(text, marks) : [];
      return outer.length > 0 ? [{ place, findings: outer, opens: false, closes: false, single: true }] : [];
    }
    const { start, end } = first.span;
    const alone = others.length === 0;
    const opens = alone && /[：，]“/.test(text.slice(Math.max(0, start - 1), end));
    return [{ place, findings, opens, closes: alone && text.charAt(start) === '”', single: false }];
  });
  return uneven.length > 0 ? uneven : undefined;
});

/** Paragraphs. */
const longestQuotation = 6;

/** A paragraph with more is no prose. */
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
  const doubles = marks.filter(({ char }) => char === '“' || char === '”');
  if (isReversed(doubles)) {
    const edits = doubles.map(({ at, char }) => ({ span: at1(at), newText: char === '“' ? '”' : '“' }));
    yield {
      span: at1(doubles[0]?.at ?? 0),
      message: t('引号方向反了，应为“…”'),
      fixes: [{ title: t('对调本段引号的方向'), edits, safe: true }],
    };
    return;
  }
  if (isUniform(doubles)) {
    const edits = doubles.flatMap(({ at, char }, index) => {
      const newText = index % 2 === 0 ? '“' : '”';
      return char === newText ? [] : [{ span: at1(at), newText }];
    });
    const span = edits[0]?.span ?? at1(0);
    yield { span, message: t('引号方向反了，应为“…”'), fixes: [{ title: t('改正本段引号的方向'), edits }] };
    return;
  }
  const straight = marks.filter(({ char }) => char === '"');
  const open: Mark[] = [];
  const strays: Mark[] = [];
  for (const mark of marks) {
    if (mark.char === '“' && open.some(({ char }) => char === '“')) {
      const close = marks.find(({ at, char }) => at > mark.at && char === '”');
      if (close && closesTwice(marks, mark)) {
        yield* nested(mark, close);
        open.push({ ...mark, char: '‘“' });
        continue;
      }
    }
    if (mark.char === '“' || mark.char === '‘') open.push(mark);
    else if (mark.char === '”') {
      const top = open.at(-1);
      if (top?.char === '“' || top?.char === '‘“') open.pop();
      else strays.push(mark);
    } else if (mark.char === '’') {
      if (open.at(-1)?.char === '‘') open.pop();
    }
  }
  const unclosed = open.filter(({ char }) => char === '“');
  // A quotation that runs over several paragraphs opens each of them and closes only the last.
  if (unclosed[0]?.at === paragraph.span.start && unclosed.length === 1 && strays.length === 0) return;
  if (straight.length === 1 && unclosed.length + strays.length === 1) {
    const [mark] = straight;
    if (!mark) return;
    const newText = unclosed.length === 1 ? '”' : '“';
    const fix = { title: t('改成一对“ ”'), edits: [{ span: at1(mark.at), newText }], safe: true };
    yield { span: at1(mark.at), message: t('直引号与弯引号不能配成一对'), fixes: [fix] };
    return;
  }
  const [stray, lone] = [strays[0], unclosed[0]];
  if (stray && lone && strays.length + unclosed.length === 2 && opensReversed(text, stray.at, lone.at)) {
    const edits = [
      { span: at1(stray.at), newText: '“' },
      { span: at1(lone.at), newText: '”' },
    ];
    const fixes = [{ title: t('改正本段引号的方向'), edits }];
    yield { span: at1(stray.at), message: t('引号方向反了，应为“…”'), fixes };
    return;
  }
  const fixesAt = (at: number) => halfPairFixes(text, paragraph, at);
  for (const { at } of unclosed) yield { span: at1(at), message: t('左引号没有对应的右引号'), fixes: fixesAt(at) };
  for (const { at } of strays) yield { span: at1(at), message: t('右引号前面没有左引号'), fixes: fixesAt(at) };
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
        { span: at1(open.at), newText: '“' },
        { span: at1(mark.at), newText: '”' },
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
    { span: at1(open.at), newText: '‘' },
    { span: at1(close.at), newText: '’' },
  ];
  const fixes = [{ title: t('里层引号改为‘ ’'), edits }];
  yield { span: at1(open.at), message: t('引号里面再用引号，应当用‘ ’'), fixes };
  yield { span: at1(close.at), message: t('引号里面再用引号，应当用‘ ’'), fixes };
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

function at1(at: number) {
  return { start: at, end: at + 1 };
}
