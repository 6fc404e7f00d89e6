import { t } from '@vscode/l10n';

/**
 * Why a file could not be written, in words for the user. The editor knows only some of the reasons by a code of its
 * own; of the others it tells what the system said, “EROFS: read-only file system, open …”.
 */
export function whyNotWritten(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  switch (codeOf(error) ?? /\bE[A-Z]{3,}(?=:)/.exec(message)?.[0]) {
    case 'ENOENT':
    case 'FileNotFound':
      return t('没有这个目录');
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return t('没有写入的权限');
    case 'EROFS':
      return t('磁盘是只读的');
    case 'EISDIR':
    case 'FileIsADirectory':
      return t('这是目录，不是文件');
    case 'ENOSPC':
      return t('磁盘满了');
    case 'ENAMETOOLONG':
      return t('文件名太长');
    case 'EBUSY':
      return t('文件正在别的程序（如 Word、WPS）里打开着，关掉再存，或者换个文件名');
    default:
      return message;
  }
}

/** Undefined where it says nothing, as the editor’s “Unknown” does. */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code !== 'Unknown' ? code : undefined;
}
