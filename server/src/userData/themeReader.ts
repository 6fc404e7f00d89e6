import type { Theme } from '../model/trace/topics.ts';
import { type DataReader, elements, isObject, member, onlyKeys, requiredText, textIn, textsIn } from './dataReader.ts';

/** Reads `.fayan/themes.json`, as `schemas/themes.schema.json` describes it. */
export function readThemeFile(reader: DataReader): Theme[] {
  if (!isObject(reader)) return [];
  onlyKeys(reader, ['$schema', 'themes']);
  return elements(member(reader, 'themes')).flatMap((item) => readTheme(item) ?? []);
}

function readTheme(reader: DataReader): Theme | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, ['id', 'name', 'problem', 'measure', 'cause', 'kin']);
  const id = requiredText(reader, 'id');
  if (id === undefined) return undefined;
  return {
    id,
    name: textIn(member(reader, 'name')) ?? '',
    problem: textsIn(member(reader, 'problem')),
    measure: textsIn(member(reader, 'measure')),
    cause: textsIn(member(reader, 'cause')),
    kin: textsIn(member(reader, 'kin')),
  };
}

/** The built-in themes, with the words that the workspace adds to them, followed by its own themes. */
export function withThemes(base: readonly Theme[], own: readonly Theme[]): readonly Theme[] {
  if (own.length === 0) return base;
  const merged = new Map(base.map((theme) => [theme.id, theme]));
  for (const theme of own) {
    const known = merged.get(theme.id);
    merged.set(theme.id, known ? joined(known, theme) : { ...theme, name: theme.name || theme.id });
  }
  return [...merged.values()];
}

function joined(a: Theme, b: Theme): Theme {
  const both = (key: 'problem' | 'measure' | 'cause' | 'kin') => [...new Set([...a[key], ...b[key]])];
  return {
    id: a.id,
    name: b.name || a.name,
    problem: both('problem'),
    measure: both('measure'),
    cause: both('cause'),
    kin: both('kin'),
  };
}
