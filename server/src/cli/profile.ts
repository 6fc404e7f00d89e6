import { readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { configKeys } from '../config.ts';
import { isRecord } from '../isRecord.ts';
import { contextAt, type Extra } from './folderContext.ts';
import { Misuse } from './options.ts';

/**
 * `--profile`: a JSON file as in `.fayan` (a `config.json`, or one of `profiles/`), or the name of a kind of speech.
 */
export function extraOf(profile: string | undefined): Extra {
  if (profile === undefined) return { files: [], profile: undefined };
  if (!profile.endsWith('.json')) return { files: [], profile: knownProfile(profile) };
  try {
    const text = readFileSync(profile, 'utf8').replace(/^\uFEFF/, '');
    const value: unknown = JSON.parse(text);
    const isConfig = isRecord(value) && configKeys.some((key) => Object.hasOwn(value, key));
    const path = isConfig ? 'config.json' : 'profiles/--profile.json';
    return {
      files: [{ path, text, overrides: true, source: profile }],
      profile: undefined,
    };
  } catch {
    throw new Misuse(t('读不了 {0}，或者它不是 JSON', profile));
  }
}

function knownProfile(name: string): string {
  const { profiles } = contextAt('.').context;
  const found = profiles.find((profile) => profile.name === name || profile.aliases.includes(name));
  if (found) return found.name;
  throw new Misuse(t('没有“{0}”这种类型；有 {1}', name, profiles.map((profile) => profile.name).join('、')));
}
