import type { Connection } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** The settings of each document, for which the client is asked once. */
export interface SettingsCache {
  /** Those of a document; the defaults where the client cannot tell, or fails to. */
  of(uri: string): Promise<Settings>;
  /** Forgets those of a document, or all of them. */
  forget(uri?: string): void;
}

/**
 * Asks the client as documents need it; `can` is called at each question, since abilities are
 * known only after the start.
 */
export function settingsCache(connection: Connection, can: () => Abilities): SettingsCache {
  const known = new Map<string, Promise<Settings>>();
  return {
    of(uri) {
      if (!can().settings) return Promise.resolve(defaultSettings);
      const asked = known.get(uri) ?? ask(uri);
      known.set(uri, asked);
      return asked;
    },
    forget(uri) {
      if (uri === undefined) known.clear();
      else known.delete(uri);
    },
  };

  /** A client that fails to answer is asked again the next time. */
  async function ask(uri: string): Promise<Settings> {
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'fayan' }));
    } catch {
      known.delete(uri);
      return defaultSettings;
    }
  }
}
