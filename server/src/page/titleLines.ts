import { emsOf } from './fonts.ts';
import { metricsOf } from './metrics.ts';
import type { Run } from './runs.ts';
import type { PageStyle } from './style.ts';

/**
 * A title too long for one line, broken between words into lines of about equal length, the longest not last where
 * words allow (梯形): a word split across lines, or one lone 字 in the second, is what format checks circle first.
 */
export function balanced(runs: readonly Run[], style: PageStyle): Run[] {
  const text = runs.map((run) => run.text).join('');
  const most = Math.floor(metricsOf(style).width / style.title.size);
  if (text.includes('\n') || emsOf(text) <= most) return [...runs];
  const words = wordsOf(text);
  const count = Math.ceil(emsOf(text) / most);
  for (let lines = count; lines <= count + 1; lines += 1) {
    const breaks = bestBreaks(words, lines, most);
    if (breaks) return withBreaks(runs, breaks);
  }
  return [...runs];
}

/** Offsets at which lines begin; the breaks that leave the lengths closest to each other. */
function bestBreaks(words: readonly string[], lines: number, most: number): number[] | undefined {
  const widths = words.map(emsOf);
  const ideal = widths.reduce((sum, width) => sum + width, 0) / lines;
  // best[n][k]: least cost of setting the first k words in n lines.
  let best: Array<{ cost: number; breaks: number[] } | undefined> = [{ cost: 0, breaks: [] }];
  for (let line = 1; line <= lines; line += 1) {
    const next: typeof best = [];
    for (let end = 1; end <= words.length; end += 1) {
      let width = 0;
      for (let start = end - 1; start >= 0; start -= 1) {
        width += widths[start] ?? 0;
        if (width > most) break;
        const before = best[start];
        if (!before) continue;
        const cost =
          before.cost + (width - ideal) ** 2 + (line === lines && width > ideal ? 0.5 : 0) + breakCost(words, start);
        if (cost < (next[end]?.cost ?? Number.POSITIVE_INFINITY)) {
          next[end] = { cost, breaks: start > 0 ? [...before.breaks, start] : before.breaks };
        }
      }
    }
    best = next;
  }
  const found = best[words.length];
  return found?.breaks.map((word) => words.slice(0, word).join('').length);
}

/** Where a title may be broken, however narrow it is set: the pieces that stay whole. */
export function titlePieces(text: string): string[] {
  const words = wordsOf(text);
  const pieces: string[] = [];
  for (const [index, word] of words.entries()) {
    const last = pieces.at(-1);
    if (last !== undefined && breakCost(words, index) === tight) pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}

/** The cost of a break that tears a group apart. */
const tight = 20;

/** Titles are read in groups: 党总支书记 stays together, and a line may well begin with 民主生活会 or 对照检查. */
function breakCost(words: readonly string[], start: number): number {
  if (start === 0) return 0;
  const next = words.slice(start, start + 3).join('');
  if (
    /^(?:支|总支|教育|生活会|检查|书记|副书记|主任|副|局长|院长|校长|处长|组长|班子|成员|同志|会议|会|材料|发言|报告|情况|提纲|方案)/.test(
      next,
    )
  )
    return tight;
  return /^(?:20\d\d|年度|专题|民主|组织生活|对照检查|个人|领导班子|剖析|关于|在)/.test(next) ? 0 : 3;
}

/**
 * Words with the marks that may not begin or end a line, as `Intl.Segmenter` finds them; where
 * it is missing, characters.
 */
function wordsOf(text: string): string[] {
  const pieces = text.split(whole).flatMap((part, index) => (index % 2 === 1 ? [part] : segments(part)));
  const words: string[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    const glued =
      last !== undefined &&
      (/^[》”）〕」』、，。：；！？的之和与暨及在上中]$/.test(piece) ||
        /[《“（〔「『]$/.test(last) ||
        /^\d+$/.test(last));
    if (glued) words[words.length - 1] = last + piece;
    else words.push(piece);
  }
  return words;
}

function segments(text: string): string[] {
  return segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text];
}

/** A name that must never be torn, years and congresses: `Intl.Segmenter` takes them apart. */
const whole = /(习近平|[〇○零一二三四五六七八九]{4}年度?|(?:二十|十[七八九])[大届]|[一二三四五六七]中全会)/;

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

function withBreaks(runs: readonly Run[], breaks: readonly number[]): Run[] {
  const out: Run[] = [];
  let passed = 0;
  for (const run of runs) {
    let at = 0;
    for (const place of breaks) {
      const inside = place - passed;
      if (inside < at || inside >= run.text.length || inside < 0) continue;
      if (inside > at) out.push({ ...run, text: run.text.slice(at, inside), from: run.from + at });
      if (inside > 0 || out.length > 0) out.push({ text: '\n', from: run.from + inside });
      at = inside;
    }
    out.push({ ...run, text: run.text.slice(at), from: run.from + at });
    passed += run.text.length;
  }
  return out;
}
