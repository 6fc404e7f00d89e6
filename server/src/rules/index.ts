import { announcedCount } from './announced-count.ts';
import { brokenBold } from './broken-bold.ts';
import { brokenNumbering } from './broken-numbering.ts';
import { brokenPin } from './broken-pin.ts';
import { causeRepeatsProblem } from './cause-repeats-problem.ts';
import { confusedDe } from './confused-de.ts';
import { copiedPassage } from './copied-passage.ts';
import { crossedMarks } from './crossed-marks.ts';
import { disorderedPhrase } from './disordered-phrase.ts';
import { doubledApproximation } from './doubled-approximation.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { emptySection } from './empty-section.ts';
import { excuseInCause } from './excuse-in-cause.ts';
import { genericProblem } from './generic-problem.ts';
import { halfwidthPunctuation } from './halfwidth-punctuation.ts';
import { headingEndPunctuation } from './heading-end-punctuation.ts';
import { hyphenatedRange } from './hyphenated-range.ts';
import { impossibleDate } from './impossible-date.ts';
import { inconsistentMark } from './inconsistent-mark.ts';
import { inconsistentWording } from './inconsistent-wording.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lastYearProblem } from './last-year-problem.ts';
import { leftoverPlaceholder } from './leftover-placeholder.ts';
import { levelJump } from './level-jump.ts';
import { listCommaBetweenQuotes } from './list-comma-between-quotes.ts';
import { loneItem } from './lone-item.ts';
import { longSentence } from './long-sentence.ts';
import { lopsidedParts } from './lopsided-parts.ts';
import { malformedDash } from './malformed-dash.ts';
import { malformedEllipsis } from './malformed-ellipsis.ts';
import { misbracketedYear } from './misbracketed-year.ts';
import { mismatchedQuotes } from './mismatched-quotes.ts';
import { misplacedMeasure } from './misplaced-measure.ts';
import { missingAspect } from './missing-aspect.ts';
import { missingSection } from './missing-section.ts';
import { misspeltWord } from './misspelt-word.ts';
import { miswordedPhrase } from './misworded-phrase.ts';
import { mixedDate } from './mixed-date.ts';
import { nearMissPhrase } from './near-miss-phrase.ts';
import { negativeMeasureHeading } from './negative-measure-heading.ts';
import { nestedBookTitles } from './nested-book-titles.ts';
import { orphanMeasure } from './orphan-measure.ts';
import { overlongHeading } from './overlong-heading.ts';
import { positiveProblemHeading } from './positive-problem-heading.ts';
import { praiseFirst } from './praise-first.ts';
import { problemWithoutCause } from './problem-without-cause.ts';
import { redundantEllipsis } from './redundant-ellipsis.ts';
import { repeatedOpening } from './repeated-opening.ts';
import { repeatedPassage } from './repeated-passage.ts';
import type { Rule } from './rule.ts';
import { sectionOrder } from './section-order.ts';
import { seriesComma } from './series-comma.ts';
import { spaceInChinese } from './space-in-chinese.ts';
import { staleLink } from './stale-link.ts';
import { straightQuotes } from './straight-quotes.ts';
import { templateResidue } from './template-residue.ts';
import { thinUnit } from './thin-unit.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { unendedParagraph } from './unended-paragraph.ts';
import { unevenHeadingEnds } from './uneven-heading-ends.ts';
import { unevenParallelHeadings } from './uneven-parallel-headings.ts';
import { unknownProfile } from './unknown-profile.ts';
import { unmetProblem } from './unmet-problem.ts';
import { unquotedTerm } from './unquoted-term.ts';
import { unusualLength } from './unusual-length.ts';
import { uselessDisable } from './useless-disable.ts';
import { vagueMeasure } from './vague-measure.ts';
import { wrongLevelMark } from './wrong-level-mark.ts';
import { wrongPerson } from './wrong-person.ts';
import { yearMismatch } from './year-mismatch.ts';

/** Every rule, in the order the docs list them. */
export const rules: readonly Rule[] = [
  brokenNumbering,
  wrongLevelMark,
  inconsistentMark,
  levelJump,
  loneItem,
  announcedCount,
  missingSection,
  sectionOrder,
  emptySection,
  missingAspect,
  unknownProfile,
  duplicateHeading,
  overlongHeading,
  unmetProblem,
  orphanMeasure,
  causeRepeatsProblem,
  problemWithoutCause,
  vagueMeasure,
  brokenPin,
  staleLink,
  halfwidthPunctuation,
  seriesComma,
  headingEndPunctuation,
  unevenHeadingEnds,
  brokenBold,
  repeatedPassage,
  copiedPassage,
  lastYearProblem,
  straightQuotes,
  mismatchedQuotes,
  unbalancedBrackets,
  crossedMarks,
  nestedBookTitles,
  misbracketedYear,
  doubledPunctuation,
  malformedEllipsis,
  redundantEllipsis,
  malformedDash,
  hyphenatedRange,
  listCommaBetweenQuotes,
  spaceInChinese,
  invisibleCharacter,
  unendedParagraph,
  doubledWord,
  confusedDe,
  doubledApproximation,
  impossibleDate,
  mixedDate,
  misspeltWord,
  miswordedPhrase,
  unquotedTerm,
  disorderedPhrase,
  nearMissPhrase,
  inconsistentWording,
  templateResidue,
  leftoverPlaceholder,
  yearMismatch,
  wrongPerson,
  praiseFirst,
  genericProblem,
  excuseInCause,
  positiveProblemHeading,
  negativeMeasureHeading,
  misplacedMeasure,
  unevenParallelHeadings,
  repeatedOpening,
  lopsidedParts,
  thinUnit,
  longSentence,
  unusualLength,
  uselessDisable,
];
