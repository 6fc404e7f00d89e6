/** Words of the speech as they are written between “ and ”: their own “ ” become ‘ ’, and ‘ ’ inside those “ ”. */
export function withinQuotes(words: string): string {
  return words.replace(/[“”‘’]/g, (mark) => nested[mark] ?? mark);
}

const nested: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };
