import { t } from '@vscode/l10n';
import { perBlock } from '../model/memory/perBlock.ts';
import { outlineOf } from '../model/parse/retouch.ts';
import { profileOf } from '../model/profile/profile.ts';
import type { Share } from '../model/profile/profileData.ts';
import { withoutComments } from '../model/reading/comments.ts';
import { sectionsWith } from '../model/reading/sectionsByRole.ts';
import { spokenLengthIn } from '../model/reading/spoken.ts';
import { allSections, type Section, type Speech } from '../model/speech.ts';
import { hasBlank } from '../model/text/blanks.ts';
import type { Span } from '../model/text/span.ts';
import type { Finding, Rule } from './rule.ts';

export const lopsidedParts: Rule = {
  id: 'lopsided-parts',
  category: 'structure',
  severity: 'hint',
  title: '各部分篇幅应当相称',
  why: '对照检查的主体是查摆和剖析；整改写成大半篇，审稿人会说避重就轻。',
  source:
    '比例见材料类型（`.fayan/profiles` 可改）：问题加原因不少于一半是一家企业的审核口径，其余是本扩展的取值；各地没有统一规定',
  examples: [
    {
      bad: `一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n（一）认识不足。\n\n⟦三、整改措施⟧\n\n（一）每周读原著。${'定好篇目，写好笔记，交支部检查。'.repeat(24)}\n`,
      good: `一、存在的问题\n\n（一）学习不深。${'篇目没有定，笔记没有写，检查没有做。'.repeat(24)}\n\n二、原因分析\n\n（一）认识不足。\n\n三、整改措施\n\n（一）每周读原著。${'定好篇目，写好笔记，交支部检查。'.repeat(8)}\n`,
    },
  ],

  *check(speech, context) {
    const { shares } = profileOf(speech, context).profile;
    // An unfinished draft has no proportions.
    const { problems, causes, measures } = outlineOf(speech).outline;
    if (problems.length === 0 || measures.length === 0 || causes.length === 0) return;
    if (unwrittenIn(speech).length > 0 || hasBlank(speech.text.slice(0, speech.starts[0]))) return;
    const whole = lengthOf(speech, [{ start: speech.frontMatter?.end ?? 0, end: speech.text.length }]);
    if (whole < shortest) return;
    const own = whole - lengthOf(speech, besides(speech));
    const told = new Set<number>();
    for (const share of shares) {
      const finding = judge(speech, share, { whole, own });
      // Too little of one part is too much of another: one finding is enough.
      if (!finding || told.size > 0) continue;
      told.add(finding.span.start);
      yield finding;
    }
  },
};

const unwrittenIn = perBlock((block) => (hasBlank(withoutComments(block.text)) ? block : undefined));

/** 字. */
const shortest = 300;
/** 字. */
const shortPreamble = 300;
/** How far a share may be outside its bounds before it is reported. */
const tolerance = 0.05;

/** 工作情况, 典型案例, 批评意见: parts in which nothing is examined and nothing promised. */
function besides(speech: Speech): Span[] {
  const { outline, place } = outlineOf(speech);
  const isOwn = ({ role }: Section) => role === 'problems' || role === 'causes' || role === 'measures';
  const isBeside = (section: Section) =>
    (section.role === 'other' || section.role === 'case' || section.role === 'matters') &&
    !allSections(section).some(isOwn);
  return outline.sections.filter(isBeside).map(({ span }) => place(span));
}

/** What a share is a share of, in 字: the text, and the text without the parts beside it. */
interface Lengths {
  readonly whole: number;
  readonly own: number;
}

function judge(speech: Speech, { roles, min, max }: Share, { whole, own }: Lengths): Finding | undefined {
  const { outline, place } = outlineOf(speech);
  const spans = roles.flatMap((role): Span[] =>
    role === 'preamble'
      ? outline.preamble.flatMap(({ kind, span }) => (kind === 'line' ? [place(span)] : []))
      : [
          ...sectionsWith(outline, role).map(({ span }) => span),
          ...(role === 'problems' ? toldAhead(outline) : []),
        ].map(place),
  );
  const length = lengthOf(speech, spans);
  // Occasion, aspects and gathered opinions take this much however short the speech is.
  if (roles.every((role) => role === 'preamble') && length <= shortPreamble) return undefined;
  const share = length / whole;
  const few = min !== undefined && length / own < min - tolerance;
  if (spans.length === 0 || (!few && (max === undefined || share <= max + tolerance))) return undefined;
  const names = roles.map((role) => partNames()[role] ?? role).join(t('和'));
  const percent = (value: number) => Math.round(100 * value);
  const message = few
    ? t('{0}只占全文 {1}%，一般不少于 {2}%', names, percent(share), percent(min ?? 0))
    : t('{0}占全文 {1}%，一般不超过 {2}%', names, percent(share), percent(max ?? 1));
  return { span: placeOf(speech, few && roles.includes('problems') ? 'measures' : roles[0], spans[0]), message };
}

/** What aspects tell ahead of the causes and measures of their own, where they have no part for the problems. */
function toldAhead({ problems }: Speech): Span[] {
  return problems.flatMap(({ section }) => {
    if (section?.role !== 'other' || section.sections.some(({ role }) => role === 'problems')) return [];
    const part = section.sections.find(({ role }) => role !== undefined);
    return part ? [{ start: section.span.start, end: part.span.start }] : [];
  });
}

/** The heading of the part, or a place to fall back to. */
function placeOf(speech: Speech, role: Share['roles'][number] | undefined, fallback: Span | undefined): Span {
  const { outline, place } = outlineOf(speech);
  const section = role === undefined || role === 'preamble' ? undefined : sectionsWith(outline, role)[0];
  return (section && place(section.heading.span)) ?? fallback ?? { start: 0, end: 0 };
}

function partNames(): Readonly<Record<string, string>> {
  return { preamble: t('开头'), problems: t('问题'), causes: t('原因'), measures: t('整改') };
}

function lengthOf(speech: Speech, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + spokenLengthIn(speech, span), 0);
}
