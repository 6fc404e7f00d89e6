import { t } from '@vscode/l10n';

/** Counts on a terminal, silent elsewhere; wiped when done. */
export function showProgress(total: number): { at(done: number): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY || total < 50) return { at() {}, end() {} };
  let shown = 0;
  return {
    at(done) {
      const now = Date.now();
      if (now - shown < 100) return;
      shown = now;
      stderr.write(`\r\x1b[K${t('已检查 {0}/{1}', done, total)}`);
    },
    end() {
      stderr.write('\r\x1b[K');
    },
  };
}
