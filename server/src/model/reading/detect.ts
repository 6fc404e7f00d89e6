import { roleOf } from '../outline/role.ts';
import type { Speech } from '../speech.ts';
import { titleOf } from './title.ts';

/**
 * Whether a Markdown file is a speech of this genre: by its name (`*.speech.md`), by its front matter (`发言:`), by its
 * title, or by an outline of 问题 and 整改. A README that merely quotes such words does not count: the title must name a
 * document of the genre, and the outline must have both parts, with units.
 */
export function isSpeech(speech: Speech, path: string): boolean {
  if (/\.speech\.md$/i.test(path)) return true;
  if (saysSo(speech)) return true;
  if (/(?:^|[\\/])(?:README|CHANGELOG|CONTRIBUTING|LICENSE)[^\\/]*$/i.test(path)) return false;
  if (genre.test(titleOf(speech))) return true;
  if (isOtherDocument(speech)) return false;
  if (meeting.test(titleOf(speech)) && speech.problems.length > 1 && speech.measures.length > 1) return true;
  const roles = new Set(speech.sections.map(({ heading }) => roleOf(heading.title)));
  const numbered = speech.sections.filter(({ heading }) => heading.numbering?.style === 'han').length;
  return (
    numbered >= 2 && roles.has('problems') && (roles.has('measures') || roles.has('causes')) && meets.test(speech.text)
  );
}

/** Titles of the documents written for one meeting. */
const genre =
  /对照检查|检视剖析|剖析(?:发言|材料)|检查材料|党性分析|(?:民主|组织)生活会.{0,90}(?:材料|发言|提纲|主持词|批评|方案|表态)|批评意见|整改(?:方案|清单|台账)$|发言提纲$|(?:民主|组织)生活会.{0,90}检查$|表态发言/;

/**
 * A title without a word for the kind of document, as people write who are tired of such titles;
 * not that of the minutes.
 */
const meeting = /^(?!.*(?:记录|纪要)).*(?:民主|组织)生活会/;

/**
 * Whether the title names another kind of official document, such as a 工作总结: it may have 不足 and 打算, but it needs
 * neither 原因 nor a measure for each.
 */
export function isOtherDocument(speech: Speech): boolean {
  const title = titleOf(speech);
  return otherKinds.test(title) && !genre.test(title) && !saysSo(speech);
}

/** Whether a document is a 整改台账, by its title: it repeats, row by row, what a speech says. */
export function isLedger(speech: Speech): boolean {
  return /台账$/.test(titleOf(speech));
}

function saysSo({ frontMatter, text }: Speech): boolean {
  return frontMatter !== undefined && /^发言\s*[:：]/m.test(text.slice(frontMatter.start, frontMatter.end));
}

const otherKinds =
  /(?:工作|年度|半年|阶段|活动|学习|培训|调研|述职|考察|评估|审计|宣讲|专项)(?:的)?(?:总结|报告|计划|要点|打算|汇报|情况)|情况的?(?:报告|汇报|通报|说明)|的(?:通知|通报|报告|请示|函|意见|决定|公告)$|会议纪要|述职述廉|推进会|动员会/;

/** A text without any of these words is not of this genre. */
const meets = /民主生活会|组织生活会|对照检查|批评指正|主题教育|整改/;
