// node scripts/host-web-server.mjs PORT WORKSPACE SUITE: VS Code for the web with the extension under
// development, told to run a suite. A process of its own, for it logs every request, and those that a closing
// browser breaks off at length.
import { installWebHost } from './host-install.mjs';
import { root } from './setup.mjs';

const [port, workspace, suite] = process.argv.slice(2);
const { builds, commit, testWeb } = await installWebHost();
await testWeb.open({
  browserType: 'none',
  quality: 'stable',
  commit,
  testRunnerDataDir: builds,
  extensionDevelopmentPath: root,
  extensionTestsPath: suite,
  folderPath: workspace,
  host: '127.0.0.1',
  port: Number(port),
});
