import type { FileReport } from '../checkText.ts';

/** How findings are written out: `start`, then `file` for each file, then `end`. Files come one by one, so that a long run keeps none in memory. */
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

/** The formats by name; each is loaded only when it is used. */
export const formats = {
  text: async () => (await import('./text.ts')).textFormat,
  json: async () => (await import('./json.ts')).jsonFormat,
  ndjson: async () => (await import('./json.ts')).ndjsonFormat,
  sarif: async () => (await import('./sarif.ts')).sarifFormat,
  csv: async () => (await import('./csv.ts')).csvFormat,
  markdown: async () => (await import('./markdown.ts')).markdownFormat,
} satisfies Record<string, () => Promise<(options: FormatOptions) => Format>>;
