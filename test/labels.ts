// The labelled speeches with their labels, for tests and for fitting the trace. README.md says what each label means.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fixture, pathOf } from './speeches.ts';

/** Clear unless two readers could differ. */
export type Certainty = 'clear' | 'arguable';

/** Where something stands: line and column from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly col: number;
}

/** A 问题, 原因 or 整改 (`aspect`), or a point enumerated below one; its place is where its title starts, after the mark. */
export interface Item extends Place {
  readonly id: string;
  readonly level: 'aspect' | 'point';
  readonly title: string;
}

/** As much of a labels file as is read here. */
export interface Labels {
  readonly kind: '个人' | '班子';
  readonly meeting: string;
  readonly clean: boolean;
  readonly problems: readonly Item[];
  readonly causes: readonly Item[];
  readonly measures: readonly Item[];
  readonly links: ReadonlyArray<{
    readonly problem: string;
    readonly measures: readonly string[];
    readonly certainty: Certainty;
  }>;
  readonly unmet: ReadonlyArray<{ readonly problem: string; readonly certainty: Certainty }>;
  readonly punctuation: ReadonlyArray<Place & { readonly certainty?: Certainty }>;
}

export interface LabelledText extends Fixture {
  readonly labels: Labels;
}

/** The speeches of a folder that have labels, in the order of their names. */
export function labelledTexts(folder = 'test/speeches'): LabelledText[] {
  const read = (file: string) => readFileSync(join(pathOf(folder), file), 'utf8');
  const names = readdirSync(pathOf(folder)).flatMap((file) => /^(.+)\.labels\.json$/.exec(file)?.[1] ?? []);
  return names.sort().map((name) => ({
    name,
    text: read(`${name}.md`),
    labels: JSON.parse(read(`${name}.labels.json`)) as Labels,
  }));
}

/** The item of this id. Fails when there is none: a link that leads nowhere would count for nothing. */
export function itemOf(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`no label ${id}`);
  return item;
}
