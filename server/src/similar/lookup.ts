import { lastPart } from '../lastPart.ts';
import { isLedger } from '../model/reading/detect.ts';
import type { Block, Speech } from '../model/speech.ts';
import { lastAtMost } from '../model/text/lastAtMost.ts';
import type { Span } from '../model/text/span.ts';
import { unescaped } from '../unescaped.ts';
import { longestSpeech } from './counted.ts';
import { authorOf, countedIn } from './fingerprint.ts';
import type { Filed } from './segment.ts';
import type { Elsewhere, Position, SharedPassage, Similar } from './similar.ts';
import type { Index, Passage } from './similarIndex.ts';

/**
 * Answers rules from an index. `uriOf` tells the file of a speech, so that it is not compared with itself or with
 * another draft of it. What a block shares is remembered with the block, so an edit costs one block.
 */
export function similarIn(index: Index, uriOf: (speech: Speech) => string | undefined): Similar {
  const known = new WeakMap<Block, { readonly key: string; readonly passages: readonly Passage[] }>();
  const asked = new WeakMap<Speech, { readonly key: string; readonly passages: readonly SharedPassage[] }>();
  return {
    passagesLike: (speech) => distinct(inSpeech(speech)),
    mostLike(speech, lastYear) {
      const byUri = new Map<string, { passages: SharedPassage[]; matched: number }>();
      for (const passage of inSpeech(speech)) {
        if (passage.lastYear !== lastYear) continue;
        const { passages, matched } = byUri.get(passage.there.uri) ?? { passages: [], matched: 0 };
        passages.push(passage);
        byUri.set(passage.there.uri, { passages, matched: matched + passage.matched });
      }
      const [first, ...others] = byUri.values();
      if (!first) return undefined;
      const passages = distinct(others.reduce((a, b) => (b.matched > a.matched ? b : a), first).passages);
      const matched = matchedIn(passages);
      return { passages, matched, share: Math.min(1, matched / Math.max(1, countedIn(speech))) };
    },
  };

  /** All passages that others have, though they overlap. */
  function inSpeech(speech: Speech): readonly SharedPassage[] {
    if (index.size === 0 || speech.text.length > longestSpeech || isLedger(speech)) return [];
    const uri = uriOf(speech);
    const author = authorOf(speech);
    const key = `${index.version} ${author} ${uri ?? ''}`;
    const remembered = asked.get(speech);
    if (remembered?.key === key) return remembered.passages;
    const passages = speech.blocks.flatMap((block, number) => {
      const by = speech.starts[number] ?? 0;
      return inBlock(block, uri, author, key).map((passage) => toShared(passage, author, speech.text, by));
    });
    asked.set(speech, { key, passages });
    return passages;
  }

  function inBlock(block: Block, uri: string | undefined, author: number, key: string): readonly Passage[] {
    const remembered = known.get(block);
    if (remembered?.key === key) return remembered.passages;
    const passages = index.passagesIn(block, (filed) => !isSameWork(filed, uri, author));
    known.set(block, { key, passages });
    return passages;
  }
}

/**
 * Whether a file is the speech itself, as it is or as it was, or, among this year's, another draft of it: by the same
 * author or, where one of them is unknown, of the same name except for date and version.
 */
function isSameWork({ uri, lastYear, fingerprint }: Filed, ownUri: string | undefined, author: number): boolean {
  if (uri === ownUri || (ownUri !== undefined && isOldVersion(ownUri, uri))) return true;
  if (lastYear) return false;
  if (author !== 0 && fingerprint.author !== 0) return author === fingerprint.author;
  return ownUri !== undefined && draftName(uri) === draftName(ownUri);
}

/** Whether a URI is that of a file under another scheme, as `git:/甲.md?…` is of `file:///甲.md`. */
function isOldVersion(own: string, uri: string): boolean {
  const path = /^[a-z][\w+.-]+:(?:\/\/[^/?]*)?([^?]+)/i.exec(own)?.[1];
  return path !== undefined && uri.endsWith(path) && /^[a-z][\w+.-]+:(?:\/\/[^/]*)?$/i.test(uri.slice(0, -path.length));
}

/**
 * The path without what distinguishes drafts: “张三 发言 定稿 20260105.md” and “张三 发言（修改2）.md” are one work. Any
 * other number may stand for a person.
 */
export function draftName(uri: string): string {
  const path = unescaped(uri);
  const own = lastPart(path);
  const name = own
    .replace(/(?:\.speech)?\.(?:md|markdown)$/i, '')
    .replace(dates, '')
    .replace(versions, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return name.length >= 2 ? path.slice(0, path.length - own.length) + name : path;
}

/** “20260105”, “2026-01-05”, “2026年1月”, “0105”, “1月5日”, “1.5” — the last may be a version as well. */
const dates =
  /(?<!\d)(?:(?:19|20)\d\d(?:[-._年]?\d{1,2}(?:[-._月]?\d{1,2})?)?[年月日]?|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|\d{1,2}月\d{1,2}日?|\d{1,3}(?:\.\d{1,3})+)(?!\d)/g;

/** “定稿”, “修改2”, “第三稿”, “v2”, and “(2)” and “-2” at the end, as they are given to the copy of a file. */
const versions =
  /(?:初稿|修改稿?|定稿|终稿|最终稿?|送审稿?|征求意见稿|讨论稿|副本|草稿|\bcopy\b)[\s_-]*\d{0,2}(?!\d)|第?(?:[一二三四五六七八九十]|(?<!\d)\d{1,2})[稿版]|\bv\d{1,3}\b|[（(]\d{1,2}[）)]$|-\d{1,2}$|版/gi;

function toShared(
  { filed, here, there, counted, matched }: Passage,
  author: number,
  text: string,
  by: number,
): SharedPassage {
  const its = filed.fingerprint.author;
  const isAnothers = author !== 0 && its !== 0 && author !== its;
  return {
    here: toPause(text, { start: here.start + by, end: here.end + by }),
    there: elsewhere(filed, there),
    lastYear: filed.lastYear,
    inProblem: !isAnothers && isInProblem(filed, there),
    counted,
    matched,
  };
}

/**
 * Extends a passage to the nearest pause, if it is at most three characters away: winnowing can
 * miss so many at the ends.
 */
function toPause(text: string, { start, end }: Span): Span {
  const before = /[^，。；：！？、.．）\s]{1,3}$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const behind =
    /^[^，。；：！？、\r\n]{1,3}(?=[，。；：！？、\r\n]|$)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return { start: before <= 3 && isPause(text.charAt(start - before - 1)) ? start - before : start, end: end + behind };
}

function isPause(char: string): boolean {
  return char === '' || /[，。；：！？、.．）\s]/.test(char);
}

function elsewhere({ uri, fingerprint: { lines } }: Filed, { start, end }: Span): Elsewhere {
  return { uri, start: positionAt(lines, start), end: positionAt(lines, end) };
}

function positionAt(lines: Uint32Array, offset: number): Position {
  const line = lastAtMost(lines, offset);
  return { line, character: offset - (lines[line] ?? 0) };
}

function isInProblem({ fingerprint: { problems } }: Filed, { start, end }: Span): boolean {
  for (let index = 0; index + 1 < problems.length; index += 2) {
    if ((problems[index] ?? 0) < end && start < (problems[index + 1] ?? 0)) return true;
  }
  return false;
}

/**
 * Of passages that overlap by half only the one with most in common, separately for last year's files and the
 * others; in reading order.
 */
function distinct(all: readonly SharedPassage[]): SharedPassage[] {
  const taken: SharedPassage[] = [];
  for (const passage of [...all].sort((a, b) => b.matched - a.matched)) {
    const clash = taken.some((other) => other.lastYear === passage.lastYear && overlap(other.here, passage.here) > 0.5);
    if (!clash) taken.push(passage);
  }
  return taken.sort((a, b) => a.here.start - b.here.start);
}

function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}

/** What a speech shares with each other file, other drafts of it included; `matched` counts no character twice. */
export function sharedWith(
  index: Index,
  speech: Speech,
  uri: string,
): Array<{ uri: string; sameWork: boolean; matched: number; passages: SharedPassage[] }> {
  const author = authorOf(speech);
  const byUri = new Map<string, { filed: Filed; passages: SharedPassage[] }>();
  for (const [number, block] of speech.blocks.entries()) {
    for (const passage of index.passagesIn(block, (filed) => filed.uri !== uri)) {
      const { filed } = passage;
      const entry = byUri.get(filed.uri) ?? { filed, passages: [] };
      entry.passages.push(toShared(passage, authorOf(speech), speech.text, speech.starts[number] ?? 0));
      byUri.set(filed.uri, entry);
    }
  }
  return [...byUri.values()].map(({ filed, passages }) => {
    const apart = distinct(passages);
    return { uri: filed.uri, sameWork: isSameWork(filed, uri, author), matched: matchedIn(apart), passages: apart };
  });
}

function matchedIn(passages: readonly SharedPassage[]): number {
  return passages.reduce((sum, { matched }) => sum + matched, 0);
}
