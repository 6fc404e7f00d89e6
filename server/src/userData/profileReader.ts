import { t } from '@vscode/l10n';
import type { Role } from '../model/outline/role.ts';
import type { Aspect, AspectSet, Bounds, Part, Profile, Share } from '../model/profile/profileData.ts';
import {
  allOf,
  type DataReader,
  elements,
  fault,
  integerIn,
  isObject,
  member,
  numberIn,
  oneOf,
  onlyKeys,
  required,
  requiredText,
  textIn,
  textsIn,
} from './dataReader.ts';
import { anyName, type IsFirst } from './takenNames.ts';

/** Reads what `schemas/profile.schema.json` describes: the built-in data and every file of `.fayan/profiles`. */
export function readProfileFile(
  reader: DataReader,
  isFirst: IsFirst = anyName,
): { profiles: Profile[]; aspectSets: AspectSet[] } {
  if (!isObject(reader)) return { profiles: [], aspectSets: [] };
  onlyKeys(reader, ['$schema', 'profiles', 'aspects']);
  return {
    profiles: elements(member(reader, 'profiles')).flatMap((item) => readProfile(item, isFirst) ?? []),
    aspectSets: elements(member(reader, 'aspects')).flatMap((item) => readAspectSet(item, isFirst) ?? []),
  };
}

// The numbers below are the bounds in schemas/profile.schema.json.
const meetings = ['民主生活会', '组织生活会'] as const;
const speakers = ['person', 'team'] as const;
const evidences = ['D', 'I', 'K'] as const;
const needs = ['required', 'usual', 'optional'] as const;
const roles: readonly Role[] = ['previous', 'problems', 'matters', 'case', 'causes', 'measures', 'closing', 'other'];

function readProfile(reader: DataReader, isFirst: IsFirst): Profile | undefined {
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
  if (name === undefined || !isFirst(member(reader, 'name'), name, 'profile')) return undefined;
  return {
    name,
    aliases: textsIn(member(reader, 'aliases')),
    description: textIn(member(reader, 'description')) ?? '',
    meeting: oneOf(member(reader, 'meeting'), meetings) ?? '民主生活会',
    speaker: oneOf(member(reader, 'speaker'), speakers),
    titles: elements(member(reader, 'titles'))
      .map((words) => allOf(words, textIn))
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
  onlyKeys(reader, ['roles', 'min', 'max']);
  const own = required(reader, 'roles');
  if (Array.isArray(own.value) && own.value.length === 0) fault(own, t('至少要有 {0} 项', 1));
  const list = allOf(own, (item) => oneOf(item, [...roles, 'preamble' as const]));
  const bounds = boundsIn(reader, 1);
  return list.length === 0 ? undefined : { roles: list, ...bounds };
}

function readBounds(reader: DataReader, most: number): Bounds {
  if (reader.value === undefined || !isObject(reader)) return { min: undefined, max: undefined };
  onlyKeys(reader, ['min', 'max']);
  return boundsIn(reader, most);
}

function boundsIn(reader: DataReader, most: number): Bounds {
  const [min, max] = [numberIn(member(reader, 'min'), 0, most), numberIn(member(reader, 'max'), 0, most)];
  if (min === undefined || max === undefined || min <= max) return { min, max };
  fault(member(reader, 'max'), t('此处应为 {0} 到 {1} 的数', min, most), { inSchema: false });
  return { min, max: undefined };
}

function readAspectSet(reader: DataReader, isFirst: IsFirst): AspectSet | undefined {
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
  const evidence = oneOf(member(reader, 'evidence'), evidences) ?? 'I';
  const own = required(reader, 'items');
  const items = elements(own).flatMap((item) => readAspect(item, evidence) ?? []);
  if (theme === undefined || !Array.isArray(own.value)) return undefined;
  const meeting = oneOf(member(reader, 'meeting'), meetings) ?? '民主生活会';
  const year = integerIn(member(reader, 'year'), 1990, 2100);
  if (!isFirst(member(reader, 'theme'), theme, `${meeting} ${year}`)) return undefined;
  // Nothing shows them yet, but they are checked like the rest.
  textsIn(member(reader, 'sources'));
  return {
    meeting,
    year,
    yearTo: integerIn(member(reader, 'yearTo'), 1990, 2100),
    theme,
    words: textsIn(member(reader, 'words')),
    count: integerIn(member(reader, 'count'), 1, 30),
    lead: textIn(member(reader, 'lead')) ?? '',
    items,
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
