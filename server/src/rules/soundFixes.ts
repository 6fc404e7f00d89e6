import { applyEdits } from './fixAll.ts';
import { leftoverPlaceholder } from './leftover-placeholder.ts';
import type { Report } from './lint.ts';
import type { Fix } from './rule.ts';

/**
 * The fixes of a report that keep their promise in this text: they remove the finding and add none, but for the 〔…〕 that they
 * put in to be filled. Fixes of marks and words keep it anywhere and are not tried; what moves numbers and parts about is, for in a
 * text without order one number put right can make the next wrong.
 */
export function soundFixes(
  text: string,
  report: Report,
  reports: readonly Report[],
  lintAgain: (text: string) => readonly Report[],
): readonly Fix[] {
  const { rule, fixes = [] } = report;
  if (rule.category === 'punctuation' || rule.category === 'wording') return fixes;
  return fixes.filter(({ edits }) => {
    const after = counted(lintAgain(applyEdits(text, edits)));
    const before = counted(reports);
    if ((after.get(rule.id) ?? 0) >= (before.get(rule.id) ?? 0)) return false;
    return [...after].every(([id, count]) => id === leftoverPlaceholder.id || count <= (before.get(id) ?? 0));
  });
}

function counted(reports: readonly Report[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of reports) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}
