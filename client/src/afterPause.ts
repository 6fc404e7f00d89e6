import type { Disposable } from 'vscode';

/** Does `work` once it has not been called for so many milliseconds. */
export function afterPause(milliseconds: number, work: () => void): Disposable & { call(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
