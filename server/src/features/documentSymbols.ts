import { t } from '@vscode/l10n';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { memoised } from '../model/memory/memoised.ts';
import type { Section, Speech } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { toRange } from './range.ts';
import { type RetouchedRanges, retouchedRanges } from './retouchedRanges.ts';

/** 大纲 — `textDocument/documentSymbol`: the title, its sections, their units, and the points inside. */
export function documentSymbols(speech: Speech): DocumentSymbol[] {
  const { retouch } = speech;
  if (!retouch) return symbolsOf(speech);
  const ranges = retouchedRanges(retouch);
  return symbolsOf(retouch.base).map((symbol) => moved(symbol, ranges));
}

/** The symbols after a retouch: names stay, because no heading has changed. */
function moved(symbol: DocumentSymbol, ranges: RetouchedRanges): DocumentSymbol {
  const { range, selectionRange, children } = symbol;
  if (!ranges.reaches(range)) return symbol;
  return {
    ...symbol,
    range: ranges.range(range),
    selectionRange: ranges.range(selectionRange),
    children: children?.map((inner) => moved(inner, ranges)) ?? [],
  };
}

const symbolsOf = memoised((speech: Speech): DocumentSymbol[] => {
  return speech.sections.map((section) => symbolOf(section, 0));

  function symbolOf({ heading, sections, span }: Section, depth: number): DocumentSymbol {
    const mark = heading.numbering?.text ?? '';
    const name = `${mark}${shortened(heading.title, longestName)}`.trim();
    return {
      name: name || t('（无标题）'), // LSP forbids an empty name.
      kind: depth === 0 ? SymbolKind.Module : sections.length > 0 ? SymbolKind.Class : SymbolKind.Field,
      range: toRange(speech, span),
      selectionRange: toRange(speech, heading.span),
      children: sections.map((inner) => symbolOf(inner, depth + 1)),
    };
  }
});

/** As a flat list, for a client that does not support nested symbols. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) },
    ...flatSymbols(uri, children, name),
  ]);
}

/** In characters. Titles of aspects can have 120; this many are enough to tell them apart. */
const longestName = 40;
