import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { defaultContext } from '../../../server/src/model/context.ts';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import type { Speech, Unit } from '../../../server/src/model/speech.ts';
import { trace } from '../../../server/src/model/trace.ts';
import { lint } from '../../../server/src/rules/lint.ts';

interface Item {
  readonly id: string;
  readonly level: 'aspect' | 'point';
  readonly title: string;
  readonly line: number;
  readonly col: number;
}

const folder = 'test/speeches';
const speeches = readdirSync(folder)
  .filter((file) => file.endsWith('.labels.json'))
  .map((file) => {
    const text = readFileSync(`${folder}/${file.replace('.labels.json', '.md')}`, 'utf8');
    return {
      name: file.replace('.labels.json', ''),
      speech: parseSpeech(text),
      labels: JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
    };
  });

describe('labelled speeches', () => {
  for (const { name, speech, labels } of speeches) {
    it(`${name}: units where the readers saw them`, () => {
      for (const kind of ['problems', 'causes', 'measures'] as const) {
        const wanted = labels[kind].filter((item: Item) => item.level === 'aspect').map(place);
        assert.deepEqual(
          speech[kind].map((unit) => placeOf(speech, unit)),
          wanted,
          kind,
        );
      }
    });

    if (labels.clean) {
      it(`${name}: clean, so nothing above a hint`, () => {
        const alarms = lint(speech).filter(({ severity }) => severity !== 'hint');
        assert.deepEqual(
          alarms.map(({ rule, message }) => `${rule.id}: ${message}`),
          [],
        );
      });
    }
  }

  /** A floor that only rises: the figures of leave-one-out are lower, see docs/trace.md. */
  it('problems without measures: right when it says so', () => {
    const said: string[] = [];
    let missed = 0;
    for (const { name, speech, labels } of speeches) {
      if (speech.measures.length === 0) continue;
      const { verdicts } = trace(speech, defaultContext);
      const clear = (list: Array<{ problem: string; certainty: string }>) =>
        new Set(
          list
            .filter(({ certainty }) => certainty === 'clear')
            .map(({ problem }) => place(labels.problems.find(({ id }: Item) => id === problem))),
        );
      const [met, unmet] = [clear(labels.links), clear(labels.unmet)];
      for (const { problem, verdict } of verdicts) {
        const at = placeOf(speech, problem);
        if (verdict === 'unmet' && met.has(at)) said.push(`${name} ${at}`);
        if (verdict !== 'unmet' && unmet.has(at)) missed += 1;
      }
    }
    assert(said.length <= 2, `met problems reported as unmet:\n${said.join('\n')}`);
    assert(missed <= 15, `${missed} problems without measures are missed`);
  });
});

function place({ line, col, title }: Item): string {
  return `${line}:${col} ${[...title].slice(0, 3).join('')}`;
}

function placeOf({ source }: Speech, { titleSpan, title }: Unit): string {
  const { line, character } = source.positionAt(titleSpan.start);
  return `${line + 1}:${character + 1} ${[...title].slice(0, 3).join('')}`;
}
