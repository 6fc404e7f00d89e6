import type { CancellationToken } from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import type { Context } from './model/context.ts';
import type { Speech } from './model/speech.ts';
import type { Report } from './rules/lint.ts';
import type { Settings } from './settings.ts';

/** What the routes need of the server: the open documents, and what applies to each. */
export interface Desk {
  /** The document as it is now, whether it is a speech or not yet; empty where it is not open. */
  open(uri: string): Open;
  /**
   * The document once the keystrokes on their way have arrived; without content where it is no speech. `isCostly` for
   * what takes long to work out of it: then everything else is answered first. Throws once `token` is cancelled.
   */
  read(uri: string, token?: CancellationToken, isCostly?: boolean): Promise<Reading>;
  /** The data for a document: those built in, with what its `.fayan` folder adds. */
  context(uri: string): Context;
  /** The user's settings for a document. */
  settings(uri: string): Promise<Settings>;
  /** The findings of what has been read of a document; none where it is no speech. */
  reports(uri: string, reading: Pick<Reading, 'speech'>): Promise<readonly Report[]>;
  /** What the client can do. */
  can(): Abilities;
}

/** An open document. */
export interface Open {
  readonly speech: Speech;
  readonly version: number;
}

/** An open document, read as a speech or not. */
export interface Reading extends Open {
  readonly isSpeech: boolean;
  readonly context: Context;
}
