import { announcedCount } from './announced-count.ts';
import { brokenBold } from './broken-bold.ts';
import { brokenNumbering } from './broken-numbering.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { halfwidthPunctuation } from './halfwidth-punctuation.ts';
import { headingEndPunctuation } from './heading-end-punctuation.ts';
import { inconsistentMark } from './inconsistent-mark.ts';
import { levelJump } from './level-jump.ts';
import { loneItem } from './lone-item.ts';
import { missingSection } from './missing-section.ts';
import { overlongHeading } from './overlong-heading.ts';
import type { Rule } from './rule.ts';
import { seriesComma } from './series-comma.ts';
import { unevenHeadingEnds } from './uneven-heading-ends.ts';
import { unmetProblem } from './unmet-problem.ts';
import { wrongLevelMark } from './wrong-level-mark.ts';

/** Every rule, in the order the docs list them. */
export const rules: readonly Rule[] = [
  brokenNumbering,
  wrongLevelMark,
  inconsistentMark,
  levelJump,
  loneItem,
  announcedCount,
  missingSection,
  duplicateHeading,
  overlongHeading,
  unmetProblem,
  halfwidthPunctuation,
  seriesComma,
  headingEndPunctuation,
  unevenHeadingEnds,
  brokenBold,
];
