import type { Note } from '../../page/paragraph.ts';

/** What the words of a Word file refer to, collected while they are written. */
export interface References {
  /** The notes of the speech by label. */
  readonly notes: ReadonlyMap<string, Note>;
  /** Labels of the notes that something has referred to so far. */
  readonly cited: Set<string>;
  /** Targets of links, in order of their relationship ids `link1`, `link2`, … */
  readonly links: string[];
}

/** For the words of `notes`: nothing is referred to yet. */
export function referencesTo(notes: readonly Note[]): References {
  return { notes: new Map(notes.map((note) => [note.label, note])), cited: new Set(), links: [] };
}
