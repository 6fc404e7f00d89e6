import type { Context } from '../context.ts';
import { kept } from '../memory/latest.ts';
import { memoised } from '../memory/memoised.ts';
import { ofUnit } from '../memory/perUnit.ts';
import { outlineOf } from '../parse/retouch.ts';
import { bare, unitText } from '../reading/unitText.ts';
import type { Speech, Unit } from '../speech.ts';
import { type Claims, claimsOf, type Nested } from './claims.ts';
import { type Closeness, type Matter, matterReader, noMatter } from './matter.ts';
import { distinctPairs } from './pairs.ts';
import type { Column } from './shares.ts';
import { standsWith } from './standsWith.ts';
import { topicReader, topicsOf } from './topics.ts';

/** What speaks for a problem and an answer belonging together. docs/trace.md tells what each figure is worth. */
export interface Likeness extends Closeness {
  /** Weight of the shared words, 0 and up; a clause that several problems claim is shared out among them. */
  readonly claim: number;
  /** How many of the answer's clauses speak of this problem, shared out in the same way. */
  readonly clauses: number;
  /** `clauses` as a share of all clauses of the answer, 0–1. */
  readonly share: number;
  /** How many clauses the answer has in all. */
  readonly length: number;
  /** Shared words, weightiest first. */
  readonly words: readonly string[];
}

/** Every problem beside every answer. */
export interface Likenesses extends Pick<Claims, 'beyondHeading'> {
  /**
   * Rows are problems, columns are answers. List and rows are the same objects as last time where
   * nothing in them has changed.
   */
  readonly rows: ReadonlyArray<readonly Likeness[]>;
}

/**
 * Compares problems with `answers`, which are measures or causes. All are units of the speech that the outline is from.
 */
export function likenesses(
  speech: Speech,
  problems: readonly Unit[],
  answers: readonly Unit[],
  context: Context,
): Likenesses {
  const textsOf = (units: readonly Unit[]) => units.map((unit) => unitText(speech, unit));
  const texts = { answers: textsOf(answers), problems: textsOf(problems) };
  const nested = nestedAmong(problems)(answers);
  const { columns, beyondHeading } = claimsOf(texts, nested, context.commonPairs, topicReader(topicsOf(context)));
  const { matters: mattersOf, closeness } = matterReader(context);
  const { outline } = outlineOf(speech);
  const all = mattersOf(speech);
  const matterOf = (unit: Unit) => ofUnit(all, outline, unit) ?? noMatter;
  const matters = { rows: problems.map(matterOf), columns: answers.map(matterOf) };
  const latest = latestRows(problems)(answers);
  const now = matters.rows.map((matter, row) => {
    const known = latest.matters.rows[row] === matter ? latest.rows[row] : undefined;
    const closenessTo = closeness(matter);
    const own = columns.map((column, at): Likeness => {
      const other = matters.columns[at] ?? noMatter;
      if (known?.[at] && latest.columns[at] === column && latest.matters.columns[at] === other) return known[at];
      const { claim, clauses: count, words } = column.claims[row] ?? { claim: 0, clauses: 0, words: [] };
      const share = column.clauses > 0 ? count / column.clauses : 0;
      // No spread (`...`): it would cost more than everything else here.
      const { theme, themes, topic, headTopic } = closenessTo(other);
      return { claim, clauses: count, share, length: column.clauses, theme, words, themes, topic, headTopic };
    });
    return kept(known, own);
  });
  const rows = kept(latest.rows, now);
  Object.assign(latest, { columns, matters, rows });
  return { rows, beyondHeading };
}

/** The problems that have measures under their own aspect, but those of tables. */
const nestedAmong = memoised((problems: readonly Unit[]) =>
  memoised((answers: readonly Unit[]): readonly Nested[] =>
    problems.flatMap((problem, row) => {
      if (problem.row || answers[0]?.kind !== 'measure') return [];
      const columns = answers.flatMap((answer, column) => (standsWith(problem, answer) ? column : []));
      return columns.length > 0 ? { row, columns, heading: distinctPairs(bare(problem.title)) } : [];
    }),
  ),
);

/**
 * The last result for the same units. After a keystroke most of it still holds: whatever has the
 * same column and matters.
 */
const latestRows = memoised((_: readonly Unit[]) => memoised((_: readonly Unit[]): Latest => nothingYet()));

interface Latest {
  readonly columns: readonly Column[];
  readonly matters: { readonly rows: readonly Matter[]; readonly columns: readonly Matter[] };
  readonly rows: ReadonlyArray<readonly Likeness[]>;
}

function nothingYet(): Latest {
  return { columns: [], matters: { rows: [], columns: [] }, rows: [] };
}
