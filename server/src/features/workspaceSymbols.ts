import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { Speech } from '../model/speech.ts';
import { documentSymbols } from './documentSymbols.ts';

/**
 * What `workspace/symbol` knows of a speech: parts, units and points, each with its heading's place
 * and the part it stands in.
 */
export function workspaceSymbols(uri: string, speech: Speech): SymbolInformation[] {
  const flat = ({ name, kind, selectionRange, children = [] }: DocumentSymbol, part?: string): SymbolInformation[] => [
    { name, kind, location: { uri, range: selectionRange }, ...(part !== undefined && { containerName: part }) },
    ...children.flatMap((inner) => flat(inner, part ?? name)),
  ];
  return documentSymbols(speech).flatMap((symbol) => flat(symbol));
}

/**
 * Whether the characters of a query stand in a name in their order, which is what editors ask for:
 * they rank what they get.
 */
export function isAskedFor(name: string, query: string): boolean {
  const [within, wanted] = [name.toLowerCase(), query.toLowerCase().replace(/\s/g, '')];
  let at = -1;
  for (const character of wanted) {
    at = within.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** More than anybody reads. */
export const mostSymbols = 1000;
