// The script in the panel 问题整改对照图: shows the picture, follows mouse and keyboard, and tells
// where the reader wants to go.
import type { FromPicture } from '../panelMessage.ts';

interface Shown {
  readonly svg: string;
  readonly details: Readonly<Record<string, readonly string[]>>;
}

declare function acquireVsCodeApi(): { postMessage(message: FromPicture): void };

const host = acquireVsCodeApi();
const picture = document.getElementById('picture') as HTMLElement;
const aside = document.getElementById('details') as HTMLElement;
const legend = document.querySelector('.legend') as HTMLElement;
const nothing = document.getElementById('nothing') as HTMLElement;
let details: Shown['details'] = {};
/** The box that Tab comes to. */
let current: string | undefined;

window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
  const hadFocus = picture.contains(document.activeElement);
  details = data.details;
  picture.innerHTML = data.svg;
  const isEmpty = boxes().length === 0;
  if (isEmpty) picture.replaceChildren();
  nothing.hidden = !isEmpty;
  legend.hidden = aside.hidden = isEmpty;
  const box = (current && boxOf(current)) || boxes()[0];
  current = box?.dataset.id;
  box?.setAttribute('tabindex', '0');
  if (hadFocus) box?.focus();
  else tell([]);
});

picture.addEventListener('click', ({ target }) => {
  const id = boxAround(target)?.dataset.id;
  if (id) host.postMessage({ go: id });
});

picture.addEventListener('keydown', (event) => {
  const box = boxAround(event.target);
  if (!box?.dataset.id) return;
  if (event.key === 'Enter' || event.key === ' ') host.postMessage({ go: box.dataset.id });
  else {
    const next = neighbour(box, event.key);
    if (!next) return;
    next.focus();
  }
  event.preventDefault();
});

picture.addEventListener('focusin', ({ target }) => {
  const box = boxAround(target);
  if (!box?.dataset.id) return;
  for (const other of boxes()) other.setAttribute('tabindex', other === box ? '0' : '-1');
  current = box.dataset.id;
  light(box.dataset.id);
});
picture.addEventListener('focusout', () => light(undefined));

picture.addEventListener('mouseover', ({ target }) => {
  const line = target instanceof Element ? target.closest<SVGElement>('.line') : null;
  if (line) {
    lightLine(line);
    return;
  }
  light(boxAround(target)?.dataset.id ?? focused());
});
picture.addEventListener('mouseleave', () => light(focused()));

// The first report of the width asks for the first picture.
let width = 0;
new ResizeObserver(() => {
  if (picture.clientWidth === width) return;
  width = picture.clientWidth;
  host.postMessage({ width });
}).observe(picture);

function focused(): string | undefined {
  return boxAround(document.activeElement)?.dataset.id;
}

/** Highlights a box and everything linked to it, and shows why. */
function light(id: string | undefined): void {
  const linked = new Set(id === undefined ? [] : [id]);
  for (const line of lines()) {
    const { from = '', to = '' } = line.dataset;
    const isLinked = id !== undefined && (from === id || to === id);
    line.classList.toggle('lit', isLinked);
    if (isLinked) linked.add(from).add(to);
  }
  show(linked);
  tell(id === undefined ? [] : (details[id] ?? []), boxOf(id ?? '')?.getAttribute('aria-label') ?? '');
}

function lightLine(lit: SVGElement): void {
  for (const line of lines()) line.classList.toggle('lit', line === lit);
  show(new Set([lit.dataset.from ?? '', lit.dataset.to ?? '']));
  tell([lit.querySelector('title')?.textContent ?? '']);
}

function show(linked: ReadonlySet<string>): void {
  picture.classList.toggle('dimmed', linked.size > 0);
  for (const box of boxes()) box.classList.toggle('lit', linked.has(box.dataset.id ?? ''));
}

/** A screen reader has `said` some of it already, and is not told what is only there to be seen. */
function tell(words: readonly string[], said = ''): void {
  const shown = words.length > 0 ? words : [aside.dataset.empty ?? ''];
  aside.replaceChildren(
    ...shown.map((line) => {
      const row = document.createElement('p');
      row.textContent = line;
      if (words.length === 0 || said.includes(line)) row.setAttribute('aria-hidden', 'true');
      return row;
    }),
  );
}

/** Up and down in a column; left and right to what is linked, else to the box at the same height. */
function neighbour(box: SVGElement, key: string): SVGElement | undefined {
  const place = placeOf(box);
  const all = boxes().map((other) => ({ other, ...placeOf(other) }));
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const column = all.filter(({ x }) => x === place.x);
    return column[column.findIndex(({ other }) => other === box) + (key === 'ArrowDown' ? 1 : -1)]?.other;
  }
  if (key === 'Home') return all[0]?.other;
  if (key === 'End') return all.at(-1)?.other;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const side = all.filter(({ x }) => (key === 'ArrowRight' ? x > place.x : x < place.x));
  const isLinked = (id: string) =>
    lines().some(({ dataset: { from, to } }) => [from, to].includes(id) && [from, to].includes(box.dataset.id));
  const columnX = key === 'ArrowRight' ? Math.min(...side.map(({ x }) => x)) : Math.max(...side.map(({ x }) => x));
  const linked = side.filter(({ other }) => isLinked(other.dataset.id ?? ''));
  const choice = linked.length > 0 ? linked : side.filter(({ x }) => x === columnX);
  choice.sort(
    (a, b) => Math.abs(a.x - place.x) - Math.abs(b.x - place.x) || Math.abs(a.y - place.y) - Math.abs(b.y - place.y),
  );
  return choice[0]?.other;
}

function placeOf(box: SVGElement): { x: number; y: number } {
  const frame = box.querySelector('rect');
  return { x: Number(frame?.getAttribute('x')), y: Number(frame?.getAttribute('y')) };
}

function boxes(): SVGElement[] {
  return [...picture.querySelectorAll<SVGElement>('.box')];
}

function boxOf(id: string): SVGElement | undefined {
  return boxes().find((box) => box.dataset.id === id);
}

function lines(): SVGElement[] {
  return [...picture.querySelectorAll<SVGElement>('.line')];
}

function boxAround(target: EventTarget | null): SVGElement | null {
  return target instanceof Element ? target.closest<SVGElement>('.box') : null;
}
