import { t } from '@vscode/l10n';
import type { Picture, PictureBox, PictureLine } from '../features/tracePicture.ts';
import { escapeXml } from './docx/xml.ts';

/**
 * The picture as SVG. `standalone` carries its own colours, for a file; without it the page around gives
 * colours to the classes `box`, `line`, `met`, `unmet` … and the reader's mouse and keyboard find `data-id`,
 * `data-from` and `data-to`.
 */
export function renderPicture(picture: Picture, standalone: boolean, wantedWidth = 1096): string {
  const frame = frameOf(wantedWidth);
  const { width } = frame;
  const placed = placeAll(picture, frame);
  const places = new Map(placed.flat().map((box) => [box.id, box]));
  const height = Math.max(...placed.map(bottomOf)) + margin;
  const lines = picture.lines.map((line) => renderLine(line, places, frame));
  const heads = picture.columns.map(({ title, boxes }, index) => renderHead(title, boxes.length, index, frame));
  const boxes = placed.flat().map((box) => renderBox(box, frame));
  // Not an image for screen readers: the boxes in it are links.
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escapeXml(t('问题整改对照图'))}">`,
    ...(standalone ? [`<style>${paperStyle}</style><rect class="paper" width="${width}" height="${height}"/>`] : []),
    ...heads,
    `<g class="lines">${lines.join('')}</g>`,
    ...boxes,
    '</svg>',
  ].join('\n');
}

const margin = 16;
const top = 60;
const gapY = 14;
const mostGapY = 90;
const fontSize = 14;
const lineHeight = 20;
const padding = 10;

/** What follows from the width: text keeps its size, boxes and gaps give way. */
interface Frame {
  readonly width: number;
  readonly boxWidth: number;
  readonly gapX: number;
  /** Text beyond this many lines is cut; the panel has all of it. */
  readonly mostLines: number;
}

function frameOf(wanted: number): Frame {
  const width = Math.round(Math.min(1600, Math.max(340, wanted)));
  const gapX = Math.round(Math.min(116, width * 0.09));
  const boxWidth = Math.floor((width - 2 * margin - 2 * gapX) / 3);
  return { width, boxWidth, gapX, mostLines: boxWidth < 105 ? 5 : boxWidth < 200 ? 4 : 3 };
}

interface PlacedBox extends PictureBox {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: readonly string[];
}

/** Shorter columns spread over the height of the longest, so that lines run level where they can. */
function placeAll({ columns }: Picture, frame: Frame): PlacedBox[][] {
  const sized = columns.map(({ boxes }) => boxes.map((box) => sizeOf(box, frame)));
  const heights = sized.map((boxes) => boxes.reduce((sum, { height }) => sum + height, 0));
  const tallest = Math.max(...sized.map((boxes, index) => (heights[index] ?? 0) + gapY * (boxes.length - 1)));
  return sized.map((boxes, index) => {
    const room = (tallest - (heights[index] ?? 0)) / boxes.length;
    const gap = Math.max(gapY, Math.min(mostGapY, Math.floor(room)));
    const x = margin + index * (frame.boxWidth + frame.gapX);
    let y = top;
    return boxes.map((box) => {
      const placed = { ...box, x, y };
      y += box.height + gap;
      return placed;
    });
  });
}

function sizeOf(box: PictureBox, { boxWidth, mostLines }: Frame): Omit<PlacedBox, 'x' | 'y'> {
  const text = wrapped(box.name, (boxWidth - 2 * padding - 2) / fontSize, mostLines);
  return { ...box, text, height: padding * 2 + lineHeight * (text.length + (box.note ? 1 : 0)) };
}

function bottomOf(placed: readonly PlacedBox[]): number {
  const last = placed.at(-1);
  return last ? last.y + last.height : top + lineHeight;
}

function renderHead(title: string, count: number, column: number, { boxWidth, gapX }: Frame): string {
  const x = margin + column * (boxWidth + gapX);
  return `<text class="head" x="${x}" y="36">${escapeXml(title)}<tspan class="count" dx="8">${count > 0 ? count : escapeXml(t('无'))}</tspan></text>`;
}

function renderBox({ id, x, y, height, text, state, note, label }: PlacedBox, { boxWidth }: Frame): string {
  const rows = text.map((row, index) => renderRow(row, x, y + padding + lineHeight * index, 'name'));
  if (note) rows.push(renderRow(note, x, y + padding + lineHeight * text.length, 'note'));
  return [
    `<g class="box ${state}" data-id="${id}" tabindex="-1" role="link" aria-label="${escapeXml(label)}">`,
    `<rect x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="4"/>`,
    ...(state === 'unmet' || state === 'unsure' || state === 'orphan'
      ? [`<rect class="edge" x="${x}" y="${y}" width="5" height="${height}" rx="2"/>`]
      : []),
    ...rows,
    '</g>',
  ].join('');
}

function renderRow(row: string, x: number, y: number, kind: 'name' | 'note'): string {
  return `<text class="${kind}" x="${x + padding + 2}" y="${y + 15}">${escapeXml(row)}</text>`;
}

function renderLine(
  { from, to, kind, confidence, label }: PictureLine,
  places: ReadonlyMap<string, PlacedBox>,
  { boxWidth, gapX }: Frame,
): string {
  const [problem, other] = [places.get(from), places.get(to)];
  if (!problem || !other) return '';
  // From the middle column: to a cause on its left, to a measure on its right.
  const [start, end] = kind === 'cause' ? [problem.x, other.x + boxWidth] : [problem.x + boxWidth, other.x];
  const [y1, y2] = [problem.y + problem.height / 2, other.y + other.height / 2];
  const bend = kind === 'cause' ? -gapX / 2 : gapX / 2;
  const path = `M${start} ${y1}C${start + bend} ${y1} ${end - bend} ${y2} ${end} ${y2}`;
  const weight = (1 + (kind === 'cause' ? 2 : 4) * confidence).toFixed(1);
  // The wide line cannot be seen; it is there for the mouse.
  return `<g class="line ${kind}" data-from="${from}" data-to="${to}"><title>${escapeXml(label)}</title><path class="grip" d="${path}"/><path class="stroke" d="${path}" stroke-width="${weight}" stroke-opacity="${(0.3 + 0.6 * confidence).toFixed(2)}"/></g>`;
}

/** Rows of at most `ems` 汉字; two Latin letters count as one. */
function wrapped(words: string, ems: number, mostLines: number): string[] {
  const rows = [''];
  let used = 0;
  for (const character of words) {
    const size = character < '\u0300' ? 0.55 : 1;
    const isFull = used + size > ems - 0.5 && !/[，。、；：）”]/.test(character);
    if (isFull && rows.length === mostLines) return [...rows.slice(0, -1), `${rows.at(-1)?.slice(0, -1)}…`];
    if (isFull) {
      rows.push('');
      used = 0;
    }
    rows[rows.length - 1] += character;
    used += size;
  }
  return rows;
}

const paperStyle = `
text { font: 14px "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; fill: #1f1f1f; }
.paper { fill: #fff; }
.head { font-size: 16px; font-weight: bold; }
.count { font-size: 13px; font-weight: normal; fill: #616161; }
.box rect { fill: #f8f8f8; stroke: #b8b8b8; }
.box rect.edge { fill: #b8b8b8; stroke: none; }
.box.unmet rect { fill: #fdeceb; stroke: #c72e0f; stroke-width: 2; }
.box.unmet rect.edge { fill: #c72e0f; stroke: none; }
.box.unmet .note { fill: #a1260d; font-weight: bold; }
.box.unsure rect { fill: #fff8e5; stroke: #bf8803; stroke-dasharray: 5 3; }
.box.unsure rect.edge { fill: #bf8803; stroke: none; }
.box.unsure .note { fill: #7a5700; }
.box.orphan rect { stroke: #8a8a8a; stroke-dasharray: 5 3; }
.box.orphan rect.edge { stroke: none; }
.note { font-size: 12px; fill: #616161; }
.line path { fill: none; }
.line .grip { stroke: none; }
.line.measure .stroke { stroke: #0068b5; }
.line.cause .stroke { stroke: #7a7a7a; stroke-dasharray: 6 4; }
`;
