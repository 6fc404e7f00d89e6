import { t } from '@vscode/l10n';
import { breaksOffIn } from '../model/reading/ending.ts';
import { inNumbering, isChinese, type Paragraph, paragraphsOf } from '../model/reading/prose.ts';
import { closingBracket, openingBracket } from '../model/text/pairedMarks.ts';
import { spanAt } from '../model/text/span.ts';
import { halfPairFixes } from './halfPair.ts';
import { standsInChinese } from './halfwidth-punctuation.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const unbalancedBrackets: Rule = {
  id: 'unbalanced-brackets',
  category: 'punctuation',
  severity: 'warning',
  title: '括号和书名号应当成对',
  why: '少了一半的括号、书名号，排版后会把后面的文字都吞进去；文件名称尤其不能残缺。',
  source: 'GB/T 15834-2011 4.9、4.15（括号、书名号）',
  examples: [
    { bad: '学习⟦《⟧中国共产党章程，逐条对照。\n', good: '学习《中国共产党章程》，逐条对照。\n' },
    { bad: '学习《条例⟦〉⟧，不只看目录。\n', good: '学习《关于印发〈条例〉的通知》，不只看目录。\n' },
    { bad: '按照方案（2023⟦)⟧办理。\n', good: '按照方案（2023）办理：1）报告，2）登记。\n' },
  ],
  needs: '（）()《》〈〉【】〔〕「」『』',

  *checkBlock(block) {
    const { text } = block;
    for (const paragraph of paragraphsOf(block)) yield* unbalanced(text, paragraph);
  },
};

/** What nests deeper, or has more marks in one paragraph, is no text. */
const deepest = 100;
const mostMarks = 500;

const twin: Readonly<Record<string, string>> = { '(': '（', ')': '）', '（': '(', '）': ')' };

function* unbalanced(text: string, paragraph: Paragraph): Iterable<Finding> {
  const open: number[] = [];
  const strays: number[] = [];
  const unclosed: number[] = [];
  const marks = marksOf(text, paragraph);
  if (marks.length > mostMarks) return;
  for (const [index, at] of marks.entries()) {
    const char = text.charAt(at);
    const wanted = openingBracket[char];
    if (open.length > deepest) return;
    if (wanted === undefined) {
      open.push(at);
      continue;
    }
    const place = open.findLastIndex((start) => text.charAt(start) === wanted);
    const other = open.findLastIndex((start) => text.charAt(start) === twin[wanted]);
    if (other > place) {
      open.splice(other);
      // A half-width bracket in Chinese is the business of halfwidth-punctuation; a mixed pair is reported once.
      if (char !== '）' && !standsInChinese(text, at, char)) yield otherWidth(char, at, twin[wanted] ?? '');
    } else if (char === '》' && place >= 0 && endsInner(text, open, marks.slice(index + 1))) {
      yield mixedPair(text, open.pop() ?? at, at, 'inner');
    } else if (place >= 0) unclosed.push(...open.splice(place).slice(1));
    else if (!isItemMark(text, at)) strays.push(at);
  }
  unclosed.push(...open);
  // In Chinese nothing opens in one paragraph and closes in the next; a lone ASCII bracket away
  // from Chinese is left alone.
  yield* lonely(text, paragraph, marks, {
    strays: strays.filter((at) => touchesChinese(text, at)),
    unclosed: unclosed.filter((at) => touchesChinese(text, at)).sort((a, b) => a - b),
  });
}

/** （甲): the closing half is of the other width. */
function otherWidth(char: string, at: number, opening: string): Finding {
  const newText = twin[char] ?? char;
  const fixes = [replacement(spanAt(at), newText, { safe: true })];
  return { span: spanAt(at), message: t('前面用“{0}”，这里应为“{1}”', opening, newText), fixes };
}

/**
 * The marks without a partner: a closing one with the nearest opening one before it is a crossing or a slip,
 * all others lack their half.
 */
function* lonely(
  text: string,
  paragraph: Paragraph,
  marks: readonly number[],
  { strays, unclosed }: { readonly strays: readonly number[]; readonly unclosed: readonly number[] },
): Iterable<Finding> {
  const left = [...unclosed];
  for (const at of strays) {
    const start = left.findLast((place) => place < at);
    if (start === undefined) {
      const char = text.charAt(at);
      const message = t('“{0}”前面没有对应的“{1}”', char, openingBracket[char] ?? '');
      yield { span: spanAt(at), message, fixes: halfPairFixes(text, paragraph, at) };
      continue;
    }
    left.splice(left.lastIndexOf(start), 1);
    if (openingBracket[text.charAt(at)] !== text.charAt(start)) yield mixedPair(text, start, at, 'outer');
    // Side by side they are the business of crossed-marks.
    else if (openingBracket[text.charAt(at - 1)] === undefined) yield crossing(text, start, at, marks);
  }
  for (const at of left) {
    if (breaksOffIn(text, paragraph.span, at)) continue;
    const newText = closingBracket[text.charAt(at)] ?? '';
    const end = endOf(text, at);
    const fixes = end
      ? [{ title: t('补上“{0}”', newText), edits: [{ span: { start: end, end }, newText }] }]
      : halfPairFixes(text, paragraph, at);
    yield { span: spanAt(at), message: t('“{0}”没有对应的“{1}”', text.charAt(at), newText), fixes };
  }
}

/** （附件《条例）的说明》: the two that close change places. */
function crossing(text: string, start: number, end: number, marks: readonly number[]): Finding {
  const inner: string[] = [];
  const outer = marks.filter((at) => {
    if (at <= start || at >= end) return false;
    const wanted = openingBracket[text.charAt(at)];
    if (wanted === undefined) inner.push(text.charAt(at));
    else if (inner.at(-1) === wanted) inner.pop();
    else return true;
    return false;
  });
  const [first, ...others] = outer;
  const finding = { span: spanAt(end), message: t('标号交叉了，应当先关里层再关外层') };
  if (first === undefined || others.length > 0) return finding;
  const edits = [
    { span: spanAt(first), newText: text.charAt(end) },
    { span: spanAt(end), newText: text.charAt(first) },
  ];
  return { ...finding, fixes: [{ title: t('对调这两个标号'), edits, guess: true }] };
}

/** Where the missing half goes, if the words leave no doubt: behind the kind of document, and behind （试行. */
function endOf(text: string, at: number): number | undefined {
  const words = text.slice(at, at + longestTitle);
  const match = /^《/.test(words)
    ? (wholeTitle.exec(words) ?? titleBefore.exec(words))
    : (innerTitle.exec(words) ?? qualifier.exec(words));
  return match ? at + match[0].length : undefined;
}

const longestTitle = 80;
const document = '(?:章程|条例|准则|规定|办法|意见|通知|决定|决议|方案|规则|细则|纲要|规划|简史|选读|宪法)';
const version = '(?:试行|暂行|草案|修订版?|修正案|征求意见稿|送审稿|讨论稿|范本)';

/** 《关于做好…工作的通知（清发〔2025〕12号）: a mark follows what only a title ends with. */
const wholeTitle = new RegExp(`^《[^《》（），。；：、“”\\n]*${document}(?:（${version}）)?(?=[，。；、（“]|$)`);

/** 《取水许可管理条例等法规: what follows speaks of the document. */
const titleBefore = new RegExp(
  `^《(?:(?!${document})[^《》（），。；：、“”\\n])*${document}(?=等|[几两二三四五]部|提出|要求|指出|明确|规定|强调|印发)`,
);

/** 《关于印发〈条例的通知》 */
const innerTitle = new RegExp(`^〈[^《》〈〉（），。；：、“”\\n]*?${document}(?:（${version}）)?(?=》|的${document})`);

/** （试行》, and whatever is in brackets within a title. */
const qualifier = new RegExp(`^（(?:${version}(?=[》，。；、]|$)|[^《》（），。；：、“”\\n]{1,12}(?=》))`);

/** 《关于〈条例》的通知》: the inner title closes, for the outer one does later. */
function endsInner(text: string, open: readonly number[], later: readonly number[]): boolean {
  const next = later.find((at) => /[《〈〉》]/.test(text.charAt(at)));
  return text.charAt(open.at(-1) ?? 0) === '〈' && next !== undefined && text.charAt(next) === '》';
}

/** 《条例〉: one slip, told once. A title that stands in no other one has 《 》, whichever half is off. */
function mixedPair(text: string, start: number, end: number, depth: 'outer' | 'inner'): Finding {
  const [opening, close] = [text.charAt(start), text.charAt(end)];
  const [span, newText, message] =
    depth === 'outer' && opening === '〈' && close === '》'
      ? [spanAt(start), '《', t('后面用“{0}”，这里应为“{1}”', close, '《')]
      : [
          spanAt(end),
          closingBracket[opening] ?? '',
          t('前面用“{0}”，这里应为“{1}”', opening, closingBracket[opening] ?? ''),
        ];
  return { span, message, fixes: [replacement(span, newText)] };
}

function marksOf(text: string, { lines }: Paragraph): number[] {
  return lines.flatMap((line) =>
    line.prose.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[（）()《》〈〉【】〔〕「」『』]/g)]
        .map(({ index }) => start + index)
        .filter((at) => !inNumbering(line, spanAt(at)) && !isComparison(text, at) && !isFace(text, at)),
    ),
  );
}

/** `1）` `a)` `①）` `一）` at the start of a clause enumerate. */
function isItemMark(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return (
    /[）)]/.test(text.charAt(at)) && /(?:^|[\s，。；：、,;:“])[0-9A-Za-z一二三四五六七八九十①-⑳]{1,2}$/.test(before)
  );
}

/** 〈 〉 used for “less” and “greater”, and the arrow ->》. */
function isComparison(text: string, at: number): boolean {
  return /[〈〉]/.test(text.charAt(at)) && /[0-9\s]/.test(text.charAt(at - 1)) && /[0-9\s]/.test(text.charAt(at + 1));
}

/** :) and ;( */
function isFace(text: string, at: number): boolean {
  return /[()]/.test(text.charAt(at)) && /[:;=^-]/.test(text.charAt(at - 1));
}

function touchesChinese(text: string, at: number): boolean {
  return !/[()]/.test(text.charAt(at)) || isChinese(text.charAt(at - 1)) || isChinese(text.charAt(at + 1));
}
