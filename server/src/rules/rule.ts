import type { Context } from '../model/context.ts';
import type { Edit } from '../model/edits.ts';
import type { Span } from '../model/span.ts';
import type { Block, Speech } from '../model/speech.ts';
import type { Elsewhere } from '../similar/similar.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule is about; command line and report group by it. */
export type Category = 'numbering' | 'structure' | 'trace' | 'punctuation' | 'wording' | 'delivery';

/** One check, with everything the user is ever told about it. */
export type Rule = About & (SpeechCheck | OutlineCheck | BlockCheck);

export interface About {
  /** Kebab-case, names the flaw: “allow `broken-numbering`” must read well. */
  readonly id: string;
  readonly category: Category;
  /** Unless the settings say otherwise. */
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

/** For what headings and numbering show, whatever stands below them; remembered as long as they stay as they are. */
export interface OutlineCheck {
  checkOutline(outline: Outline): Iterable<Finding>;
}

/** No text, so that nothing can be read but the headings. All that a rule finds must lie in a heading or just behind it. */
export type Outline = Pick<Speech, 'sections'>;

/** For what a block shows by itself, in the block's own offsets; remembered as long as the block lives. */
export interface BlockCheck {
  checkBlock(block: Block, context: Context): Iterable<Finding>;
  /** Whether the speech leaves a finding standing, given in offsets of the speech; asked afresh for every speech. */
  holds?(finding: Finding, speech: Speech): boolean;
}

export interface Example {
  readonly bad: string;
  readonly good: string;
}

/** What a rule has found, in offsets. */
export interface Finding {
  readonly span: Span;
  /** What is wrong and what is expected, one clause without a final 。. */
  readonly message: string;
  /** Lowers (never raises) what the rule says by default, where this finding is less sure than others. */
  readonly severity?: Severity;
  /** The other places that belong to it. */
  readonly related?: readonly Related[];
  /** Best first. A fix removes the finding and adds none. */
  readonly fixes?: readonly Fix[];
}

export interface Related {
  /** In this speech; the finding's own span where the place is `elsewhere`. */
  readonly span: Span;
  readonly message: string;
  /** In another file, whose text is not at hand. */
  readonly elsewhere?: Elsewhere;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Right every time: “fix all” may apply it unseen. */
  readonly safe?: boolean;
}
