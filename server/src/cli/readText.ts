import { readFileSync, statSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { complainOf } from './visible.ts';

/**
 * The text of a file, without the byte order mark that may stand before it and belongs to no line; or why it cannot be
 * read, in words for the user.
 */
export type ReadText = { readonly text: string; readonly mark: '' | '\uFEFF' } | { readonly error: string };

/** Never throws. Accepts only UTF-8: after a wrong guess at the encoding, writing fixes would damage the file. */
export function readText(file: string): ReadText {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) return { error: t('文件过大（{0} MB），不检查', Math.round(size / 1e6)) };
    return decoded(readFileSync(file));
  } catch (error) {
    return { error: reason(error as NodeJS.ErrnoException) };
  }
}

/** The text of a file, or of what was `read` in its place; where there is none, says why on the standard error. */
export function textOrComplain(file: string, read = readText(file)): string | undefined {
  if ('text' in read) return read.text;
  complainOf(file, read.error);
  return undefined;
}

/** A larger file is not a speech, and checking it would take long. */
const mostBytes = 20_000_000;

/** The bytes of a file as text; an error where they are not UTF-8. */
export function decoded(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { error: t('是 UTF-16 编码，请先转成 UTF-8') };
  }
  // Like Git: a file with a zero byte near its beginning is binary.
  if (bytes.subarray(0, 8000).includes(0)) return { error: t('不是文本文件，不检查') };
  try {
    // Buffer decodes faster; the strict decoder is needed only where a replacement character turned up.
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    if (text.includes('\uFFFD')) new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.startsWith('\uFEFF') ? { text: text.slice(1), mark: '\uFEFF' } : { text, mark: '' };
  } catch {
    return { error: t('不是 UTF-8 文本；若是 GBK（GB18030）编码，请先转成 UTF-8') };
  }
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return t('没有这个文件');
    case 'EACCES':
    case 'EPERM':
      return t('没有读取的权限');
    case 'EISDIR':
      return t('这是目录，不是文件');
    default:
      return t('读不了：{0}', message);
  }
}
