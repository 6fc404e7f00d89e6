import type { Entry, Line, TitleBlock } from '../speech.ts';
import { countedPart, pureRole, sideRole } from './role.ts';

/**
 * The short lines above the speech: one or two lines of title, then 职务 姓名 and the date in brackets, in any order (the
 * layout of speeches, not of red-head documents). A salutation such as “同志们：” belongs to the preamble.
 */
export function titleBlockOf(text: string, entries: readonly Entry[]): TitleBlock {
  const lines: Line[] = [];
  const title: Line[] = [];
  let author: Line | undefined;
  let date: Line | undefined;
  let isTitled = false;
  for (const entry of entries) {
    if (entry.kind === 'comment' || entry.kind === 'rule') continue;
    if (entry.kind !== 'line' || !mayStandAbove(text, entry, lines.length === 0)) break;
    const words = wordsOf(text, entry);
    // The title is complete, and this the first part of the speech.
    if (isTitled && !document.test(words) && !words.startsWith('—') && sideRole(words)) break;
    const isAuthor = author || namesAuthor(words) || entry.depth > 1 || (isTitled && loneName.test(words));
    if (datePattern.test(words)) date ??= entry;
    else if (lines.length > 0 && !words.startsWith('—') && isAuthor) author ??= entry;
    else title.push(entry);
    isTitled = document.test(words);
    lines.push(entry);
    if (lines.length === longestBlock) break;
  }
  return { title, author, date, lines };
}

const longestBlock = 6;

function wordsOf(text: string, { span }: Line): string {
  return text.slice(span.start, span.end).replace(/[*【】]/g, '');
}

function mayStandAbove(text: string, line: Line, first: boolean): boolean {
  if ((line.numbering && line.depth !== 1) || line.bullet) return false;
  const words = wordsOf(text, line);
  // Some drafts begin with `##`, and some make every line above the speech a heading.
  if (line.depth > 1 && first && !document.test(words)) return false;
  if (datePattern.test(words)) return true;
  if (line.depth > 1 && !first && !belowTitle.test(words)) return false;
  const namesWhole = /(?:检查|剖析|检视|清单)$/.test(words) || (line.depth === 1 && namesParts(words));
  if (!first && countedPart.test(words)) return false;
  if (pureRole(words) && !(first && namesWhole)) return false;
  if (!first && named.test(words) && words.length <= 45) return true;
  const limit = first || line.depth === 1 ? 90 : 45;
  return words.length > 0 && words.length <= limit && !/[。；！？：;!?]|，.*，/.test(words);
}

/** “存在的问题、原因分析和整改措施” announces the parts to come and is not one of them. */
function namesParts(words: string): boolean {
  return new Set(words.split(/[、和与及]/).flatMap((part) => pureRole(part) ?? [])).size > 2;
}

const datePattern =
  /^[（(]?\s*(?:20|二[〇○零])[0-9〇○零一二三四五六七八九]{2}\s*(?:年(?!度)|[.\-/])[^，。]{0,12}[）)]?$/;

/** The words that titles of documents end in. */
const document = /(?:材料|发言稿?|报告|提纲|讲话稿?|检查|剖析|方案|主持词|意见)$/;

/** 职务 姓名: an office or a unit, or a name set off by spaces; a line that names a document is a title. */
function namesAuthor(words: string): boolean {
  if (document.test(words)) return false;
  return named.test(words) || namesOffice.test(words) || /^\S+[\s　]+\S{1,4}$/.test(words);
}

/** “发言人：电客车司机　段小满”. */
const named = /^(?:发言|汇报|报告|检查|述职)人[：:][\p{Script=Han}\s　、（）()]+$/u;

/** “尹若溪”, below a line that names the document. */
const loneName = /^\p{Script=Han}[\s　]*\p{Script=Han}{1,3}$/u;

const offices =
  '书记|主任|局长|院长|校长|所长|科长|处长|部长|镇长|乡长|县长|市长|区长|经理|董事|主席|委员|队长|站长|支部|党员|党组|党委|总工|干事|会长|馆长|行长|厂长|监狱长|关长|总裁|职工';
const namesOffice = new RegExp(`${offices}|同志$`);

/** “副主任　何静”, or a subtitle after a dash: only lines below a title look like this. */
const belowTitle = new RegExp(`^—|(?:${offices})[\\s　]+\\p{Script=Han}[\\s　]*\\p{Script=Han}{1,3}$`, 'u');
