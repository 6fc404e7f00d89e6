import { config } from '@vscode/l10n';
import { checkWordSize, ImportError, importDocx } from './import/docx.ts';
import { pastedMarkdown } from './import/pastedText.ts';
import type { Layout } from './page/paragraph.ts';
import type { PageStyle } from './page/style.ts';
import { writeDocx } from './render/docx/docx.ts';
import { htmlFile } from './render/htmlFile.ts';
import { plainText } from './render/text.ts';

/**
 * 文件 — everything about files, which nobody needs while writing: a bundle of its own, loaded on demand. `layout` and
 * `style` are those of a `PageResult`, as they came over the wire.
 */
export const files = {
  docx: (layout: unknown, style: unknown): Uint8Array => writeDocx(layout as Layout, style as PageStyle),
  html: (layout: unknown, style: unknown, print: boolean): string =>
    htmlFile(layout as Layout, style as PageStyle, print),
  text: (layout: unknown): string => plainText(layout as Layout),
  checkWordSize,
  importDocx,
  pastedMarkdown,
  /** Whether the message of an error is fit for the writer. */
  isImportError: (error: unknown): error is Error => error instanceof ImportError,
  /** Texts in the language of the editor. */
  speak: (contents: Record<string, string>): void => config({ contents }),
};

/** What `files.js` gives the client. */
export type Files = typeof files;
