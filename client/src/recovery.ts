import { t } from '@vscode/l10n';
import { type Disposable, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';

/** A server that ends more often than this within so many milliseconds is not started again by itself. */
const most = { ends: 12, within: 180_000 };

/** What keeps the server running: how the client is to be made, and the first start. */
export interface Recovery {
  readonly options: Required<Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'>>;
  start(): Promise<void>;
}

/**
 * Starts the server, and again whenever it ends by itself: it gets the open texts as they are by then, so nothing is
 * lost and nobody is told. One that keeps ending is left alone, and the writer is told so, with the log at hand.
 *
 * The client could start it again too, but not one that ends while it starts: that leaves two
 * starts in each other's way.
 */
export function recovery(client: () => BaseLanguageClient): Recovery {
  let ends: number[] = [];
  return {
    options: {
      initializationFailedHandler: () => false,
      errorHandler: {
        // What cannot be sent to a server that is gone; `closed` comes next.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed() {
          const now = Date.now();
          ends = [...ends.filter((at) => now - at < most.within), now];
          if (ends.length <= most.ends) setTimeout(() => void start(), 0);
          else {
            ends = [];
            void tell(t('语言服务接连中断，已停止检查。文稿没有受影响，可以照常编辑、保存'));
          }
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The server ended by itself.' };
        },
      },
    },
    start,
  };

  async function start(): Promise<void> {
    const known = ends.at(-1);
    try {
      await client().start();
    } catch (error) {
      // One that ended while it started is looked after by `closed`.
      if (ends.at(-1) === known)
        void tell(t('语言服务没有启动：{0}', error instanceof Error ? error.message : String(error)));
    }
  }

  async function tell(message: string): Promise<void> {
    const [again, log] = [t('重新启动'), t('查看日志')];
    const answer = await window.showErrorMessage(t('发言：{0}', message), again, log);
    if (answer === again) return start();
    if (answer !== log) return;
    client().outputChannel.show(true);
    return tell(message);
  }
}

/** Calls back whenever the server has come back: it knows nothing then but the open texts. */
export function onReturn(client: BaseLanguageClient, work: () => void): Disposable {
  return client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) work();
  });
}

/** A client that only logs its errors: it would pop up what it thinks urgent, in English and for developers. */
export function loggingOnly<Client extends Mixable>(Client: Client) {
  return class extends Client {
    override error(message: string, data?: unknown, show?: boolean | 'force'): void {
      super.error(message, data, show === 'force' ? false : show);
    }
  };
}

interface Logs {
  error(message: string, data?: unknown, show?: boolean | 'force'): void;
}

// biome-ignore lint/suspicious/noExplicitAny: a class that extends any of these takes just what they take.
type Mixable = new (...all: any[]) => Logs;
