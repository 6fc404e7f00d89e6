import type { PreviewResult } from '../../../server/src/protocol.ts';
import { footerText } from '../../../server/src/render/footerText.ts';

/**
 * Brings the pages up to date. A line that looks as before is moved, not made anew; a page that holds the
 * same lines is not touched.
 */
export function reconcilePages(stage: HTMLElement, { pages, style }: PreviewResult): void {
  const box = holder(stage, 'pages');
  const pool = poolOf(box.querySelectorAll<HTMLElement>('.ln'));
  for (const [index, { lines }] of pages.entries()) {
    const sheet = sheetAt(box, index, style.footer);
    const nodes = lines.map(({ html, paragraph, from }) => placed(take(pool, html), paragraph, from));
    setChildren(sheet, [...nodes, ...sheet.querySelectorAll<HTMLElement>(':scope > footer')]);
  }
  while (box.children.length > pages.length) box.lastElementChild?.remove();
}

/** Brings running text up to date in the same way. */
export function reconcileFlow(stage: HTMLElement, { paragraphs }: PreviewResult): void {
  const box = holder(stage, 'flow');
  const pool = poolOf(box.querySelectorAll<HTMLElement>(':scope > [data-at]'));
  const nodes = paragraphs.map(({ html, start, group }, index) => {
    const node = placed(take(pool, html), index, start);
    set(node, 'group', group);
    return node;
  });
  setChildren(box, nodes);
}

type Pool = Map<string, HTMLElement[]>;

/** By the HTML that each was made from. */
const sources = new WeakMap<HTMLElement, string>();

function poolOf(nodes: Iterable<HTMLElement>): Pool {
  const pool: Pool = new Map();
  for (const node of nodes) {
    const html = sources.get(node) ?? '';
    const own = pool.get(html);
    if (own) own.push(node);
    else pool.set(html, [node]);
  }
  for (const own of pool.values()) own.reverse();
  return pool;
}

function take(pool: Pool, html: string): HTMLElement {
  const known = pool.get(html)?.pop();
  if (known) return known;
  const template = document.createElement('template');
  template.innerHTML = html;
  const node = template.content.firstElementChild as HTMLElement;
  if (node.dataset.columns) node.style.gridTemplateColumns = node.dataset.columns;
  sources.set(node, html);
  return node;
}

function placed(node: HTMLElement, paragraph: number, from: number): HTMLElement {
  set(node, 'at', from);
  set(node, 'paragraph', paragraph);
  return node;
}

/** Nothing is written that is there already: the browser would look at it all the same. */
function set({ dataset }: HTMLElement, name: string, value: number): void {
  const text = String(value);
  if (dataset[name] !== text) dataset[name] = text;
}

/** What goes is taken out first: else all that follows it would be moved, and laid out anew. */
function setChildren(parent: HTMLElement, nodes: readonly HTMLElement[]): void {
  const staying = new Set<Element>(nodes);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  let at: Element | null = parent.firstElementChild;
  for (const node of nodes) {
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
}

function holder(stage: HTMLElement, name: 'pages' | 'flow'): HTMLElement {
  const known = stage.firstElementChild as HTMLElement | null;
  if (known?.classList.contains(name)) return known;
  const made = document.createElement('div');
  made.className = name;
  stage.replaceChildren(made);
  return made;
}

function sheetAt(box: HTMLElement, index: number, footer: PreviewResult['style']['footer']): HTMLElement {
  const known = box.children[index]?.querySelector<HTMLElement>('.sheet');
  const sheet = known ?? newSheet(box);
  const text = footerText(footer, index + 1);
  const line = sheet.querySelector<HTMLElement>(':scope > footer');
  if ((line?.textContent ?? '') !== text) {
    line?.remove();
    if (text !== '') sheet.append(footerLine(text, index));
  }
  return sheet;
}

function footerLine(text: string, index: number): HTMLElement {
  const line = document.createElement('footer');
  line.className = index % 2 === 0 ? 'odd' : 'even';
  line.textContent = text;
  return line;
}

function newSheet(box: HTMLElement): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'frame';
  const sheet = document.createElement('section');
  sheet.className = 'sheet';
  frame.append(sheet);
  box.append(frame);
  return sheet;
}
