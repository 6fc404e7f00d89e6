import { t } from '@vscode/l10n';
import { isUnwritten } from '../model/reading/unitText.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { standingOf } from '../model/trace/counterparts.ts';
import { pinsOf } from '../model/trace/pins.ts';
import { causesOf, measuresFor, problemsOf, type Trace } from '../model/trace/trace.ts';

/** The name of a unit in a list: `（一）注重理论提升`; a longer title is cut to `most` characters. */
export function nameOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>, most = 40): string {
  return `${numbering?.text ?? ''}${shortened(title, most)}` || t('（无标题）');
}

/** The shortest name of a unit: `（一）`, `1`, or the first words of a title without numbering. */
function markOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>): string {
  const mark = numbering?.style === 'bullet' ? '' : (numbering?.text.replace(/[、.．，,：:]{1,8}$/, '') ?? '');
  return mark || `“${shortened(title, 8)}”`;
}

/**
 * A short name that still tells units apart: the first clause of the title, cut where it is long to leave
 * room for what follows it.
 */
export function briefNameOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>): string {
  const clause = /^[^，；：、]{4,}/.exec(title)?.[0] ?? title;
  const cut = shortened(clause, 9);
  const words = clause.length < title.length ? `${cut.replace(/…$/, '')}…` : clause.length > 12 ? cut : clause;
  return `${numbering?.text ?? ''}${words}` || t('（无标题）');
}

/** The marks of units in one word: `（一）（三）`, but `1、3`. */
export function marksOf(units: readonly Unit[]): string {
  const marks = inOrder(units).map(markOf);
  return marks.join(marks.every((mark) => /^[（(].*[）)]$/.test(mark)) ? '' : '、');
}

/**
 * The counterparts of a unit in one line: `整改：（一）（三） · 原因：（二）`; '' where there are none. The words are read from
 * `latest` where `speech` is only the reading of its outline.
 */
export function linksLine(unit: Unit, speech: Speech, found: Trace, latest = speech): string {
  if (unit.kind !== 'problem') {
    const problems = problemsOf(unit, found).map(({ from }) => from);
    if (problems.length > 0) return t('问题：{0}', marksOf(problems));
    if (unit.kind !== 'measure' || speech.problems.length === 0) return '';
    if (pinsOf(speech).none.has(unit)) return t('注明不对应问题');
    return isUnwritten(latest, unit) ? '' : t('未对应问题');
  }
  const causes = causesOf(unit, found).map(({ to }) => to);
  return [measuresPart(unit, speech, found, latest), causes.length > 0 ? t('原因：{0}', marksOf(causes)) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a problem's line says about measures; '' as long as the speech has no measures at all. */
function measuresPart(problem: Unit, speech: Speech, found: Trace, latest: Speech): string {
  if (speech.measures.length === 0) return '';
  const measures = measuresFor(problem, found).map(({ to }) => to);
  const standing = standingOf(problem, latest, found);
  if (standing === 'waived') return t('注明不需整改');
  if (standing === 'begun') return measures.length > 0 ? t('整改：{0}（待填写）', marksOf(measures)) : '';
  if (standing === 'unsure') return measures.length > 0 ? t('整改待核对：{0}', marksOf(measures)) : t('整改待核对');
  return measures.length > 0 ? t('整改：{0}', marksOf(measures)) : standing === 'unmet' ? t('未见整改') : '';
}

function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => a.span.start - b.span.start);
}
