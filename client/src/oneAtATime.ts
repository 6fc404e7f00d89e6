/** `work`, never running twice at the same time; calls while it runs make it run once more. Its errors are not passed on. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch {
      // The language client has logged why; the next change tries again.
    } finally {
      running = undefined;
    }
  }
}
