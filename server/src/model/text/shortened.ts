/** The words cut to at most `most` characters; a cut ends in `…`. */
export function shortened(words: string, most: number): string {
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
