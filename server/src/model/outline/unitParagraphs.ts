import { blankComments } from '../reading/comments.ts';
import type { Line, Section, Unit } from '../speech.ts';
import { hasBlank } from '../text/blanks.ts';
import { moveSpan, type Span, trimSpan } from '../text/span.ts';
import { isLead } from './headingLine.ts';

/**
 * The paragraphs of a section without numbered items, each of which is a unit: the text run in with its heading first,
 * and without stray words and what only leads in to the others.
 */
export function paragraphsIn(text: string, { heading, body, role }: Section): Array<Pick<Unit, 'titleSpan' | 'span'>> {
  const found: Array<Pick<Unit, 'titleSpan' | 'span'>> = [];
  if (heading.body.start < heading.body.end) {
    const span = trimSpan(text, { start: heading.body.start, end: heading.body.end });
    found.push({ titleSpan: { start: span.start, end: firstStop(text, span) }, span });
  }
  const lines = body.filter((entry): entry is Line => entry.kind === 'line');
  for (const [index, { span, title }] of lines.entries()) {
    const words = text.slice(span.start, span.end);
    const leadsIn = /[：:]$/.test(words) || (index === 0 && lines.length > 1 && mayLeadIn(words));
    if ((leadsIn && !hasBlank(words)) || words.length < shortestUnit) continue;
    const items = boldItems(words);
    if (items.length > 1) {
      found.push(
        ...items.map((item) => ({
          titleSpan: moveSpan(item.titleSpan, span.start),
          span: moveSpan(item.span, span.start),
        })),
      );
      continue;
    }
    const named = title.start < title.end ? title.start : span.start;
    const start = named + (label.exec(text.slice(named, span.end))?.[0].length ?? 0);
    const end = firstStop(text, { start, end: span.end });
    const aspect = role === 'problems' && isLead(heading) ? aspectHead.exec(text.slice(start, end))?.[0].length : 0;
    found.push({ titleSpan: { start, end: aspect ? start + aspect : end }, span });
  }
  return found;
}

/**
 * “**只看报表。**上面要多少……**手生了。**出诊的日子……”: the items of a paragraph that begin with a sentence in bold; none
 * where it does not.
 */
function boldItems(words: string): Array<Pick<Unit, 'titleSpan' | 'span'>> {
  const heads = words.startsWith('**') ? [...words.matchAll(boldHead)] : [];
  if (heads[0]?.index !== 0) return [];
  return heads.map(({ index, 1: title = '' }, at) => ({
    titleSpan: { start: index + 2, end: index + 2 + title.length },
    span: { start: index, end: heads[at + 1]?.index ?? words.length },
  }));
}

const boldHead = /(?<=^|[。！？…”’）])\*\*([^*\r\n。]{2,40})(?:。\*\*|\*\*。)(?=\S)/g;

/** The end of the first clause that says something: “思想上，筑堤先固基”, “忙，成了我原谅自己的理由”. */
function firstStop(text: string, { start, end }: Span): number {
  const words = blankComments(text.slice(start, end));
  const stop = words.search(/(?<=.{5})[，：]|[。；！？]/);
  return stop > 0 ? start + stop : end;
}

/** Whether a paragraph, if it is the first of several, leads in to them. */
export function mayLeadIn(words: string): boolean {
  return words.length < longestLeadIn && /针对|为此|下步|下一步|如下/.test(words);
}

/** In characters: a longer paragraph says something itself, even if it begins with “针对”. */
const longestLeadIn = 60;

/** In characters: a shorter paragraph is a stray word, not a unit. */
export const shortestUnit = 6;

/** “第一方面：” names the kind of a paragraph, not its matter; “问题一：” is no part of the title already (`headOf`). */
const label = /^第[一二三四五六七八九十]{1,3}方面[：:][ 　]?/;

/** “学习上，我读得少。”: in a talk the first words name the aspect. */
const aspectHead = /^[^，。：“”]{1,8}(?:上|方面)(?=，)/;
