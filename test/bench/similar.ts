// Similarity at scale: time, memory, recall and precision on planted copies.
// `npx tsx test/bench/similar.ts [SPEECHES [CHARACTERS]]`
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { fingerprint } from '../../server/src/similar/fingerprint.ts';
import { similarIn } from '../../server/src/similar/lookup.ts';
import { createIndex } from '../../server/src/similar/similarIndex.ts';
import { encode } from '../../server/src/similar/store.ts';
import { corpusOf, shares } from './plantedCopies.ts';
import { scoreCopies } from './scoreCopies.ts';

const [speeches = 10_000, characters = 1_330] = process.argv.slice(2).map(Number);
const corpus = corpusOf(speeches, characters, Math.min(50, Math.floor(speeches / 8)));
const bytes = corpus.texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${speeches} speeches, ${(bytes / 1e6).toFixed(1)} MB`);

const before = process.memoryUsage();
let began = performance.now();
let used = process.cpuUsage();
const index = createIndex();
for (const [number, text] of corpus.texts.entries()) {
  const speech = parseSpeech(text);
  index.put({ uri: `/${number}.md`, stamp: '', lastYear: false, fingerprint: fingerprint(speech) });
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`index          ${seconds} s on one thread (${(processor(used) / 1000).toFixed(1)} s of processor time)`);

let current = '';
const similar = similarIn(index, () => current);
const times: number[] = [];
const busy: number[] = [];
const found = corpus.copies.map(({ by }) => {
  current = `/${by}.md`;
  const speech = parseSpeech(corpus.texts[by] ?? '');
  began = performance.now();
  used = process.cpuUsage();
  const passages = similar.passagesLike(speech);
  times.push(performance.now() - began);
  busy.push(processor(used));
  return passages;
});
console.log(`look-up        ${quantiles(times)} (the first makes the segment)`);
console.log(`  of processor ${quantiles(busy)}`);
const { arrayBuffers, heapUsed } = process.memoryUsage();
console.log(
  `memory         ${((arrayBuffers - before.arrayBuffers) / 1e6).toFixed(0)} MB arrays, ${((heapUsed - before.heapUsed) / 1e6).toFixed(0)} MB heap`,
);
console.log(`stored         ${(encode([...index.all()]).length / 1e6).toFixed(0)} MB`);
for (const share of shares) {
  const { recall, precision, right, wrong } = scoreCopies(corpus, found, share);
  const name = share === 0 ? 'verbatim' : `${share * 100} % changed`;
  console.log(
    `${name.padEnd(14)} recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)} (${right} right, ${wrong} wrong)`,
  );
}

function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function quantiles(list: readonly number[]): string {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`;
}
