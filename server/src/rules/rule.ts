import type { Edit } from '../model/change/edits.ts';
import type { Context } from '../model/context.ts';
import type { Block, Speech, Unit } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import type { Elsewhere } from '../similar/similar.ts';
import type { Severity } from './severity.ts';

/** What a rule is about; the report groups findings by it. */
export type Category = 'numbering' | 'structure' | 'trace' | 'punctuation' | 'wording' | 'likeness' | 'delivery';

/** One check, with everything that users are told about it. */
export type Rule = About & (SpeechCheck | OutlineCheck | UnitCheck | BlockCheck | FindingsCheck);

/** What the settings, the docs and the report tell of a rule, and the examples that prove it. */
export interface About {
  /** Kebab-case, names the flaw: “allow `broken-numbering`” must read well. */
  readonly id: string;
  readonly category: Category;
  /** The default; settings and `.fayan/config.json` may change it. */
  readonly severity: Severity | 'off';
  /** One line for the settings page and the rule list. */
  readonly title: string;
  /** Why a speaker should care. */
  readonly why: string;
  /** The standard and clause, or the evidence, that the rule rests on. */
  readonly source: string;
  /** Shown in the docs and run as tests; `⟦…⟧` marks where the rule must report. */
  readonly examples: readonly Example[];
}

/** For what only the whole shows: order, numbering, what answers what. */
export interface SpeechCheck {
  check(speech: Speech, context: Context): Iterable<Finding>;
}

/**
 * For what title, preamble, headings, numbering and the profile show, whatever the paragraphs below say; remembered as
 * long as somebody types into one of these.
 */
export interface OutlineCheck {
  checkOutline(speech: Speech, context: Context): Iterable<Finding>;
}

/**
 * For what a unit and its points show by themselves, with no more of the text around them than a sentence; remembered
 * until something is typed there.
 */
export interface UnitCheck {
  checkUnit(unit: Unit, speech: Speech, context: Context): Iterable<Finding>;
}

/** For what a block shows by itself, in the block's own offsets; remembered as long as the block lives. */
export interface BlockCheck {
  /** A block without any of these characters cannot have the fault, and is not checked. */
  readonly needs?: string;
  checkBlock(block: Block, context: Context): Iterable<Finding>;
  /** Whether a finding, in offsets of the speech, holds in this speech; asked afresh each time. */
  holds?(finding: Finding, speech: Speech): boolean;
}

/** For what only the findings of all the other rules show. */
export interface FindingsCheck {
  checkFindings(speech: Speech, all: AllFindings): Iterable<Finding>;
}

/** What the rules find in a speech, those that are off included. */
export interface AllFindings {
  readonly rules: readonly Rule[];
  /** Worked out on each call; without those of rules that read findings themselves. */
  found(): Iterable<readonly [Rule, Finding]>;
}

/** Two texts, without and with the fault; `bad` carries the marks. */
export interface Example {
  readonly bad: string;
  readonly good: string;
}

/** What a rule has found, in offsets. */
export interface Finding {
  readonly span: Span;
  /** What is wrong and what is expected, one clause without a final 。. */
  readonly message: string;
  /** Lowers (never raises) the severity of the rule, for a finding that is less sure than others. */
  readonly severity?: Severity | undefined;
  /** The other places that belong to it. */
  readonly related?: readonly Related[] | undefined;
  /**
   * Marks of numbering that are wrong only because of this finding: those at the same places are hints, unless they are
   * graver.
   */
  readonly explains?: readonly Span[] | undefined;
  /** Best first. A fix removes the finding and adds none. */
  readonly fixes?: readonly Fix[] | undefined;
}

/** Another place that a finding speaks of, with what is said there. */
export interface Related {
  /** In this speech; the finding's own span where the place is `elsewhere`. */
  readonly span: Span;
  readonly message: string;
  /** In another file, whose text is not at hand. */
  readonly elsewhere?: Elsewhere;
  /** The passage of this speech that the place has the same words as. */
  readonly alike?: Span;
}

/**
 * A correction that is offered by its title. The edits are in offsets of the text that was checked,
 * and none overlaps another.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Right every time: “fix all” may apply it unseen. */
  readonly safe?: boolean;
  /** One of several readings, which only the writer can tell apart: offered, never preferred. */
  readonly guess?: boolean;
}
