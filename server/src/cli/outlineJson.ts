import type { Context } from '../model/context.ts';
import { titleOf } from '../model/reading/title.ts';
import { allSections, type Section, type Speech, type Unit } from '../model/speech.ts';
import { type Standing, standingOf } from '../model/trace/counterparts.ts';
import { causesOf, measuresFor, trace } from '../model/trace/trace.ts';

interface Item {
  readonly id: string;
  readonly level: 'aspect' | 'point';
  readonly parent: string | null;
  readonly marker: string;
  readonly title: string;
  readonly line: number;
  readonly col: number;
}

/** The outline as the command line prints it; lines and columns are 1-based, columns in UTF-16 units. */
export interface OutlineJson {
  readonly title: string;
  readonly sections: ReadonlyArray<{ role: string; title: string; line: number; col: number }>;
  readonly problems: readonly Item[];
  readonly causes: readonly Item[];
  readonly measures: readonly Item[];
  /** `standing`: how it stands with the problem. */
  readonly links: ReadonlyArray<{ problem: string; measures: string[]; causes: string[]; standing: Standing }>;
}

/** The outline of a speech; without units its lists are empty. */
export function outlineJson(speech: Speech, context: Context): OutlineJson {
  const found = trace(speech, context);
  return {
    title: titleOf(speech, ' '),
    sections: allSections(speech).flatMap((section) => (section.role ? [sectionJson(section)] : [])),
    problems: speech.problems.flatMap((unit) => items(unit, null)),
    causes: speech.causes.flatMap((unit) => items(unit, null)),
    measures: speech.measures.flatMap((unit) => items(unit, null)),
    links: speech.problems.map((problem) => ({
      problem: problem.id,
      measures: measuresFor(problem, found).map(({ to }) => to.id),
      causes: causesOf(problem, found).map(({ to }) => to.id),
      standing: standingOf(problem, speech, found),
    })),
  };

  function sectionJson({ role, heading }: Section) {
    const title = `${heading.numbering?.text ?? ''}${heading.title}`;
    return { role: role ?? 'other', title, ...place(heading.span.start) };
  }

  function items(unit: Unit, parent: string | null): Item[] {
    const { id, numbering, title, titleSpan, points } = unit;
    const level = parent === null ? 'aspect' : 'point';
    const own: Item = { id, level, parent, marker: numbering?.text ?? '', title, ...place(titleSpan.start) };
    return [own, ...points.flatMap((point) => items(point, id))];
  }

  function place(offset: number) {
    const { line, character } = speech.source.positionAt(offset);
    return { line: line + 1, col: character + 1 };
  }
}
