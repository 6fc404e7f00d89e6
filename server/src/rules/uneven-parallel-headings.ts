import { t } from '@vscode/l10n';
import { hasBlank } from '../model/blanks.ts';
import type { Unit } from '../model/speech.ts';
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
    yield* oddOnes(speech.causes);
    yield* oddOnes(speech.measures);
    for (const { points } of [...speech.problems, ...speech.causes, ...speech.measures]) yield* oddOnes(points);
  },
};

/** The odd one of at least four headings, if all the others have one shape. */
function* oddOnes(units: readonly Unit[]): Iterable<Finding> {
  // Cells of a table are no headings.
  if (units.length < 4 || units.some(({ row }) => row !== undefined) || units.some(({ title }) => hasBlank(title)))
    return;
  const shapes = units.map(({ title }) => shapeOf(title));
  // Either one shape differs from the first, or the first differs from all others.
  const [first, second] = shapes;
  const odd = shapes.filter((shape) => shape !== first);
  if (odd.length !== 1 && !(odd.length === shapes.length - 1 && second === shapes.at(-1))) return;
  for (const [index, unit] of units.entries()) {
    const others = shapes.filter((_, other) => other !== index);
    const shape = others[0];
    if (shape === undefined || shape === shapes[index] || !others.every((other) => other === shape)) continue;
    if (isNear(shapes[index] ?? '', shape)) return;
    yield { span: unit.titleSpan, message: t('其余各条的小标题句式相同（如“{0}”），这一条不同', model(units, index)) };
    return;
  }
}

/** A name or fixed expression may make a half a character longer or shorter; no listener notices. */
function isNear(shape: string, other: string): boolean {
  const [own, theirs] = [shape.split('，'), other.split('，')];
  if (own.length !== theirs.length) return false;
  return own.every((part, at) => {
    const model = theirs[at] ?? '';
    const far = Math.abs(Number(part) - Number(model));
    // Good writers vary the half before 在…上 more freely.
    return part === model || far <= (theirs.at(-1) === '在…上' ? 2 : 1);
  });
}

function model(units: readonly Unit[], odd: number): string {
  return units[odd === 0 ? 1 : 0]?.title ?? '';
}

/** The shape of a heading: the lengths of its two halves, 在…上下功夫 and the like as a pattern; of a short plain one, its length; else itself. */
function shapeOf(heading: string): string {
  const title = heading.replace(/[“”]/g, '');
  const [head = '', ...rest] = title.split('，');
  if (rest.length === 1) {
    const tail = rest[0] ?? '';
    return `${head.length}，${/^在.+上/.test(tail) ? '在…上' : tail.length}`;
  }
  const [, ending] = /^在.+(上[^上]{3,6})$/.exec(title) ?? [];
  if (rest.length === 0 && ending !== undefined) return `在…${ending}`;
  return rest.length === 0 && title.length <= 12 && /^\p{Script=Han}+$/u.test(title) ? `${title.length}` : title;
}
