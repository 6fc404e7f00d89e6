import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfWith, whyNoPdf } from '../../client/src/pdf.ts';
import { makePdf, type PdfSource } from '../../server/src/pdf.ts';

const source: PdfSource = { html: '<p>稿</p>', docx: () => new Uint8Array([1]) };
/** Nothing is to be logged. */
const quiet = (error: unknown) => assert.fail(String(error));

describe('a PDF', () => {
  it('is what the program made', async () => {
    const made = new Uint8Array([37, 80, 68, 70]);
    assert.equal(await pdfWith(async () => made, source, quiet), made);
  });

  it('cannot be made where there is no program, or where no program can be started', async () => {
    assert.equal(await pdfWith(async () => undefined, source, quiet), 'noProgram');
    assert.equal(await pdfWith(undefined, source, quiet), 'noProcess');
  });

  it('that failed is logged, and not told as if no program had been found', async () => {
    const logged: unknown[] = [];
    const failing = () => Promise.reject(new Error('the disk is full'));
    assert.equal(await pdfWith(failing, source, (error) => logged.push(error)), 'failed');
    assert.deepEqual(logged, [new Error('the disk is full')]);
    assert.match(whyNoPdf('failed'), /^没有转成 PDF：.*可以存成网页/);
    assert.match(whyNoPdf('noProgram'), /没有找到能转 PDF 的 Chromium/);
    assert.match(whyNoPdf('noProcess'), /^网页里的 VS Code/);
  });

  describe('by a browser that cannot start', () => {
    // Elsewhere browsers are found in places of their own too.
    if (process.platform !== 'linux') return;
    const folder = mkdtempSync(join(tmpdir(), 'fayan-pdf-'));
    const browser = join(folder, 'chromium');
    const { PATH } = process.env;
    before(() => {
      writeFileSync(browser, '#!/bin/sh\nexit 1\n');
      chmodSync(browser, 0o755);
      process.env.PATH = folder;
    });
    after(() => {
      process.env.PATH = PATH;
      rmSync(folder, { recursive: true });
    });

    it('has failed; the browser is named, and nothing is left behind', async () => {
      const logged: unknown[] = [];
      const make = (from: PdfSource) => makePdf(from, folder);
      assert.equal(await pdfWith(make, source, (error) => logged.push(error)), 'failed');
      assert.deepEqual(logged, [new Error(`No PDF was made by ${browser}.`)]);
      assert.deepEqual(readdirSync(folder), ['chromium']);
    });
  });
});
