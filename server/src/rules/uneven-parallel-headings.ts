import { t } from '@vscode/l10n';
import { type Section, type Speech, siblingGroups, type Unit } from '../model/speech.ts';
import { hasBlank } from '../model/text/blanks.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Finding, Rule } from './rule.ts';

export const unevenParallelHeadings: Rule = {
  id: 'uneven-parallel-headings',
  category: 'wording',
  severity: 'hint',
  title: '并列的小标题字数、句式宜整齐',
  why: '四条都是“……，在……上下功夫”，单单一条不是，念到这里就会绊一下。',
  source: '公文小标题的通行写法',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）强化理论武装，在学深悟透上下功夫。\n\n（二）厚植为民情怀，在服务群众上下功夫。\n\n（三）严守纪律规矩，在廉洁自律上下功夫。\n\n（四）⟦提高能力⟧。\n',
      good: '一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）强化理论武装，在学深悟透上下功夫。\n\n（二）厚植为民情怀，在服务群众上下功夫。\n\n（三）严守纪律规矩，在廉洁自律上下功夫。\n',
    },
  ],

  *checkOutline(speech) {
    for (const units of [...beside(speech, speech.causes), ...beside(speech, speech.measures)]) yield* oddOnes(units);
    for (const { points } of [...speech.problems, ...speech.causes, ...speech.measures]) yield* oddOnes(points);
  },
};

/** The units by the headings that they stand below: what the team and what the speaker will do are not parallel. */
function beside(speech: Speech, units: readonly Unit[]): Unit[][] {
  const owners = new Map(siblingGroups(speech).flatMap((group) => group.map((section) => [section, group] as const)));
  const groups = new Map<readonly Section[] | undefined, Unit[]>();
  for (const unit of units) {
    const group = unit.section && owners.get(unit.section);
    const known = groups.get(group);
    if (known) known.push(unit);
    else groups.set(group, [unit]);
  }
  return [...groups.values()];
}

/** The odd one of at least four headings, if all the others have one shape. */
function* oddOnes(units: readonly Unit[]): Iterable<Finding> {
  // Cells of a table and the first words of a paragraph are no headings, and neither is “主观上，……” inside one.
  const isNone = ({ row, numbering, section }: Unit) =>
    row !== undefined || (!numbering && (!section || section.heading.inline));
  if (units.length < 4 || units.some(isNone) || units.some(({ title }) => hasBlank(title))) return;
  const shapes = units.map(({ title }) => shapeOf(title));
  // Either one shape differs from the first, or the first differs from all others.
  const [first, second] = shapes;
  const odd = shapes.filter((shape) => shape !== first);
  if (odd.length !== 1 && !(odd.length === shapes.length - 1 && second === shapes.at(-1))) return;
  for (const [index, unit] of units.entries()) {
    const others = shapes.filter((_, other) => other !== index);
    const shape = others[0];
    if (shape === undefined || shape === shapes[index] || !others.every((other) => other === shape)) continue;
    if (isEven(units, index)) return;
    yield {
      span: unit.titleSpan,
      message: t('其余各条的小标题句式相同（如“{0}”），这一条不同', withinQuotes(model(units, index))),
    };
    return;
  }
}

/**
 * Whether no listener notices: in each half the odd heading is about as long as the others, or all are built by the
 * same words.
 */
function isEven(units: readonly Unit[], odd: number): boolean {
  const headings = units.map(({ title }) => partsOf(title));
  const own = headings[odd] ?? [];
  const others = headings.filter((_, at) => at !== odd);
  if (others.some((parts) => parts.length !== own.length)) return false;
  // Good writers vary the half before 在…上 more freely.
  const leeway = own.length > 1 && others.every((parts) => inFrame.test(parts.at(-1) ?? '')) ? 2 : 1;
  return own.every((part, at) => {
    const column = others.map((parts) => parts[at] ?? '');
    if (own.length === 1 && !isPlain(part)) return false;
    return isNear(part, column[0] ?? '', leeway) || shareFrame([part, ...column]);
  });
}

/** A name or a fixed expression may make a half a little longer or shorter: 转变工作作风 and 压实管党治党责任. */
function isNear(part: string, model: string, leeway: number): boolean {
  if (inFrame.test(part) !== inFrame.test(model)) return false;
  const longer = part.length - model.length;
  return Math.abs(longer) <= leeway || (longer === 2 && model.length >= 6);
}

/** Whether all have in common how they begin or end, or two characters within: 把…打厚 and 把…看牢, 有所松动 and 有所弱化. */
function shareFrame(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  if (rest.every((part) => part.charAt(0) === first.charAt(0) || part.at(-1) === first.at(-1))) return true;
  return Array.from(first).some((_, at) => {
    const pair = first.slice(at, at + 2);
    return pair.length === 2 && rest.every((part) => part.includes(pair));
  });
}

/** Without the quotation marks, which nobody hears; a half-width comma is one. */
function partsOf(title: string): string[] {
  return title.replace(/[“”]/g, '').split(/[，,]/);
}

function isPlain(part: string): boolean {
  return /^\p{Script=Han}+$/u.test(part);
}

function model(units: readonly Unit[], odd: number): string {
  return units[odd === 0 ? 1 : 0]?.title ?? '';
}

/** 在…上下功夫, 在…上用力. */
const inFrame = /^在.+上/;

/**
 * The shape of a heading: the lengths of its two halves, 在…上 as a pattern; of a short plain one, its length; else
 * itself.
 */
function shapeOf(title: string): string {
  const [head = '', ...rest] = partsOf(title);
  const tail = rest[0] ?? '';
  if (rest.length === 1) return `${head.length}，${inFrame.test(tail) ? '在…上' : tail.length}`;
  if (rest.length > 0) return title;
  if (inFrame.test(head)) return '在…上';
  return head.length <= 12 && isPlain(head) ? `${head.length}` : title;
}
