import { createRequire } from 'node:module';

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: ReadonlyArray<{ markdown: string }> };

/** The examples of the CommonMark specification. */
export const commonMarkExamples: readonly string[] = tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));
