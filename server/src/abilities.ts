import type { ClientCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, as it said when it started; nothing else is sent to it. */
export interface Abilities {
  /** Answers when it is asked for settings. */
  readonly settings: boolean;
  /** Lets the server register for changes of the settings. */
  readonly settingsRegistration: boolean;
  /** Pulls diagnostics; to any other client they are pushed. */
  readonly asksFindings: boolean;
  /** Can be told to pull them again. */
  readonly asksAgain: boolean;
  readonly lensRefresh: boolean;
  readonly hintsRefresh: boolean;
  readonly symbolsRegistration: boolean;
  /** Takes symbols with children. */
  readonly nestedSymbols: boolean;
  /** Refuses an edit once the document has moved on. */
  readonly versionedEdits: boolean;
  /** Takes edits that are parts of a snippet. */
  readonly snippetEdits: boolean;
  readonly snippets: boolean;
  /** Shows hovers as Markdown; to any other client they are plain text. */
  readonly markdownHovers: boolean;
  /** Takes links instead of locations. */
  readonly definitionLinks: boolean;
  /** Is our own: has the commands that lenses and quick fixes name, and views that are to be told what to ask again. */
  readonly commands: boolean;
  /** Asks for source actions by their kind: an answer to a question without kinds need not wait for them. */
  readonly asksSourceActions: boolean;
}

/** `options` come from our own client, or from what a user of another client wrote. */
export function abilitiesOf(
  { workspace, textDocument }: ClientCapabilities,
  { commands, asksSourceActions }: InitializationOptions = {},
): Abilities {
  return {
    settings: workspace?.configuration ?? false,
    settingsRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    asksFindings: textDocument?.diagnostic !== undefined,
    asksAgain: workspace?.diagnostics?.refreshSupport ?? false,
    lensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    hintsRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    symbolsRegistration: textDocument?.documentSymbol?.dynamicRegistration ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    markdownHovers: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    commands: commands === true,
    asksSourceActions: asksSourceActions === true,
  };
}
