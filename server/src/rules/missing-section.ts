import { t } from '@vscode/l10n';
import { type Role, roleOf } from '../model/outline/role.ts';
import { isTalk } from '../model/outline/talk.ts';
import { type Choice, expectedParts, profileOf } from '../model/profile/profile.ts';
import type { Part } from '../model/profile/profileData.ts';
import { isOtherDocument } from '../model/reading/detect.ts';
import { isBegun } from '../model/reading/ending.ts';
import { gapBefore } from '../model/reading/gapBefore.ts';
import { hasPart, placeFor } from '../model/reading/sectionsByRole.ts';
import type { Speech } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { explained } from './explained.ts';
import { insertionEdits } from './insertion.ts';
import { partStubs } from './partStubs.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  category: 'structure',
  severity: 'warning',
  title: '问题、原因、整改三部分应当齐全',
  why: '材料缺了原因分析或整改措施，审稿时一律退回重写。该有哪些部分由材料类型规定，团队可以在 .fayan/profiles 里另定。',
  source: '历年民主生活会材料的通行结构',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n⟦二、整改措施⟧\n\n（一）加强学习。每月一次。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
    },
    {
      bad: '---\n发言: {类型: 剖析发言}\n---\n\n⟦一、存在的问题⟧\n\n（一）学习方面。不够深入。\n\n二、原因分析\n\n（一）重视不够。\n\n三、整改措施\n\n（一）加强学习。每月一次。\n',
      good: '---\n发言: {类型: 剖析发言}\n---\n\n一、上年度整改落实情况\n\n全部办结。\n\n二、存在的问题\n\n（一）学习方面。不够深入。\n\n三、原因分析\n\n（一）重视不够。\n\n四、整改措施\n\n（一）加强学习。每月一次。\n',
    },
  ],

  *checkOutline(speech, context) {
    if (isOtherDocument(speech)) return;
    const choice = profileOf(speech, context);
    const parts = expectedParts(choice);
    for (const part of parts) {
      if (!isMissing(speech, part, choice)) continue;
      const finding = findingOf(speech, part, parts);
      const isToCome = isBegun(speech) && !hasPart(speech, 'causes');
      const mayBeThere = isToCome || namesNoPart(speech);
      const isHint = part.need !== 'required' && !isPromised(speech, part);
      if (finding) yield { ...finding, ...(isHint ? hint : mayBeThere ? information : {}) };
    }
  },
};

/** A speech whose headings are nothing but aspects, or that has none, may tell any part in sentences: “往根上找，……”. */
function namesNoPart({ sections }: Speech): boolean {
  if (isTalk(sections)) return true;
  return sections.every(
    ({ role, sections: inner }) => (role === 'other' || role === 'closing') && inner.every((part) => !part.role),
  );
}

const hint = { severity: 'hint' } as const;
const information = { severity: 'information' } as const;

/** What most speeches have is asked for only where the author has said what the speech is to be. */
function isMissing(speech: Speech, part: Part, { from }: Choice): boolean {
  const { role, need } = part;
  if (hasPart(speech, role)) return false;
  if (need !== 'required' && isPromised(speech, part)) return true;
  if (need === 'optional' || (need === 'usual' && from !== 'frontMatter')) return false;
  if (role === 'problems') return hasPart(speech, 'causes') && hasPart(speech, 'measures') && from !== 'default';
  return speech.problems.length > 0;
}

/**
 * “现从上年度整改落实情况、存在的主要问题、原因分析、整改措施四个部分报告如下”: whether the preamble lists the part among more
 * parts than there are.
 */
function isPromised({ text, preamble, sections }: Speech, { role }: Part): boolean {
  const parts = sections.filter((section) => section.role !== 'closing').length;
  return preamble.some(({ kind, span }) => {
    const list = kind === 'line' ? promised.exec(text.slice(span.start, span.end))?.[1] : undefined;
    const items = list?.split(/[、，]|以及/) ?? [];
    return items.length > parts && items.some((item) => roleOf(item) === role);
  });
}

const promised =
  /(?:现从|现将|现就|下面从|下面就|我将从|我从)([^。；：]{8,120}?)(?:[二三四五六两]个?(?:部分|方面)|(?:向[^，。；]{0,12})?(?:报告|汇报|发言)如下)/;

/** At the section that it belongs before, or at the last one. */
function findingOf(speech: Speech, part: Part, parts: readonly Part[]): Finding | undefined {
  const { sections } = speech;
  const at = placeOf(speech, part, parts);
  const next = sections[at];
  const shown = next ?? sections.at(-1);
  if (!shown) return undefined;
  const message =
    next && next.heading.title !== ''
      ? t(
          '缺少“{0}”部分，应当放在“{1}”之前',
          withinQuotes(nameOf(part)),
          withinQuotes(shortened(next.heading.title, 20)),
        )
      : t('缺少“{0}”部分', withinQuotes(nameOf(part)));
  return {
    span: shown.heading.span,
    message,
    ...explained(gapBefore(speech, next)),
    fixes: insertion(speech, part, at),
  };
}

/** Where a number is skipped, if no part whose order is fixed stands between there and the usual place. */
function placeOf(speech: Speech, { role }: Part, parts: readonly Part[]): number {
  const usual = placeFor(
    speech.sections,
    role,
    parts.map((part) => part.role),
  );
  const gap = speech.sections.findIndex((section) => gapBefore(speech, section));
  if (gap < 0) return usual;
  const between = speech.sections.slice(Math.min(gap, usual), Math.max(gap, usual));
  const fixed = parts.filter(({ need }) => need === 'required').map((part) => part.role);
  return between.some((section) => section.role && fixed.includes(section.role)) ? usual : gap;
}

function nameOf({ role, title }: Part): string {
  const names: Partial<Record<Role, string>> = {
    previous: t('上年度整改情况'),
    problems: t('存在的问题'),
    causes: t('原因分析'),
    measures: t('整改措施'),
  };
  return names[role] ?? title;
}

/** Only among headings that stand alone: what is a point, or run in with its text, is no model for a part. */
function insertion(speech: Speech, part: Part, at: number): Fix[] {
  const model = (speech.sections[at - 1] ?? speech.sections[at])?.heading;
  if (!model || isTalk(speech.sections) || model.inline || model.body.start < model.body.end) return [];
  const edits = insertionEdits(speech, speech.sections, at, {
    title: part.title,
    paragraphs: partStubs(speech, part.role, model.numbering),
  });
  return [{ title: t('插入“{0}”部分', withinQuotes(part.title)), edits }];
}
