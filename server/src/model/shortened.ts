/** Words in at most `most` characters; what is cut ends in `…`. */
export function shortened(words: string, most: number): string {
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
