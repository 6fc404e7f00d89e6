import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import { allSections, type Speech } from '../../../server/src/model/speech.ts';
import { applyEdits } from '../../../server/src/rules/fixAll.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { checkAnswers, checkSpeech } from './checkSpeech.ts';
import { commonMarkExamples } from './commonmark.ts';
import { bounded, documents, effort, speeches, splices } from './texts.ts';

describe('any text', function () {
  this.timeout(60_000 * effort);

  it('is a speech whose spans fit', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(documents, splices, noise), (text) => {
        const speech = parseSpeech(text);
        checkSpeech(speech);
        checkAnswers(speech);
      }),
      bounded(300),
    );
  });

  it('even the examples of CommonMark', () => {
    for (const text of [...commonMarkExamples, commonMarkExamples.join('\n\n')]) {
      const speech = parseSpeech(text);
      checkSpeech(speech);
      checkAnswers(speech);
    }
  });

  it('has one outline, however its lines end', () => {
    fc.assert(
      fc.property(fc.oneof(splices, fc.constantFrom(...speeches)), (text) => {
        const unix = text.replaceAll(/\r\n?/g, '\n');
        assert.deepEqual(outline(parseSpeech(unix.replaceAll('\n', '\r\n'))), outline(parseSpeech(unix)));
      }),
      bounded(150),
    );
  });
});

describe('a fix', function () {
  this.timeout(60_000 * effort);

  it('removes its finding and adds none, in speeches cut about', () => {
    fc.assert(
      fc.property(splices, (text) => checkFixes(text, true)),
      bounded(40),
    );
  });

  it('does so in the labelled speeches', () => {
    for (const text of speeches) checkFixes(text, false);
  });
});

/** Every first fix on its own. In a text without order, one number put right makes the next wrong: there, those of words and marks alone. */
function checkFixes(text: string, local: boolean): void {
  const before = lint(parseSpeech(text));
  for (const { rule, span, message, fixes } of before) {
    const [fix] = fixes ?? [];
    // What is put in with 〔…〕 is there to be filled in.
    if (!fix || (local && !isLocal(rule)) || fix.edits.some(({ newText }) => newText.includes('〔'))) continue;
    const after = lint(parseSpeech(applyEdits(text, fix.edits)));
    const count = (reports: typeof before) => reports.filter((report) => report.rule === rule).length;
    const place = `${rule.id} “${message}” at ${span.start}, “${fix.title}”`;
    assert.ok(count(after) < count(before), `${place} stays:\n${JSON.stringify(text)}`);
    assert.ok(after.length < before.length, `${place} adds ${added(before, after)}:\n${JSON.stringify(text)}`);
  }
}

function added(before: ReturnType<typeof lint>, after: ReturnType<typeof lint>): string {
  const known = new Set(before.map(({ rule, message }) => `${rule.id}: ${message}`));
  return after
    .flatMap(({ rule, message }) => (known.has(`${rule.id}: ${message}`) ? [] : `${rule.id}: ${message}`))
    .join('; ');
}

function isLocal({ category }: Rule): boolean {
  return category === 'punctuation' || category === 'wording';
}

function outline(speech: Speech): string[] {
  return [...allSections(speech)].map(
    ({ heading, role }) => `${heading.numbering?.text ?? ''}${heading.title} ${role ?? ''}`,
  );
}
