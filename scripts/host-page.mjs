// A suite in a workbench that a browser shows: what desktop VS Code does on a terminal, done through the page.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { root } from './setup.mjs';

const screenshot = join(root, '.cache/host-timeout.png');

/** What the workbench itself has to say on the way; none of it is about the extension. */
const noise = new RegExp(
  `^(${[
    'Creating a socket',
    'Creation of workbench contribution',
    '\\[text file model\\] handleSaveError',
    'DialogService: ',
    'ENOPRO',
    "(Error: )?Cannot find module './build/Release",
    'Error: Could not locate the bindings file',
    'Ignoring (fetching additional builtin|the error while validating workspace folder)',
    'Resolv(ing|ed) connection token',
    'Updating additional builtin',
    '\\[(AccountPolicyGate|AgentHost|Service Worker|reconnection-grace-time)',
    'getaddrinfo ',
    'Found additional builtin',
    'Loading development extension',
    'vscode-test-web-support',
  ].join('|')})`,
);

/** Marks of a stack that runs through VS Code's own code, and of one that runs through the extension or the suite. */
const ownCode = /\/out\/vs\//;
const ourCode = /\/dist\/(node|browser)\/|\/test-host\/|fayan\.fayan/;

/**
 * Opens a workbench that was told to run a suite, and resolves to the exit status when that is over.
 * A status of 0 alone proves nothing: VS Code also answers 0 when its extension host was killed.
 */
export async function runSuite(browser, url, { limit = 300_000 } = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let finish;
  const status = new Promise((resolve) => {
    finish = resolve;
  });
  // VS Code calls these two where there is no terminal to write to and no process to end.
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  await page.exposeFunction('codeAutomationLog', (type, words) => {
    const complaint = type === 'error' || type === 'warn';
    const text = format(...words);
    if (noise.test(text) || (complaint && ownCode.test(text) && !ourCode.test(text))) return;
    console[complaint ? 'error' : 'log'](text);
  });
  page.on('crash', () => finish(3));
  page.on('close', () => finish(3));
  const timer = setTimeout(async () => {
    mkdirSync(dirname(screenshot), { recursive: true });
    await page.screenshot({ path: screenshot }).catch(() => {});
    console.error(`The suite did not end within ${limit / 1000} s; .cache/host-timeout.png shows the workbench.`);
    finish(124);
  }, limit);
  await page.goto(url);
  return status.finally(() => clearTimeout(timer));
}
