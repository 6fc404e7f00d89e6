/** What “ ” and 《 》 enclose; one that is not closed encloses nothing. */
export function quotedRanges(text: string): Array<readonly [number, number]> {
  const ranges: Array<readonly [number, number]> = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x201c || code === 0x300a) open.push(at);
    else if (code === 0x201d || code === 0x300b) {
      const start = open.pop();
      if (start !== undefined) ranges.push([start, at]);
    }
  }
  return ranges;
}

/** Whether an offset lies inside one of these. */
export function inQuotes(quoted: ReadonlyArray<readonly [number, number]>, index: number): boolean {
  return quoted.some(([start, end]) => index > start && index < end);
}
