import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

it('every type of the protocol says what it promises', () => {
  const text = readFileSync('server/src/protocol.ts', 'utf8');
  const silent = [...text.matchAll(/(?<!\*\/\n)^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(silent, []);
});
