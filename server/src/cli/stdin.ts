/**
 * All of the standard input. Not `readFileSync(0)`, which fails where the input does not block, as under some
 * terminals and job runners.
 */
export async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}
