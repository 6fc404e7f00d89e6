import { type Config, type DataFile, emptyConfig, type FileFault, readConfig, readFile } from './config.ts';
import { type Context, defaultContext } from './model/context.ts';
import { withPhrases } from './model/phrases.ts';
import type { AspectSet, Profile } from './model/profile.ts';
import { type PageStyle, readStyleFile } from './page/style.ts';
import { readPhraseFile } from './phraseReader.ts';
import { readProfileFile } from './profileReader.ts';
import { rules } from './rules/index.ts';
import { readThemeFile, withThemes } from './themeReader.ts';

/** The built-in data with what the files of one `.fayan` folder add; what cannot be understood is left out and told. */
export function contextOf(files: readonly DataFile[]): { context: Context; faults: FileFault[] } {
  const faults: FileFault[] = [];
  let config: Config = emptyConfig;
  let { phrases, themes } = defaultContext;
  const profiles: Profile[] = [];
  const aspectSets: AspectSet[] = [];
  const styles: PageStyle[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.path === 'config.json') {
      const read = readFile(file, (reader) => readConfig(reader, knowsRule));
      faults.push(...read.faults);
      config = read.value ?? config;
    } else if (/^profiles\/[^/]+\.json$/.test(file.path)) {
      const read = readFile(file, readProfileFile);
      faults.push(...read.faults);
      profiles.push(...(read.value?.profiles ?? []));
      aspectSets.push(...(read.value?.aspectSets ?? []));
    } else if (/^styles\/[^/]+\.json$/.test(file.path)) {
      const read = readFile(file, readStyleFile);
      faults.push(...read.faults);
      styles.push(...(read.value ?? []));
    } else if (file.path === 'themes.json') {
      const read = readFile(file, readThemeFile);
      faults.push(...read.faults);
      themes = withThemes(themes, read.value ?? []);
    } else if (file.path === 'phrases.json') {
      const read = readFile(file, readPhraseFile);
      faults.push(...read.faults);
      phrases = withPhrases(phrases, read.value ?? []);
    }
  }
  const context: Context = {
    ...defaultContext,
    config,
    styles,
    phrases,
    themes,
    defaultProfile: config.defaultProfile,
    profiles: over(profiles, defaultContext.profiles, ({ name }) => name),
    aspectSets: over(
      aspectSets,
      defaultContext.aspectSets,
      ({ meeting, year, theme }) => `${meeting} ${year} ${theme}`,
    ),
  };
  return { context, faults };
}

/** The workspace's own first; where it names a built-in one again, its own alone. */
function over<Item>(own: readonly Item[], builtIn: readonly Item[], key: (item: Item) => string): Item[] {
  const taken = new Set(own.map(key));
  return [...own, ...builtIn.filter((item) => !taken.has(key(item)))];
}

function knowsRule(id: string): boolean {
  return rules.some((rule) => rule.id === id);
}
