import { roleOf } from './role.ts';
import type { Speech } from './speech.ts';

/**
 * Whether a Markdown file is a speech of this genre: by its name (`*.speech.md`), by its front matter (`发言:`), by its title, or by
 * an outline of 问题 and 整改. A README that quotes one of these words is none: the title must name a document of the genre, and
 * the outline must have both parts with units.
 */
export function isSpeech(speech: Speech, path: string): boolean {
  if (/\.speech\.md$/i.test(path)) return true;
  const { frontMatter, text, titleBlock } = speech;
  if (frontMatter && /^发言\s*[:：]/m.test(text.slice(frontMatter.start, frontMatter.end))) return true;
  if (/(?:^|[\\/])(?:README|CHANGELOG|CONTRIBUTING|LICENSE)[^\\/]*$/i.test(path)) return false;
  const title = titleBlock.title.map((line) => text.slice(line.title.start, line.title.end)).join('');
  if (genre.test(title)) return true;
  const roles = new Set(speech.sections.map(({ heading }) => roleOf(heading.title)));
  const numbered = speech.sections.filter(({ heading }) => heading.numbering?.style === 'han').length;
  return numbered >= 2 && roles.has('problems') && (roles.has('measures') || roles.has('causes')) && meets.test(text);
}

/** Titles of the documents written for one meeting. */
const genre =
  /对照检查|检视剖析|剖析(?:发言|材料)|检查材料|党性分析|(?:民主|组织)生活会.{0,90}(?:材料|发言|提纲|主持词|批评|方案|表态)|批评意见|整改(?:方案|清单|台账)$|发言提纲$|表态发言/;

/** Words without which nothing is of this genre. */
const meets = /民主生活会|组织生活会|对照检查|批评指正|主题教育|整改/;
