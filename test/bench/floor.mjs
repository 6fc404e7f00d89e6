// The transport floor: a server that keeps the documents, as ours does, and answers with what it is given beforehand.
import { readFileSync } from 'node:fs';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let answers = { diagnostics: { kind: 'full', items: [] }, symbols: [], folds: [], lenses: [] };

connection.onInitialize(({ initializationOptions }) => {
  const file = initializationOptions?.answers;
  if (file) answers = JSON.parse(readFileSync(file, 'utf8'));
  return {
    capabilities: {
      textDocumentSync: 2,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeLensProvider: {},
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  };
});
connection.languages.diagnostics.on(() => answers.diagnostics);
connection.onDocumentSymbol(() => answers.symbols);
connection.onFoldingRanges(() => answers.folds);
connection.onCodeLens(() => answers.lenses);
documents.listen(connection);
connection.listen();
