import { execFileSync } from 'node:child_process';

it('two folders with the same sources give the same package, byte for byte', function () {
  this.timeout(0); // Builds and packs twice.
  execFileSync(process.execPath, ['scripts/sameBytes.mjs', '--here'], { stdio: 'pipe' });
});
