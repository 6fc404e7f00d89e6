import { t } from '@vscode/l10n';
import type { Context } from '../model/context.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { counterparts, isOrphan, standingOf } from '../model/trace/counterparts.ts';
import type { Link } from '../model/trace/link.ts';
import { type Trace, trace } from '../model/trace/trace.ts';
import type { PictureNode } from '../protocol.ts';
import { confidenceText, evidenceText } from './evidenceText.ts';
import { toRange } from './range.ts';
import { linksLine, nameOf } from './unitNames.ts';

/** 问题整改对照图 — what the picture shows: three columns of units, and the links between them. */
export interface Picture {
  /** 原因, 问题, 整改: what is linked to both stands in the middle, so that no line runs through a column. */
  readonly columns: readonly [PictureColumn, PictureColumn, PictureColumn];
  readonly lines: readonly PictureLine[];
}

/** One column, with its boxes from top to bottom. */
export interface PictureColumn {
  readonly title: string;
  readonly boxes: readonly PictureBox[];
}

/** One unit. */
export interface PictureBox {
  readonly id: string;
  readonly name: string;
  readonly state: 'met' | 'begun' | 'unsure' | 'unmet' | 'orphan' | 'plain';
  /** The state in words, empty where all is well. */
  readonly note: string;
  /** Read out by screen readers. */
  readonly label: string;
}

/** A link between two units, by their ids. */
export interface PictureLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'cause' | 'measure';
  /** 0–1 */
  readonly confidence: number;
  /** Why, in one line. */
  readonly label: string;
}

/** The picture of a speech; the columns of a speech without units are empty. */
export function tracePicture(speech: Speech, context: Context): Picture {
  const found = trace(speech, context);
  const column = (title: string, units: readonly Unit[]): PictureColumn => ({
    title,
    boxes: units.map((unit) => boxOf(unit, speech, found)),
  });
  return {
    columns: [column(t('原因'), speech.causes), column(t('问题'), speech.problems), column(t('整改'), speech.measures)],
    // Strong lines are drawn last, above the weak ones.
    lines: [...found.links].sort((a, b) => a.confidence - b.confidence).flatMap(lineOf),
  };
}

/** Where each box leads, and what the panel says about it. */
export function pictureNodes(speech: Speech, context: Context): PictureNode[] {
  const found = trace(speech, context);
  return [...speech.problems, ...speech.causes, ...speech.measures].map((unit) => ({
    id: unit.id,
    head: toRange(speech, unit.headSpan),
    details: [
      nameOf(unit, 200),
      linksLine(unit, speech, found),
      ...counterparts(unit, found).map(({ unit: other, link }) => `${nameOf(other, 60)} — ${reason(link)}`),
    ].filter((line) => line !== ''),
  }));
}

function boxOf(unit: Unit, speech: Speech, found: Trace): PictureBox {
  const state = stateOf(unit, speech, found);
  const note = notes(state);
  const links = linksLine(unit, speech, found);
  const name = nameOf(unit, 60);
  return { id: unit.id, name, state, note, label: [name, links].filter((part) => part !== '').join(t('，')) };
}

function stateOf(unit: Unit, speech: Speech, found: Trace): PictureBox['state'] {
  if (unit.kind === 'problem') {
    const standing = standingOf(unit, speech, found);
    return standing === 'waived' ? 'plain' : standing;
  }
  return isOrphan(unit, speech, found) ? 'orphan' : 'plain';
}

function notes(state: PictureBox['state']): string {
  if (state === 'unmet') return t('未见整改');
  if (state === 'begun') return t('待填写');
  if (state === 'unsure') return t('整改待核对');
  return state === 'orphan' ? t('未对应问题') : '';
}

function lineOf(link: Link): PictureLine[] {
  const { from, to, confidence } = link;
  if (to.kind === 'problem') return [];
  const label = t('{0} → {1}：{2}', nameOf(from, 20), nameOf(to, 20), reason(link));
  return [{ from: from.id, to: to.id, kind: to.kind, confidence, label }];
}

function reason(link: Link): string {
  const why = evidenceText(link);
  return `${t('把握 {0}', confidenceText(link.confidence))}${why ? `${t('，')}${why}` : ''}`;
}
