import assert from 'node:assert/strict';
import data from '../../../server/data/formulae.json' with { type: 'json' };
import { countedCode } from '../../../server/src/similar/counted.ts';
import { formulaMask } from '../../../server/src/similar/formulae.ts';

it('each formula is known for one, whatever of it counts', () => {
  const formulae = data.flatMap(({ formulae }) => formulae);
  assert.deepEqual(
    formulae.filter((formula) => marked(formula) !== counted(formula)),
    [],
  );
});

it('is marked among other words, the longest that stands there', () => {
  assert.equal(marked('支部严守政治纪律和政治规矩、维护党的团结统一不够'), '严守政治纪律和政治规矩维护党的团结统一');
});

function marked(text: string): string {
  const words = counted(text);
  const mask = formulaMask(Uint16Array.from(words, (char) => char.charCodeAt(0)));
  return [...words].filter((_, at) => mask[at]).join('');
}

function counted(text: string): string {
  return [...text].filter((char) => countedCode(char.charCodeAt(0)) !== 0).join('');
}
