import type { FileReport } from '../checkText.ts';

/** How findings are written out. Files come one by one, so that a run over many holds none of them. */
export interface Format {
  readonly start: string;
  file(report: FileReport): string;
  end(): string;
}

export interface FormatOptions {
  readonly colour: boolean;
}

/** Loaded when asked for. */
export const formats = {
  text: async () => (await import('./text.ts')).textFormat,
  json: async () => (await import('./json.ts')).jsonFormat,
  ndjson: async () => (await import('./json.ts')).ndjsonFormat,
  sarif: async () => (await import('./sarif.ts')).sarifFormat,
  csv: async () => (await import('./csv.ts')).csvFormat,
  markdown: async () => (await import('./markdown.ts')).markdownFormat,
} satisfies Record<string, () => Promise<(options: FormatOptions) => Format>>;
