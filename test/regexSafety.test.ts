import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';

/**
 * Expressions that recheck calls polynomial, each seen to be harmless: its input is short, or its repetition is bounded, or it
 * starts at few places. A new one is to be rewritten first; only then may it be added here, with the reason.
 */
const seen: Readonly<Record<string, string>> = {
  'frontMatterCompletion.ts': 'one line of front matter up to the cursor',
  'unitLabel.ts': 'a mark of at most four characters',
  'announced.ts': 'clauses of at most 800 characters',
  'detect.ts': 'the title, at most 90 characters a line',
  'pins.ts': 'anchored at both ends, one comment',
  'reference.ts': 'at most 40 characters between',
  'role.ts': 'titles',
  'tone.ts': 'titles and clauses',
  'statistics.ts': 'runs once a report',
  'fileName.ts': 'file names',
  'runs.ts': 'one paragraph',
  'ledger.ts': 'one cell',
  'broken-bold.ts': 'between two pairs of asterisks',
  'nested-book-titles.ts': 'at most 60 characters between',
  'template-residue.ts': 'at most 30 characters between',
  'vague-measure.ts': 'one measure',
  'unitText.ts': 'one unit, once',
};

const root = join(__dirname, '..');
const literal =
  /(?<=(?:[(,=:[!&|?{};]|\breturn|=>)\s{0,40}|^\s{0,40})\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuyv]*)(?=[\s.,;)\]}:?]|$)/gm;

describe('regular expressions', function () {
  this.timeout(300_000);

  it('are none of them super-linear, beyond those that were looked at', () => {
    const bad: string[] = [];
    let count = 0;
    for (const { file, source, flags } of literals()) {
      count += 1;
      const found = checkSync(source, flags, { timeout: 2000 });
      if (found.status !== 'vulnerable' || file in seen) continue;
      bad.push(`${file} /${source}/${flags}: ${found.complexity.summary}`);
    }
    assert.ok(count > 300, `Only ${count} found: does the search still work?`);
    assert.deepEqual(bad, []);
  });
});

function* literals(): Iterable<{ file: string; source: string; flags: string }> {
  const known = new Set<string>();
  for (const folder of ['server/src', 'client/src']) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts')) continue;
      const code = readFileSync(join(root, folder, path), 'utf8').replace(/^\s*(?:\*|\/\/|\/\*).*$/gm, '');
      for (const [whole, source = '', flags = ''] of code.matchAll(literal)) {
        if (known.has(whole)) continue;
        known.add(whole);
        yield { file: path.replace(/^.*[\\/]/, ''), source, flags: flags.replace('d', '') };
      }
    }
  }
}
