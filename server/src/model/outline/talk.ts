import type { Entry, Heading, Line, Section } from '../speech.ts';
import { mayClose, takeClosing } from './closing.ts';
import { type Draft, draftOf } from './draft.ts';
import { isLead, isPlain } from './headingLine.ts';
import type { InnerLead } from './innerLeads.ts';
import { nestSeries } from './nestSeries.ts';
import type { Role } from './role.ts';
import { sidesIn } from './sides.ts';
import { shortestUnit } from './unitParagraphs.ts';

/** The parts of a talk. */
interface Talk {
  readonly preamble: Entry[];
  readonly sections: Section[];
  readonly closing: Line[];
}

/**
 * A talk without any heading or number, in which short paragraphs lead in to the problems, perhaps to the causes, and
 * to the measures: “先说说我身上的毛病，不怕大家笑话。” … “毛病找到了，就得改。” Each paragraph between them is a unit. Undefined for anything
 * less plain.
 */
export function talkOf(text: string, entries: readonly Entry[]): Talk | undefined {
  const lines = entries.filter(({ kind }) => kind !== 'comment');
  if (!lines.every((entry): entry is Line => entry.kind === 'line' && isProse(text, entry))) return undefined;
  const roles = lines.map((line) => leadRole(text.slice(line.span.start, line.span.end)));
  const [problems = lines.length] = leadsTo('problems', 0, lines.length);
  const least = sidesOf(lines[problems + 1] as Line | undefined, 'problems').length > 1 ? 1 : leastUnits;
  const [measures, other] = leadsTo('measures', problems + 1 + least, lines.length);
  // Where two could lead in to a part, the talk is not as plain as that.
  if (measures === undefined || other !== undefined) return undefined;
  if (leadsTo('problems', problems + 1, measures).length > 0) return undefined;
  const [causes] = leadsTo('causes', problems + 1 + least, measures);
  const starts = [problems, ...(causes === undefined ? [] : [causes]), measures];
  const places = starts.map((start) => entries.indexOf(lines[start] as Entry));
  const drafts = starts.map((start, at): Draft => {
    const lead = lines[start] as Line;
    const draft = draftOf(text, lead, { style: undefined, part: roles[start], misleveled: false, lostNumber: false });
    // What the paragraph goes on to say leads in as well.
    const heading: Heading = { ...draft.heading, body: { start: lead.span.end, end: lead.span.end } };
    return { ...draft, heading, body: entries.slice((places[at] ?? 0) + 1, places[at + 1]) };
  });
  const closing = takeClosing(text, drafts.at(-1) as Draft, 'measures');
  for (const draft of drafts) nestSides(draft);
  const isThin = ({ body, heading, sections }: Draft) =>
    Math.max(body.filter(isUnit).length, sections.length) < (heading.part === 'causes' ? 1 : leastUnits);
  if (drafts.some(isThin)) return undefined;
  return { preamble: entries.slice(0, places[0]), sections: drafts.map(sectionOf), closing };

  /**
   * The lines in the range that lead in to a part, which the next two lines tell. The second may sound like leading in
   * to it again.
   */
  function leadsTo(role: Role, from: number, end: number): number[] {
    return roles.flatMap((own, at) => {
      const least = role === 'causes' || sidesOf(lines[at + 1] as Line | undefined, role).length > 1 ? 1 : leastUnits;
      const next = lines.slice(at + 1, at + 1 + least);
      const isOwn = (by: number) => roles[at + 1 + by] === undefined || (by > 0 && roles[at + 1 + by] === role);
      const goesOn = next.length === least && next.every((line, by) => isUnit(line) && isOwn(by));
      return own === role && at >= from && at < end && goesOn ? [at] : [];
    });
  }

  /** “学习上，……。干活上，……。带徒弟上，……。”, in a part that has nothing else. */
  function nestSides({ heading, body, sections }: Draft): void {
    const told = body
      .filter(isUnit)
      .map((entry) => ({ line: entry as Line, leads: sidesOf(entry as Line, heading.part) }));
    if (!told.every(({ leads }) => leads.length > 1)) return;
    for (const { line, leads } of told) nestSeries(text, { line, span: line.span }, sections, { leads });
  }

  /** What opens items inside a paragraph by itself. */
  function sidesOf(line: Line | undefined, part: Role | undefined): readonly InnerLead[] {
    if (!line) return [];
    const { aspects, views } = sidesIn(text, [line]);
    return (part === 'causes' && views.get(line)) || (aspects.get(line) ?? []);
  }

  function isUnit(entry: Entry): boolean {
    const words = text.slice(entry.span.start, entry.span.end);
    return entry.kind === 'line' && words.length >= shortestUnit && !mayClose(words);
  }
}

/** Whether only sentences tell the parts of a speech apart. */
export function isTalk(sections: readonly Section[]): boolean {
  const isPlainItem = ({ heading }: Section) => heading.inline && !heading.numbering;
  return (
    sections.length > 0 && sections.every((section) => section.sections.every(isPlainItem) && isLead(section.heading))
  );
}

/** Whether a line is a paragraph that counts nothing and names nothing. */
function isProse(text: string, line: Line): boolean {
  return isPlain(line) && !line.bullet && line.series.length === 0 && !/[*—]/.test(text.charAt(line.span.start));
}

/** Each part but the causes must have that many. */
const leastUnits = 2;

/**
 * In characters. It must be below `shortestParagraph`, from which on typing in a paragraph is taken to lead in to
 * nothing.
 */
const longestLead = 45;

/** The part that a paragraph of one to three short sentences leads in to, by what it says last. */
export function leadRole(words: string): Role | undefined {
  if (words.length >= longestLead || !/[。？！…]$/.test(words) || mayClose(words) || isNoLead.test(words))
    return undefined;
  if ((words.match(/[。？！]/g)?.length ?? 0) > 3) return undefined;
  let [last, found]: [number, Role | undefined] = [-1, undefined];
  for (const [role, pattern] of announcements) {
    const end = Math.max(-1, ...[...words.matchAll(pattern)].map(({ 0: match, index }) => index + match.length));
    if (end > last) [last, found] = [end, role];
  }
  return found;
}

/** “请大家提意见”, “他们说我……”, and “学习上，……”, which names an aspect. */
const isNoLead = /请|你们?(?!好)|他们?|^[^，。]{1,12}(?:上|方面)，/;

/**
 * Words that lead in to a part in their order, and not by themselves: a speech without headings must have the order as
 * well.
 */
const announcements: ReadonlyArray<readonly [Role, RegExp]> = [
  [
    'measures',
    /(?<!没有|[没不难未修批篡更])改(?![革制善不没天稿])|怎么(?:办|做|干|走|治)|打算|承诺|药方|方子|几副药|准备(?:这么|这样)|(?:往后|今后|以后|下一步|接下来|从今)[^。；？！]{0,16}(?:做|办|干|走|几件|几条)|[说讲定立表][^。；，？！]{0,6}(?:件|条|桩|项)[^。；，？！]{0,8}(?:办|做|规矩|态)/g,
  ],
  [
    'causes',
    /怎么(?:来|得|落|长|会|就|弄|染)|从(?:哪|何)|哪[里儿]来|出在哪|为什么|为啥|为何|何以|何来|怎么回事|究其|追根|溯源|刨根|病根|根源|根子|原因|症结|形成的|往(?:深|里|根)[^。；，？！]{0,6}[想挖找刨说]/g,
  ],
  [
    'problems',
    /(?<!这些|那些|这几[个条处]|上述|以上)(?:毛病|问题|不足|短处|短板|差距|缺点|弱点|欠缺|不是(?=[。，]|$)|家丑|不对的地方|没有?做好|做得很?不(?:够|好)|照照镜子)/g,
  ],
];

function sectionOf({ heading, body, sections, end }: Draft): Section {
  const last = body.at(-1)?.span.end ?? end;
  return {
    heading,
    role: heading.part,
    body,
    sections: sections.map(sectionOf),
    span: { start: heading.span.start, end: Math.max(end, last) },
  };
}
