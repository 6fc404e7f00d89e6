// Runs the suite in test/host in the web extension host: a worker in the browser, with VS Code for the web around it.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildSuite } from '../test/host/build.mjs';
import { launchBrowser } from './host-browser.mjs';
import { installHost, installWebHost } from './host-install.mjs';
import { runSuite } from './host-page.mjs';
import { freePort } from './host-server.mjs';
import { main, startGroup, temporaryFolder, within } from './processes.mjs';
import { root } from './setup.mjs';

await main(async () => {
  const { web } = await buildSuite();
  const { playwright } = await installHost();
  await installWebHost();
  const browser = await launchBrowser(playwright);
  const workspace = join(temporaryFolder(), 'workspace');
  cpSync(join(root, 'test/host/workspace'), workspace, { recursive: true });
  const port = await freePort(0);
  const server = ['scripts/host-web-server.mjs', String(port), workspace, web];
  startGroup(process.execPath, server, { cwd: root, stdio: 'ignore' });
  const answers = () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    );
  if (!(await within(30_000, answers))) throw new Error('The server of VS Code for the web did not start.');
  // Webviews live on subdomains of this name, so they count as the same site; else the browser
  // blocks their service worker.
  return runSuite(browser, `http://vscode.localhost:${port}`);
});
