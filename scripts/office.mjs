import { aptInstall, isRoot, which } from './host-browser.mjs';
import { announce } from './processes.mjs';

/** What sets our Word files to compare them with the preview; the fonts are those the comparison counts on. */
const packages = ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-liberation', 'fonts-noto-cjk'];
/** What opens the preview; the tests know it by these names as well. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Continuous integration compares the Word files with LibreOffice's pages, opens the preview in a browser, watches what
 * the command line tool opens with strace, spreads it with GNU parallel and asks the language server from Neovim, so
 * there these are installed where that can be done without asking. Elsewhere the comparison runs where LibreOffice is,
 * and says so where it is not.
 */
export async function installOfficeForCi() {
  const missing = [
    ...(which('soffice') && which('pdftotext') ? [] : packages),
    ...(browsers.some(which) ? [] : ['chromium']),
    ...(which('strace') ? [] : ['strace']),
    ...(which('parallel') ? [] : ['parallel']),
    ...(which('nvim') ? [] : ['neovim']),
  ];
  if (!process.env.CI || missing.length === 0) return;
  if (process.platform !== 'linux' || !isRoot() || !which('apt-get')) return;
  await announce(`Installing ${missing.join(', ')} by apt-get (once)`, () => aptInstall(missing));
}
