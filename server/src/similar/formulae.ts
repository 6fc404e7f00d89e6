import data from '../../data/formulae.json' with { type: 'json' };
import { countedCode } from './counted.ts';

/** Formulae as they are written, by their first two characters that count; most heads are met in no speech. */
const written = new Map<number, string[]>();
/** 1 for the characters with which some formula begins: nine in ten do not. */
const begins = new Uint8Array(0x10000);
for (const formula of data.flatMap(({ formulae }) => formulae)) {
  const [first, second] = countedHead(formula);
  if (second === 0) continue;
  begins[first] = 1;
  const head = headKey(first, second);
  const alike = written.get(head);
  if (alike) alike.push(formula);
  else written.set(head, [formula]);
}

/** What counts of those whose head has been met, longest first. */
const read = new Map<number, readonly Uint16Array[]>();

/** 套话 — marks what belongs to expressions that everybody writes and that are nobody's: fixed phrases, aspects, transitions. */
export function formulaMask(codes: Uint16Array): Uint8Array {
  const mask = new Uint8Array(codes.length);
  for (let at = 0; at + 1 < codes.length; at += 1) {
    if (!begins[codes[at] ?? 0]) continue;
    const formula = withHead(headKey(codes[at] ?? 0, codes[at + 1] ?? 0)).find((one) => standsAt(one, codes, at));
    if (formula) mask.fill(1, at, at + formula.length);
  }
  return mask;
}

function withHead(head: number): readonly Uint16Array[] {
  const known = read.get(head);
  if (known) return known;
  const formulae = written.get(head);
  if (!formulae) return none;
  const counted = formulae.map((formula) =>
    Uint16Array.from([...formula].map((char) => countedCode(char.charCodeAt(0))).filter((code) => code !== 0)),
  );
  counted.sort((a, b) => b.length - a.length);
  read.set(head, counted);
  return counted;
}

const none: readonly Uint16Array[] = [];

/** Zeros where there are no two. */
function countedHead(formula: string): [first: number, second: number] {
  let first = 0;
  for (let at = 0; at < formula.length; at += 1) {
    const code = countedCode(formula.charCodeAt(at));
    if (first !== 0 && code !== 0) return [first, code];
    if (first === 0) first = code;
  }
  return [0, 0];
}

function headKey(first: number, second: number): number {
  return first * 0x10000 + second;
}

function standsAt(formula: Uint16Array, codes: Uint16Array, at: number): boolean {
  if (at + formula.length > codes.length) return false;
  for (let index = 2; index < formula.length; index += 1) if (formula[index] !== codes[at + index]) return false;
  return true;
}
