// Runs the suite in test/host in a real VS Code: desktop where there is one, else the embedded host.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from '../test/host/build.mjs';
import { downloadDesktop, findDesktop, separate } from './host-desktop.mjs';
import { main, temporaryFolder } from './processes.mjs';
import { root } from './setup.mjs';

await main(async () => {
  const { node } = await buildSuite();
  const desktop = findDesktop() ?? (await downloadDesktop());
  console.log(
    `Host: ${desktop ? `desktop VS Code, ${desktop}` : "embedded (VS Code's server), for no desktop VS Code can be had here"}`,
  );

  // Tests change files, so they get a copy.
  const data = temporaryFolder();
  const workspace = join(data, 'workspace');
  cpSync(join(root, 'test/host/workspace'), workspace, { recursive: true });
  return runTests({
    vscodeExecutablePath: desktop ?? join(root, 'test/host/code-shim.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: node,
    launchArgs: [workspace, '--disable-extensions', ...separate(data)],
  }).catch((error) => {
    console.error(error.message);
    return 1;
  });
});
