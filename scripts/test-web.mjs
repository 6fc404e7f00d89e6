// npm run test:web: the suite that runs in VS Code, run in VS Code for the web.
import { installDependencies } from './setup.mjs';
import { testCommand } from './steps.mjs';

await testCommand(async ({ check, tests }) => {
  await installDependencies();
  if (await check('Build', 'esbuild.mjs')) await tests('Tests in VS Code for the web', 'scripts/host-web.mjs');
});
