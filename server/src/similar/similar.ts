import type { Span } from '../model/span.ts';
import type { Speech } from '../model/speech.ts';

/**
 * 雷同 — what the other speeches say in the same words. The answers change as the index grows: nobody may remember them by
 * the identity of this object.
 */
export interface Similar {
  /** The passages of a speech that stand in others too, in reading order; empty while there is no index. */
  passagesLike(speech: Speech): readonly SharedPassage[];
}

export interface SharedPassage {
  readonly here: Span;
  readonly there: Elsewhere;
  /** From the material of last year, and inside a 问题 of the same speaker's, as far as names tell: somebody else's is copied. */
  readonly lastYear: boolean;
  readonly inProblem: boolean;
  /** How many characters of `here` count in a comparison, and how many of these are the same over there. */
  readonly counted: number;
  readonly matched: number;
}

/** A place in another file: position by line and character, as LSP counts, for the text is not at hand. */
export interface Elsewhere {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}
