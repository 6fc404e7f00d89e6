import type { FileReport } from '../checkText.ts';

/**
 * How findings are written out: `start`, then `file` for each file, then `end`. Files come one by one, so that a long
 * run keeps none in memory.
 */
export interface Format {
  readonly start: string;
  file(report: FileReport): string;
  end(): string;
}

/** How to write for the terminal or file that takes the output. */
export interface FormatOptions {
  /** Whether to use the colours of a terminal. */
  readonly colour: boolean;
}
