// What the trace costs by itself, in processor time: after an edit of one character in a speech of 4,400 characters,
// and from scratch as problems and measures grow to 200 each. `npx tsx test/bench/trace.ts`

import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import type { Speech } from '../../server/src/model/speech.ts';
import { trace } from '../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../server/src/userData/defaultContext.ts';
import { fixture } from '../speeches.ts';

const { text: long } = fixture(26);
let speech = parseSpeech(long);
console.log(`${speech.problems.length} × ${speech.measures.length}, ${long.length} characters`);
for (const [name, ...places] of edits(speech)) {
  const times: number[] = [];
  for (let round = 0; round < 600; round += 1) {
    const text = speech.source.getText();
    const at = (places[round % places.length] ?? 0) + 1;
    const typed = [text.slice(0, at), '渠塘'[round % 2], text.slice(at)].join('');
    speech = parseSpeech(round % 100 === 99 ? long : typed, speech);
    times.push(timed(() => trace(speech, defaultContext)));
  }
  // The first are slower in everything, until they are compiled.
  console.log(`${name}: median ${median(times.slice(300))} ms`);
}
for (const count of [25, 50, 100, 140, 200]) {
  const times = Array.from({ length: 5 }, (_, round) => {
    const grown = parseSpeech(grownTo(count, round));
    return timed(() => trace(grown, defaultContext));
  });
  console.log(`${count} × ${count} from scratch: median ${median(times)} ms`);
}

/** In one paragraph, and in another at every key: there the earlier reading helps least. */
function edits({ problems, measures }: Speech): Array<[name: string, ...places: number[]]> {
  const starts = [...problems, ...measures].map(({ span }) => Math.floor((span.start + span.end) / 2));
  return [
    ['typing on in one paragraph', starts[0] ?? 0],
    ['a key in each unit in turn', ...starts],
  ];
}

/** Problems and measures of words of their own, `round` so that nothing is remembered from the last time. */
function grownTo(count: number, round: number): string {
  const words = (number: number) =>
    [0, 1, 2, 3]
      .map((step) => String.fromCodePoint(0x4e00 + ((number * 37 + step * 911 + round * 17) % 20_000)))
      .join('');
  const items = (sentence: (word: string) => string) =>
    Array.from({ length: count }, (_, number) => `- ${sentence(words(number))}`).join('\n');
  return [
    '# 剖析发言',
    '一、存在的问题',
    items((word) => `${word}抓得不紧。去年${word}只办了三次，群众有意见。`),
    '二、整改措施',
    items((word) => `抓好${word}。每月办一次${word}，由我负责，年底前办完。`),
  ].join('\n\n');
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(times: readonly number[]): string {
  return [...times].sort((one, other) => one - other)[times.length >> 1]?.toFixed(2) ?? '–';
}
