import { t } from '@vscode/l10n';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import initials from '../../data/initials.json' with { type: 'json' };
import patterns from '../../data/patterns.json' with { type: 'json' };
import type { Context } from '../model/context.ts';
import {
  formatNumbering,
  isSeries,
  type NumberingStyle,
  numberingStyles,
  renumbered,
} from '../model/parse/numbering.ts';
import { coveredAspects } from '../model/profile/aspects.ts';
import { profileOf } from '../model/profile/profile.ts';
import type { Section, Speech } from '../model/speech.ts';
import { toHan } from '../model/text/numeral.ts';
import { shortened } from '../model/text/shortened.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import { type Place, placeAt } from './completionPlace.ts';
import { disableCompletion } from './disableCompletion.ts';
import { frontMatterCompletion } from './frontMatterCompletion.ts';
import { pinCompletion } from './pinCompletion.ts';
import { toRange } from './range.ts';

/**
 * `textDocument/completion`: what suits the place, best first: the next numbers at the start of a line, aspects behind a mark, the
 * phrases of 问题, 原因 or 整改, then fixed expressions that begin with what is typed, by their characters or pinyin initials.
 */
export function completion(
  speech: Speech,
  offset: number,
  context: Context,
  { trigger, isTyping = false }: Asked = {},
): CompletionList {
  const inComment = pinCompletion(speech, offset, context) ?? disableCompletion(speech, offset, context);
  if (inComment) return list(inComment);
  const place = placeAt(speech, offset);
  if (!place) return list(trigger ? [] : frontMatterCompletion(speech, offset, context));
  if (trigger && !follows(place, trigger)) return list([]);
  const offers = [
    ...numberOffers(speech, place),
    ...pointOffers(place),
    ...aspectOffers(speech, place, context),
    ...targetOffers(speech, place),
    ...patternOffers(place),
    ...phraseOffers(place, context),
  ];
  const itemsOf = (own: readonly Offer[], first = 0) =>
    own.flatMap((offer, index) => {
      const typed = typedOf(place.before, offer);
      if (typed === '' && !isOfferedUntyped(offer, place, trigger)) return [];
      const range = toRange(speech, { start: offset - typed.length, end: offset });
      return [itemOf(offer, typed, range, first + index)];
    });
  const items = itemsOf(offers);
  return list(trigger || isTyping ? items : [...items, ...itemsOf(predicateOffers(place), offers.length)]);
}

/** How the editor came to ask. */
interface Asked {
  /** The character that made it ask; then only what follows from that is offered. */
  readonly trigger?: string | undefined;
  /** Whether it asks at every letter; what may follow a subject is offered only when the writer asks. */
  readonly isTyping?: boolean;
}

function list(items: CompletionItem[]): CompletionList {
  return { isIncomplete: true, items };
}

interface Offer {
  readonly label: string;
  readonly text: string;
  readonly snippet?: boolean;
  readonly help: string;
  readonly kind: CompletionItemKind;
  readonly initials?: string;
  /** Whether to offer it before any of it is typed. */
  readonly unasked: boolean;
}

/** Whether it is clear what a trigger character asks for: it is after “针对”, but not after “对” alone. */
function follows({ before, path, opensLine }: Place, trigger: string): boolean {
  switch (trigger) {
    case '对':
      return before.endsWith('针对');
    case '是':
      return /(?:^|[。；：\s])[一二三四五六七八九]是$/.test(before) && path.length > 0;
    case '题':
      return before.endsWith('存在的问题');
    case '、':
      return /^(?:#{1,6}[ \t]+)?(?:\*\*)?[一二三四五六七八九十]{1,3}、$/.test(before);
    case '（':
      return opensLine;
    default:
      return true;
  }
}

/** The next number at each surrounding level, innermost first, and the first number of the level below. */
function numberOffers(speech: Speech, { path, opensLine, after, before }: Place): Offer[] {
  if (!opensLine || after.trim() !== '' || /[#*]/.test(before)) return [];
  const chain = path.filter(({ heading }) => heading.numbering && !heading.inline);
  const next = chain.toReversed().flatMap(({ heading, sections }, index): Offer[] => {
    const { numbering } = heading;
    if (!numbering) return [];
    const inner = index === 0 && sections.length === 0 ? childMark(numbering.style) : undefined;
    const mark = renumbered(numbering, numbering.ordinal + 1);
    const line = speech.text.slice(lineStartOf(speech.text, heading.span.start), numbering.span.start);
    const offers = [offer(mark, `${line.replaceAll('*', '')}${mark}`, t('下一个序号'))];
    return inner ? [offer(inner, inner, t('下一级序号')), ...offers] : offers;
  });
  if (chain.length > 0) return next;
  return speech.sections.length === 0 ? [offer('一、', '一、', t('第一部分'))] : [];

  function offer(label: string, text: string, help: string): Offer {
    return { label, text, help, kind: CompletionItemKind.Enum, unasked: true };
  }
}

function childMark(style: NumberingStyle): string | undefined {
  const next = numberingStyles[numberingStyles.indexOf(style) + 1];
  return next && !isSeries(next) && next !== 'bullet' ? formatNumbering(next, 1) : undefined;
}

/** 一是 after words that announce it, otherwise the next mark of the series begun. */
function pointOffers({ before, path, role, opensLine }: Place): Offer[] {
  if (role !== 'problems' && role !== 'measures' && role !== 'causes' && role !== 'other') return [];
  const marks = [...before.matchAll(/(?:^|[。；：，])([一二三四五六七八九])是/g)];
  const last = marks.at(-1)?.[1];
  const inner = path.at(-1);
  const announced = /[：]$/.test(before);
  const written = last ?? (opensLine ? lastPoint(inner) : undefined);
  const number = written ? '一二三四五六七八九'.indexOf(written) + 2 : announced ? 1 : 0;
  if (number === 0 || number > 9 || !(announced || opensLine || /[。；]$/.test(before))) return [];
  const text = `${toHan(number)}是`;
  return [{ label: text, text, help: t('下一点'), kind: CompletionItemKind.Enum, unasked: true }];
}

function lastPoint(section: Section | undefined): string | undefined {
  const numbering = section?.heading.numbering;
  return numbering?.style === 'shi' ? numbering.text.charAt(0) : undefined;
}

/** Behind a mark in 问题: the aspects of the year that no unit examines yet. */
function aspectOffers(speech: Speech, { role, afterMark, opensLine, path }: Place, context: Context): Offer[] {
  if (role !== 'problems' || !(afterMark || opensLine)) return [];
  const { aspects } = profileOf(speech, context);
  if (!aspects) return [];
  const covered = coveredAspects(speech, aspects.items);
  const mark = afterMark ? '' : nextMark(path);
  return aspects.items.flatMap(({ title, note }, index) => {
    if (covered[index] !== undefined) return [];
    const name = title.startsWith(aspects.lead) ? title : aspects.lead + title;
    const heading = /方面$/.test(name) ? name : `${name}方面`;
    return [
      {
        label: shortened(heading, 30),
        text: `${mark}${heading}。`,
        help: [t('{0} 年对照的方面，还没有写', aspects.year ?? ''), note || aspects.note].filter(Boolean).join('。'),
        kind: CompletionItemKind.Class,
        initials: known[title] ?? '',
        unasked: true,
      },
    ];
  });
}

function nextMark(path: readonly Section[]): string {
  const own = path.find(({ role }) => role === 'problems');
  const last = own?.sections.findLast(({ heading }) => heading.numbering && !heading.inline)?.heading.numbering;
  return last ? renumbered(last, last.ordinal + 1) : '（一）';
}

/** In 整改: “针对（二）…”, for each problem; those that still need a measure first. */
function targetOffers(speech: Speech, { role, before, unit }: Place): Offer[] {
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

/** The phrases of the part. Before anything is typed only where a clause can begin; those that lead in to 一是 only as long as the unit has no points. */
function patternOffers({ role, opensLine, afterMark, before, unit }: Place): Offer[] {
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
      initials: known[text] ?? '',
      unasked: opensClause,
    }));
}

/** Behind the subject of a clause, “三是学习原著|”: what may be said about it. “对两个|” is no subject, because more words must follow. */
function predicateOffers({ role, before, after }: Place): Offer[] {
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

function phraseOffers({ before }: Place, { phrases }: Context): Offer[] {
  // Of a thousand phrases only those that begin with what is typed.
  if (!/[a-z\p{Script=Han}“]$/u.test(before)) return [];
  return phrases
    .filter(({ off }) => !off)
    .map(({ phrase, about }) => ({
      label: phrase,
      text: phrase,
      help: about ?? t('规范表述'),
      kind: CompletionItemKind.Constant,
      initials: known[phrase] ?? '',
      unasked: false,
    }));
}

const known: Readonly<Record<string, string>> = initials;

/** Whether to offer something of which nothing is typed yet. */
function isOfferedUntyped({ unasked, kind }: Offer, { before }: Place, trigger: string | undefined): boolean {
  // Letters before the cursor belong to something else.
  if (!unasked || /[a-z]$/.test(before)) return false;
  return kind !== CompletionItemKind.Snippet || trigger === undefined || trigger === '：' || trigger === '对';
}

/** The item, which replaces what is `typed` of it already, at `range`. */
function itemOf(offer: Offer, typed: string, range: Range, index: number): CompletionItem {
  const isLetters = /^[a-z]+$/.test(typed);
  return {
    label: offer.label,
    kind: offer.kind,
    detail: offer.help,
    filterText: isLetters
      ? (offer.initials ?? offer.label)
      : typed !== '' && !offer.label.startsWith(typed)
        ? typed + offer.label
        : offer.label,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: offer.text },
    ...(offer.snippet && { insertTextFormat: InsertTextFormat.Snippet }),
  };
}

/** The longest end of `before` that is the beginning of the offer: letters of its initials, or its first characters. */
function typedOf(before: string, { label, text, initials: letters }: Offer): string {
  const latin = /[a-z]{1,12}$/.exec(before)?.[0];
  if (latin) return letters?.startsWith(latin) ? latin : '';
  for (let length = Math.min(before.length, label.length - 1, 12); length > 0; length -= 1) {
    const end = before.slice(-length);
    // One 汉字 may be the end of another word: 学习 is not the beginning of 习近平.
    if (length === 1 && /\p{Script=Han}{2}$/u.test(before)) return '';
    if (label.startsWith(end) || text.startsWith(end)) return end;
    // Writers often begin a fixed expression without its quotation mark.
    if (label.startsWith(`“${end}`)) return end;
  }
  return '';
}
