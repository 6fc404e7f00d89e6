import type { PreviewFinding } from '../../../server/src/protocol.ts';
import { placeHolding, placesIn } from './places.ts';

/**
 * 旁注 — the findings beside the lines they belong to, those that say the same of one line as one. They keep their size
 * whatever the zoom of the pages is; where there is no room beside the page, `tight` in the style sheet makes them
 * marks in its margin that open under the mouse. Without pages they stand below their paragraph.
 */
export function showFindings(
  stage: HTMLElement,
  findings: readonly PreviewFinding[],
  reveal: (offset: number) => void,
): void {
  for (const old of stage.querySelectorAll('.finding')) old.remove();
  const beside: Beside[] = [];
  for (const { piece, notes } of byPiece(stage, findings)) {
    const frame = piece.closest('.frame');
    const nodes = notes.map((note) => noteOf(note, reveal));
    if (frame) {
      frame.append(...nodes);
      beside.push(...nodes.map((note) => ({ note, piece, frame })));
    } else piece.after(...nodes);
  }
  spread(beside);
}

/** A note in the margin, the line it belongs to, and the page that holds both. */
interface Beside {
  readonly note: HTMLElement;
  readonly piece: HTMLElement;
  readonly frame: Element;
}

/** What is said once of a line, and how often it holds. */
interface Note {
  readonly finding: PreviewFinding;
  count: number;
}

/** From top to bottom, and what belongs to one line in the order of the text. */
function byPiece(
  stage: HTMLElement,
  findings: readonly PreviewFinding[],
): Array<{ readonly piece: HTMLElement; readonly notes: readonly Note[] }> {
  const places = placesIn(stage);
  const groups = new Map<HTMLElement, Map<string, Note>>();
  for (const finding of [...findings].sort((one, other) => one.from - other.from)) {
    const piece = placeHolding(places, finding.from)?.node;
    if (!piece) continue;
    const notes = groups.get(piece) ?? new Map<string, Note>();
    groups.set(piece, notes);
    const known = notes.get(finding.message);
    if (known) known.count += 1;
    else notes.set(finding.message, { finding, count: 1 });
  }
  return places.flatMap(({ node: piece }) => {
    const notes = groups.get(piece);
    return notes ? [{ piece, notes: [...notes.values()] }] : [];
  });
}

function noteOf({ finding: { severity, message, from }, count }: Note, reveal: (offset: number) => void): HTMLElement {
  const note = document.createElement('button');
  note.className = `finding ${severity}`;
  note.textContent = count > 1 ? `${message} ×${count}` : message;
  note.title = message;
  note.addEventListener('click', (event) => {
    event.stopPropagation();
    reveal(from);
  });
  return note;
}

/** One below the other, also where those of a page reach down into the next; all is measured before any is moved. */
function spread(beside: readonly Beside[]): void {
  const measured = beside.map(({ note, piece, frame }) => ({
    note,
    line: piece.getBoundingClientRect().top,
    page: frame.getBoundingClientRect().top,
    height: note.getBoundingClientRect().height,
  }));
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { note, line, page, height } of measured) {
    const top = Math.max(line, lowest);
    note.style.top = `${top - page}px`;
    lowest = top + height + 4;
  }
}
