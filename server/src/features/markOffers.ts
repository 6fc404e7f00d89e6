import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import {
  formatNumbering,
  isSeries,
  type NumberingStyle,
  numberingStyles,
  renumbered,
} from '../model/parse/numbering.ts';
import type { Section, Speech } from '../model/speech.ts';
import { toHan } from '../model/text/numeral.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import type { Offer } from './completionOffer.ts';
import type { Place } from './completionPlace.ts';

/** The next number at each surrounding level, innermost first, and the first number of the level below. */
export function numberOffers(speech: Speech, { path, opensLine, afterMark, after, before }: Place): Offer[] {
  if (!opensLine || afterMark || after.trim() !== '' || /[#*]/.test(before)) return [];
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
export function pointOffers({ before, path, role, opensLine }: Place): Offer[] {
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
