/** A file or a folder that is renamed, by its old and its new address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The new address of a file that is renamed, or of one in a folder that is; nothing for a file that stays. */
export function movedTo(uri: string, moves: readonly Move[]): string | undefined {
  const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
  return move && move.to + uri.slice(move.from.length);
}
