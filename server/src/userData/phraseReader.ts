import { t } from '@vscode/l10n';
import type { Misprint, Order, Phrase } from '../model/wording/phrase.ts';
import {
  booleanIn,
  type DataReader,
  elements,
  fault,
  integerIn,
  isObject,
  member,
  oneOf,
  onlyKeys,
  requiredText,
  textIn,
  textsIn,
} from './dataReader.ts';

const levels = ['error', 'warning', 'hint'] as const;
const evidences = ['D', 'I', 'K', 'M'] as const;

/** Reads what `schemas/phrases.schema.json` describes: `.fayan/phrases.json`. */
export function readPhraseFile(reader: DataReader): Phrase[] {
  return elements(reader).flatMap((item) => readPhrase(item) ?? []);
}

function readPhrase(reader: DataReader): Phrase | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, [
    'phrase',
    'about',
    'since',
    'until',
    'right',
    'wrong',
    'unquoted',
    'order',
    'near',
    'evidence',
    'off',
  ]);
  const phrase = requiredText(reader, 'phrase');
  if (phrase === undefined) return undefined;
  const about = textIn(member(reader, 'about'));
  const unquoted = member(reader, 'unquoted');
  const order = readOrder(member(reader, 'order'));
  const evidence = oneOf(member(reader, 'evidence'), evidences);
  return {
    phrase,
    ...(about !== undefined && { about }),
    ...yearsIn(reader),
    right: textsIn(member(reader, 'right')),
    wrong: elements(member(reader, 'wrong')).flatMap((item) => readMisprint(item) ?? []),
    ...(unquoted.value !== undefined && { unquoted: textsIn(unquoted) }),
    ...(order && { order }),
    // Off unless asked for: a short expression has too many other words as neighbours.
    near: booleanIn(member(reader, 'near')) ?? false,
    ...(evidence && { evidence }),
    ...(booleanIn(member(reader, 'off')) && { off: true }),
  };
}

function readMisprint(reader: DataReader): Misprint | undefined {
  if (!isObject(reader)) return undefined;
  onlyKeys(reader, ['text', 'to', 'level', 'since', 'until']);
  const text = requiredText(reader, 'text');
  if (text === undefined) return undefined;
  const to = textIn(member(reader, 'to'));
  if (to === text) fault(member(reader, 'to'), t('不能与“text”相同'), { inSchema: false });
  const level = oneOf(member(reader, 'level'), levels) ?? 'warning';
  return { text, ...(to !== undefined && to !== text && { to }), level, ...yearsIn(reader) };
}

function readOrder(reader: DataReader): Order | undefined {
  if (reader.value === undefined || !isObject(reader)) return undefined;
  onlyKeys(reader, ['members', 'least', 'verbs', 'level']);
  const members = textsIn(member(reader, 'members'));
  if (members.length < 2) {
    fault(member(reader, 'members'), t('至少要有 {0} 项', 2));
    return undefined;
  }
  const least = leastIn(member(reader, 'least'), members.length);
  const level = oneOf(member(reader, 'level'), levels);
  const verbs = member(reader, 'verbs');
  return {
    members,
    ...(least !== undefined && { least }),
    ...(verbs.value !== undefined && { verbs: elements(verbs).map(textsIn) }),
    ...(level && { level }),
  };
}

/** No more than there are members, which a schema cannot express. */
function leastIn(reader: DataReader, most: number): number | undefined {
  if (!Number.isInteger(reader.value) || Number(reader.value) <= most) return integerIn(reader, 2, most);
  fault(reader, t('此处应为 {0} 到 {1} 的数', 2, most), { inSchema: false });
  return undefined;
}

/** From the founding of the party. */
function yearsIn(reader: DataReader): { since?: number; until?: number } {
  const since = integerIn(member(reader, 'since'), 1921, 2100);
  const until = integerIn(member(reader, 'until'), 1921, 2100);
  if (since !== undefined && until !== undefined && since > until) {
    fault(member(reader, 'until'), t('此处应为 {0} 到 {1} 的数', since, 2100), { inSchema: false });
    return { since };
  }
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}
