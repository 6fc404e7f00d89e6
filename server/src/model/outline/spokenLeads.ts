import { isSeries } from '../parse/numbering.ts';
import type { Entry, Line } from '../speech.ts';
import { mayClose } from './closing.ts';
import { leadsInCauses } from './headingKind.ts';
import { isPlain, titleWords } from './headingLine.ts';
import type { Role } from './role.ts';
import { leadRole } from './talk.ts';

/**
 * The sentences that lead in to the parts of a talk without headings that counts its points: “存在的问题主要有三个方面。” before
 * “第一，……”, perhaps “究其原因，……”, and “下一步，我准备这样改。”. Whether there are points at once tells them from other sentences, so
 * that each must be the only one. Empty for anything less plain.
 */
export function spokenLeads(text: string, entries: readonly Entry[]): ReadonlyMap<Entry, Role> {
  const lines = entries.filter((entry): entry is Line => entry.kind === 'line');
  if (lines.some(({ depth, bold, numbering }) => depth > 0 || bold || numbering?.style === 'han')) return none;
  const roles = lines.map((line) => (isPlain(line) && !line.bullet ? spokenRole(text, line) : undefined));
  const leading = (role: Role, from: number, leads: (at: number) => boolean) =>
    [...roles.keys()].filter((at) => at >= from && roles[at] === role && leads(at));
  const [problems, otherProblems] = leading('problems', 0, counts);
  if (problems === undefined || otherProblems !== undefined) return none;
  const [measures, otherMeasures] = leading('measures', problems + 1, (at) => counts(at) || tellsOn(at));
  if (measures === undefined || otherMeasures !== undefined) return none;
  const last = lines.findLastIndex(({ numbering }, at) => numbering && at < measures);
  const [causes] = leading('causes', problems + 1, (at) => at < measures && (at > last || counts(at)));
  return new Map(
    [problems, causes, measures].flatMap((at) => {
      const [line, role] = at === undefined ? [] : [lines[at], roles[at]];
      return line && role ? [[line, role] as const] : [];
    }),
  );

  /** Whether points are counted from here on: in the paragraph itself, or in the next ones. */
  function counts(at: number): boolean {
    const [first, next] = [lines[at]?.series[0], lines[at + 1]?.numbering];
    return first?.ordinal === 1 || (first === undefined && next?.ordinal === 1);
  }

  /** Whether paragraphs that count nothing follow to the end, as many as it takes for a list. */
  function tellsOn(at: number): boolean {
    const rest = lines.slice(at + 1);
    const isProse = (line: Line) => isPlain(line) && !line.bullet && line.series.length === 0;
    return rest.length > leastParagraphs && rest.every(isProse) && lines[at]?.series.length === 0;
  }
}

/** Without the last one, which closes the talk. */
const leastParagraphs = 2;

const none: ReadonlyMap<Entry, Role> = new Map();

/** The part that a paragraph leads in to: one that says nothing else, or goes on with points or causes. */
function spokenRole(text: string, line: Line): Role | undefined {
  const whole = text.slice(line.span.start, line.span.end);
  if (line.numbering || (line.series.length === 0 && mayClose(whole))) return undefined;
  if (leadsInCauses(text, line) || givesReasons.test(whole)) return 'causes';
  const sentence = `${titleWords(text, line.title)}${line.titleEnd}`;
  const first = sentence.endsWith('：') ? `${sentence.slice(0, -1)}。` : sentence;
  const role = leadRole(first);
  if (role === 'causes') return role;
  return leadRole(whole) ?? (line.series.some(({ style }) => isSeries(style)) ? role : undefined);
}

/** “究其原因，主要是……”, “原因主要有两点，……”. */
const givesReasons =
  /^(?:究其|追根溯源|(?:我)?(?:分析|反思|剖析)?(?:主要|深层次?|思想)?的?(?:原因|根源|根子|症结)(?:主要|就|还)?[是在有])/;
