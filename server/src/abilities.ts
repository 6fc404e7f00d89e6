import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do; nothing is sent to it that it has not said it can take. */
export interface Abilities {
  /** Tells its settings when it is asked. */
  readonly settings: boolean;
  /** Lets the server register for changes of the settings. */
  readonly settingsRegistration: boolean;
  /** Asks for findings; any other client is told of them. */
  readonly asksFindings: boolean;
  /** Asks for them again when it is told to. */
  readonly asksAgain: boolean;
  readonly hintsRefresh: boolean;
  readonly symbolsRegistration: boolean;
  /** Takes symbols inside of symbols. */
  readonly nestedSymbols: boolean;
  /** Refuses an edit once the document has moved on. */
  readonly versionedEdits: boolean;
  readonly snippets: boolean;
  /** Takes links in the place of locations. */
  readonly definitionLinks: boolean;
  /** Has the commands that lenses and quick fixes name. */
  readonly commands: boolean;
}

/** `options` are our own client's, or what the user of another has written. */
export function abilitiesOf(
  { workspace, textDocument }: ClientCapabilities,
  { commands }: InitializationOptions = {},
): Abilities {
  return {
    settings: workspace?.configuration ?? false,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    asksFindings: textDocument?.diagnostic !== undefined,
    asksAgain: workspace?.diagnostics?.refreshSupport ?? false,
    hintsRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    symbolsRegistration: textDocument?.documentSymbol?.dynamicRegistration ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    commands: commands === true,
  };
}
