import { applyEdits, type Edit } from '../model/change/edits.ts';
import { brokenPin } from './broken-pin.ts';
import { leftoverPlaceholder } from './leftover-placeholder.ts';
import type { Report } from './lint.ts';
import type { Fix } from './rule.ts';
import { unknownProfile } from './unknown-profile.ts';

/** All findings in another text of the same document, under the same settings. */
export type LintAgain = (text: string) => readonly Report[];

/** The fixes of a report that, in this text, remove the finding and add no other. */
export function soundFixes(
  text: string,
  { rule, fixes = [] }: Report,
  reports: readonly Report[],
  lintAgain: LintAgain,
): readonly Fix[] {
  return fixes.filter(({ edits }) => {
    const after = lintAgain(applyEdits(text, edits));
    if (countOf(rule.id, after) >= countOf(rule.id, reports)) return false;
    // What the right 类型, 年度 or 对应 leaves open was open all along. Otherwise only a wrong one that
    // asks for less would be offered.
    return rule.id === unknownProfile.id || rule.id === brokenPin.id || addsNone(reports, after, edits);
  });
}

/**
 * Whether no rule finds more than before, apart from the 〔…〕 that the edits themselves put in. In a muddled text,
 * correcting one number can make the next one wrong.
 */
export function addsNone(before: readonly Report[], after: readonly Report[], edits: readonly Edit[]): boolean {
  const blanks = edits.reduce((sum, { newText }) => sum + newText.split('〔').length - 1, 0);
  return [...new Set(after.map(({ rule }) => rule.id))].every(
    (id) => countOf(id, after) <= countOf(id, before) + (id === leftoverPlaceholder.id ? blanks : 0),
  );
}

function countOf(id: string, reports: readonly Report[]): number {
  return reports.filter(({ rule }) => rule.id === id).length;
}
