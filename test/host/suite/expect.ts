// The few things the suite needs to expect something; `node:assert` does not exist in the web extension host.

export function ok<T>(value: T, what: string): asserts value is NonNullable<T> {
  if (!value) throw new Error(`expected ${what}`);
}

export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, null, 1));
  if (found !== wanted) throw new Error(`expected ${wanted}\nbut got ${found}`);
}

/** Asks again and again until there is an answer; fails when none comes in time. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
