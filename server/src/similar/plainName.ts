import { lastPart } from '../lastPart.ts';
import { unescaped } from '../unescaped.ts';

/** What a writer calls the file at an address. */
export function plainName(uri: string): string {
  return unescaped(lastPart(uri));
}
