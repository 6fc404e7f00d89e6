import type { PageStyle } from './style.ts';

/** What a style comes to on paper, in points. */
export interface Metrics {
  /** 版心 — where text may stand. */
  readonly width: number;
  readonly height: number;
  /** What the grid adds to each character, most often less than nothing; in whole twips, for Word knows no finer. */
  readonly extra: number;
  /**
   * What a line takes beyond `width` because of this rounding: next to nothing, but without it
   * the last 字 would not fit.
   */
  readonly overhang: number;
  /** From one 汉字 to the next. */
  readonly charPitch: number;
  readonly linesPerPage: number;
}

/** What a style comes to. */
export function metricsOf({ paper, margins, size, linePitch, charsPerLine }: PageStyle): Metrics {
  const width = points(paper.width) - points(margins.left) - points(margins.right);
  const height = points(paper.height) - points(margins.top) - points(margins.bottom);
  const extra = charsPerLine > 0 ? Math.round((width / charsPerLine - size) * 20) / 20 : 0;
  return {
    width,
    height,
    extra,
    overhang: charsPerLine > 0 ? overhangOf(charsPerLine * (size + extra) - width) : 0,
    charPitch: size + extra,
    linesPerPage: Math.max(1, Math.floor((height + slack) / linePitch)),
  };
}

/** A point to spare: word processors round each run of a line by itself, and no character is as narrow as this. */
function overhangOf(excess: number): number {
  return Math.max(0, Math.ceil((excess + 1) * 20) / 20);
}

/** Millimetres in points, rounded to twips (twentieths of a point) as in Word, so that both agree. */
export function points(mm: number): number {
  return twips(mm) / 20;
}

/** Millimetres in twips, 1440 to the inch. */
export function twips(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

/** Half a twip: what rounding may cost. */
export const slack = 0.025;

/** Height in points of the line that holds the page number; the dash runs through its middle. */
export const footerLine = 18;
