import { isRecord } from '../../server/src/isRecord.ts';
import type { PreviewAnswer, PreviewParams } from '../../server/src/protocol.ts';

/** What the page of a preview asks for. */
export type FromPreview =
  | { readonly type: 'ready'; readonly state: PanelState }
  | { readonly type: 'state'; readonly state: PanelState; readonly offset: number | undefined }
  | { readonly type: 'reveal' | 'scroll'; readonly offset: number }
  | { readonly type: 'select'; readonly offset: number; readonly words: string }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'read'; readonly notice: string }
  | { readonly type: 'command'; readonly command: string };

/** What the page of a preview is told. */
export type ToPreview =
  | ({ readonly type: 'content'; readonly result: PreviewAnswer } & PreviewSpeech)
  | { readonly type: 'scrollTo'; readonly offset: number };

/** The speech that a page shows. */
export interface PreviewSpeech {
  readonly uri: string;
  /** Address of its folder, for pictures; empty where there is none. */
  readonly base: string;
  /** The offset at which the editor stands. */
  readonly at: number;
}

/** What a preview keeps over a reload of the window, as far as the extension has to know it. */
export interface PanelState {
  readonly uri: string;
  readonly view: PreviewParams['view'];
  readonly findings: boolean;
  readonly pinned: boolean;
}

/** What the page of a picture asks for: to go to a box, or a picture for so many pixels. */
export type FromPicture = { readonly go: string } | { readonly width: number };

/**
 * Reads a message of a preview; undefined for one of any other shape, and for a link or command that no preview has a
 * use for. A page shows what somebody else has written, so it is trusted with nothing.
 */
export function readPreviewMessage(message: unknown): FromPreview | undefined {
  if (!isRecord(message)) return undefined;
  const { type, offset, words, href, notice, command } = message;
  const state = readPanelState(message.state);
  switch (type) {
    case 'ready':
      return state && { type, state };
    case 'state':
      return state && { type, state, offset: isOffset(offset) ? offset : undefined };
    case 'reveal':
    case 'scroll':
      return isOffset(offset) ? { type, offset } : undefined;
    case 'select':
      return isOffset(offset) && typeof words === 'string' ? { type, offset, words } : undefined;
    case 'link':
      // Any other scheme could start a program.
      return typeof href === 'string' && /^(?:https?:\/\/|mailto:)/i.test(href) ? { type, href } : undefined;
    case 'read':
      return typeof notice === 'string' && notice.length < 500 ? { type, notice } : undefined;
    case 'command':
      return typeof command === 'string' && /^fayan\.export(?:Word|Pdf|Html|Text)$/.test(command)
        ? { type, command }
        : undefined;
    default:
      return undefined;
  }
}

/** Undefined for anything else, as the state that another version has kept. */
export function readPanelState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, view, findings, pinned } = value;
  if (view !== 'pages' && view !== 'flow' && view !== 'reading') return undefined;
  if (typeof uri !== 'string' || typeof findings !== 'boolean' || typeof pinned !== 'boolean') return undefined;
  return { uri, view, findings, pinned };
}

/** The same for a picture. */
export function readPictureMessage(message: unknown): FromPicture | undefined {
  if (!isRecord(message)) return undefined;
  const { go, width } = message;
  if (typeof go === 'string') return { go };
  return typeof width === 'number' && width > 0 && width < Number.POSITIVE_INFINITY ? { width } : undefined;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
