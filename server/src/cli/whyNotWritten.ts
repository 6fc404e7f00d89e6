import { t } from '@vscode/l10n';

/** Why a file could not be written, in words for the user. */
export function whyNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return t('没有这个目录');
    case 'EACCES':
    case 'EPERM':
      return t('没有写入的权限');
    case 'EROFS':
      return t('磁盘是只读的');
    case 'EISDIR':
      return t('这是目录，不是文件');
    case 'ENOSPC':
      return t('磁盘满了');
    case 'ENAMETOOLONG':
      return t('文件名太长');
    default:
      return message;
  }
}
