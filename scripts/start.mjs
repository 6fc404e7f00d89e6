// npm start: installs what is missing, builds, and opens a real VS Code with the extension and a sample speech.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { browserFlags, hasDisplay, installBrowser } from './host-browser.mjs';
import { findDesktop, separate } from './host-desktop.mjs';
import { startServer, workbenchUrl } from './host-server.mjs';
import { announce, main, Obstacle, startGroup, temporaryFolder } from './processes.mjs';
import { buildExtension, installDependencies, root } from './setup.mjs';

const sample = join(root, 'test/speeches/sample/党史学习教育剖析发言.speech.md');

await main(async () => {
  await installDependencies();
  await announce('Building the extension', buildExtension);
  const data = temporaryFolder();
  const file = copyOf(sample, data);
  const desktop = findDesktop();
  await (desktop ? openDesktop(desktop, file, data) : openEmbedded(file));
});

/** Resolves when its window is closed. */
async function openDesktop(program, { folder, file }, data) {
  console.log(`Opening VS Code (${program}). Ctrl+C ends it; the speech is a copy, change what you like.`);
  // Where only the command `code` was found, `--wait` keeps it from returning at once.
  const args = ['--wait', `--extensionDevelopmentPath=${root}`, ...separate(data), folder, file];
  const { exited } = startGroup(program, args, { stdio: 'ignore', shell: program.endsWith('.cmd') });
  return exited;
}

/** Resolves when the server ends, or the window of the browser if there is one. */
async function openEmbedded({ folder, file }) {
  const browser = await installBrowser().catch((error) => {
    // Without a display the page is opened on another machine, with the browser there.
    if (hasDisplay()) throw error;
  });
  const server = await startServer({ port: Number(process.env.FAYAN_PORT ?? 0) });
  const url = workbenchUrl(server, { folder, file, development: root });
  console.log(
    `VS Code with the extension is ready:\n\n  ${url}\n\nCtrl+C ends it; the speech is a copy, change what you like.`,
  );
  if (!hasDisplay()) return server.exited;
  const profile = `--user-data-dir=${join(server.data, 'browser')}`;
  const window = startGroup(browser, [...browserFlags, profile, '--window-size=1280,860', `--app=${url}`], {
    stdio: 'ignore',
  });
  return Promise.race([server.exited, window.exited]);
}

/** The file in a folder of its own. */
function copyOf(file, data) {
  if (!existsSync(file)) throw new Obstacle(`The sample speech is missing: ${file}`);
  const folder = join(data, '发言');
  mkdirSync(folder);
  copyFileSync(file, join(folder, basename(file)));
  return { folder, file: join(folder, basename(file)) };
}
