import { execFileSync } from 'node:child_process';

it('whoever follows CONTRIBUTING.md word for word has a first rule that passes the checks', function () {
  this.timeout(0); // Runs the type check, the lint and some hundred tests.
  execFileSync(process.execPath, ['scripts/firstRule.mjs', '--here'], { stdio: 'pipe' });
});
