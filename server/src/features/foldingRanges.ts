import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { memoised } from '../model/memory/memoised.ts';
import { commentsOf } from '../model/reading/comments.ts';
import { allSections, type Speech } from '../model/speech.ts';
import { toRange } from './range.ts';

/** 折叠 — `textDocument/foldingRange`: sections, units and points of more than one line; comments; front matter. */
export function foldingRanges(speech: Speech): FoldingRange[] {
  // Typing in a paragraph moves no lines.
  return foldsOf(speech.retouch?.base ?? speech);
}

const foldsOf = memoised((speech: Speech): FoldingRange[] => {
  const spans = allSections(speech).map(({ span }) => ({ span }));
  const comments = commentsOf(speech).map((span) => ({ span, kind: FoldingRangeKind.Comment }));
  const front = speech.frontMatter ? [{ span: { start: 0, end: speech.frontMatter.end }, kind: undefined }] : [];
  return [...front, ...spans.map((fold) => ({ ...fold, kind: undefined })), ...comments].flatMap(({ span, kind }) => {
    const { start, end } = toRange(speech, span);
    if (start.line >= end.line) return [];
    return [{ startLine: start.line, endLine: end.line, ...(kind && { kind }) }];
  });
});
