import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** `npx vscode-tmgrammar-snap … -u` rewrites the snapshot beside the case. */
it('the scopes of a speech are those of the snapshot', function () {
  this.timeout(20_000);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vscode-tmgrammar-test/dist/snapshot.js',
      ...['--config', 'package.json', '--scope', 'text.html.markdown'],
      ...['--grammar', 'test/syntaxes/markdown.tmLanguage.json', 'test/syntaxes/cases/speech.md'],
    ],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /speech\.md/);
});
