import { countedPart, isAspectTitle, plainWords, type Role, roleOf } from './role.ts';

/** What a heading must show to be found: a section, or the draft of one. */
interface Headed<Item> {
  readonly heading: { readonly title: string; readonly part: Role | undefined };
  readonly sections: readonly Item[];
}

/**
 * The one section of the first level that holds a whole examination, as “第一部分　自我批评” does beside “第二部分　批评意见”: what is
 * inside it are the parts, and it is none of the aspects. Of several with parts of their own, each is an aspect.
 */
export function wholeAmong<Item extends Headed<Item>>(items: readonly Item[]): Item | undefined {
  const [only, other] = items.filter(({ sections }) => holdsParts(sections));
  return only && !other && isOuterTitle(only.heading.title) ? only : undefined;
}

/** Whether a heading may hold a whole examination: “第一部分　……” that names no aspect, or “自我批评”. */
export function isOuterTitle(title: string): boolean {
  const word = countedPart.exec(title)?.[1];
  const counts = word !== undefined && word !== '方面' && word !== '节' && !isAspectTitle(title);
  return counts || /^(?:我的?|个人|本人)?(?:开展)?自我批评(?:意见|部分|情况)?$/.test(title.replace(/[\s　]/g, ''));
}

/** Whether there are 问题 and, behind them, 整改: as parts, or in several aspects. */
function holdsParts<Item extends Headed<Item>>(sections: readonly Item[]): boolean {
  return namesParts(sections) || sections.filter((inner) => namesParts(inner.sections)).length > 1;
}

function namesParts<Item extends Headed<Item>>(sections: readonly Item[]): boolean {
  const roles = sections.map(({ heading: { part, title } }) => part ?? roleOf(title));
  const first = roles.indexOf('problems');
  const isLater = ({ heading: { title } }: Item, at: number) =>
    at > first && (roles[at] === 'measures' || (roles[at] === undefined && plainWords.measures.test(title)));
  return first >= 0 && sections.some(isLater);
}
