import { t } from '@vscode/l10n';
import type { Role } from '../model/outline/role.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Standing } from '../model/trace/counterparts.ts';
import { isBlank, isCopied } from './kindsOfFinding.ts';
import type { FindingReport, Place, ProblemReport, SpeechReport, VerdictName } from './report.ts';
import type { PartStatistics, ShareStatistics, Statistics } from './statistics.ts';

/** The words in which report, status bar and hints put their figures. */

/** Whether a problem is answered. */
export function standingName(standing: Standing): string {
  const names: Readonly<Record<Standing, string>> = {
    met: t('已有整改'),
    begun: t('待填写'),
    unsure: t('整改待核对'),
    unmet: t('未见整改'),
    waived: t('注明不需整改'),
  };
  return names[standing];
}

/** The verdict in the language of the reader. */
export function verdictName(verdict: VerdictName): string {
  const names: Readonly<Record<VerdictName, string>> = {
    不达标: t('不达标'),
    需修改: t('需修改'),
    基本达标: t('基本达标'),
  };
  return names[verdict];
}

/** What the verdict means, in a sentence. */
export function verdictText({ verdict, missing, groups, statistics, counts }: SpeechReport): string {
  if (verdict === '不达标') {
    const first = [
      missing.length > 0 ? t('补齐缺的部分') : '',
      groups.some(({ findings }) => findings.some(isBlank)) ? t('填完空位') : '',
      statistics.coverage.unmet > 0 ? t('给没有整改的问题写出整改') : '',
      counts.error > 0 ? t('改正错误') : '',
    ];
    return t('还不能交：先{0}。', first.filter((one) => one !== '').join(t('，')));
  }
  if (verdict === '需修改') {
    return groups.some(({ findings }) => findings.some(isCopied))
      ? t('大体齐了，但与别的材料雷同，改写过再交。')
      : t('大体齐了，按下面的各条改过再交。');
  }
  return groups.length > 0 ? t('可以交了。提示可看可不看。') : t('可以交了。');
}

/** Something to do before the speech can be handed in. */
export interface Todo {
  readonly text: string;
  /** Where to begin. */
  readonly place?: Place | undefined;
}

/** Most important first. */
export function todosOf({ missing, problems, groups }: SpeechReport): Todo[] {
  const unmet = problems.filter(({ standing }) => standing === 'unmet');
  const findings = groups.flatMap((group) => group.findings);
  const blanks = findings.filter(isBlank);
  const copied = findings.filter(isCopied);
  const [only] = copied.length === 1 ? copied : [];
  const others = findings.filter((finding) => !isBlank(finding) && !isCopied(finding) && !isNamed(finding, unmet));
  const serious = others.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const lines = new Set(blanks.map(({ line }) => line)).size;
  return [
    ...missing.map((title) => ({ text: t('补上“{0}”部分', withinQuotes(title)) })),
    ...(lines > 0 ? [{ text: t('还有 {0} 段有空位没填', lines), place: first(blanks) }] : []),
    ...unmet.map((problem) => ({
      text: t('给“{0}”（第 {1} 行）写出整改措施', withinQuotes(problem.name), problem.line),
      place: problem,
    })),
    ...(copied.length > 0
      ? [
          {
            text: only ? t('改写雷同的部分：{0}', only.message) : t('改写与别的材料雷同的 {0} 处', copied.length),
            place: first(copied),
          },
        ]
      : []),
    ...(serious.length > 0 ? [{ text: t('改掉 {0} 处警告以上的问题', serious.length), place: first(serious) }] : []),
  ];
}

/** Whether the finding says what another line of the list says with more words. */
function isNamed({ rule, line }: FindingReport, unmet: readonly ProblemReport[]): boolean {
  return rule === 'missing-section' || (rule === 'unmet-problem' && unmet.some((problem) => problem.line === line));
}

/** The first in the text, because groups of findings have their own order. */
function first(places: readonly Place[]): Place | undefined {
  return [...places].sort((a, b) => a.span.start - b.span.start)[0];
}

/** The title of a part; preamble and closing words have none of their own. */
export function partName({ title, kind }: Pick<PartStatistics, 'title' | 'kind'>): string {
  return title || (kind === 'preamble' ? t('帽段') : t('结束语'));
}

/** `2.6 分钟`, whole minutes from ten; below one, to five seconds, for whoever shortens a speech part by part. */
export function minutesText(minutes: number): string {
  return minutes < 0.95 && minutes > 0
    ? t('{0} 秒', Math.max(1, Math.round(minutes * 12)) * 5)
    : t('{0} 分钟', minutes < 10 ? minutes.toFixed(1).replace('.0', '') : Math.round(minutes));
}

/** The bounds of the kind, as `4000—6000` and `20—30 分钟`; none where it has none. */
export function usualLength({ length, rate }: Statistics): { characters: string; minutes: string } | undefined {
  const { min, max } = length;
  if (min === undefined && max === undefined) return undefined;
  const inMinutes = (bound: number | undefined) => bound && Math.round(bound / rate);
  return { characters: boundsText(min, max), minutes: t('{0} 分钟', boundsText(inMinutes(min), inMinutes(max))) };
}

function boundsText(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}—${max}`;
}

/** `18%`, of a share from 0 to 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Empty where the profile has no bounds, or the length is within them. */
function lengthAdvice({ characters, length: { min, max } }: Statistics): string {
  if (min !== undefined && characters < min) return t('现有 {0} 字，这类材料一般不少于 {1} 字', characters, min);
  if (max !== undefined && characters > max) return t('现有 {0} 字，这类材料一般不超过 {1} 字', characters, max);
  return '';
}

/** What is usual, where a share in whole per cent is outside its bounds; else empty. */
function shareAdvice({ roles, share, min, max }: ShareStatistics): string {
  const name = roles.map(roleName).join(t('和'));
  const off = (bound: number) => Math.round(share * 100) - Math.round(bound * 100);
  if (min !== undefined && off(min) < 0) return t('{0}占 {1}，一般不少于 {2}', name, percent(share), percent(min));
  if (max !== undefined && off(max) > 0) return t('{0}占 {1}，一般不超过 {2}', name, percent(share), percent(max));
  return '';
}

/** What is outside the usual bounds of the kind, one line each. */
export function advice(statistics: Statistics): string[] {
  if (statistics.characters === 0) return [];
  return [lengthAdvice(statistics), ...statistics.shares.map(shareAdvice)].filter((line) => line !== '');
}

function roleName(role: Role | 'preamble'): string {
  switch (role) {
    case 'problems':
      return t('问题');
    case 'causes':
      return t('原因');
    case 'measures':
      return t('整改');
    case 'preamble':
      return t('帽段');
    case 'previous':
      return t('上年度整改');
    default:
      return t('其他部分');
  }
}
