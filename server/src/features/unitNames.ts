import { t } from '@vscode/l10n';
import { isUnwritten } from '../model/reading/unitText.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { standingOf } from '../model/trace/counterparts.ts';
import { pinsOf } from '../model/trace/pins.ts';
import { causesOf, measuresFor, problemsOf, type Trace } from '../model/trace/trace.ts';
import { haveNumbers, marksOf } from './unitMarks.ts';

/** The name of a unit in a list: `（一）注重理论提升`; a longer title is cut to `most` characters. */
export function nameOf({ numbering, title }: Pick<Unit, 'numbering' | 'title'>, most = 40): string {
  return `${numbering?.text ?? ''}${shortened(title, most)}` || t('（无标题）');
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

/**
 * The counterparts of a unit in one line: `整改：（一）（三） · 原因：（二）`; '' where there are none. The words are read from
 * `latest` where `speech` is only the reading of its outline.
 */
export function linksLine(unit: Unit, speech: Speech, found: Trace, latest = speech): string {
  const naming = (units: readonly Unit[]) => marksOf(units, unit, speech);
  return lineOf(unit, { speech, found, latest, naming, words: longWords });
}

/** The same to be spoken: a problem only counts counterparts that no number tells apart, `整改：1 条`. */
export function spokenLinksLine(unit: Unit, speech: Speech, found: Trace): string {
  return lineOf(unit, { speech, found, latest: speech, naming: countingOf(unit, speech), words: longWords });
}

/** The same where there is little room, `改一、三 因二`. */
export function shortLinksLine(unit: Unit, speech: Speech, found: Trace): string {
  const counting = countingOf(unit, speech);
  const naming = (units: readonly Unit[]) => {
    const marks = counting(units);
    const areNumbers = /^(?:[（(][^（(）)]+[）)])+$/.test(marks);
    const bare = areNumbers ? marks.slice(1, -1).replace(/[）)][（(]/g, '、') : marks;
    return /^[0-9]/.test(bare) ? ` ${bare}` : bare;
  };
  return lineOf(unit, { speech, found, latest: speech, naming, words: shortWords });
}

function countingOf(unit: Unit, speech: Speech): Naming {
  return (units) =>
    unit.kind !== 'problem' || haveNumbers(units, unit, speech)
      ? marksOf(units, unit, speech)
      : t('{0} 条', units.length);
}

type Naming = (units: readonly Unit[]) => string;

/** What a line is told of, how it names counterparts, and in which words. */
interface Telling {
  readonly speech: Speech;
  readonly found: Trace;
  readonly latest: Speech;
  readonly naming: Naming;
  readonly words: Words;
}

type Words = Readonly<Record<'problems' | 'causes' | 'measures' | 'begun' | 'unsure', (names: string) => string>> & {
  readonly between: string;
};

const longWords: Words = {
  problems: (names) => t('问题：{0}', names),
  causes: (names) => t('原因：{0}', names),
  measures: (names) => t('整改：{0}', names),
  begun: (names) => t('整改：{0}（待填写）', names),
  unsure: (names) => t('整改待核对：{0}', names),
  between: ' · ',
};

const shortWords: Words = {
  problems: (names) => t('问{0}', names),
  causes: (names) => t('因{0}', names),
  measures: (names) => t('改{0}', names),
  begun: (names) => t('待填 改{0}', names),
  unsure: (names) => t('改{0}？', names),
  between: ' ',
};

function lineOf(unit: Unit, telling: Telling): string {
  const { speech, found, latest, naming, words } = telling;
  if (unit.kind !== 'problem') {
    const problems = problemsOf(unit, found).map(({ from }) => from);
    if (problems.length > 0) return words.problems(naming(problems));
    if (unit.kind !== 'measure' || speech.problems.length === 0) return '';
    if (pinsOf(speech).none.has(unit)) return t('注明不对应问题');
    return isUnwritten(latest, unit) ? '' : t('未对应问题');
  }
  const causes = causesOf(unit, found).map(({ to }) => to);
  return [measuresPart(unit, telling), causes.length > 0 ? words.causes(naming(causes)) : '']
    .filter((part) => part !== '')
    .join(words.between);
}

/** What a problem's line says about measures; '' as long as the speech has no measures at all. */
function measuresPart(problem: Unit, { speech, found, latest, naming, words }: Telling): string {
  if (speech.measures.length === 0) return '';
  const measures = measuresFor(problem, found).map(({ to }) => to);
  const standing = standingOf(problem, latest, found);
  if (standing === 'waived') return t('注明不需整改');
  if (standing === 'begun') return measures.length > 0 ? words.begun(naming(measures)) : '';
  if (standing === 'unsure') return measures.length > 0 ? words.unsure(naming(measures)) : t('整改待核对');
  return measures.length > 0 ? words.measures(naming(measures)) : standing === 'unmet' ? t('未见整改') : '';
}
