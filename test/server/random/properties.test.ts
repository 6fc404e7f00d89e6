import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { renumberEdits, unifyMarksEdits } from '../../../server/src/model/change/renumber.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { countedItems } from '../../../server/src/model/reading/countedMarks.ts';
import { allSections, type Speech } from '../../../server/src/model/speech.ts';
import { fixedText } from '../../../server/src/rules/fixAll.ts';
import { leftoverPlaceholder } from '../../../server/src/rules/leftover-placeholder.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { soundFixes } from '../../../server/src/rules/soundFixes.ts';
import { unknownProfile } from '../../../server/src/rules/unknown-profile.ts';
import { checkAnswers, checkSpeech } from './checkSpeech.ts';
import { commonMarkExamples } from './commonmark.ts';
import { gfmExamples, gfmSpecification, gfmSpecificationExamples } from './gfm.ts';
import { bounded, documents, effort, heldOut, speeches, splices } from './texts.ts';

describe('any text', function () {
  this.timeout(240_000 * effort);

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

  it('even what GitHub adds to Markdown, whole and broken', () => {
    for (const text of [...gfmExamples, gfmExamples.join('\n\n'), gfmExamples.join('\n')]) {
      const speech = parseSpeech(text);
      checkSpeech(speech);
      checkAnswers(speech);
    }
  });

  it('even the specification of GitHub’s Markdown, example by example and as one document', () => {
    assert.ok(gfmSpecificationExamples.includes('| abc | def |\n| --- | --- |\n'), 'no examples found');
    for (const text of [...gfmSpecificationExamples, gfmSpecification]) {
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
  this.timeout(240_000 * effort);

  it('removes its finding and adds none, in speeches cut about', () => {
    fc.assert(
      fc.property(splices, (text) => {
        checkFixes(text);
      }),
      bounded(60),
    );
  });

  it('does so in the labelled speeches, where hardly one is held back', () => {
    // Of the hundreds held out every other, unless there is time.
    const others = heldOut.filter((_, index) => effort > 1 || index % 2 === 0);
    const [proposed, offered] = [...speeches, ...others]
      .map(checkFixes)
      .reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    assert.ok(offered > 0.97 * proposed, `${offered} of ${proposed} fixes are offered`);
  });
});

describe('fixing all', function () {
  this.timeout(240_000 * effort);

  it('removes findings, adds none, and leaves nothing to fix', () => {
    fc.assert(
      fc.property(fc.oneof(splices, fc.constantFrom(...speeches)), (text) => {
        const lintAgain = (other: string) => lint(parseSpeech(other));
        const before = lintAgain(text);
        const fixed = fixedText(text, before, lintAgain);
        const after = lintAgain(fixed);
        for (const { rule } of after) assert.ok(count(after, rule) <= count(before, rule), added(before, after));
        assert.equal(fixedText(fixed, after, lintAgain), fixed);
      }),
      bounded(100),
    );
  });
});

describe('renumbering and unifying', function () {
  this.timeout(60_000 * effort);

  for (const [name, edits] of Object.entries({ renumbering: renumberEdits, unifying: unifyMarksEdits })) {
    it(`${name} is done in one go, and touches marks alone`, () => {
      fc.assert(
        fc.property(fc.oneof(splices, fc.constantFrom(...speeches)), (text) => {
          const speech = parseSpeech(text);
          const changes = edits(speech);
          const places = new Set([
            ...allSections(speech).map(({ heading }) => heading.numbering?.span.start),
            ...countedItems(speech).flatMap((items) => items.map(({ numbering }) => numbering.span.start)),
          ]);
          for (const { span } of changes) {
            const isPin = text.lastIndexOf('<!--', span.start) > text.lastIndexOf('-->', span.start);
            assert.ok(places.has(span.start) || isPin, `${name} changes “${text.slice(span.start, span.end)}”`);
          }
          const once = applyEdits(text, changes);
          assert.equal(applyEdits(once, edits(parseSpeech(once))), once);
        }),
        bounded(150),
      );
    });
  }
});

/** Every fix that is offered, each on its own; says how many were proposed and how many of them are offered. */
function checkFixes(text: string): [proposed: number, offered: number] {
  const lintAgain = (other: string) => lint(parseSpeech(other));
  const before = lintAgain(text);
  let offered = 0;
  for (const report of before) {
    const { rule, span, message } = report;
    for (const fix of soundFixes(text, report, before, lintAgain)) {
      offered += 1;
      const after = lintAgain(applyEdits(text, fix.edits));
      const place = `${rule.id} “${message}” at ${span.start}, “${fix.title}”`;
      assert.ok(count(after, rule) < count(before, rule), `${place} stays:\n${JSON.stringify(text)}`);
      // Says what the speech is and touches no word of it: what that asks for was wanting before.
      if (rule === unknownProfile) continue;
      for (const other of new Set(after.map((found) => found.rule))) {
        // What is put in with 〔…〕 is there to be filled in.
        const blanks = fix.edits.reduce((sum, { newText }) => sum + (newText.match(/〔/g)?.length ?? 0), 0);
        const allowed = count(before, other) + (other === leftoverPlaceholder ? blanks : 0);
        assert.ok(count(after, other) <= allowed, `${place} adds ${added(before, after)}:\n${JSON.stringify(text)}`);
      }
    }
  }
  return [before.reduce((sum, { fixes = [] }) => sum + fixes.length, 0), offered];
}

function count(reports: ReturnType<typeof lint>, wanted: Rule): number {
  return reports.filter(({ rule }) => rule === wanted).length;
}

function added(before: ReturnType<typeof lint>, after: ReturnType<typeof lint>): string {
  const known = new Set(before.map(({ rule, message }) => `${rule.id}: ${message}`));
  return after
    .flatMap(({ rule, message }) => (known.has(`${rule.id}: ${message}`) ? [] : `${rule.id}: ${message}`))
    .join('; ');
}

function outline(speech: Speech): string[] {
  return allSections(speech).map(
    ({ heading, role }) => `${heading.numbering?.text ?? ''}${heading.title} ${role ?? ''}`,
  );
}
