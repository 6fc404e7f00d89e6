import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import type { Role } from '../model/outline/role.ts';
import { type Numbering, renumbered } from '../model/parse/numbering.ts';
import { profileOf } from '../model/profile/profile.ts';
import { headingMark } from '../model/reading/countedMarks.ts';
import { type Section, type Speech, siblingGroups } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { explained } from './explained.ts';
import { lineStart } from './insertion.ts';
import type { Rule } from './rule.ts';

export const sectionOrder: Rule = {
  id: 'section-order',
  category: 'structure',
  severity: 'warning',
  title: '先摆问题，再找原因，后讲整改',
  why: '整改说在原因前面，听的人不知道措施冲着什么去；审稿时会要求调整次序。',
  source: '历年民主生活会材料的通行结构',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n二、整改措施\n\n（一）加强学习。每月一次。\n\n⟦三、原因分析⟧\n\n（一）重视不够。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
    },
  ],

  *checkOutline(speech, context) {
    const order = profileOf(speech, context).profile.parts.filter(({ need }) => need === 'required');
    const roles = order.map(({ role }) => role);
    for (const group of siblingGroups(speech)) {
      // Parts inside a paragraph are told in their order.
      const parts = group.filter(({ role, heading }) => role && !heading.inline && roles.includes(role));
      const rank = ({ role }: Section) => roles.indexOf(role as Role);
      let highest = -1;
      const late = parts.findIndex((part) => {
        const isLate = rank(part) < highest;
        highest = Math.max(highest, rank(part));
        return isLate;
      });
      const [part, before] = [
        parts[late],
        parts.slice(0, late).find((other) => rank(other) > rank(parts[late] ?? other)),
      ];
      if (!part || !before) continue;
      yield {
        span: part.heading.span,
        message: t('“{0}”应当放在“{1}”之前', withinQuotes(part.heading.title), withinQuotes(before.heading.title)),
        ...explained(swappedNumber(speech.text, before, part), [
          { span: before.heading.span, message: t('应当移到这一部分之前') },
        ]),
        fixes: [
          { title: t('移到“{0}”之前', withinQuotes(before.heading.title)), edits: moved(speech, group, part, before) },
        ],
      };
    }
  },
};

/** The number of the part ahead, where the numbers tell the right order: “四、整改措施” before “三、原因分析”. */
function swappedNumber(text: string, before: Section, part: Section): Numbering | undefined {
  const [ahead, behind] = [headingMark(text, before), headingMark(text, part)];
  return ahead && behind && ahead.ordinal === behind.ordinal + 1 ? ahead : undefined;
}

/**
 * One edit over all sections from `before` to `part`: the sections move, the blanks between them stay, and the numbers
 * rise.
 */
function moved({ text }: Speech, group: readonly Section[], part: Section, before: Section): Edit[] {
  const from = group.indexOf(before);
  const to = group.indexOf(part);
  const old = group.slice(from, to + 1);
  const start = lineStart(text, before);
  const ordinalOf = (section: Section) => headingMark(text, section)?.ordinal ?? 0;
  const places = old.toSorted((a, b) => ordinalOf(a) - ordinalOf(b));
  const pieces = [part, ...old.slice(0, -1)].map((section, place) => numberedLike(text, section, places[place]));
  const gaps = old.slice(1).map((section, index) => text.slice(old[index]?.span.end, lineStart(text, section)));
  const newText = pieces.map((piece, index) => piece + (gaps[index] ?? '')).join('');
  return [{ span: { start, end: part.span.end }, newText }];
}

/** The text of a section, numbered for the place that it takes. */
function numberedLike(text: string, section: Section, place: Section | undefined): string {
  const start = lineStart(text, section);
  const whole = text.slice(start, section.span.end);
  const own = headingMark(text, section);
  const other = place && headingMark(text, place);
  if (!own || !other || own.style !== other.style) return whole;
  const mark = renumbered(own, other.ordinal);
  return whole.slice(0, own.span.start - start) + mark + whole.slice(own.span.end - start);
}
