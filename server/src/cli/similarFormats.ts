import { t } from '@vscode/l10n';
import { csvRow } from '../render/csv.ts';
import { sameWords } from '../similar/sameWords.ts';
import type { Pair } from './pairs.ts';

/** What `fayan similar` has found. */
export interface Sameness {
  /** `counted`: how many characters of the file take part in the comparison. */
  readonly files: ReadonlyArray<{ readonly file: string; readonly counted: number }>;
  readonly pairs: readonly Pair[];
  /** 0–1; pairs that share less are left out. */
  readonly least: number;
  readonly errors: ReadonlyArray<{ readonly file: string; readonly error: string }>;
}

/** The pairs, those with most in common first, with the lines of each shared passage. */
export function* similarText({ files, pairs, least }: Sameness): Iterable<string> {
  for (const { a, b, shareA, shareB, sameWork, passages } of pairs) {
    const note = sameWork ? t('（同一作者，或同一稿的不同版本）') : '';
    yield `${percent(Math.max(shareA, shareB))}  ${a} ↔ ${b}${note}\n`;
    for (const passage of passages) {
      const { line, endLine, there } = passage;
      const places = `${lines(line, endLine)} ↔ ${lines(there.start.line, there.end.line)}`;
      yield `      ${t('第 {0} 行：{1}', places, sameWords(passage))}\n`;
    }
  }
  const [compared, found] = [files.length, pairs.length];
  const told =
    least > 0
      ? t('比较了 {0} 篇，{1} 对有雷同（相同不到 {2}% 的未列）', compared, found, Math.round(least * 1000) / 10)
      : t('比较了 {0} 篇，{1} 对有雷同', compared, found);
  yield `${told}\n`;
}

/**
 * `{ files: [{ file, characters }], pairs: [{ a, b, shareA, shareB, sameWork, passages }], errors }`;
 * lines from 1, shares 0–1.
 */
export function* similarJson({ files, pairs, errors }: Sameness): Iterable<string> {
  yield JSON.stringify({
    files: files.map(({ file, counted }) => ({ file, characters: counted })),
    pairs: pairs.map(({ a, b, shareA, shareB, sameWork, passages }) => ({
      a,
      b,
      shareA: rounded(shareA),
      shareB: rounded(shareB),
      sameWork,
      passages: passages.map(({ line, endLine, there, counted, matched }) => ({
        a: { line: line + 1, endLine: endLine + 1 },
        b: { line: there.start.line + 1, endLine: there.end.line + 1 },
        characters: counted,
        matched,
      })),
    })),
    errors,
  });
  yield '\n';
}

/**
 * A matrix: each cell is the percentage of the row's file that also occurs in the column's file.
 * UTF-8 with BOM, for Excel.
 */
export function* similarCsv({ files, pairs }: Sameness): Iterable<string> {
  const shares = new Map<string, number>();
  for (const { a, b, shareA, shareB } of pairs) {
    shares.set(`${a}\0${b}`, shareA);
    shares.set(`${b}\0${a}`, shareB);
  }
  const names = files.map(({ file }) => file);
  yield `\uFEFF${csvRow(['', ...names])}`;
  for (const row of names) {
    yield csvRow([
      row,
      ...names.map((column) => (row === column ? '' : Math.round((shares.get(`${row}\0${column}`) ?? 0) * 1000) / 10)),
    ]);
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`.padStart(4);
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function lines(from: number, to: number): string {
  return from === to ? `${from + 1}` : `${from + 1}–${to + 1}`;
}
