import type { PreviewFinding } from '../../../server/src/protocol.ts';

/**
 * 旁注 — the findings beside the lines they belong to. They keep their size whatever the zoom of the pages is; where there is no room
 * beside the page, `tight` in the style sheet makes them marks in its margin that open under the mouse.
 */
export function showFindings(
  stage: HTMLElement,
  findings: readonly PreviewFinding[],
  reveal: (offset: number) => void,
): void {
  for (const old of stage.querySelectorAll('.finding')) old.remove();
  const pieces = [...stage.querySelectorAll<HTMLElement>('[data-at]')];
  const lowest = new Map<Element, number>();
  for (const { from, severity, message } of findings) {
    const piece = pieces.findLast((one) => Number(one.dataset.at) <= from);
    if (!piece) continue;
    const note = document.createElement('button');
    note.className = `finding ${severity}`;
    note.textContent = message;
    note.title = message;
    note.addEventListener('click', (event) => {
      event.stopPropagation();
      reveal(from);
    });
    const frame = piece.closest('.frame');
    if (frame) {
      frame.append(note);
      const down = piece.getBoundingClientRect().top - frame.getBoundingClientRect().top;
      const top = Math.max(down, lowest.get(frame) ?? 0);
      note.style.top = `${top}px`;
      lowest.set(frame, top + note.offsetHeight + 4);
    } else piece.after(note);
  }
}
