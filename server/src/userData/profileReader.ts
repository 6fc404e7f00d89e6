import type { Role } from '../model/outline/role.ts';
import type { Aspect, AspectSet, Bounds, Part, Profile, Share } from '../model/profile/profileData.ts';
import {
  type DataReader,
  elements,
  isObject,
  member,
  numberIn,
  oneOf,
  onlyKeys,
  requiredText,
  textIn,
  textsIn,
} from './dataReader.ts';

/** Reads what `schemas/profile.schema.json` describes: the built-in data and every file of `.fayan/profiles`. */
export function readProfileFile(reader: DataReader): { profiles: Profile[]; aspectSets: AspectSet[] } {
  if (!isObject(reader)) return { profiles: [], aspectSets: [] };
  onlyKeys(reader, ['$schema', 'profiles', 'aspects']);
  return {
    profiles: elements(member(reader, 'profiles')).flatMap((item) => readProfile(item) ?? []),
    aspectSets: elements(member(reader, 'aspects')).flatMap((item) => readAspectSet(item) ?? []),
  };
}

// The numbers below are the bounds in schemas/profile.schema.json.
const meetings = ['民主生活会', '组织生活会'] as const;
const speakers = ['person', 'team'] as const;
const evidences = ['D', 'I', 'K'] as const;
const needs = ['required', 'usual', 'optional'] as const;
const roles: readonly Role[] = ['previous', 'problems', 'matters', 'case', 'causes', 'measures', 'closing', 'other'];

function readProfile(reader: DataReader): Profile | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, [
    'name',
    'aliases',
    'description',
    'meeting',
    'speaker',
    'titles',
    'parts',
    'length',
    'shares',
    'rate',
    'evidence',
  ]);
  const name = requiredText(reader, 'name');
  if (name === undefined) return undefined;
  return {
    name,
    aliases: textsIn(member(reader, 'aliases')),
    description: textIn(member(reader, 'description')) ?? '',
    meeting: oneOf(member(reader, 'meeting'), meetings) ?? '民主生活会',
    speaker: oneOf(member(reader, 'speaker'), speakers),
    titles: elements(member(reader, 'titles'))
      .map(textsIn)
      .filter((list) => list.length > 0),
    parts: elements(member(reader, 'parts')).flatMap((item) => readPart(item) ?? []),
    length: readBounds(member(reader, 'length'), 100000),
    shares: elements(member(reader, 'shares')).flatMap((item) => readShare(item) ?? []),
    rate: numberIn(member(reader, 'rate'), 60, 600) ?? 200,
    evidence: oneOf(member(reader, 'evidence'), evidences) ?? 'I',
  };
}

function readPart(reader: DataReader): Part | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, ['role', 'title', 'need', 'evidence']);
  const title = requiredText(reader, 'title');
  if (title === undefined) return undefined;
  return {
    role: oneOf(member(reader, 'role'), roles) ?? 'other',
    title,
    need: oneOf(member(reader, 'need'), needs) ?? 'required',
    evidence: oneOf(member(reader, 'evidence'), evidences) ?? 'I',
  };
}

function readShare(reader: DataReader): Share | undefined {
  if (!isObject(reader)) return undefined;
  const list = elements(member(reader, 'roles')).flatMap((item) => oneOf(item, [...roles, 'preamble' as const]) ?? []);
  return list.length === 0 ? undefined : { roles: list, ...readBounds(reader, 1) };
}

function readBounds(reader: DataReader, most: number): Bounds {
  if (reader.value === undefined || !isObject(reader)) return { min: undefined, max: undefined };
  return { min: numberIn(member(reader, 'min'), 0, most), max: numberIn(member(reader, 'max'), 0, most) };
}

function readAspectSet(reader: DataReader): AspectSet | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, [
    'meeting',
    'year',
    'yearTo',
    'theme',
    'words',
    'count',
    'lead',
    'items',
    'parts',
    'evidence',
    'sources',
    'note',
  ]);
  const theme = requiredText(reader, 'theme');
  if (theme === undefined) return undefined;
  const evidence = oneOf(member(reader, 'evidence'), evidences) ?? 'I';
  return {
    meeting: oneOf(member(reader, 'meeting'), meetings) ?? '民主生活会',
    year: numberIn(member(reader, 'year'), 1990, 2100),
    yearTo: numberIn(member(reader, 'yearTo'), 1990, 2100),
    theme,
    words: textsIn(member(reader, 'words')),
    count: numberIn(member(reader, 'count'), 1, 30),
    lead: textIn(member(reader, 'lead')) ?? '',
    items: elements(member(reader, 'items')).flatMap((item) => readAspect(item, evidence) ?? []),
    parts: elements(member(reader, 'parts')).flatMap((item) => readPart(item) ?? []),
    evidence,
    note: textIn(member(reader, 'note')) ?? '',
  };
}

/** An aspect is an object, or for short its title alone. */
function readAspect(reader: DataReader, evidence: Aspect['evidence']): Aspect | undefined {
  if (typeof reader.value === 'string') {
    const title = textIn(reader);
    return title === undefined ? undefined : { title, keywords: [], evidence, note: '' };
  }
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, ['title', 'keywords', 'evidence', 'note']);
  const title = requiredText(reader, 'title');
  if (title === undefined) return undefined;
  return {
    title,
    keywords: textsIn(member(reader, 'keywords')),
    evidence: oneOf(member(reader, 'evidence'), evidences) ?? evidence,
    note: textIn(member(reader, 'note')) ?? '',
  };
}
