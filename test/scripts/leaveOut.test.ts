import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import unusedFeatures from '../../scripts/unused-features.json' with { type: 'json' };
import { connected, introduce } from '../server/inMemory.ts';

it('the client keeps every feature that the server announces', async () => {
  const client = connected();
  const { capabilities } = await introduce(client);
  assert('hoverProvider' in capabilities);
  assert.deepEqual(
    Object.values(unusedFeatures).filter((capability) => capability in capabilities),
    [],
  );
  client.dispose();
});

it('what is left of the client speaks of no request that the protocol is left without', () => {
  const common = join(packageFolder('vscode-languageclient'), 'lib/common');
  const protocol = join(packageFolder('vscode-languageserver-protocol'), 'lib/common');
  const isUnused = (name: string) => Object.hasOwn(unusedFeatures, name) && name !== 'semanticTokens';
  const leftOut = readdirSync(protocol)
    .filter((file) => isUnused(/^protocol\.(\w+)\.js$/.exec(file)?.[1] ?? ''))
    .flatMap((file) => [...readFileSync(join(protocol, file), 'utf8').matchAll(/\bexports\.(\w+) = /g)])
    .map(([, name = '']) => name);
  assert(leftOut.includes('CallHierarchyPrepareRequest'));
  const kept = readdirSync(common).filter((file) => /^\w+\.js$/.test(file) && !isUnused(file.replace('.js', '')));
  const spokenOf = kept.flatMap((file) => {
    const source = readFileSync(join(common, file), 'utf8');
    return leftOut.filter((name) => new RegExp(`\\.${name}\\b`).test(source)).map((name) => `${file}: ${name}`);
  });
  assert.deepEqual(spokenOf, []);
});

function packageFolder(name: string): string {
  return join(import.meta.dirname, '../../node_modules', name);
}
