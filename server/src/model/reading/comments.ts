import { perBlock } from '../memory/perBlock.ts';
import type { Entry, Speech } from '../speech.ts';
import { moveSpan, type Span } from '../text/span.ts';

/** The spans of the comments in a speech, in reading order. */
export function commentsOf(speech: Speech): Span[] {
  return inBlocks(speech).flatMap(([index, spans]) => spans.map((span) => moveSpan(span, speech.starts[index] ?? 0)));
}

const inBlocks = perBlock(({ entries }) => {
  const spans = entries.flatMap(({ kind, span }) => (kind === 'comment' ? [span] : []));
  return spans.length > 0 ? spans : undefined;
});

/** What a comment can ask of the rules. */
export type Instruction = 'disable' | 'enable' | 'disable-next-line' | 'disable-file';

/** What a comment asks of the rules; undefined where it is a remark. */
export function instructionIn(comment: string): Instruction | undefined {
  return instruction.exec(comment)?.[1] as Instruction | undefined;
}

const instruction = /^<!--\s*fayan-(disable-next-line|disable-file|disable|enable)(?=[\s-])/;

/** The text with its comments replaced by blanks, so that offsets stay the same. */
export function blankComments(text: string): string {
  return replaceComments(text, (length) => ' '.repeat(length));
}

/** The text with the comments that are among its entries replaced by blanks. */
export function blankCommentsAmong(text: string, entries: readonly Entry[]): string {
  let kept = '';
  let from = 0;
  for (const { kind, span } of entries) {
    if (kind !== 'comment' || span.start < from) continue;
    kept += text.slice(from, span.start) + ' '.repeat(span.end - span.start);
    from = span.end;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** The text without comments `<!-- … -->`; an unclosed comment stays. */
export function withoutComments(text: string): string {
  return replaceComments(text, () => '');
}

/** Found by plain search: a regular expression would look to the end of the text from each `<!--`. */
function replaceComments(text: string, replacement: (length: number) => string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    kept += text.slice(from, start) + replacement(end + 3 - start);
    from = end + 3;
  }
  return kept + text.slice(from);
}
