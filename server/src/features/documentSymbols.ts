import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Section, Speech } from '../model/speech.ts';
import { toRange } from './range.ts';

/** 大纲 — `textDocument/documentSymbol`: the title, its sections, their units, and the points inside. */
export function documentSymbols(speech: Speech): DocumentSymbol[] {
  return speech.sections.map((section) => symbolOf(section, 0));

  function symbolOf({ heading, sections, span }: Section, depth: number): DocumentSymbol {
    const mark = heading.numbering?.text ?? '';
    const name = `${mark}${shortened(heading.title)}`.trim();
    return {
      name: name || '（无标题）', // LSP forbids an empty name.
      kind: depth === 0 ? SymbolKind.Module : sections.length > 0 ? SymbolKind.Class : SymbolKind.Field,
      range: toRange(speech, span),
      selectionRange: toRange(speech, heading.span),
      children: sections.map((inner) => symbolOf(inner, depth + 1)),
    };
  }
}

/** Aspect titles run to 120 characters; the outline shows what tells them apart. */
function shortened(title: string): string {
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}
