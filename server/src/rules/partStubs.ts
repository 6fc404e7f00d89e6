import type { Role } from '../model/outline/role.ts';
import { type Numbering, renumbered } from '../model/parse/numbering.ts';
import type { Speech } from '../model/speech.ts';

/**
 * The stub of a part: text with 〔…〕 for what only the author knows, never translated, because it becomes part of the
 * speech. Measures are numbered like the problems, unless the part itself has a mark of that style.
 */
export function partStubs({ problems }: Speech, role: Role, above: Numbering | undefined): string[] {
  if (role === 'previous') return ['〔写明上年度查摆的问题、整改措施和完成情况〕。'];
  if (role === 'causes') return ['〔对照上面的问题，从思想、能力、作风、制度上逐条剖析原因〕。'];
  if (role !== 'measures' || problems.length === 0) return ['〔写明这一部分的内容〕。'];
  const style = problems[0]?.numbering;
  const numbered =
    style !== undefined &&
    style.style !== above?.style &&
    problems.length > 1 &&
    problems.every(({ numbering }) => numbering?.style === style.style);
  return problems.slice(0, 20).map(({ title }, index) => {
    const mark = numbered && style ? renumbered(style, index + 1) : '';
    const matter = matterOf(title);
    return `${mark}〔“${matter}”的整改标题〕。针对“${matter}”的问题，〔写明措施、时限、责任人〕。`;
  });
}

/**
 * What a problem is about, in at most twenty characters; without an ellipsis, because it becomes part of the speech.
 */
function matterOf(title: string): string {
  const plain = title.replace(/[“”"]/g, '');
  return /^[^，。；]{2,20}/.exec(plain)?.[0] ?? plain.slice(0, 20);
}
