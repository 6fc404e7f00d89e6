import { changed } from '../../../server/src/page/changes.ts';
import type { PreviewAnswer, PreviewResult } from '../../../server/src/protocol.ts';
import type { FromPreview } from '../panelMessage.ts';
import { showFindings } from './findings.ts';
import { missingFaces } from './fonts.ts';
import { createReading } from './reading.ts';
import { type Place, placeAt, reconcileFlow, reconcilePages } from './reconcile.ts';

/** What the panel keeps when the window is reloaded. */
interface State {
  uri: string;
  view: 'pages' | 'flow' | 'reading';
  /** Of pages: 1 is the size of paper; 0 fits the width. */
  zoom: number;
  /** Of the views without pages: 1 is what they begin with. */
  textZoom: number;
  grid: boolean;
  findings: boolean;
  pinned: boolean;
  /** The notice that the reader has put away. */
  read: string;
  /** The offset in the speech at which the view begins. */
  top: number;
}

/** The speech that is shown. */
interface Source {
  /** Address of its folder, for pictures; empty where there is none. */
  readonly base: string;
  readonly uri: string;
  readonly at: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: State): void;
  getState(): State | undefined;
};

const vscode = acquireVsCodeApi();
const body = document.body;
const stage = element('stage');
const notice = element('notice');
const noticeText = element('noticeText');
const texts = JSON.parse(body.dataset.texts ?? '{}') as Record<string, string>;
const state: State = {
  uri: body.dataset.uri ?? '',
  view: 'pages',
  zoom: 0,
  textZoom: 1,
  grid: false,
  findings: false,
  pinned: false,
  read: '',
  top: 0,
  ...vscode.getState(),
};
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const reading = createReading({ stage, texts, leave: () => change({ view: 'pages' }) });
const actions: Readonly<Record<string, () => Partial<State>>> = {
  pages: () => ({ view: 'pages' }),
  flow: () => ({ view: 'flow' }),
  reading: () => ({ view: 'reading' }),
  in: () => zoomed(1),
  out: () => zoomed(-1),
  fit: () => (state.view === 'pages' ? { zoom: 0 } : { textZoom: 1 }),
  grid: () => ({ grid: !state.grid }),
  findings: () => ({ findings: !state.findings }),
  pin: () => ({ pinned: !state.pinned }),
  read: () => ({ read: noticeText.textContent }),
};
let shown: PreviewResult | undefined;
let css = '';
let fontNote = '';
/** Until then scrolling is ours, not the reader's. */
let ownScrollUntil = 0;

addEventListener('message', ({ data }: MessageEvent) => {
  if (data.type === 'content') take(data.result, data);
  else if (data.type === 'scrollTo') scrollTo(data.offset);
  else if (data.type === 'view') change({ view: data.view });
});

for (const button of document.querySelectorAll<HTMLElement>('[data-do]')) {
  button.addEventListener('click', () => act(button.dataset.do ?? ''));
}
stage.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  event.preventDefault();
  if (link) {
    vscode.postMessage({ type: 'link', href: link.getAttribute('href') ?? '' });
    return;
  }
  const place = offsetAt(event);
  if (place !== undefined && !getSelection()?.toString()) vscode.postMessage({ type: 'reveal', offset: place });
});
stage.addEventListener('dblclick', () => {
  const selection = getSelection();
  const place = selection?.rangeCount ? startOf(selection.getRangeAt(0)) : undefined;
  if (selection && place !== undefined)
    vscode.postMessage({ type: 'select', offset: place, words: selection.toString() });
});
stage.addEventListener(
  'scroll',
  () => {
    const place = topPlace();
    if (!place) return;
    state.top = place.from;
    vscode.setState(state);
    if (performance.now() < ownScrollUntil || state.view === 'reading') return;
    vscode.postMessage({ type: 'scroll', offset: place.from });
  },
  { passive: true },
);
new ResizeObserver(() => fit()).observe(stage);
addEventListener('keydown', (event) => {
  if (!event.ctrlKey && !event.metaKey) {
    if (state.view === 'reading') reading.press(event);
    return;
  }
  if (event.key === '=' || event.key === '+') act('in');
  else if (event.key === '-') act('out');
  else if (event.key === '0') act('fit');
  else return;
  event.preventDefault();
});

apply();
vscode.postMessage({ type: 'ready', state });

function act(what: string): void {
  const known = actions[what];
  if (known) change(known());
  else vscode.postMessage({ type: 'command', command: what });
}

function change(part: Partial<State>): void {
  const asks = part.view !== undefined || part.findings !== undefined || part.pinned !== undefined;
  const place = topPlace();
  Object.assign(state, part);
  apply();
  if (part.view === 'reading') stage.focus();
  if (part.read !== undefined) vscode.postMessage({ type: 'read', notice: part.read });
  if (asks) vscode.postMessage({ type: 'state', state, offset: place?.from });
}

/** Makes the page look as the state says. */
function apply(): void {
  vscode.setState(state);
  body.dataset.view = state.view;
  body.classList.toggle('grid', state.grid);
  body.classList.toggle('with-findings', state.findings);
  notice.hidden = ['', state.read, body.dataset.read].includes(noticeText.textContent);
  for (const button of document.querySelectorAll<HTMLElement>('[aria-pressed]')) {
    const what = button.dataset.do ?? '';
    const pressed =
      what === state.view ||
      (what === 'pin' ? state.pinned : what === 'grid' ? state.grid : what === 'findings' && state.findings);
    button.setAttribute('aria-pressed', String(pressed));
  }
  fit();
}

/** The speech, or what has changed in it; changes of another answer than the one that is shown are of no use, so that all is asked for. */
function take(result: PreviewAnswer, source: Source): void {
  if (!('since' in result)) show(result, source);
  else if (shown?.answer === result.since) show(changed(shown, result), source);
  else vscode.postMessage({ type: 'ready', state });
}

/** `at` is where the editor stands: another speech is shown from there, and one that was shown before at its own place. */
function show(result: PreviewResult, { base, uri, at }: Source): void {
  const anchor = shown && state.uri === uri ? topPlace() : undefined;
  const before = anchor?.node.getBoundingClientRect().top;
  const start = state.uri === uri ? state.top || at : at;
  if (state.uri !== uri) {
    state.uri = uri;
    vscode.setState(state);
  }
  shown = result;
  if (css !== result.style.css) {
    css = result.style.css;
    sheet.replaceSync(css + gridCss(result));
    fontNote = missingFaces(result.style.faces, texts);
  }
  tellNotice(result.style);
  if (state.view === 'pages') reconcilePages(stage, result);
  else reconcileFlow(stage, result);
  for (const image of stage.querySelectorAll<HTMLImageElement>('img[data-src]')) setSource(image, base);
  fit();
  placeFindings();
  reading.update(state.view === 'reading' ? result : undefined);
  if (!anchor) scrollTo(start);
  // What was at the top stays at the top, though lines above it came or went.
  if (anchor?.node.isConnected && before !== undefined) {
    const moved = anchor.node.getBoundingClientRect().top - before;
    if (Math.abs(moved) > 1) scrollBy(moved);
  }
  body.dataset.version = String(result.version);
}

function placeFindings(): void {
  const findings = shown && state.findings && state.view !== 'reading' ? shown.findings : [];
  showFindings(stage, findings, (offset) => vscode.postMessage({ type: 'reveal', offset }));
}

function scrollBy(pixels: number): void {
  ownScrollUntil = performance.now() + 150;
  stage.scrollTop += pixels;
}

function scrollTo(offset: number): void {
  const place = placeAt(stage, offset);
  if (!place || state.view === 'reading') return;
  if (place.node === placeAt(stage, undefined)?.node) {
    ownScrollUntil = performance.now() + 150;
    stage.scrollTop = 0;
    return;
  }
  const top = place.node.getBoundingClientRect().top - stage.getBoundingClientRect().top;
  if (Math.abs(top - 12) > 2) scrollBy(top - 12);
}

/** Pictures lie beside the speech; for one that leads elsewhere, or is not there, its description stands, as on paper. */
function setSource(image: HTMLImageElement, base: string): void {
  const path = image.dataset.src ?? '';
  const describe = () => image.replaceWith(`〔图：${image.alt}〕`);
  delete image.dataset.src;
  if (base === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || path.split(/[/\\]/).includes('..')) {
    describe();
    return;
  }
  image.addEventListener('error', describe);
  image.src = `${base}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The first piece that is in sight, or that comes next where margins of pages are. */
function topPlace(): Place | undefined {
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

function placeOf(node: Element): Place | undefined {
  const from = Number((node as HTMLElement).dataset.at);
  return Number.isNaN(from) ? undefined : { node: node as HTMLElement, from };
}

/** The offset in the speech under the mouse. */
function offsetAt({ target, clientX, clientY }: MouseEvent): number | undefined {
  const node = (target as Element).closest<HTMLElement>('[data-at]');
  const range = document.caretRangeFromPoint(clientX, clientY);
  return range && node?.contains(range.startContainer) ? startOf(range) : node ? placeOf(node)?.from : undefined;
}

/** The offset in the speech at which a range begins; marks of Markdown before it in its line are not counted. */
function startOf({ startContainer, startOffset }: Range): number | undefined {
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const node = element?.closest('[data-at]');
  const place = node && placeOf(node);
  if (!place) return undefined;
  const before = document.createRange();
  before.setStart(place.node, 0);
  before.setEnd(startContainer, startOffset);
  return place.from + before.toString().length;
}

/** To the next tenth up or down, from wherever the page fits. */
function zoomed(direction: 1 | -1): Partial<State> {
  const tenths = zoomNow() * 10;
  const next = direction > 0 ? Math.floor(tenths + 1.001) : Math.ceil(tenths - 1.001);
  const zoom = Math.min(3, Math.max(0.3, next / 10));
  return state.view === 'pages' ? { zoom } : { textZoom: zoom };
}

function zoomNow(): number {
  return state.view === 'pages' ? state.zoom || fittingZoom() : state.textZoom;
}

function fittingZoom(): number {
  const page = stage.querySelector<HTMLElement>('.sheet');
  if (!page) return 1;
  const room = stage.clientWidth - 32 - (state.findings && !isTight() ? gutter : 0);
  return Math.min(1.5, Math.max(0.3, room / (page.offsetWidth || 794)));
}

/** How much larger than on paper text is that is read at arm's length: by two fifths, and 22 pt at the least. */
function largeType(): number {
  return Math.max(1.4, 22 / (shown?.style.charPitch ?? 22));
}

/** Width beside the page for findings, in pixels. */
const gutter = 236;

/** Whether a page that can be read leaves no room for findings beside it. */
function isTight(): boolean {
  return stage.clientWidth < gutter + 32 + 794 * 0.6;
}

function fit(): void {
  body.classList.toggle('tight', isTight());
  const pages = stage.querySelector<HTMLElement>('.pages');
  const flow = stage.querySelector<HTMLElement>('.flow');
  if (pages) {
    const zoom = String(zoomNow());
    const other = zoom !== pages.style.zoom;
    pages.style.zoom = zoom;
    stage.style.setProperty('--zoom', zoom);
    if (other && state.findings) placeFindings();
  }
  if (flow) flow.style.zoom = String(state.textZoom * (state.view === 'reading' ? largeType() : 1));
  element('percent').textContent = `${Math.round(zoomNow() * 100)}%`;
}

/** What the reader should know of the style. */
function tellNotice({ name, wanted }: PreviewResult['style']): void {
  const unknown = (texts.unknownStyle ?? '').replace('{0}', wanted).replace('{1}', name);
  const text = `${wanted === name ? '' : unknown}${fontNote}`;
  if (noticeText.textContent === text) return;
  noticeText.textContent = text;
  apply();
}

function gridCss({ style }: PreviewResult): string {
  return `\n.grid .sheet .ln{box-shadow:inset 0 -1.5px #2f7de077;background:repeating-linear-gradient(90deg,#2f7de055 0 1.5px,transparent 1.5px ${style.charPitch}pt) border-box}.grid .sheet .r-title,.grid .sheet .tr{box-shadow:none;background:none}`;
}

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}
