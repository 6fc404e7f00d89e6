import { readFileSync, statSync } from 'node:fs';
import { t } from '@vscode/l10n';

/** What a file holds; or why it cannot be read, for the user. */
export type ReadText = { readonly text: string } | { readonly error: string };

/** Never throws. Takes UTF-8 only: a wrong guess at an encoding would spoil the file when it is fixed. */
export function readText(file: string): ReadText {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) return { error: t('文件过大（{0} MB），不检查', Math.round(size / 1e6)) };
    return decoded(readFileSync(file));
  } catch (error) {
    return { error: reason(error as NodeJS.ErrnoException) };
  }
}

const mostBytes = 20_000_000;

export function decoded(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { error: t('是 UTF-16 编码，请先转成 UTF-8') };
  }
  // As Git tells them apart.
  if (bytes.subarray(0, 8000).includes(0)) return { error: t('不是文本文件，不检查') };
  try {
    // Fast where all is well; the strict decoder only looks closer where a replacement character turned up.
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    if (text.includes('\uFFFD')) new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text };
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
