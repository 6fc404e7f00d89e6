import { t } from '@vscode/l10n';

/**
 * A count on a terminal, nothing elsewhere. It disappears when done, and by `clear` before anything else is written.
 */
export function showProgress(total: number): { at(done: number): void; clear(): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY || total < 50) return { at() {}, clear() {}, end() {} };
  let shown = 0;
  const clear = () => stderr.write('\r\x1b[K');
  return {
    at(done) {
      const now = Date.now();
      if (now - shown < 100) return;
      shown = now;
      stderr.write(`\r\x1b[K${t('已检查 {0}/{1}', done, total)}`);
    },
    clear,
    end: clear,
  };
}
