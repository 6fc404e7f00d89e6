import { t } from '@vscode/l10n';
import { perBlock } from '../model/memory/perBlock.ts';
import { paragraphsOf } from '../model/reading/prose.ts';
import type { Block, Speech } from '../model/speech.ts';
import { moveSpan } from '../model/text/span.ts';
import type { Phrase } from '../model/wording/phrase.ts';
import { termOf } from '../model/wording/phrases.ts';
import { moveFinding } from './moveFinding.ts';
import { type QuoteFaults, quoteFaults } from './paragraphQuotes.ts';
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
  const { text, blocks, starts } = speech;
  let running: Running | undefined;
  for (const [index, uneven] of unevenIn(speech)) {
    for (const here of uneven) {
      const moved = here.findings.map((finding) => moveFinding(finding, (span) => moveSpan(span, starts[index] ?? 0)));
      const goesOn =
        running &&
        (here.closes || (here.begins && (running.leads || here.isWhole))) &&
        isNear(blocks, running, index, here.place);
      if (here.arePaired) {
        if (goesOn) running = undefined;
        // Inside a quotation of several paragraphs ‘ ’ are the inner marks.
        if (!running) yield* moved;
        continue;
      }
      if (running && !goesOn) yield running.finding;
      running = undefined;
      const [finding] = moved;
      if (finding && (here.opens || here.leads)) running = { ...here, finding, block: index };
      else if (!goesOn) yield* moved;
    }
  }
  // What begins the last paragraph may still be written on.
  if (running && !(running.leads && text.trimEnd().indexOf('\n', running.finding.span.start) < 0))
    yield running.finding;
}

/** A quotation that is not closed in its paragraph, and may be later: told only when it is not. */
interface Running extends Pick<Uneven, 'place' | 'leads'> {
  readonly finding: Finding;
  readonly block: number;
}

/**
 * The missing half is offered alone where the words leave no doubt: beside a known term, and at
 * the end of the paragraph.
 */
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

/** Whether a quotation may run from the one paragraph to the other. */
function isNear(
  blocks: readonly Block[],
  from: { readonly block: number; readonly place: number },
  block: number,
  place: number,
): boolean {
  let distance = place - from.place;
  for (let at = from.block; at < block && distance <= place + longestQuotation; at += 1)
    distance += paragraphsOf(blocks[at] as Block).length;
  return distance <= longestQuotation;
}

/** A paragraph that begins with “, or whose marks do not pair, with what that means if it stands alone. */
interface Uneven extends QuoteFaults {
  /** Which paragraph of the block it is. */
  readonly place: number;
  /** It may go on with a quotation that opens each of its paragraphs and closes only the last. */
  readonly begins: boolean;
  /** It begins and ends with a quotation. */
  readonly isWhole: boolean;
  /** Its one fault may be that a quotation begins here, or ends, which runs over several paragraphs. */
  readonly opens: boolean;
  readonly closes: boolean;
}

const unevenIn = perBlock((block: Block) => {
  const { text } = block;
  if (!/[“”‘’"]/.test(text)) return undefined;
  const uneven = paragraphsOf(block).flatMap((paragraph, place): Uneven[] => {
    const faults = quoteFaults(text, paragraph);
    const { span } = paragraph;
    const begins = text.charAt(span.start) === '“';
    const isWhole = begins && text.slice(span.start, span.end).trimEnd().endsWith('”');
    const [first, ...others] = faults.findings;
    if (!first || faults.arePaired)
      return first || begins ? [{ ...faults, place, begins, isWhole, opens: false, closes: false }] : [];
    const { start, end } = first.span;
    const alone = others.length === 0;
    const opens = alone && /[：，]“/.test(text.slice(Math.max(0, start - 1), end));
    return [{ ...faults, place, begins, isWhole, opens, closes: alone && text.charAt(start) === '”' }];
  });
  return uneven.length > 0 ? uneven : undefined;
});

/** Paragraphs. */
const longestQuotation = 6;
