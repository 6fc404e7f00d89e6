import { memoised } from './memoised.ts';
import { perUnit } from './perUnit.ts';
import { remembered } from './remembered.ts';
import { isUnwritten, unitText } from './unitText.ts';

/** How much each character speaks for a measure that answers no problem: by the weight, all that have it. Written by `npm run trace:fit`. */
export type SidelineCharacters = Readonly<Record<string, string>>;

/**
 * 分外事 — how much each measure reads like one that answers no problem. A speech finds fault with those who give it, and what
 * mends this speaks of 我, 书记, 班子, of 每次, 不得 and 必须; what is done for others besides, 送戏, 体检, 评选, 消防演练, is told in
 * other words whatever its matter. About -4 for one that answers, 0 and up for one that does not; nothing of other units.
 */
export const sidelines = memoised((characters: SidelineCharacters) => {
  const weights = weightsOf(characters);
  const sideline = remembered((text) => sidelineOf(text, weights));
  return perUnit((unit, speech): number =>
    unit.kind !== 'measure' || isUnwritten(speech, unit)
      ? usual
      : sideline(unitText(speech, unit), speech.retouch !== undefined),
  );
});

/** From this a measure reads like one that answers nothing: of the labelled ones that answer, 2 in 100 do, of the others 6 in 10. */
export const sidelineFrom = -1;

/** Of a measure of which nothing can be told. */
const usual = -3.5;

/** Different characters. Fewer tell nothing. */
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

export function isHan(code: number): boolean {
  return code >= firstHan && code <= lastHan;
}

const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** In which reading each character was met last: a set of them would be most of what is done at each key. */
const lastIn = new Uint32Array(lastHan - firstHan + 1);
let reading = 0;
