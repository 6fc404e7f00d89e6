/**
 * Resolves when the messages that have already arrived are read: of a hundred queued keystrokes only the last is
 * analysed, and what is cancelled by then is not worked out at all. `version` tells how far the document has been
 * edited. What is costly to work out waits until everything else has been answered, so that the client reads
 * those answers meanwhile.
 */
export async function settled(version: () => number | undefined, isCostly = false): Promise<void> {
  let known = version();
  for (let quiet = 0; quiet < (isCostly ? 2 * enough : enough); quiet += 1) {
    await turn();
    const now = version();
    if (now !== known) quiet = -1;
    known = now;
  }
}

/**
 * Turns of the event loop. One message is read in each, and an editor asks for some half-dozen
 * things between two edits.
 */
const enough = 6;

/** One turn of the event loop, without the delay that timers have. */
function turn(): Promise<void> {
  // biome-ignore lint/style/noRestrictedGlobals: only where there is one, as there is in Node.
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
