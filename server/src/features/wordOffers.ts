import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import initials from '../../data/initials.json' with { type: 'json' };
import patterns from '../../data/patterns.json' with { type: 'json' };
import type { Context } from '../model/context.ts';
import { renumbered } from '../model/parse/numbering.ts';
import { aspectTitle } from '../model/profile/aspectSets.ts';
import { coveredAspects } from '../model/profile/aspects.ts';
import { expectedParts, profileOf } from '../model/profile/profile.ts';
import { hasPart } from '../model/reading/sectionsByRole.ts';
import type { Section, Speech } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import { headLike } from '../rules/insertion.ts';
import type { Offer } from './completionOffer.ts';
import type { Place } from './completionPlace.ts';

/**
 * Behind the mark of a top section that has no title yet: the parts that are missing, those first that come after what
 * is written.
 */
export function partOffers(speech: Speech, { path, after, offset }: Place, context: Context): Offer[] {
  const heading = path.length === 1 ? path[0]?.heading : undefined;
  if (!heading?.numbering || after.trim() !== '' || heading.span.start < lineStartOf(speech.text, offset)) return [];
  const parts = expectedParts(profileOf(speech, context));
  const written = parts.findLastIndex(({ role }) => hasPart(speech, role));
  return [...parts.slice(written + 1), ...parts.slice(0, written + 1)]
    .filter(({ role, title }) => title.startsWith(heading.title) && !hasPart(speech, role))
    .map(({ title, need }) => ({
      label: title,
      text: title,
      help: need === 'required' ? t('应有的部分，还没有写') : t('还没有写的部分'),
      kind: CompletionItemKind.Class,
      unasked: true,
    }));
}

/**
 * In 问题, behind a mark or where a line begins: the aspects of the year that no unit examines yet, as their siblings are
 * written.
 */
export function aspectOffers(speech: Speech, place: Place, context: Context): Offer[] {
  if (place.role !== 'problems' || !(place.afterMark || place.opensLine)) return [];
  const { aspects } = profileOf(speech, context);
  if (!aspects) return [];
  const covered = coveredAspects(speech, aspects.items);
  const siblings = siblingsOf(speech, place);
  return aspects.items.flatMap(({ title, note }, index) => {
    if (covered[index] !== undefined) return [];
    const name = aspectTitle(aspects, title);
    const heading = /方面$/.test(name) ? name : `${name}方面`;
    return [
      {
        label: shortened(heading, 30),
        text: aspectHead(speech, place, siblings, heading),
        instead: place.before,
        help: [t('{0} 年对照的方面，还没有写', aspects.year ?? ''), note || aspects.note].filter(Boolean).join('。'),
        kind: CompletionItemKind.Class,
        initials: initialsOf(title),
        unasked: true,
      },
    ];
  });
}

/** The numbered headings of the part, without the one that is being written. */
function siblingsOf({ text }: Speech, { path, offset }: Place): Section[] {
  const own = path.find(({ role }) => role === 'problems');
  const here = lineStartOf(text, offset);
  return (own?.sections ?? []).filter(
    ({ heading }) => heading.numbering && !heading.inline && lineStartOf(text, heading.span.start) !== here,
  );
}

/** The line of the aspect up to its text: with the mark that is typed or else the next, and dressed as the siblings. */
function aspectHead({ text }: Speech, place: Place, siblings: readonly Section[], title: string): string {
  const dress = /^(?:#{1,6}[ \t]+)?(?:\*\*)?/.exec(place.before)?.[0] ?? '';
  const last = siblings.at(-1);
  const number = last?.heading.numbering;
  const next = number ? renumbered(number, number.ordinal + 1) : '（一）';
  const mark = place.afterMark ? place.before.slice(dress.length) : next;
  // What follows a sibling in its line shows how all of them are meant; a stub has only its full stop yet.
  const model = siblings.findLast(({ heading }) => heading.body.start < heading.body.end) ?? last;
  if (!model) return `${dress}${mark}${title}${dress.includes('#') ? '' : '。'}${dress.includes('**') ? '**' : ''}`;
  const { body, line, titleEnd } = model.heading;
  const end = body.start < body.end ? titleEnd || '。' : line.depth > 0 || line.bold ? '' : titleEnd;
  return headLike(text, model, mark.trimEnd(), title + end);
}

/** In 整改: “针对（二）…”, for each problem; those that still need a measure first. */
export function targetOffers(speech: Speech, { role, before, unit }: Place): Offer[] {
  if (role !== 'measures' || !/(?:^|[。，；：、）]|针|针对)$/.test(before)) return [];
  const named = /针对?$/.exec(before)?.[0] ?? '';
  const written = speech.text.slice(unit?.span.start ?? 0, unit?.span.end ?? 0);
  const done = (title: string) =>
    speech.measures.some(({ span }) => speech.text.slice(span.start, span.end).includes(title));
  const problems = speech.problems.filter(({ title }) => title !== '' && !written.includes(title));
  const waiting = [...problems].sort((a, b) => Number(done(a.title)) - Number(done(b.title)));
  return waiting.map(({ numbering, title }) => {
    const words = title.replace(/方面$/, '');
    return {
      label: `${named ? '' : '针对'}${numbering?.text ?? ''}${shortened(words, 24)}`,
      text: `针对${words}${words === title ? '的问题' : '方面的问题'}，`,
      help: t('写明这条措施针对哪个问题'),
      kind: CompletionItemKind.Reference,
      initials: 'zd',
      unasked: true,
    };
  });
}

/**
 * The phrases of the part. Before anything is typed only where a clause can begin; those that lead in to 一是 only as
 * long as the unit has no points.
 */
export function patternOffers({ role, opensLine, afterMark, before, unit }: Place): Offer[] {
  const hasPoints = (unit?.points.length ?? 0) > 0;
  const opensClause = /(?:[。；：，]|[一二三四五六七八九]是)$/.test(before) && !opensLine && !afterMark;
  return patterns
    .filter(({ roles, text }) => roles.includes(role) && !(hasPoints && /：$/.test(text)))
    .map(({ text, tail, help }) => ({
      label: text,
      text: tail ?? text,
      snippet: tail !== undefined,
      help,
      kind: CompletionItemKind.Snippet,
      initials: initialsOf(text),
      unasked: opensClause,
    }));
}

/**
 * Behind the subject of a clause, “三是学习原著|”: what may be said about it. “对两个|” is no subject,
 * because more words must follow.
 */
export function predicateOffers({ role, before, after }: Place): Offer[] {
  if (
    after.trim() !== '' ||
    !/(?:[。；：，]|[一二三四五六七八九]是)[^。；：，]{0,38}[\p{Script=Han}”》）]{2}(?<![个对把和与同向在的地得是将以])$/u.test(
      before,
    )
  )
    return [];
  return patterns.flatMap(({ roles, text, behind, help }) =>
    behind && roles.includes(role)
      ? [{ label: text, text: behind, snippet: true, help, kind: CompletionItemKind.Snippet, unasked: true }]
      : [],
  );
}

/** The fixed expressions that begin with what is typed. */
export function phraseOffers({ before }: Place, { phrases }: Context): Offer[] {
  // Of a thousand phrases only those that begin with what is typed.
  if (!/[a-z\p{Script=Han}“]$/u.test(before)) return [];
  return phrases
    .filter(({ off }) => !off)
    .map(({ phrase, about }) => ({
      label: phrase,
      text: phrase,
      help: about ?? t('规范表述'),
      kind: CompletionItemKind.Constant,
      initials: initialsOf(phrase),
      unasked: false,
    }));
}

/** The initials in pinyin of words that are offered; '' for those of the writer's own `.fayan`. */
function initialsOf(words: string): string {
  const known: Readonly<Record<string, string>> = initials;
  return Object.hasOwn(known, words) ? (known[words] ?? '') : '';
}
