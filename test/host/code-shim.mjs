#!/usr/bin/env node
// Stands in for the program of desktop VS Code where there is none: understands the arguments that test-electron passes
// and runs the suite in the embedded host. Arguments that make no sense there are passed over.
import { existsSync, statSync } from 'node:fs';
import { launchBrowser } from '../../scripts/host-browser.mjs';
import { installHost } from '../../scripts/host-install.mjs';
import { runSuite } from '../../scripts/host-page.mjs';
import { startServer, workbenchUrl } from '../../scripts/host-server.mjs';
import { main } from '../../scripts/processes.mjs';

const args = process.argv.slice(2);

await main(async () => {
  const { playwright } = await installHost();
  const browser = await launchBrowser(playwright);
  const server = await startServer();
  return runSuite(
    browser,
    workbenchUrl(server, {
      folder: args.find((arg) => existsSync(arg) && statSync(arg).isDirectory()),
      development: option('extensionDevelopmentPath'),
      tests: option('extensionTestsPath'),
    }),
  );
});

function option(name) {
  const start = `--${name}=`;
  return args.find((arg) => arg.startsWith(start))?.slice(start.length);
}
