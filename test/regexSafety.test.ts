import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { assertBounded } from './bounded.ts';

/**
 * Every expression in the sources, and every one that the server makes of parts while it starts and reads the speeches.
 */
const root = join(__dirname, '..');
const literal =
  /(?<=(?:[(,=:[!&|?{};]|\breturn|=>)\s{0,40}|^\s{0,40})\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuyv]*)(?=[\s.,;)\]}:?]|$)/gm;

/** What recheck suspects or cannot tell in time has to show that it does not run on. */
describe('regular expressions', function () {
  this.timeout(600_000);
  const suspects: Array<readonly [expression: RegExp, place: string, lines: Lines[]]> = [];

  it('are cleared by recheck, or else looked at below', () => {
    const known = new Map([...literals(), ...made()]);
    assert.ok(known.size > 400, `Only ${known.size} found: does the search still work?`);
    for (const [whole, place] of known) {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(whole) ?? [];
      const found = checkSync(source, flags.replace('d', ''), { timeout: 1000 });
      if (found.status === 'safe') continue;
      const lines = nastyLines(source);
      if (found.status === 'vulnerable') {
        const { pumps, suffix } = found.attack;
        lines.unshift(
          (length) => pumps.map(({ prefix, pump }) => prefix + repeated(pump, length / pumps.length)).join('') + suffix,
        );
      }
      suspects.push([new RegExp(source, flags.replace('y', 'g')), place, lines]);
    }
  });

  it('answer in time on long lines, where recheck suspects them', () => {
    for (const [expression, place, lines] of suspects) {
      for (const line of lines) {
        const text = line(300_000);
        assertBounded(`${place} ${expression} on ${JSON.stringify(text.slice(0, 40))}…`, () => {
          text.replace(expression, '');
        });
      }
    }
  });
});

type Lines = (length: number) => string;

/**
 * Lines of what an expression looks for: each word of it over and over, each two that follow, all; with and without an
 * end that fits nothing.
 */
function nastyLines(source: string): Lines[] {
  const words = [...new Set(source.match(/[\p{Script=Han}\p{P}\s“”]+?(?=[\\()[\]|{}?+*^$]|$)|\p{L}+/gu) ?? [])];
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [...words, ...pairs, words.join(''), ' ', '　', '甲', '1', '\n'].flatMap((word) => [
    (length: number) => repeated(word, length),
    (length: number) => `${repeated(word, length)}\0`,
  ]);
}

function repeated(word: string, length: number): string {
  return word.repeat(Math.ceil(length / Math.max(1, word.length)));
}

function* literals(): Iterable<readonly [expression: string, place: string]> {
  for (const folder of ['server/src', 'client/src']) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      const code = readFileSync(join(root, folder, path), 'utf8').replace(/^\s*(?:\*|\/\/|\/\*).*$/gm, '');
      for (const [whole] of code.matchAll(literal)) yield [whole, path];
    }
  }
}

/** Those that `new RegExp` makes, from a process of its own: modules are read once, and here they have been. */
function made(): ReadonlyArray<readonly [expression: string, place: string]> {
  const script = join(__dirname, 'madeExpressions.ts');
  const answer = execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: root, encoding: 'utf8' });
  return JSON.parse(answer);
}
