import data from '../../data/formulae.json' with { type: 'json' };
import { countedCode } from './counted.ts';

/** Formulae by their first two characters, longest first. */
const byHead = new Map<number, Uint16Array[]>();
/** 1 for the characters with which some formula begins: nine in ten do not. */
const begins = new Uint8Array(0x10000);
for (const formula of data.flatMap(({ formulae }) => formulae)) {
  const codes = Uint16Array.from(
    [...formula].map((char) => countedCode(char.charCodeAt(0))).filter((code) => code !== 0),
  );
  if (codes.length < 2) continue;
  begins[codes[0] ?? 0] = 1;
  const key = headKey(codes, 0);
  byHead.set(
    key,
    [...(byHead.get(key) ?? []), codes].sort((a, b) => b.length - a.length),
  );
}

/** 套话 — marks what belongs to expressions that everybody writes and that are nobody's: fixed phrases, aspects, transitions. */
export function formulaMask(codes: Uint16Array): Uint8Array {
  const mask = new Uint8Array(codes.length);
  for (let at = 0; at + 1 < codes.length; at += 1) {
    if (!begins[codes[at] ?? 0]) continue;
    const formula = byHead.get(headKey(codes, at))?.find((candidate) => standsAt(candidate, codes, at));
    if (formula) mask.fill(1, at, at + formula.length);
  }
  return mask;
}

function headKey(codes: Uint16Array, at: number): number {
  return (codes[at] ?? 0) * 0x10000 + (codes[at + 1] ?? 0);
}

function standsAt(formula: Uint16Array, codes: Uint16Array, at: number): boolean {
  if (at + formula.length > codes.length) return false;
  for (let index = 2; index < formula.length; index += 1) if (formula[index] !== codes[at + index]) return false;
  return true;
}
