import type { PreviewAnswer, PreviewResult } from '../../../server/src/protocol.ts';
import { changed } from '../../../server/src/render/changes.ts';
import type { FromPreview, PanelState, PreviewSpeech, ToPreview } from '../panelMessage.ts';
import { showFindings } from './findings.ts';
import { missingFaces } from './fonts.ts';
import { setSources } from './images.ts';
import { offsetAt, placeHolding, placesIn, startOf, topPlace } from './places.ts';
import { createReading } from './reading.ts';
import { reconcileFlow, reconcilePages } from './reconcile.ts';
import { fitView, type Zoom, zoomed } from './zoom.ts';

/** What the panel keeps when the window is reloaded. */
interface State extends Changeable<PanelState & Zoom> {
  grid: boolean;
  /** The notice that the reader has put away. */
  read: string;
  /** The offset in the speech at which the view begins. */
  top: number;
}

type Changeable<Kept> = { -readonly [Name in keyof Kept]: Kept[Name] };

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
  in: () => zoomed(stage, state, 1),
  out: () => zoomed(stage, state, -1),
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
/** Another view has been asked for, which is to be shown from there. */
let wanted: number | undefined;

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'content') take(data.result, data);
  else scrollTo(data.offset);
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
    const place = topPlace(stage);
    if (!place) return;
    state.top = place.from;
    vscode.setState(state);
    if (performance.now() < ownScrollUntil || wanted !== undefined || state.view === 'reading') return;
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
  const offset = reading.place() ?? topPlace(stage)?.from;
  if (part.view !== undefined && part.view !== state.view) {
    wanted = offset;
    reading.update(undefined);
  }
  Object.assign(state, part);
  apply();
  if (part.view === 'reading') stage.focus();
  if (part.read !== undefined) vscode.postMessage({ type: 'read', notice: part.read });
  if (asks) vscode.postMessage({ type: 'state', state, offset });
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

/**
 * The speech, or what has changed in it; changes of another answer than the one that is shown are of no use,
 * so that all is asked for.
 */
function take(result: PreviewAnswer, source: PreviewSpeech): void {
  if (!('since' in result)) show(result, source);
  else if (shown?.answer === result.since) show(changed(shown, result), source);
  else vscode.postMessage({ type: 'ready', state });
}

/**
 * `at` is where the editor stands: another speech is shown from there, and one that was shown before at its own place.
 */
function show(result: PreviewResult, { base, uri, at }: PreviewSpeech): void {
  const anchor = shown && state.uri === uri && wanted === undefined ? topPlace(stage) : undefined;
  const before = anchor?.node.getBoundingClientRect().top;
  const start = state.uri === uri ? (wanted ?? (state.top || at)) : at;
  wanted = undefined;
  if (state.uri !== uri) {
    state.uri = uri;
    vscode.setState(state);
    reading.forget();
    // Pictures of the same name are others.
    stage.replaceChildren();
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
  setSources(stage, base);
  fit();
  placeFindings();
  if (!anchor) scrollTo(start);
  // What was at the top stays at the top, though lines above it came or went.
  if (anchor?.node.isConnected && before !== undefined) {
    const moved = anchor.node.getBoundingClientRect().top - before;
    if (Math.abs(moved) > 1) scrollBy(moved);
  }
  reading.update(state.view === 'reading' ? result : undefined);
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
  const places = placesIn(stage);
  const [first] = places;
  const place = placeHolding(places, offset) ?? first;
  if (!place || state.view === 'reading') return;
  // Another view may have scrolled by itself, as it was put in.
  ownScrollUntil = performance.now() + 150;
  if (place === first) {
    stage.scrollTop = 0;
    return;
  }
  const top = place.node.getBoundingClientRect().top - stage.getBoundingClientRect().top;
  if (Math.abs(top - 12) > 2) scrollBy(top - 12);
}

function fit(): void {
  if (fitView(stage, state, shown?.style.charPitch) && state.findings) placeFindings();
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
