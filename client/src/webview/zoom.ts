import type { PanelState } from '../panelMessage.ts';

/** How large each view is shown. */
export interface Zoom extends Pick<PanelState, 'view' | 'findings'> {
  /** Of pages: 1 is the size of paper; 0 fits the width. */
  zoom: number;
  /** Of the views without pages: 1 is what they begin with. */
  textZoom: number;
}

/** To the next tenth up or down, from wherever the page fits. */
export function zoomed(stage: HTMLElement, state: Zoom, direction: 1 | -1): Partial<Zoom> {
  const tenths = zoomNow(stage, state) * 10;
  const next = direction > 0 ? Math.floor(tenths + 1.001) : Math.ceil(tenths - 1.001);
  const zoom = Math.min(3, Math.max(0.3, next / 10));
  return state.view === 'pages' ? { zoom } : { textZoom: zoom };
}

/**
 * Gives the view its size; `charPitch` is that of the style, in points. Returns whether pages have
 * another size than before.
 */
export function fitView(stage: HTMLElement, state: Zoom, charPitch: number | undefined): boolean {
  document.body.classList.toggle('tight', isTight(stage));
  const pages = stage.querySelector<HTMLElement>('.pages');
  const flow = stage.querySelector<HTMLElement>('.flow');
  let isOther = false;
  if (pages) {
    const zoom = String(zoomNow(stage, state));
    isOther = zoom !== pages.style.zoom;
    pages.style.zoom = zoom;
    stage.style.setProperty('--zoom', zoom);
  }
  if (flow) flow.style.zoom = String(state.textZoom * (state.view === 'reading' ? largeType(charPitch) : 1));
  // Pages of another size may leave another room.
  (document.getElementById('percent') as HTMLElement).textContent = `${Math.round(zoomNow(stage, state) * 100)}%`;
  return isOther;
}

function zoomNow(stage: HTMLElement, state: Zoom): number {
  return state.view === 'pages' ? state.zoom || fittingZoom(stage, state) : state.textZoom;
}

function fittingZoom(stage: HTMLElement, { findings }: Zoom): number {
  const page = stage.querySelector<HTMLElement>('.sheet');
  if (!page) return 1;
  const room = stage.clientWidth - 32 - (findings && !isTight(stage) ? gutter : 0);
  return Math.min(1.5, Math.max(0.3, room / (page.offsetWidth || 794)));
}

/** How much larger than on paper text is that is read at arm's length: by two fifths, and 22 pt at the least. */
function largeType(charPitch = 22): number {
  return Math.max(1.4, 22 / charPitch);
}

/** Width beside the page for findings, in pixels. */
const gutter = 236;

/** Whether a page that can be read leaves no room for findings beside it. */
function isTight(stage: HTMLElement): boolean {
  return stage.clientWidth < gutter + 32 + 794 * 0.6;
}
