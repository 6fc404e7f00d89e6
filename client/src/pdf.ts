import { t } from '@vscode/l10n';
import type { Host } from './files.ts';

/**
 * The file, or why there is none: no program was found, one was found but made none, or there can be no
 * programs at all, as on the web.
 */
export type Pdf = Uint8Array | 'noProgram' | 'failed' | 'noProcess';

/** Has a program make the file; an error goes to `log`. */
export async function pdfWith(
  makePdf: Host['makePdf'],
  source: Parameters<NonNullable<Host['makePdf']>>[0],
  log: (error: unknown) => void,
): Promise<Pdf> {
  if (!makePdf) return 'noProcess';
  try {
    return (await makePdf(source)) ?? 'noProgram';
  } catch (error) {
    log(error);
    return 'failed';
  }
}

/** What the writer is told instead of being given a file, and what can be done. */
export function whyNoPdf(reason: Exclude<Pdf, Uint8Array>): string {
  switch (reason) {
    case 'noProgram':
      return t(
        '这台电脑上没有找到能转 PDF 的 Chromium、Chrome、Edge 或 LibreOffice。可以存成网页，用浏览器打开，在打印对话框里选“另存为 PDF”。',
      );
    case 'noProcess':
      return t('网页里的 VS Code 不能启动转 PDF 的程序。可以存成网页，用浏览器打开，在打印对话框里选“另存为 PDF”。');
    case 'failed':
      return t(
        '没有转成 PDF：这台电脑上的浏览器或 LibreOffice 没有转出文件来。可以存成网页，用浏览器打开，在打印对话框里选“另存为 PDF”。',
      );
  }
}
