import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { codeLens } from '../../../server/src/features/codeLens.ts';
import { diagnostics } from '../../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../../server/src/features/foldingRanges.ts';
import { outlineTree } from '../../../server/src/features/outlineTree.ts';
import { allSections, type Section, type Speech, unitsOf } from '../../../server/src/model/speech.ts';
import { contains, type Span } from '../../../server/src/model/text/span.ts';
import { ledgerOf } from '../../../server/src/render/ledger.ts';
import { ledgerCsv, ledgerMarkdown } from '../../../server/src/render/ledgerFiles.ts';
import { preview } from '../../../server/src/render/preview.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { namedStyle } from '../../../server/src/userData/styleReader.ts';

/** Spans inside the text, sections well nested, findings that fit. */
export function checkSpeech(speech: Speech): void {
  const whole = { start: 0, end: speech.text.length };
  const inside = (span: Span, what: string) =>
    assert.ok(
      whole.start <= span.start && span.start <= span.end && span.end <= whole.end,
      `${what} ${JSON.stringify(span)} outside ${JSON.stringify(speech.text.slice(-80))}`,
    );
  for (const { span } of speech.entries) inside(span, 'entry');
  for (const { span, titleSpan, headSpan } of unitsOf(speech))
    for (const part of [span, titleSpan, headSpan]) inside(part, 'unit');
  for (const section of allSections(speech)) checkSection(section);
  for (const { rule, span, fixes = [], related = [] } of lint(speech)) {
    inside(span, rule.id);
    for (const place of related) inside(place.span, rule.id);
    for (const { edits } of fixes) {
      const order = [...edits].sort((a, b) => a.span.start - b.span.start);
      for (const [at, edit] of order.entries()) {
        inside(edit.span, `fix of ${rule.id}`);
        assert.ok(at === 0 || (order[at - 1]?.span.end ?? 0) <= edit.span.start, `overlapping fix of ${rule.id}`);
      }
    }
  }

  function checkSection({ heading, span, sections, body }: Section): void {
    inside(span, 'section');
    assert.ok(contains(span, heading.span), 'heading outside its section');
    assert.ok(heading.span.start < heading.span.end, 'empty heading');
    for (const entry of body) assert.ok(contains(span, entry.span), 'entry outside its section');
    let end = span.start;
    for (const inner of sections) {
      assert.ok(
        contains(span, inner.span) && inner.span.start >= end,
        'section outside its parent, or over its sibling',
      );
      end = inner.span.end;
    }
  }
}

/** Nothing throws. */
export function checkAnswers(speech: Speech): void {
  const uri = 'file:///a.speech.md';
  checkSymbols(documentSymbols(speech));
  foldingRanges(speech);
  codeLens(uri, speech, defaultContext, true);
  diagnostics(uri, speech, lint(speech));
  outlineTree(uri, speech, defaultContext);
  const ledger = ledgerOf(speech, defaultContext);
  ledgerCsv(ledger);
  ledgerMarkdown(ledger);
  preview(speech, namedStyle('公文', []), 'pages');

  /** VS Code shows no outline at all where one name is outside its symbol. */
  function checkSymbols(symbols: readonly DocumentSymbol[]): void {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      assert.notEqual(name, '');
      const [whole, own] = [range, selectionRange].map(({ start, end }) => ({
        start: speech.source.offsetAt(start),
        end: speech.source.offsetAt(end),
      }));
      assert.ok(whole && own && contains(whole, own), `the name “${name}” is outside its symbol`);
      checkSymbols(children);
    }
  }
}
