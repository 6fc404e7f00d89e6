import data from '../../data/formulae.json' with { type: 'json' };

/** The counted characters of each formula, by their first two, longest first. */
const byHead = new Map<number, string[]>();
/** 1 for the characters that begin a formula, for a quick test: nine in ten do not. */
const begins = new Uint8Array(0x10000);
for (const { formulae } of data) {
  for (const written of formulae) {
    const formula = written.replace(/[^\u4e00-\u9fff0-9a-z]/g, '');
    if (formula.length < 2) continue;
    begins[formula.charCodeAt(0)] = 1;
    const head = headKey(formula.charCodeAt(0), formula.charCodeAt(1));
    const alike = byHead.get(head);
    if (!alike) byHead.set(head, [formula]);
    else {
      alike.push(formula);
      alike.sort((a, b) => b.length - a.length);
    }
  }
}

/** 套话 — marks the characters of expressions that everybody writes: fixed phrases, aspects, transitions. */
export function formulaMask(codes: Uint16Array): Uint8Array {
  const mask = new Uint8Array(codes.length);
  for (let at = 0; at + 1 < codes.length; at += 1) {
    if (!begins[codes[at] ?? 0]) continue;
    const alike = byHead.get(headKey(codes[at] ?? 0, codes[at + 1] ?? 0));
    const formula = alike?.find((candidate) => standsAt(candidate, codes, at));
    if (formula) mask.fill(1, at, at + formula.length);
  }
  return mask;
}

function headKey(first: number, second: number): number {
  return first * 0x10000 + second;
}

function standsAt(formula: string, codes: Uint16Array, at: number): boolean {
  for (let index = 2; index < formula.length; index += 1)
    if (formula.charCodeAt(index) !== codes[at + index]) return false;
  return true;
}
