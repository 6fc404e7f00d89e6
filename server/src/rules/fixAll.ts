import type { Report } from './lint.ts';
import type { Edit } from './rule.ts';

/**
 * The text with every safe fix applied. Fixes that overlap wait for the next round, which lints the text anew;
 * after `mostRounds` rounds it stops where it is, so that two rules that disagree cannot hang it.
 */
export function fixedText(
  text: string,
  reports: readonly Report[],
  lintAgain: (text: string) => readonly Report[],
): string {
  let current = text;
  let open = reports;
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = compatible(open.flatMap(({ fixes }) => fixes?.filter(({ safe }) => safe).slice(0, 1) ?? []));
    if (edits.length === 0) return current;
    current = applyEdits(current, edits);
    open = lintAgain(current);
  }
  return current;
}

const mostRounds = 10;

/** The edits of those fixes that touch nothing of a fix taken before. */
function compatible(fixes: ReadonlyArray<{ readonly edits: readonly Edit[] }>): Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    const clash = edits.some(({ span }) =>
      taken.some((other) => span.start <= other.span.end && other.span.start <= span.end),
    );
    if (!clash) taken.push(...edits);
  }
  return taken;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.span.start - a.span.start);
  return sorted.reduce((out, { span, newText }) => out.slice(0, span.start) + newText + out.slice(span.end), text);
}
