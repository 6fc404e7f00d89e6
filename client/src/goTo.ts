import { commands, Position, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location } from 'vscode-languageserver-protocol';

/** Goes to one place, and lists several; the server names this in its lenses. */
export async function goTo(
  client: BaseLanguageClient,
  uri: string,
  { line, character }: { line: number; character: number },
  places: readonly Location[],
): Promise<void> {
  const locations = places.map((place) => client.protocol2CodeConverter.asLocation(place));
  const from = new Position(line, character);
  await commands.executeCommand('editor.action.goToLocations', Uri.parse(uri), from, locations, 'peek', '');
}
