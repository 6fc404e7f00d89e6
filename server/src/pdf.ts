import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a PDF can be made from. */
export interface PdfSource {
  readonly html: string;
  readonly docx: () => Uint8Array;
}

/**
 * Makes a PDF with an installed browser, which prints the pages as the preview shows them, or else with
 * LibreOffice; `undefined` where there is neither. Throws where none of them makes one. Works in a new folder
 * inside `folder`, and removes it.
 */
export async function makePdf({ html, docx }: PdfSource, folder: string): Promise<Uint8Array | undefined> {
  const browser = findBrowser();
  const office = findProgram(offices);
  if (!browser && !office) return undefined;
  const work = await mkdtemp(join(folder, '.fayan-'));
  try {
    const target = join(work, 'speech.pdf');
    if (browser) {
      const page = join(work, 'speech.html');
      await writeFile(page, html);
      // A browser run by root has no sandbox. The page is our own: the text of the speech is
      // escaped, and there is no script.
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const made = await run(browser, [
        '--headless',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-extensions',
        '--disable-background-networking',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(work, 'profile')}`,
        `--print-to-pdf=${target}`,
        ...asRoot,
        pathToFileURL(page).href,
      ]);
      const pdf = made ? await contentOf(target) : undefined;
      if (pdf) return pdf;
    }
    if (office) {
      const file = join(work, 'speech.docx');
      await writeFile(file, docx());
      const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'office')).href}`;
      await run(office, [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', work, file]);
      const pdf = await contentOf(target);
      if (pdf) return pdf;
    }
    throw new Error(`No PDF was made by ${[browser, office].filter(Boolean).join(' or ')}.`);
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The path of an installed browser that can print. */
export function findBrowser(): string | undefined {
  return findProgram(browsers);
}

const browsers = {
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'msedge',
    'microsoft-edge',
  ],
  places: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

const offices = {
  names: ['soffice', 'libreoffice'],
  places: [
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
};

/** The full path of a program, so that one of this name in the current folder is never run. */
function findProgram({ names, places }: typeof browsers): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const candidates = folders.flatMap((folder) =>
    names.flatMap((name) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...candidates, ...places.filter(isAbsolute)].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the program ended in time and without error. */
function run(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: 120_000, windowsHide: true });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

async function contentOf(path: string): Promise<Uint8Array | undefined> {
  try {
    const content = await readFile(path);
    return content.length > 0 ? content : undefined;
  } catch {
    return undefined;
  }
}
