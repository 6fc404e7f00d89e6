import type { CancellationToken } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import type { Context } from './model/context.ts';
import type { Speech } from './model/speech.ts';
import type { Report } from './rules/lint.ts';
import type { Settings } from './settings.ts';

/** What the routes need of the server: the documents that are open, and what goes for each. */
export interface Desk {
  /** The document as it is now, whether it is a speech or not yet; empty where it is not open. */
  open(uri: string): Open;
  /** The document once the keystrokes on their way have arrived; without content where it is no speech. */
  read(uri: string, token?: CancellationToken): Promise<Reading>;
  context(uri: string): Context;
  settings(uri: string): Promise<Settings>;
  /** None where the file is no speech. */
  reports(uri: string): Promise<readonly Report[]>;
  /** What the client can do. */
  can(): Abilities;
}

export interface Open {
  readonly speech: Speech;
  readonly version: number;
}

export interface Reading extends Open {
  readonly isSpeech: boolean;
  readonly context: Context;
}
