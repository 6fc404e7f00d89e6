import { t } from '@vscode/l10n';
import { fullwidth, inNumbering, isChinese, isHan, isMostlyChinese, matchesInProse } from '../model/reading/prose.ts';
import type { Line } from '../model/speech.ts';
import { characterAt, characterBefore } from '../model/text/characters.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const halfwidthPunctuation: Rule = {
  id: 'halfwidth-punctuation',
  category: 'punctuation',
  severity: 'warning',
  title: '中文里应当用全角标点',
  why: '半角逗号、冒号、括号夹在汉字之间，排版后挤在一起，念稿时容易看漏停顿。',
  source: 'GB/T 15834-2011 5.1（标点占一个字位置）',
  examples: [
    { bad: '面对困难⟦,⟧我们要有信心⟦!⟧\n', good: '面对困难，我们要有信心！\n' },
    { bad: '按照方案⟦(⟧试行⟦)⟧办理。\n', good: '按照方案（试行）办理，每天8:30到岗，按《条例)执行，拨付1,000元。\n' },
    { bad: '有两名⟦(⟧60名中的⟦)⟧，与目标⟦(⟧60%⟦)⟧差距较大。\n', good: '墨西哥(66)、俄罗斯(US)。\n' },
    { bad: '对照⟦:⟧学习。\n', good: '对照：学习&nbsp;党章，看了 https://example.com/a?b=1 :)\n' },
    { bad: '按通知⟦(⟧二稿⟦)⟧修改。\n', good: '文件名还叫“去年发言稿(改).docx”。\n' },
  ],
  needs: ',;:?!().．<',

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      const words = text.slice(line.span.start, line.span.end);
      if (words.includes('<')) yield* angles(text, line);
      if (!/[,;:?!().．]/.test(words) || !isMostlyChinese(words)) continue;
      for (const { match, span } of matchesInProse(text, line, /[,;:?!().．]/g)) {
        const [mark] = match;
        if (inNumbering(line, span) || isSyntax(text, span.start) || !standsInChinese(text, span.start, mark)) continue;
        const newText = fullwidth[mark] ?? mark;
        yield {
          span,
          message: t('半角“{0}”应为全角“{1}”', mark, newText),
          fixes: [replacement({ ...span, end: behindBlank(text, span.end) }, newText, { safe: true })],
        };
      }
    }
  },
};

/** A half-width mark is typed with a blank behind it, which a full-width one has in itself. */
function behindBlank(text: string, at: number): number {
  return at + (/^[ \u00a0]+(?=[\p{Script=Han}“])/u.exec(text.slice(at, at + mostBlanks))?.[0].length ?? 0);
}

/** In characters, the one behind the blanks included. */
const mostBlanks = 8;

/** <中国共产党章程>: typed where the keyboard offered no 《 》. */
function* angles(text: string, line: Line): Iterable<Finding> {
  for (const { match, span } of matchesInProse(text, line, /<(\p{Script=Han}[^<>\n]{1,40})>/gu)) {
    const newText = `《${match[1] ?? ''}》`;
    const fix = replacement(span, newText);
    yield { span, message: t('半角“{0}”应为全角“{1}”', '<>', '《》'), fixes: [fix] };
  }
}

/** The end of `&nbsp;`, an escaped mark, an emoticon. */
function isSyntax(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 10), at);
  const mark = text.charAt(at);
  if (before.endsWith('\\')) return true;
  if (mark === ';' && /&#?[0-9A-Za-z]{2,8}$/.test(before)) return true;
  return /^[:;][-^']?[()DPp]/.test(text.slice(at, at + 3)) || (/[()]/.test(mark) && /[:;][-^']?$/.test(before));
}

/** Whether a neighbour is Chinese, and the mark is not part of a number, a time, a web address or a Latin word. */
export function standsInChinese(text: string, at: number, mark: string): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  if (/[0-9A-Za-z]/.test(before) && /[0-9A-Za-z/\\]/.test(after)) return false;
  if (isInAddress(text, at)) return false;
  if (mark === '．') return isChinese(before) && (after === '' || /[\s”’]/.test(after));
  if (mark === '.') return isChinese(before) && (after === '' || /\s/.test(after) || isChinese(after));
  if (mark === '(' || mark === ')')
    return !fileName.test(text.slice(at, at + longestName)) && bracketsChinese(text, at, mark);
  const quoted = /["']/.test(before) && (isChinese(characterBefore(text, at - 1)) || isChinese(after));
  if (isChinese(before) || quoted) return !/[/\\]/.test(after) || isChinese(before);
  return isChinese(after) && !/[\s]/.test(before);
}

/** https://example.com/路径?q=发言 */
function isInAddress(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - 200), at);
  const start = words.lastIndexOf('://');
  return (
    start >= 0 && /^[!-~\p{Script=Han}]*$/u.test(words.slice(start)) && /[!-~\p{Script=Han}]/u.test(text.charAt(at + 1))
  );
}

/** A pair is judged by whether it encloses Chinese, so that both halves agree; a single bracket by its neighbours. */
function bracketsChinese(text: string, at: number, mark: string): boolean {
  const other = partnerOf(text, at, mark);
  if (other !== undefined && isCall(text, Math.min(at, other))) return false;
  if (other !== undefined) {
    const [open, close] = [Math.min(at, other), Math.max(at, other)];
    const inside = text.slice(open + 1, close);
    if (/\p{Script=Han}/u.test(inside)) return true;
    // “年度目标(60%)差距较大”: a share within a Chinese sentence.
    return (
      /^[0-9.]+[%％]$/.test(inside) && isHan(characterBefore(text, open)) && isChinese(characterAt(text, close + 1))
    );
  }
  // 《条例): the business of unbalanced-brackets, which has another mark in its place.
  if (other === undefined && mark === ')' && closesTitle(text, at)) return false;
  const [before, after] = [characterBefore(text, at), characterAt(text, at + 1)];
  const [inner, outer] = mark === '(' ? [after, before] : [before, after];
  return isChinese(inner) || (isChinese(outer) && !/[A-Za-z0-9]/.test(inner));
}

/** Whether the last bracket that is open before a place is 《 or another that is not round. */
function closesTitle(text: string, at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i <= longestBrackets && text.charAt(i) !== '\n'; i -= 1) {
    if (/[）)》〉】〕」』]/.test(text.charAt(i))) depth += 1;
    else if (/[（(《〈【〔「『]/.test(text.charAt(i)) && depth-- === 0) return /[《〈【〔「『]/.test(text.charAt(i));
  }
  return false;
}

/** The rest of “发言稿(改).docx”: the brackets are those of the name. */
const fileName =
  /^[^。，；：！？“”‘’《》\s]+?\.(?:docx?|wps|xlsx?|pptx?|pdf|ofd|txt|md|jpe?g|png|zip|rar|mp[34])(?![A-Za-z0-9])/i;

/** In characters. */
const longestName = 60;

/** print("你好") */
function isCall(text: string, at: number): boolean {
  return /[A-Za-z0-9_]/.test(text.charAt(at - 1)) && /["']/.test(text.charAt(at + 1));
}

/** Characters; no bracket of a speech encloses more. */
const longestBrackets = 200;

function partnerOf(text: string, at: number, mark: string): number | undefined {
  const step = mark === '(' ? 1 : -1;
  let depth = 0;
  for (let i = at; i >= 0 && i < text.length && Math.abs(i - at) <= longestBrackets; i += step) {
    const char = text.charAt(i);
    if (char === '\n') return undefined;
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return undefined;
}
