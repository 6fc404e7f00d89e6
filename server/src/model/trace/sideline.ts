import { memoised } from '../memory/memoised.ts';
import { memoisedByText } from '../memory/memoisedByText.ts';
import { perUnit } from '../memory/perUnit.ts';
import { isUnwritten, unitText } from '../reading/unitText.ts';

/**
 * How much each character speaks for a measure that answers no problem: by the weight, all that have it.
 * Written by `npm run trace:fit`.
 */
export type SidelineCharacters = Readonly<Record<string, string>>;

/**
 * 分外事 — how much each measure reads like one that answers no problem. A speech finds fault with the speaker,
 * so measures that mend this speak of 我, 书记, 班子, 每次, 不得, 必须. What is done for others (送戏, 体检, 评选, 消防演练) has
 * other words, whatever its matter. About -4 for a measure that answers, 0 and up for one that does not; says
 * nothing about other units.
 */
export const sidelines = memoised((characters: SidelineCharacters) => {
  const weights = weightsOf(characters);
  const sideline = memoisedByText((text) => sidelineOf(text, weights));
  return perUnit((unit, speech): number =>
    unit.kind !== 'measure' || isUnwritten(speech, unit)
      ? usual
      : sideline(unitText(speech, unit), speech.retouch !== undefined),
  );
});

/**
 * From here on a measure reads like one that answers nothing. Of the labelled ones that answer 2 in 100
 * do, of the others 6 in 10.
 */
export const sidelineFrom = -1;

/** For a measure too short to tell. */
const usual = -3.5;

/** In different characters. Fewer tell nothing. */
const leastCharacters = 30;

/** By character, from the first 汉字 on. */
function weightsOf(characters: SidelineCharacters): Float32Array {
  const weights = new Float32Array(lastHan - firstHan + 1);
  for (const [weight, all] of Object.entries(characters))
    for (const one of all) weights[one.charCodeAt(0) - firstHan] = Number(weight);
  return weights;
}

/** Each character counts once. */
function sidelineOf(text: string, weights: Float32Array): number {
  reading += 1;
  let [count, sum] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isHan(code) || lastIn[code - firstHan] === reading) continue;
    lastIn[code - firstHan] = reading;
    count += 1;
    sum += weights[code - firstHan] ?? 0;
  }
  return count < leastCharacters ? usual : sum / Math.sqrt(count);
}

/** Whether a UTF-16 unit is one of the unified ideographs of the basic block, rare characters beyond it left out. */
export function isHan(code: number): boolean {
  return code >= firstHan && code <= lastHan;
}

/** That block, both ends included. */
export const firstHan = 0x4e00;
export const lastHan = 0x9fff;

/** The reading in which each character was last met. A `Set` would cost more at each key than everything else here. */
const lastIn = new Uint32Array(lastHan - firstHan + 1);
let reading = 0;
