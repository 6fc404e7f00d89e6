import { aptInstall, isRoot, which } from './host-browser.mjs';
import { announce } from './processes.mjs';

/** What sets our Word files to compare them with the preview; the fonts are those the comparison counts on. */
const packages = ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-liberation', 'fonts-noto-cjk'];

/**
 * Continuous integration compares the Word files with LibreOffice's pages, so there it is installed where that can be done without
 * asking. Elsewhere the comparison runs where LibreOffice is, and says so where it is not.
 */
export async function installOfficeForCi() {
  if (!process.env.CI || (which('soffice') && which('pdftotext'))) return;
  if (process.platform !== 'linux' || !isRoot() || !which('apt-get')) return;
  await announce('Installing LibreOffice by apt-get (once)', () => aptInstall(packages));
}
