import { emptyConfig, readConfig } from '../config.ts';
import type { Context } from '../model/context.ts';
import type { AspectSet, Profile } from '../model/profile/profileData.ts';
import { withPhrases } from '../model/wording/phrases.ts';
import type { PageStyle } from '../page/style.ts';
import { rules } from '../rules/index.ts';
import { type DataFile, type FileFault, readDataFile, unreadFile } from './dataFile.ts';
import type { DataReader } from './dataReader.ts';
import { defaultContext } from './defaultContext.ts';
import { readPhraseFile } from './phraseReader.ts';
import { readProfileFile } from './profileReader.ts';
import { readStyleFile } from './styleReader.ts';
import { takenNames } from './takenNames.ts';
import { readThemeFile, withThemes } from './themeReader.ts';

/** What a `.fayan` folder may hold. */
const known = ['config.json', 'phrases.json', 'themes.json', 'profiles/*.json', 'styles/*.json'];

/**
 * The built-in data with what the files of one `.fayan` folder add; what cannot be understood is left out and becomes a
 * fault, and so does the later of two entries of the same name.
 */
export function workspaceContext(files: readonly DataFile[]): { context: Context; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const read = <Value>(file: DataFile, reader: (reader: DataReader) => Value): Value | undefined => {
    const { value, faults: found } = readDataFile(file, reader);
    faults.push(...found);
    return value;
  };
  let { phrases, themes } = defaultContext;
  const ownProfiles: Profile[] = [];
  const ownSets: AspectSet[] = [];
  const styles: PageStyle[] = [];
  const isFirstIn = takenNames();
  for (const file of [...files].sort(inOrder)) {
    if (/^profiles\/[^/]+\.json$/.test(file.path)) {
      const own = read(file, (reader) => readProfileFile(reader, isFirstIn(file)));
      ownProfiles.push(...(own?.profiles ?? []));
      ownSets.push(...(own?.aspectSets ?? []));
    } else if (/^styles\/[^/]+\.json$/.test(file.path)) {
      styles.push(...(read(file, (reader) => readStyleFile(reader, isFirstIn(file))) ?? []));
    } else if (file.path === 'themes.json') {
      themes = withThemes(themes, read(file, readThemeFile) ?? []);
    } else if (file.path === 'phrases.json') {
      phrases = withPhrases(phrases, read(file, readPhraseFile) ?? []);
    } else if (file.path !== 'config.json' && isMisnamed(file.path)) {
      faults.push(unreadFile(file, known));
    }
  }
  const profiles = over(ownProfiles, defaultContext.profiles, ({ name }) => name);
  const aspectSets = over(
    ownSets,
    defaultContext.aspectSets,
    ({ meeting, year, theme }) => `${meeting} ${year} ${theme}`,
  );
  // Last, because it names what the others define.
  const configFile = files.find(({ path }) => path === 'config.json');
  const config = (configFile && read(configFile, (reader) => readConfig(reader, { isRule, profiles }))) ?? emptyConfig;
  const { defaultProfile } = config;
  const context = { ...defaultContext, config, styles, phrases, themes, defaultProfile, profiles, aspectSets };
  return { context, faults };
}

function inOrder(a: DataFile, b: DataFile): number {
  return Number(b.overrides ?? false) - Number(a.overrides ?? false) || (a.path < b.path ? -1 : 1);
}

/** Whether a file that nothing reads was meant to be read; one in a folder like `备份` may be kept there on purpose. */
function isMisnamed(path: string): boolean {
  return /^(?:[^./][^/]*$|(?:conf|phr|prof|styl|them)[^/]*\/[^.])/i.test(path);
}

/** The workspace's own items first, and without the built-in ones that they redefine. */
function over<Item>(own: readonly Item[], builtIn: readonly Item[], key: (item: Item) => string): Item[] {
  const taken = new Set(own.map(key));
  return [...own, ...builtIn.filter((item) => !taken.has(key(item)))];
}

function isRule(id: string): boolean {
  return rules.some((rule) => rule.id === id);
}
