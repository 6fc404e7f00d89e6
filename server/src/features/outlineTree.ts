import { t } from '@vscode/l10n';
import type { Context } from '../model/context.ts';
import type { Role } from '../model/outline/role.ts';
import { profileOf } from '../model/profile/profile.ts';
import type { Part } from '../model/profile/profileData.ts';
import { hasPart } from '../model/reading/sectionsByRole.ts';
import { type Section, type Speech, type Unit, unitsOf } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { isOrphan, standingOf } from '../model/trace/counterparts.ts';
import { type Trace, trace } from '../model/trace/trace.ts';
import type { OutlineCounts, OutlineNode, OutlineState } from '../protocol.ts';
import { escapeMarkdown } from '../render/escaped.ts';
import { coverageOf } from '../report/statistics.ts';
import { unitMarkdown } from './hover.ts';
import { toRange } from './range.ts';
import { briefNameOf, shortLinksLine, spokenLinksLine } from './unitNames.ts';

/**
 * 发言提纲 — `fayan/outline`: the sections and units of the speech with their state, and the
 * required parts that are missing.
 */
export function outlineTree(
  uri: string,
  speech: Speech,
  context: Context,
): { nodes: OutlineNode[]; counts: OutlineCounts } {
  const found = trace(speech, context);
  const required = profileOf(speech, context).profile.parts.filter(({ need }) => need === 'required');
  const units = unitsOf(speech);
  const bySection = new Map(units.flatMap((unit) => (unit.section ? [[unit.section, unit] as const] : [])));
  const entries: Array<{ role: Role | undefined; node: OutlineNode }> = speech.sections.map((section) => ({
    role: section.role,
    node: sectionNode(section, false),
  }));
  // A table alone has units and no sections.
  if (entries.length === 0) entries.push(...units.map((unit) => ({ role: undefined, node: unitNode(unit) })));
  const missing = required.filter(({ role }) => !isThere(speech, role));
  for (const part of missing) {
    // A missing part is shown at its proper place: before the first of the parts that come later.
    const later = new Set<Role | undefined>(laterRoles(required, part));
    const at = entries.findIndex(({ role }) => later.has(role));
    entries.splice(at < 0 ? entries.length : at, 0, { role: part.role, node: missingNode(part) });
  }
  const { problems, answered, unmet } = coverageOf(speech, context);
  const hasMeasures = speech.measures.length > 0;
  const counts = {
    problems: hasMeasures ? problems : 0,
    answered,
    unmet: hasMeasures ? unmet : 0,
    missing: missing.length,
  };
  return { nodes: entries.map(({ node }) => node), counts };

  function sectionNode(section: Section, insideUnit: boolean): OutlineNode {
    const { heading, role, body, sections, span } = section;
    const unit = bySection.get(section);
    const own = units.filter(({ section: made, within }) => !made && within === section).map(unitNode);
    const children = [...own, ...sections.map((inner) => sectionNode(inner, insideUnit || unit !== undefined))];
    if (unit) return { ...unitNode(unit), children, folded: areOnlyPoints(children) };
    const isPart = role === 'problems' || role === 'causes' || role === 'measures';
    // “一是开了例会；” in last year's part is a sentence and no heading.
    const says = heading.inline || /[。；！？]/.test(heading.titleEnd) || heading.body.start < heading.body.end;
    const isEmpty = sections.length === 0 && body.length === 0 && !says;
    const isPoint = insideUnit && !isPart;
    return {
      label: briefNameOf(heading),
      description: isPoint ? '' : isEmpty ? t('（空）') : isPart ? countLine(section) : '',
      tooltip: '',
      state: isPoint ? 'point' : isEmpty ? 'empty' : 'section',
      range: toRange(speech, span),
      head: toRange(speech, heading.span),
      children,
      // The problems of an aspect are its points, and stand open beside its causes and measures.
      folded: !isPart && areOnlyPoints(children),
    };
  }

  function unitNode(unit: Unit): OutlineNode {
    return {
      label: briefNameOf(unit),
      description: shortLinksLine(unit, speech, found),
      spoken: spokenLinksLine(unit, speech, found),
      tooltip: tooltipOf(uri, speech, unit, found),
      state: stateOf(unit, speech, found),
      range: toRange(speech, unit.span),
      head: toRange(speech, unit.headSpan),
      children: [],
      folded: false,
    };
  }

  function countLine(section: Section): string {
    const inside = units.filter(({ within, kind }) => within === section && `${kind}s` === section.role);
    // An aspect is one problem, so its part of problems counts the points.
    const isOfAspect = inside.some(({ aspect, kind }) => aspect && kind === 'problem');
    if (isOfAspect) return section.sections.length > 0 ? t('{0} 点', section.sections.length) : '';
    return inside.length > 0 ? t('{0} 条', inside.length) : '';
  }
}

function areOnlyPoints(children: readonly OutlineNode[]): boolean {
  return children.length > 0 && children.every(({ state }) => state === 'point');
}

function laterRoles(required: readonly Part[], part: Part): Role[] {
  return [...required.slice(required.indexOf(part) + 1).map(({ role }) => role), 'closing'];
}

function isThere(speech: Speech, role: Role): boolean {
  return hasPart(speech, role) || (role === 'closing' && speech.closing.length > 0);
}

function missingNode({ title }: Part): OutlineNode {
  return {
    label: title,
    description: t('缺少'),
    tooltip: t('这类材料应当有这一部分，还没有写。点一下可以插入。'),
    state: 'missing',
    range: undefined,
    head: undefined,
    children: [],
    folded: false,
  };
}

function stateOf(unit: Unit, speech: Speech, found: Trace): OutlineState {
  if (unit.kind === 'cause') return 'cause';
  if (unit.kind === 'measure') return isOrphan(unit, speech, found) ? 'orphan' : 'linked';
  if (speech.measures.length === 0) return 'section';
  return standingOf(unit, speech, found);
}

function tooltipOf(uri: string, speech: Speech, unit: Unit, found: Trace): string {
  const full = shortened(unit.title, 200);
  const more = unitMarkdown(uri, speech, unit, found);
  return `${escapeMarkdown(full)}${more ? `\n\n${more}` : ''}`;
}
