import { t } from '@vscode/l10n';
import { type Hover, MarkupContent, type Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { lineOf } from '../model/reading/lineOf.ts';
import { unitHeadAt } from '../model/reading/unitAt.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { type Counterpart, counterparts, isOrphan, standingOf } from '../model/trace/counterparts.ts';
import { type Trace, trace } from '../model/trace/trace.ts';
import { escapeMarkdown } from '../render/escaped.ts';
import { confidenceText, evidenceText } from './evidenceText.ts';
import { phraseHover } from './phraseHover.ts';
import { pinHover } from './pinHover.ts';
import { toOffset, toRange } from './range.ts';
import { nameOf } from './unitNames.ts';

/**
 * `textDocument/hover`: over the head of a unit, its counterparts and the evidence for them, so that the writer can
 * trust or overrule the trace; over a 对应 comment, what it links; over a fixed expression, what is known about it.
 */
export function hover(uri: string, speech: Speech, position: Position, context: Context): Hover | null {
  const offset = toOffset(speech, position);
  const pin = pinHover(uri, speech, offset);
  if (pin) return pin;
  const phrase = phraseHover(speech, offset, context);
  const unit = unitHeadAt(speech, offset);
  if (!unit) return phrase ?? null;
  const value = unitMarkdown(uri, speech, unit, trace(speech, context));
  if (value === '') return phrase ?? null;
  const about = phrase && MarkupContent.is(phrase.contents) ? `\n\n---\n\n${phrase.contents.value}` : '';
  return { contents: { kind: 'markdown', value: value + about }, range: toRange(speech, unit.headSpan) };
}

/** Several hovers for one place, one below the other. */
export function joinedHovers(told: ReadonlyArray<Hover | null>): Hover | null {
  const [first, ...more] = told.filter((one) => one !== null);
  if (!first || more.length === 0) return first ?? null;
  const value = [first, ...more].map(({ contents }) => (MarkupContent.is(contents) ? contents.value : '')).join('\n\n');
  return { ...first, contents: { kind: 'markdown', value } };
}

/** The counterparts of a unit with confidence and evidence, as Markdown; '' without counterparts. */
export function unitMarkdown(uri: string, speech: Speech, unit: Unit, found: Trace): string {
  const all = counterparts(unit, found);
  const groups = [
    [t('整改措施'), 'measure'],
    [t('原因'), 'cause'],
    [t('对应的问题'), 'problem'],
  ] as const;
  const parts = groups.flatMap(([title, kind]) => {
    const group = all.filter(({ unit: other }) => other.kind === kind);
    return group.length > 0 ? [`**${title}**\n\n${group.map(itemOf).join('\n')}`] : [];
  });
  return [doubt(), nearest(), ...parts].filter((part) => part !== '').join('\n\n');

  function itemOf({ unit: other, link }: Counterpart): string {
    const line = lineOf(speech, other.headSpan.start);
    const name = `[${escapeMarkdown(nameOf(other))}](${uri}#L${line})`;
    const sure = t('把握 {0}', confidenceText(link.confidence));
    const why = evidenceText(link);
    return `- ${name} — ${sure}${why ? `  \n  ${escapeMarkdown(why)}` : ''}`;
  }

  /** The likeliest answer, where there is none. */
  function nearest(): string {
    const isOpen = unit.kind === 'problem' && !all.some(({ unit: other }) => other.kind === 'measure');
    const link = isOpen ? found.candidates.find(({ from }) => from === unit) : undefined;
    if (!link || link.confidence < 0.05) return '';
    return `${t('最接近的措施：')}\n\n${itemOf({ unit: link.to, link })}`;
  }

  function doubt(): string {
    if (speech.measures.length === 0 && unit.kind === 'problem') return '';
    const standing = unit.kind === 'problem' ? standingOf(unit, speech, found) : undefined;
    if (standing === 'begun') return `**${t('待填写')}** — ${t('问题或者整改里还有〔…〕没有填写。')}`;
    if (standing === 'unmet') return `**${t('未见整改')}** — ${t('没有哪条整改措施回应这个问题。')}`;
    if (standing === 'unsure') return `**${t('整改待核对')}** — ${t('是否有措施回应这个问题，把握不大。')}`;
    if (isOrphan(unit, speech, found)) return `**${t('未对应问题')}** — ${t('这条措施没有对应前面查摆的问题。')}`;
    return '';
  }
}
