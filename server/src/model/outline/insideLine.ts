import { rankOf } from '../parse/numbering.ts';
import type { Line } from '../speech.ts';
import { type Draft, isMarkStyle, type Place } from './draft.ts';
import type { InnerLead } from './innerLeads.ts';
import { isAspectTitle, plainWords, type Role, roleOf, sideRole } from './role.ts';
import type { Sides } from './sides.ts';
import { opensWith, type ToldItems } from './toldItems.ts';

/** What all entries together tell of the words inside lines. */
interface Inside {
  /** The text with blanks for comments. */
  readonly words: string;
  readonly told: ToldItems;
  readonly sides: Sides;
}

/** Where a line stands; the innermost open section is that of its own heading, if it has opened one. */
type Where = Pick<Place, 'line' | 'open'>;

/**
 * Whether a line tells several parts, and stands where they may be told: not with last year, nor with a case, nor among
 * the measures.
 */
export function tellsParts(line: Line, outermost: Draft | undefined, { told }: Pick<Inside, 'told'>): boolean {
  if (!told.leads.has(line)) return false;
  const title = outermost?.heading.title ?? '';
  const isBeside = sideRole(title) !== undefined || (roleOf(title) === undefined && plainWords.previous.test(title));
  return !isBeside && (outermost === undefined || partOf(outermost) !== 'measures');
}

/** What opens parts or items inside a line. */
export function leadsInside({ line, open }: Where, { words, told, sides }: Inside): readonly InnerLead[] {
  const around = open.at(-1);
  if (tellsParts(line, open[0], { told })) {
    const leads = told.leads.get(line) ?? [];
    // “问题：……” at the start of an item names no part of it, but the item.
    const isItem = around?.heading.line === line && leads[0]?.part === 'problems' && opensWith(words, line, leads[0]);
    return isItem ? leads.slice(1) : leads;
  }
  if (!around || around.heading.inline) return [];
  const role = partOf(around);
  const asks = role === undefined && open.length === 1 && asksForCauses(around);
  const views = role === 'causes' || asks ? sides.views.get(line) : undefined;
  return views ?? ((role && sides.aspects.get(line)) || []);
}

/**
 * Whether a paragraph without a number begins with what opens something inside it, and opens nothing by itself:
 * “学习方面：……。作风方面：……。”
 */
export function opensInside(where: Where, inside: Inside): boolean {
  const { line, open } = where;
  if (line.numbering || open.length === 0) return false;
  const leads = leadsInside(where, inside);
  const isTold = tellsParts(line, open[0], inside);
  const isView = leads === inside.sides.views.get(line);
  return opensWith(inside.words, line, leads[0]) && (isTold ? !line.bullet : leads.length > 1 || isView);
}

/** Closes the part inside a line for what begins in a style that may not stand in it. */
export function leaveInnerPart(open: Draft[], style?: Draft['style']): void {
  const mayHold = style !== undefined && isMarkStyle(style) && rankOf(style) > rankOf('hanParen');
  while (!mayHold && open.at(-1)?.heading.inline && open.at(-1)?.heading.part) open.pop();
}

/** The part that a heading opens; undefined where it names an aspect, or a part without items. */
function partOf({ heading: { title, part } }: Draft): Role | undefined {
  if (part !== undefined || isAspectTitle(title)) return part;
  const role = roleOf(title);
  return role === 'problems' || role === 'causes' || role === 'measures' ? role : undefined;
}

/** Whether a heading sounds as if it named the causes. */
function asksForCauses({ heading: { title } }: Draft): boolean {
  return roleOf(title) === undefined && !isAspectTitle(title) && plainWords.causes.test(title);
}
