import { t } from '@vscode/l10n';
import { sentencesOf, spokenLength } from '../model/reading/prose.ts';
import type { Block } from '../model/speech.ts';
import { contains, type Span, spanAt } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Phrase } from '../model/wording/phrase.ts';
import { hitsInBlock, type PhraseHit } from '../model/wording/phrases.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const longSentence: Rule = {
  id: 'long-sentence',
  category: 'delivery',
  severity: 'hint',
  title: '句子太长，念不下来',
  why: '一百多字没有一个句号，念的人找不到换气的地方，听的人记不住开头。',
  source: '每分钟约 200 字，一口气三十字上下；每句 120 字（有分号的 200 字）、每逗 45 字是本扩展的取值',
  examples: [
    {
      bad: `⟦${'我下村时只看路边的点，'.repeat(12)}回来就写材料。⟧\n`,
      good: `${'我下村时只看路边的点，'.repeat(5)}回来就写材料。${'我下村时只看路边的点，'.repeat(5)}回来就写材料。\n`,
    },
    {
      bad: '⟦会上布置的推动全县农村生活污水治理项目前期手续办理和建设资金筹措以及施工队伍招标采购工作按照时间节点加快推进落实到位⟧，没有人过问。\n',
      good: '会上布置的污水治理项目，手续、资金、招标都没有人过问。\n',
    },
  ],

  checkBlock: (block, { phrases }) => judge(block, phrases),
};

function* judge(block: Block, phrases: readonly Phrase[]): Iterable<Finding> {
  const { text, entries } = block;
  const hits = hitsInBlock(block, phrases).filter(({ kind }) => kind === 'right');
  for (const entry of entries) {
    // In a line with links, what is read out is not what is written.
    if (entry.kind !== 'line' || entry.depth > 0 || isLinked(text, entry.span)) continue;
    // Headings quote aspects word for word; only the text run in with them is the writer's own.
    const body = entry.numbering ? entry.body : entry.span;
    for (const sentence of sentencesOf(text, body)) {
      // Words never have more 字 than characters.
      if (sentence.end - sentence.start <= longestClause) continue;
      const long = tooLong(text, sentence);
      if (long) yield long;
      else yield* breathless(text, sentence, hits);
    }
  }
}

/** A sentence that should be two; what a semicolon divides counts by itself, up to a point. */
function tooLong(text: string, sentence: Span): Finding | undefined {
  const words = text.slice(sentence.start, sentence.end);
  const length = spokenLength(words);
  const own = length - spokenLength(aspects.exec(words)?.[0] ?? '');
  const isLong =
    own > longestOfAll || (own > longest && words.split(/[；;]/).some((part) => spokenLength(part) > longest));
  if (!isLong) return undefined;
  const span = trimmed(text, sentence);
  const at = breakOf(text, span);
  const message =
    length > 2 * longest ? t('这一句有 {0} 字，宜分成几句', length) : t('这一句有 {0} 字，宜分成两句', length);
  return { span, message, ...(at !== undefined && { fixes: [breakFix(text, at)] }) };
}

/** 带头……，带头……六个方面: what the meeting prescribes is listed in one sentence. */
const aspects =
  /(?:带头[^。！？；\n“]{10,200}|“[^”\n]{20,200}”)(?=等?[三四五六七八]个(?:方面|带头)|这一主题|的?主题)|(?:带头[^，。；！？\n]{2,60}[，；]){3,}/;

/** The clauses without a pause for breath; fixed expressions in them are nobody's fault and do not count. */
function* breathless(text: string, sentence: Span, hits: readonly PhraseHit[]): Iterable<Finding> {
  for (const clause of clausesOf(text, sentence)) {
    const length = spokenLength(text.slice(clause.start, clause.end));
    if (length <= longestClause || isTitle(text, sentence, clause)) continue;
    const given = hits
      .filter(({ span }) => contains(clause, span))
      .reduce((sum, { span }) => sum + span.end - span.start, 0);
    if (length - given <= longestClause) continue;
    const pause = pauseOf(text, clause);
    const message = pause
      ? t('{0} 字没有一个停顿，念不下来，可在“{1}”前断开', length, withinQuotes(pause))
      : t('{0} 字没有一个停顿，念不下来', length);
    yield { span: clause, message };
  }
}

/** Within 《 》 stands the name of a document, which is as long as its issuer made it. */
function isTitle(text: string, sentence: Span, clause: Span): boolean {
  const before = text.slice(sentence.start, clause.start);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/** In 字: of a sentence or a part of one between semicolons, and of a stretch without any mark. */
const longest = 120;
const longestClause = 45;

/** 字 of a sentence with semicolons, at which one breathes as at a full stop. */
const longestOfAll = 200;

/** A half-width comma is a pause as well; `halfwidth-punctuation` tells of it. */
function clausesOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^，。；：、！？…—“”《》（）,;:!?()\s*]+/g)].map(
    ({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    }),
  );
}

/** The words before which a clause can take a breath, nearest to its middle. */
function pauseOf(text: string, { start, end }: Span): string | undefined {
  const middle = (start + end) / 2;
  let best: number | undefined;
  for (const { index } of text.slice(start, end).matchAll(/(?:以及|并且|同时|按照|通过|围绕|针对|推动|没有|导致)/g)) {
    const at = start + index;
    const isFar = best !== undefined && Math.abs(at - middle) >= Math.abs(best - middle);
    if (!isFar && at - start >= 10 && end - at >= 10) best = at;
  }
  return best === undefined ? undefined : text.slice(best, best + 4);
}

/** The semicolon nearest to the middle, or else the comma, if both halves are then short enough. */
function breakOf(text: string, span: Span): number | undefined {
  return breakAt(text, span, '；') ?? breakAt(text, span, '，');
}

function breakAt(text: string, { start, end }: Span, mark: '；' | '，'): number | undefined {
  const middle = (start + end) / 2;
  let best: number | undefined;
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at);
    if (/[“《（‘]/.test(char)) depth += 1;
    else if (/[”》）’]/.test(char)) depth -= 1;
    else if (char === mark && depth === 0 && (best === undefined || Math.abs(at - middle) < Math.abs(best - middle)))
      best = at;
  }
  if (best === undefined) return undefined;
  const halves = [text.slice(start, best), text.slice(best, end)].map(spokenLength);
  return halves.every((length) => length <= longest || mark === '；') ? best : undefined;
}

function breakFix(text: string, at: number): Fix {
  const words = /[^，；。]{1,8}$/.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  return { title: t('在“{0}”后断句', withinQuotes(words)), edits: [{ span: spanAt(at), newText: '。' }] };
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /[\s*]/.test(text.charAt(from))) from += 1;
  return { start: from, end };
}

function isLinked(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('](');
}
