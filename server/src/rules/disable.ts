import { memoised } from '../model/memory/memoised.ts';
import { commentsOf, type Instruction, instructionIn } from '../model/reading/comments.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';

/**
 * `<!-- fayan-disable rule… -->` switches rules off from here on, `-enable` on again, `-disable-next-line` for
 * the next line that holds anything, `-disable-file` everywhere. Without names it means all rules; what
 * follows `--` is the reason.
 */
export interface Directive {
  readonly verb: Instruction;
  /** The whole comment. */
  readonly span: Span;
  /** The rules it names; none for all. */
  readonly names: ReadonlyArray<{ readonly id: string; readonly span: Span }>;
  /** Where it holds at the most; empty for `enable`. */
  readonly scope: Span;
  /** The directives that may switch its rules on again. */
  readonly enables: readonly Directive[];
}

/** The directives of a speech, in reading order. */
export const directivesOf: (speech: Speech) => readonly Directive[] = memoised((speech: Speech) => {
  const found = commentsOf(speech).flatMap((span) => parseDirective(speech.text, span) ?? []);
  return found.map((directive, index) => ({
    ...directive,
    enables: directive.verb === 'disable' ? found.slice(index + 1).filter(({ verb }) => verb === 'enable') : [],
  }));
});

/** Whether a directive switches a rule off at an offset. */
export function isDisabled(directives: readonly Directive[], rule: string, offset: number): boolean {
  return directives.some((directive) => disables(directive, rule, offset));
}

/** Whether this directive does. A comment cannot hide that it is useless itself, unless it names that rule. */
export function disables({ names, scope, enables }: Directive, rule: string, offset: number): boolean {
  const isMeant = names.length === 0 ? rule !== 'useless-disable' : names.some(({ id }) => id === rule);
  if (!isMeant || offset < scope.start || scope.end <= offset) return false;
  // A bare `enable` ends everything; one with names ends what it names.
  return !enables.some(
    ({ names: on, span }) => span.start <= offset && (on.length === 0 || on.some(({ id }) => id === rule)),
  );
}

function parseDirective(text: string, span: Span): Directive | undefined {
  const comment = text.slice(span.start, span.end);
  const verb = instructionIn(comment);
  if (!verb) return undefined;
  const from = comment.indexOf(verb) + verb.length;
  const reason = comment.indexOf('--', from);
  const names = [...comment.slice(from, reason < 0 ? undefined : reason).matchAll(/[^\s,，、]+/g)].map(
    ({ 0: id, index }) => ({
      id,
      span: { start: span.start + from + index, end: span.start + from + index + id.length },
    }),
  );
  return { verb, span, names, scope: scopeOf(text, verb, span.end), enables: [] };
}

function scopeOf(text: string, verb: Directive['verb'], from: number): Span {
  if (verb === 'enable') return { start: from, end: from };
  if (verb === 'disable-next-line') return nextLine(text, from);
  return { start: verb === 'disable-file' ? 0 : from, end: text.length + 1 };
}

/** The next line that is not blank, after the one that `from` stands in; in a speech that is the next paragraph. */
function nextLine(text: string, from: number): Span {
  const end = text.indexOf('\n', from);
  if (end < 0) return { start: text.length, end: text.length };
  const start = end + 1 + (/^\s*/.exec(text.slice(end + 1))?.[0].length ?? 0);
  const stop = text.indexOf('\n', start);
  return { start, end: stop < 0 ? text.length + 1 : stop };
}
