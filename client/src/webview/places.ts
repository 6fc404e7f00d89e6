/** A piece of the preview and where it stands in the speech. */
export interface Place {
  readonly node: HTMLElement;
  readonly from: number;
}

/** The pieces from top to bottom. */
export function placesIn(stage: HTMLElement): Place[] {
  return [...stage.querySelectorAll<HTMLElement>('[data-at]')].flatMap((node) => placeOf(node) ?? []);
}

/** The piece that holds an offset. A note stands behind the speech, wherever the text has it. */
export function placeHolding(places: readonly Place[], offset: number): Place | undefined {
  let found: Place | undefined;
  for (const place of places) if (place.from <= offset && place.from >= (found?.from ?? 0)) found = place;
  return found;
}

/** The first piece that is in sight, or that comes next where margins of pages are. */
export function topPlace(stage: HTMLElement): Place | undefined {
  const top = stage.getBoundingClientRect().top + 4;
  const pieces = stage.querySelectorAll<HTMLElement>('[data-at]');
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  const node = pieces[low];
  return node && placeOf(node);
}

/** The offset in the speech under the mouse. */
export function offsetAt({ target, clientX, clientY }: MouseEvent): number | undefined {
  const node = (target as Element).closest<HTMLElement>('[data-at]');
  const range = document.caretRangeFromPoint(clientX, clientY);
  return range && node?.contains(range.startContainer) ? startOf(range) : node ? placeOf(node)?.from : undefined;
}

/** The offset in the speech at which a range begins; marks of Markdown before it in its line are not counted. */
export function startOf({ startContainer, startOffset }: Range): number | undefined {
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const node = element?.closest('[data-at]');
  const place = node && placeOf(node);
  if (!place) return undefined;
  const before = document.createRange();
  before.setStart(place.node, 0);
  before.setEnd(startContainer, startOffset);
  return place.from + before.toString().length;
}

function placeOf(node: Element): Place | undefined {
  const from = Number((node as HTMLElement).dataset.at);
  return Number.isNaN(from) ? undefined : { node: node as HTMLElement, from };
}
