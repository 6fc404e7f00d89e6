import type { Format, FormatOptions } from './formats/format.ts';

/** The formats by name; each is loaded only when it is used. */
export const formats = {
  text: async () => (await import('./formats/text.ts')).textFormat,
  json: async () => (await import('./formats/json.ts')).jsonFormat,
  ndjson: async () => (await import('./formats/json.ts')).ndjsonFormat,
  sarif: async () => (await import('./formats/sarif.ts')).sarifFormat,
  csv: async () => (await import('./formats/csv.ts')).csvFormat,
  markdown: async () => (await import('./formats/markdown.ts')).markdownFormat,
} satisfies Record<string, () => Promise<(options: FormatOptions) => Format>>;
