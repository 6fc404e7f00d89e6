/**
 * `work`, never running twice at the same time; calls while it runs make it run once more. Its errors are not passed on
 * but handed to `onError`: nobody waits for it to succeed, and the next change tries again.
 */
export function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        onError(error);
      }
    } while (again);
    running = undefined;
  }
}
