// npm test: installs what is missing, then runs every check and every test.
import { installOfficeForCi } from './office.mjs';
import { installDependencies } from './setup.mjs';
import { testCommand } from './steps.mjs';

await testCommand(async ({ check, tests }) => {
  await installDependencies();
  await installOfficeForCi();
  await check('Type check', 'node_modules/typescript/bin/tsc', '-p', '.');
  await check('Type check of the webviews', 'node_modules/typescript/bin/tsc', '-p', 'client/src/webview');
  await check('Type check of the build', 'node_modules/typescript/bin/tsc', '-p', 'scripts');
  await check('Lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.');
  // The unit tests talk to the bundles as well: the server as a process and in a worker, the command line.
  const built = await check('Build', 'esbuild.mjs');
  await check('Bundle sizes', 'scripts/bundleSize.mjs');
  await check('Licences of what is shipped', 'scripts/notices.mjs', '--check');
  await tests(
    'Unit tests',
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    './scripts/count-reporter.cjs',
    'test/*.test.ts', // The longest first.
    'test/!(host|bench)/**/*.test.ts',
  );
  if (built) {
    await tests('Tests in VS Code', 'scripts/host-suite.mjs');
    if (process.platform === 'win32')
      console.log(
        '\n== Tests in VS Code for the web and of the package: left out on Windows, which has no embedded host',
      );
    else {
      await tests('Tests in VS Code for the web', 'scripts/host-web.mjs');
      await tests('The package, installed and worked with by keys', 'scripts/smoke.mjs');
      if (process.platform === 'linux')
        await tests('The extension where things go wrong around it', 'scripts/hardships.mjs');
      else console.log('\n== The extension where things go wrong around it: left out, for that takes Linux');
    }
  } else console.log('\n== Tests in VS Code: left out, for there is no build to test');
});
