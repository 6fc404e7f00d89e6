import { brokenNumbering } from './broken-numbering.ts';
import { halfwidthPunctuation } from './halfwidth-punctuation.ts';
import { missingSection } from './missing-section.ts';
import type { Rule } from './rule.ts';
import { unmetProblem } from './unmet-problem.ts';

/** Every rule, in the order the docs list them. */
export const rules: readonly Rule[] = [brokenNumbering, missingSection, unmetProblem, halfwidthPunctuation];
