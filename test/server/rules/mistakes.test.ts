import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../../server/src/model/change/edits.ts';
import {
  formatNumbering,
  isSeries,
  type NumberingStyle,
  renumbered,
} from '../../../server/src/model/parse/numbering.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { type SequenceItem, sequencesOf } from '../../../server/src/model/reading/sequences.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { soundFixes } from '../../../server/src/rules/soundFixes.ts';
import { fixture } from '../../speeches.ts';

/**
 * One mistake of an author, made in a speech without any: it is told once, at its place, nothing else is, and
 * its fix gives back what was written. A few fixtures in different manners, and of each sequence one item, so
 * that the test stays fast.
 */
const speeches = [2, 5, 20, 31, 38, 54, 56, 65].map(fixture);

/**
 * The edits that make the mistake with the item `at`, which is neither the first nor the last of at least three; none
 * where it cannot be made.
 */
type Mistake = (items: readonly SequenceItem[], at: number) => Edit[];

const deeper: Partial<Record<NumberingStyle, NumberingStyle>> = { hanParen: 'arabic', arabic: 'arabicParen' };

const higher: Partial<Record<NumberingStyle, NumberingStyle>> = { hanParen: 'han', arabic: 'hanParen' };

const mistakes: Record<string, { rule: string; make: Mistake }> = {
  'a number twice': { rule: 'broken-numbering', make: (items, at) => numbered(items, at, [at]) },
  'a number skipped, and all that follows with it': {
    rule: 'broken-numbering',
    make: (items, at) =>
      numbered(
        items,
        at,
        items.slice(at).map((_, index) => at + index + 2),
      ),
  },
  'two numbers that changed places': {
    rule: 'broken-numbering',
    make: (items, at) => numbered(items, at, [at + 2, at + 1]),
  },
  'a number lost': {
    rule: 'broken-numbering',
    make: (items, at) => {
      const item = items[at];
      return item && !item.section.heading.inline && !isSeries(item.numbering.style) ? [written(item, '')] : [];
    },
  },
  'the mark of the level below': {
    rule: 'wrong-level-mark',
    make: (items, at) => ofLevel(deeper, items[at], at),
  },
  'the mark of the level above': {
    rule: 'wrong-level-mark',
    make: (items, at) => ofLevel(higher, items[at], at),
  },
  'a bracket of half width': {
    rule: 'inconsistent-mark',
    make: (items, at) => {
      const item = items[at];
      return item?.numbering.text.startsWith('（') ? [written(item, item.numbering.text.replace('（', '('))] : [];
    },
  },
  '第二， for 二是': {
    rule: 'wrong-level-mark',
    make: (items, at) => {
      const item = items[at];
      return item?.numbering.style === 'shi' ? [written(item, formatNumbering('di', at + 1))] : [];
    },
  },
};

describe('a mistake made on purpose', function () {
  this.timeout(60_000);

  for (const [name, { rule, make }] of Object.entries(mistakes)) {
    it(`${name} is told once, at its place, and its fix restores the text`, () => {
      let made = 0;
      for (const { name: file, text } of speeches) {
        const speech = parseSpeech(text);
        for (const { items } of sequencesOf(speech)) {
          const at = Math.min(items.length - 2, 1 + (items.length >> 2));
          const edits = items.length >= 3 && items[0]?.ordinal === 1 ? make(items, at) : [];
          const place = edits[0]?.span.start;
          if (place === undefined) continue;
          made += 1;
          const wrong = applyEdits(text, edits);
          const line = `${file}, at “${wrong.slice(place, place + 12)}”`;
          const reports = lint(parseSpeech(wrong));
          const found = alarms(reports, alarms(lint(speech), []));
          assert.deepEqual(
            found.map((report) => report.rule.id),
            [rule],
            line,
          );
          assert.equal(found[0]?.span.start, place, line);
          const [fix] = found[0] ? soundFixes(wrong, found[0], reports, (other) => lint(parseSpeech(other))) : [];
          assert.equal(applyEdits(wrong, fix?.edits ?? []), text, line);
        }
      }
      assert.ok(made > 3, `made ${made} times`);
    });
  }
});

type Reports = ReturnType<typeof lint>;

/** Above a hint, and not among those that were there before. */
function alarms(reports: Reports, before: Reports): Reports {
  const known = new Set(before.map(({ rule, message }) => rule.id + message));
  return reports.filter(
    ({ severity, rule, message }) => /error|warning/.test(severity) && !known.has(rule.id + message),
  );
}

function numbered(items: readonly SequenceItem[], from: number, ordinals: readonly number[]): Edit[] {
  return ordinals.flatMap((ordinal, index) => {
    const item = items[from + index];
    return item ? [written(item, renumbered(item.numbering, ordinal))] : [];
  });
}

function ofLevel(
  level: Partial<Record<NumberingStyle, NumberingStyle>>,
  item: SequenceItem | undefined,
  at: number,
): Edit[] {
  const style = item && level[item.numbering.style];
  return item && style && !item.section.heading.inline ? [written(item, formatNumbering(style, at + 1))] : [];
}

function written({ numbering }: SequenceItem, newText: string): Edit {
  return { span: numbering.span, newText };
}
