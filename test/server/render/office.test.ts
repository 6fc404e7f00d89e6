import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSpeech } from '../../../server/src/model/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { pagesOf } from '../../../server/src/page/pages.ts';
import { builtInStyles, defaultStyle, type PageStyle } from '../../../server/src/page/style.ts';
import { writeDocx } from '../../../server/src/render/docx/docx.ts';

/** Our Word files as LibreOffice sets them, against the preview. */
describe('Word files in LibreOffice', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'fayan-office-'));
  const isThere = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;

  before(function () {
    if (isThere('soffice', '--version') && isThere('pdftotext', '-v')) return;
    // Continuous integration installs it on Linux: there a missing program is a failure.
    assert.ok(
      !process.env.CI || process.platform !== 'linux',
      'libreoffice-writer-nogui and poppler-utils are needed here',
    );
    console.log('    LibreOffice or poppler-utils is not installed: the comparison with its PDF is skipped.');
    this.skip();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('have the pages of the preview, and 95 of 100 lines of a page are the same', () => {
    const names = readdirSync('test/speeches').filter((name) => name.endsWith('.md'));
    const texts = names.map((name) => readFileSync(`test/speeches/${name}`, 'utf8'));
    const pdfs = convert(texts, defaultStyle);
    let alike = 0;
    let all = 0;
    const otherPages: string[] = [];
    for (const [index, text] of texts.entries()) {
      const [mine, theirs] = [previewPages(text, defaultStyle), pdfs[index] ?? []];
      if (!agree(mine, theirs)) otherPages.push(`${names[index]}: ${mine.length} ${theirs.length}`);
      for (const [at, page] of mine.entries()) {
        all += page.length;
        const left = [...(theirs[at] ?? [])];
        for (const line of page) {
          const found = left.indexOf(line);
          if (found < 0) continue;
          alike += 1;
          left.splice(found, 1);
        }
      }
    }
    assert.deepEqual(otherPages, []);
    console.log(`      ${alike} of ${all} lines are the same`);
    assert.ok(alike >= all * 0.95, `${alike} of ${all} lines`);
  });

  /** The same number of pages, or a last page of a single line that the other one still has room for. */
  function agree(mine: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): boolean {
    const [shorter, longer] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine];
    return shorter.length === longer.length || (shorter.length + 1 === longer.length && longer.at(-1)?.length === 1);
  }

  it('of more than ten pages break within a line of the preview', () => {
    const text = readFileSync('test/speeches/26-water-bureau-team-2023-long.md', 'utf8');
    const long = `${text}\n\n${text.replace(/^#.*$/m, '')}`;
    for (const style of builtInStyles.slice(0, 2)) {
      const [theirs = []] = convert([long], style);
      const mine = previewPages(long, style);
      assert.equal(theirs.length, mine.length);
      assert.ok(mine.length >= 10);
      let [ownLines, otherLines] = [0, 0];
      for (const [at, page] of mine.entries()) {
        ownLines += page.length;
        otherLines += theirs[at]?.length ?? 0;
        assert.ok(
          Math.abs(ownLines - otherLines) <= 1,
          `${style.name} page ${at + 1}: ${ownLines} and ${otherLines} lines`,
        );
      }
    }
  });

  /** Lines of text; rows of tables are left out, for a PDF does not tell which words stand in one cell. */
  function previewPages(text: string, style: PageStyle): string[][] {
    const laidOut = layout(parseSpeech(text), style);
    return pagesOf(laidOut, style).map(({ rows }) =>
      rows.flatMap(({ line }) => (line ? [line.runs.map((run) => run.text.replace(/\s/g, '')).join('')] : [])),
    );
  }

  /** The lines of each page of each PDF, page numbers left out. */
  function convert(texts: readonly string[], style: PageStyle): string[][][] {
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, writeDocx(layout(parseSpeech(text), style), style));
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    });
    return texts.map((_, index) => {
      const text = execFileSync('pdftotext', ['-layout', join(folder, `${index}.pdf`), '-'], { encoding: 'utf8' });
      const pages = text.split('\f').slice(0, -1);
      return pages.map((page) => {
        const lines = page.split('\n').map((line) => line.replace(/\s/g, ''));
        return lines.filter((line) => line !== '' && !/^—?\d+—?$/.test(line));
      });
    });
  }
});
