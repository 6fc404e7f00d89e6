import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { layout } from '../../../server/src/page/layout.ts';
import { pagesOf } from '../../../server/src/page/pages.ts';
import { defaultStyle, type PageStyle } from '../../../server/src/page/style.ts';
import { makePdf } from '../../../server/src/pdf.ts';
import { writeDocx } from '../../../server/src/render/docx/docx.ts';
import { htmlFile } from '../../../server/src/render/htmlFile.ts';
import { builtInStyles } from '../../../server/src/userData/styleReader.ts';
import { browserAtHand, inPage } from '../../client/inBrowser.ts';
import { fixture, fixtures } from '../../speeches.ts';

/** Our Word files as LibreOffice sets them, against the preview. */
describe('Word files in LibreOffice', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'fayan-office-'));

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
    const speeches = fixtures();
    const pdfs = convert(
      speeches.map(({ text }) => text),
      defaultStyle,
    );
    let alike = 0;
    let all = 0;
    const otherPages: string[] = [];
    for (const [index, { name, text }] of speeches.entries()) {
      const [mine, theirs] = [previewPages(text, defaultStyle), pdfs[index] ?? []];
      if (!agree(text, mine, theirs)) otherPages.push(`${name}: ${mine.length} ${theirs.length}`);
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

  /** The same number of pages. LibreOffice sets ① apart from 汉字 like a word of Latin letters, which may cost a line. */
  function agree(text: string, mine: readonly unknown[], theirs: readonly (readonly string[])[]): boolean {
    const oneMore = theirs.length === mine.length + 1 && theirs.at(-1)?.length === 1;
    return theirs.length === mine.length || (oneMore && /[①-⑳]/.test(text));
  }

  it('of more than ten pages break within a line of the preview', () => {
    const { text } = fixture(26);
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

  /** The pages of each PDF. */
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
    return texts.map((_, index) => pdfPages(join(folder, `${index}.pdf`)));
  }
});

/** The PDF that Chromium, Chrome or Edge prints, against the preview. */
describe('PDF by a browser', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'fayan-print-'));
  before(function () {
    if (!browserAtHand() || !isThere('pdftotext', '-v')) this.skip();
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

  for (const style of builtInStyles) {
    it(`${style.name} has the pages and lines of the preview, every one`, async () => {
      const { text } = fixture(26);
      const laidOut = layout(parseSpeech(text), style);
      const source = { html: htmlFile(laidOut, style), docx: () => assert.fail('the browser is preferred') };
      const pdf = await makePdf(source, folder);
      assert.ok(pdf);
      const file = join(folder, 'speech.pdf');
      writeFileSync(file, pdf);
      assert.deepEqual(pdfPages(file), previewPages(text, style));
    });
  }
});

describe('the page for a browser to print', () => {
  it('opens the print dialog once, and stays white where all else is dark', function () {
    this.timeout(180_000);
    const browser = browserAtHand();
    if (!browser) return this.skip();
    const page = htmlFile(layout(parseSpeech('# 题\n\n正文。\n')), defaultStyle, true);
    const { times, sheet } = inPage(browser, page, null, async () => {
      const own = globalThis as unknown as Record<string, Dom>;
      let times = 0;
      own.print = () => {
        times += 1;
      };
      own.document.documentElement.style.colorScheme = 'dark';
      await new Promise((resolve) => own.addEventListener('load', () => setTimeout(resolve, 50)));
      const { backgroundColor, color } = own.getComputedStyle(own.document.querySelector('.sheet'));
      return { times, sheet: [color, backgroundColor] };
    });
    assert.equal(times, 1);
    assert.deepEqual(sheet, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the tests are compiled without the types of a page.
type Dom = any;

function isThere(program: string, flag: string): boolean {
  return spawnSync(program, [flag]).status === 0;
}

/** Lines of text; rows of tables are left out, for a PDF does not tell which words stand in one cell. */
function previewPages(text: string, style: PageStyle): string[][] {
  const laidOut = layout(parseSpeech(text), style);
  return pagesOf(laidOut, style).map(({ rows }) =>
    rows.flatMap(({ line }) => (line ? [line.runs.map((run) => run.text.replace(/\s/g, '')).join('')] : [])),
  );
}

/** The lines of each page of a PDF, page numbers left out. */
function pdfPages(file: string): string[][] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => {
      const lines = page.split('\n').map((line) => line.replace(/\s/g, ''));
      return lines.filter((line) => line !== '' && !/^—?\d+—?$/.test(line));
    });
}
