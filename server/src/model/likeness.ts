import type { Context, Theme } from './context.ts';
import type { Speech, Unit } from './speech.ts';
import type { Evidence, Link } from './trace.ts';

/** A first honest likeness: themes by their cue words, shared pairs of characters that few units share, and reading order. */
export function likeness(speech: Speech, froms: readonly Unit[], tos: readonly Unit[], context: Context): Link[] {
  const left = froms.map((unit) => profileOf(speech.text, unit, context.themes));
  const right = tos.map((unit) => profileOf(speech.text, unit, context.themes));
  const rarity = rarityOf([...left, ...right]);
  return froms.flatMap((from, i) =>
    tos.flatMap((to, j) => {
      const [a, b] = [left[i], right[j]];
      if (!a || !b) return [];
      if (from.aspect && from.aspect === to.aspect) {
        const evidence: Evidence[] = [{ kind: 'structure', words: [from.title], weight: 1 }];
        return [{ from, to, confidence: 1, evidence }];
      }
      const evidence = [themeEvidence(a, b, context.themes), termEvidence(a, b, rarity)].filter(
        ({ weight }) => weight > 0.05,
      );
      const confidence = Math.min(
        1,
        evidence.reduce((sum, { weight }) => sum + weight, 0),
      );
      return [{ from, to, confidence, evidence: evidence.sort((x, y) => y.weight - x.weight) }];
    }),
  );
}

interface Profile {
  readonly themes: ReadonlyMap<string, number>;
  readonly pairs: ReadonlySet<string>;
}

function profileOf(text: string, unit: Unit, themes: readonly Theme[]): Profile {
  const whole = text.slice(unit.span.start, unit.span.end).replace(/[“”"\s　*]/g, '');
  const heads = [unit.title, ...unit.points.map(({ title }) => title)].join('。').replace(/[“”"\s　*]/g, '');
  const scores = new Map<string, number>();
  for (const theme of themes) {
    let score = 0;
    for (const word of theme[unit.kind]) {
      score += Math.min(2, whole.split(word).length - 1) + (heads.includes(word) ? 3 : 0);
    }
    if (score > 0) scores.set(theme.id, score);
  }
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  const kept = [...scores]
    .filter(([, score]) => score / total > 0.15)
    .map(([id, score]) => [id, score / total] as const);
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= whole.length; at += 1) {
    const pair = whole.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.add(pair);
  }
  return { themes: new Map(kept), pairs };
}

function rarityOf(profiles: readonly Profile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { pairs } of profiles) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return new Map([...counts].map(([pair, count]) => [pair, Math.log(1 + profiles.length / count) - Math.log(2)]));
}

function themeEvidence(a: Profile, b: Profile, themes: readonly Theme[]): Evidence {
  let weight = 0;
  const words: string[] = [];
  for (const [id, share] of a.themes) {
    const theme = themes.find((known) => known.id === id);
    const same = b.themes.get(id) ?? 0;
    const kin = Math.max(0, ...(theme?.kin ?? []).map((other) => b.themes.get(other) ?? 0));
    const fit = Math.max(same, 0.4 * kin) * share;
    if (fit > 0.05 && theme) words.push(theme.name);
    weight += fit;
  }
  return { kind: 'theme', words, weight: Math.min(1, 1.6 * weight) };
}

function termEvidence(a: Profile, b: Profile, rarity: ReadonlyMap<string, number>): Evidence {
  const shared = [...a.pairs]
    .filter((pair) => b.pairs.has(pair))
    .sort((x, y) => (rarity.get(y) ?? 0) - (rarity.get(x) ?? 0));
  const weight = shared.reduce((sum, pair) => sum + Math.max(0, rarity.get(pair) ?? 0), 0);
  return { kind: 'terms', words: shared.slice(0, 5), weight: Math.min(0.6, weight / 40) };
}
