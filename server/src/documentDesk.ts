import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Contexts } from './contexts.ts';
import type { Desk, Reading } from './desk.ts';
import { isSpeech } from './model/reading/detect.ts';
import type { Speech } from './model/speech.ts';
import { noSpeech, type OpenSpeeches } from './openSpeeches.ts';
import type { SettingsCache } from './settingsCache.ts';
import { settled } from './settled.ts';
import { unescaped } from './unescaped.ts';

/** The open documents, and what applies to each. */
export function documentDesk(
  open: OpenSpeeches,
  settings: SettingsCache,
  contexts: Contexts,
): Pick<Desk, 'open' | 'read' | 'context' | 'settings'> {
  return {
    open: (uri) => ({ speech: open.speechOf(uri), version: open.versionOf(uri) ?? 0 }),
    read,
    context: contexts.of,
    settings: settings.of,
  };

  async function read(uri: string, token?: CancellationToken, isCostly = false): Promise<Reading> {
    const speech = await speechIn(uri, token, isCostly);
    return { speech, isSpeech: speech !== noSpeech, version: open.versionOf(uri) ?? 0, context: contexts.of(uri) };
  }

  /**
   * The speech once the keystrokes on their way have arrived; `noSpeech` for a file that is no
   * speech and must be left alone.
   */
  async function speechIn(uri: string, token: CancellationToken | undefined, isCostly: boolean): Promise<Speech> {
    const { detect } = await settings.of(uri);
    if (detect === 'never') return noSpeech;
    await settled(() => open.versionOf(uri), isCostly);
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const speech = open.speechOf(uri);
    return detect === 'always' || isSpeech(speech, unescaped(uri)) ? speech : noSpeech;
  }
}
