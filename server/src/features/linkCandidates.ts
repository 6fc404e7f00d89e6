import type { Position } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { unitAt } from '../model/reading/unitAt.ts';
import type { Speech, Unit } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { counterparts } from '../model/trace/counterparts.ts';
import type { Link } from '../model/trace/link.ts';
import { trace } from '../model/trace/trace.ts';
import type { LinkCandidate, LinkCandidatesResult } from '../protocol.ts';
import { confidenceText, evidenceText } from './evidenceText.ts';
import { toOffset } from './range.ts';
import { nameOf } from './unitNames.ts';

/**
 * `fayan/linkCandidates`: the measures that a problem may be linked to, or the problems for a
 * measure; the likeliest first.
 */
export function linkCandidates(
  speech: Speech,
  position: Position,
  context: Context,
): Omit<LinkCandidatesResult, 'version'> {
  const unit = unitAt(speech, toOffset(speech, position));
  if (!unit || unit.kind === 'cause') return { unit: undefined, candidates: [] };
  const linked = new Set(counterparts(unit, trace(speech, context)).map(({ unit: other }) => other));
  const candidates = candidatesFor(speech, unit, context).map(({ unit: other, link }): LinkCandidate => {
    return {
      id: other.id,
      name: nameOf(other, 60),
      confidence: link && isLikely(link) ? confidenceText(link.confidence) : '',
      evidence: link ? evidenceText(link) : '',
      linked: linked.has(other),
    };
  });
  return { unit: { id: unit.id, name: withinQuotes(nameOf(unit, 30)), kind: unit.kind }, candidates };
}

/** Every unit of the other kind with its evidence; likely ones first, the others in reading order. */
export function candidatesFor(
  speech: Speech,
  unit: Unit,
  context: Context,
): Array<{ unit: Unit; link: Link | undefined }> {
  const { candidates } = trace(speech, context);
  const others = unit.kind === 'problem' ? speech.measures : speech.problems;
  const pairs = others.map((other) => {
    const isPair = ({ from, to }: Link) => (from === unit && to === other) || (from === other && to === unit);
    return { unit: other, link: candidates.find(isPair) };
  });
  return pairs.sort((a, b) => toldConfidence(b.link) - toldConfidence(a.link));
}

/** None where nothing can be told of a link: what is left then is an order that nobody would understand. */
function toldConfidence(link: Link | undefined): number {
  return link && (isLikely(link) || link.evidence.length > 0) ? link.confidence : 0;
}

function isLikely({ confidence }: Link): boolean {
  return confidence >= 0.05;
}
