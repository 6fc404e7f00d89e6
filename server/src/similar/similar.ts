import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';

/**
 * 雷同 — what other speeches say in the same words. The answers change as the index grows, so they must not be cached by
 * the identity of this object.
 */
export interface Similar {
  /** The passages of a speech that occur in others too, in reading order; empty while there is no index. */
  passagesLike(speech: Speech): readonly SharedPassage[];
  /** Of last year's files or of the others, the one that has most in common with a speech; none where none has. */
  mostLike(speech: Speech, lastYear: boolean): Likest | undefined;
}

/** What one file has in common with the speech at hand. */
export interface Likest {
  /** In reading order; at least one. */
  readonly passages: readonly SharedPassage[];
  /** How many characters of the speech are the same over there, and which part of it that is, 0–1. */
  readonly matched: number;
  readonly share: number;
}

/** A passage of the speech at hand that another file has too. */
export interface SharedPassage {
  readonly here: Span;
  readonly there: Elsewhere;
  /** The other file is from last year. */
  readonly lastYear: boolean;
  /** Over there it is part of a 问题, in a file that may be by the same speaker: from somebody else's it is copied. */
  readonly inProblem: boolean;
  /** How many characters of `here` count in a comparison, and how many of these are the same over there. */
  readonly counted: number;
  readonly matched: number;
}

/** A place in another file, in positions instead of offsets, because the text is not at hand. */
export interface Elsewhere {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

/** Zero-based line, and character in UTF-16 units, as LSP counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
