import { perBlock } from './perBlock.ts';
import { moveSpan, type Span } from './span.ts';
import type { Speech } from './speech.ts';

/** Where the comments of a speech stand, in reading order. */
export function commentsOf(speech: Speech): Span[] {
  return inBlocks(speech).flatMap(([index, spans]) => spans.map((span) => moveSpan(span, speech.starts[index] ?? 0)));
}

const inBlocks = perBlock(({ entries }) => {
  const spans = entries.flatMap(({ kind, span }) => (kind === 'comment' ? [span] : []));
  return spans.length > 0 ? spans : undefined;
});

/** Without what stands in `<!-- … -->`; a comment that is not closed stays. A search, as an expression would look to the end from each `<!--`. */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 3;
  }
  return kept + text.slice(from);
}
