import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { type Speech, siblingGroups, type Unit } from '../../../server/src/model/speech.ts';
import { trace } from '../../../server/src/model/trace/trace.ts';
import type { Verdict } from '../../../server/src/model/trace/verdict.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { bounded, effort, speeches } from './texts.ts';

/** Of none of the matters of a speech. */
const unrelated = [
  '窗外蔷薇昨夜绽放，藤蔓爬满邻家屋檐，燕子衔泥掠过池塘。',
  '葡萄熟透时，奶奶把竹椅搬到井边，摇着蒲扇哄孙女睡觉。',
];

const traced = speeches
  .map((text) => text.replaceAll('\r\n', '\n'))
  .filter((text) => {
    const { problems, measures } = parseSpeech(text);
    return problems.length > 0 && measures.length > 0;
  });

/** A speech, one of its units, and a number to choose a place by. */
const places = fc.record({ text: fc.constantFrom(...traced), words: fc.constantFrom(...unrelated), at: fc.nat(1000) });

describe('a clear verdict', function () {
  this.timeout(120_000 * effort);

  it('stays when a paragraph of something else is put into the preamble or among the causes, or taken out again', () => {
    fc.assert(
      fc.property(places, ({ text, words, at }) => {
        const speech = parseSpeech(text);
        const ends = [
          ...speech.preamble.filter(({ kind }) => kind === 'line').map(({ span }) => span.end),
          ...speech.causes.filter((cause) => isFreeOf(speech, cause)).map(({ span }) => span.end),
        ];
        const end = ends[at % ends.length];
        if (end === undefined) return;
        const more = parseSpeech(`${text.slice(0, end)}\n\n${words}${text.slice(end)}`);
        assert.deepEqual(outcomes(more), outcomes(speech), place(text, end));
      }),
      bounded(150),
    );
  });

  it('stays, whatever the order of the causes', () => {
    fc.assert(
      fc.property(places, ({ text, at }) => {
        const speech = parseSpeech(text);
        const swapped = swap(speech, speech.causes, at);
        if (swapped !== undefined)
          assert.deepEqual(outcomes(parseSpeech(swapped)), outcomes(speech), text.slice(0, 60));
      }),
      bounded(100),
    );
  });

  it('is never turned into its opposite when a paragraph of something else is put into a problem or a measure', () => {
    fc.assert(
      fc.property(places, ({ text, words, at }) => {
        const speech = parseSpeech(text);
        // Rows of a table cannot hold one.
        const units = [...speech.problems, ...speech.measures].filter(({ section }) => section !== undefined);
        const unit = units[at % units.length];
        if (!unit) return;
        const more = parseSpeech(`${text.slice(0, unit.span.end)}\n\n${words}${text.slice(unit.span.end)}`);
        assert.deepEqual(turned(speech, more), [], place(text, unit.span.end));
      }),
      bounded(300),
    );
  });

  it('nor when two neighbours among the problems or the measures change places', () => {
    fc.assert(
      fc.property(places, fc.constantFrom('problems' as const, 'measures' as const), ({ text, at }, kind) => {
        const speech = parseSpeech(text);
        const swapped = swap(speech, speech[kind], at);
        if (swapped === undefined) return;
        const now = parseSpeech(swapped);
        // A mark of another level takes one below the other: “（3）” behind “4、”. That is no change of places.
        if (now[kind].length === speech[kind].length)
          assert.deepEqual(turned(speech, now), [], `${kind} of ${text.slice(0, 60)}`);
      }),
      bounded(300),
    );
  });
});

/** Neighbouring units below one heading, whole; their numbers go with them. */
function swap(speech: Speech, units: readonly Unit[], at: number): string | undefined {
  const { text } = speech;
  const pairs = units.flatMap((unit, index) => {
    const next = units[index + 1];
    return next && areSiblings(speech, unit, next) ? [[unit, next] as const] : [];
  });
  const pair = pairs[at % pairs.length];
  if (!pair) return undefined;
  const [first, second] = pair.map(({ span }) => span) as [Unit['span'], Unit['span']];
  const between = text.slice(first.end, second.start);
  const [one, other] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  return text.slice(0, first.start) + other + between + one + text.slice(second.end);
}

function areSiblings(speech: Speech, { section, span }: Unit, other: Unit): boolean {
  if (!section || !other.section || section.heading.inline || other.section.heading.inline) return false;
  const group = siblingGroups(speech).find((siblings) => siblings.includes(section));
  return span.end <= other.span.start && group !== undefined && group.includes(other.section);
}

/** Whether a cause holds no problem or measure, as aspects do. */
function isFreeOf({ problems, measures }: Speech, { span }: Unit): boolean {
  return ![...problems, ...measures].some((unit) => unit.span.start < span.end && span.start < unit.span.end);
}

function outcomes(speech: Speech): string[] {
  return trace(speech, defaultContext).verdicts.map(
    ({ problem, verdict, confidence }) => `${problem.title}: ${verdict} ${confidence.toFixed(6)}`,
  );
}

/** The problems that were clearly met and are unmet now, or the other way round. */
function turned(before: Speech, after: Speech): string[] {
  const now = new Map(trace(after, defaultContext).verdicts.map((one) => [one.problem.title, one]));
  return trace(before, defaultContext).verdicts.flatMap((one) => {
    const other = now.get(one.problem.title);
    return other && isClear(one) && isOpposite(one, other)
      ? `${one.problem.title}: ${one.verdict} ${one.confidence.toFixed(2)} → ${other.verdict} ${other.confidence.toFixed(2)}`
      : [];
  });
}

function isClear({ verdict, confidence }: Verdict): boolean {
  return (verdict === 'met' && confidence >= 0.95) || (verdict === 'unmet' && confidence <= 0.05);
}

function isOpposite(one: Verdict, other: Verdict): boolean {
  return (one.verdict === 'met' && other.verdict === 'unmet') || (one.verdict === 'unmet' && other.verdict === 'met');
}

function place(text: string, at: number): string {
  return `behind “${text.slice(Math.max(0, at - 40), at)}”`;
}
