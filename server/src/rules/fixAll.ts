import { applyEdits, type Edit } from '../model/change/edits.ts';
import type { Report } from './lint.ts';
import type { Fix, Rule } from './rule.ts';
import { addsNone, type LintAgain } from './soundFixes.ts';

/**
 * The text with every safe fix applied that adds no finding, of all rules or of those that are `meant`. Overlapping
 * fixes wait for the next round, which lints the text afresh; it stops after `mostRounds` rounds, so that two rules
 * that disagree cannot hang it.
 */
export function fixedText(
  text: string,
  reports: readonly Report[],
  lintAgain: LintAgain,
  meant: (rule: Rule) => boolean = () => true,
): string {
  let current = text;
  let open = reports;
  for (let round = 0; round < mostRounds; round += 1) {
    const fixes = soundTogether(compatible(open.filter(({ rule }) => meant(rule)).flatMap(safeFix)));
    if (fixes.length === 0) return current;
    current = applyEdits(current, editsOf(fixes));
    open = lintAgain(current);
  }
  return current;

  /** As many of the fixes as work together: where they do not, each half is tried by itself. */
  function soundTogether(fixes: readonly Fix[], taken: readonly Fix[] = []): readonly Fix[] {
    if (fixes.length === 0) return taken;
    const edits = editsOf([...taken, ...fixes]);
    const after = lintAgain(applyEdits(current, edits));
    if (after.length < open.length && addsNone(open, after, edits)) return [...taken, ...fixes];
    if (fixes.length === 1) return taken;
    const middle = fixes.length >> 1;
    return soundTogether(fixes.slice(middle), soundTogether(fixes.slice(0, middle), taken));
  }
}

const mostRounds = 10;

/** The fix that “fix all” would apply; none where the writer must judge. */
export function safeFix({ fixes = [] }: Report): Fix[] {
  return fixes.filter(({ safe }) => safe).slice(0, 1);
}

function editsOf(fixes: readonly Fix[]): Edit[] {
  return fixes.flatMap(({ edits }) => edits);
}

/** The fixes that touch none of those before them. */
function compatible(fixes: readonly Fix[]): Fix[] {
  const taken: Edit[] = [];
  return fixes.filter(({ edits }) => {
    const clash = edits.some(({ span }) =>
      taken.some((other) => span.start <= other.span.end && other.span.start <= span.end),
    );
    if (!clash) taken.push(...edits);
    return !clash;
  });
}
