import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import { isChinese, isHan, type Paragraph, paragraphsOf } from '../model/reading/prose.ts';
import { spanAt } from '../model/text/span.ts';
import type { Rule } from './rule.ts';

export const straightQuotes: Rule = {
  id: 'straight-quotes',
  category: 'punctuation',
  severity: 'information',
  title: '中文里应当用弯引号“ ”',
  why: '直引号不分左右，是键盘留下的痕迹；排成公文后字体和宽度都与正文不合，审稿人“特别注意引号”。',
  source: 'GB/T 15834-2011 4.8（引号的形式）',
  examples: [
    {
      bad: '增强⟦"四个意识"⟧、坚定"四个自信"。\n',
      good: '增强“四个意识”、坚定“四个自信”，屏幕是 15" 的，命令是 "npm start" 这一条。\n',
    },
  ],
  needs: '"\'',

  *checkBlock(block) {
    const { text } = block;
    for (const paragraph of paragraphsOf(block)) {
      const pairs = [...straightPairs(text, paragraph), ...singlePairs(text, paragraph)].sort(([a], [b]) => a - b);
      const first = pairs[0];
      if (!first) continue;
      const edits = pairs.flatMap(([open, close, inner]): Edit[] => [
        { span: spanAt(open), newText: inner ? '‘' : '“' },
        { span: spanAt(close), newText: inner ? '’' : '”' },
      ]);
      yield {
        span: { start: first[0], end: first[1] + 1 },
        message: t('本段有 {0} 对直引号，应当用“ ”', pairs.length),
        fixes: [{ title: t('把本段的直引号都改为“ ”'), edits, safe: true }],
      };
    }
  },
};

type Pair = readonly [open: number, close: number, inner: boolean];

/**
 * '四个意识': pairs of single marks around Chinese, `inner` where double marks enclose them; none
 * where they do not pair off.
 */
function singlePairs(text: string, { prose, span }: Paragraph): Pair[] {
  const marks: number[] = [];
  for (const { start, end } of prose) {
    for (let at = text.indexOf("'", start); at >= 0 && at < end; at = text.indexOf("'", at + 1)) {
      if (!/[A-Za-z0-9]/.test(text.charAt(at - 1)) || isHan(text.charAt(at + 1))) marks.push(at);
    }
  }
  if (marks.length === 0 || marks.length % 2 === 1 || marks.length > mostMarks) return [];
  const pairs = marks.flatMap((open, index): Pair[] => {
    const close = marks[index + 1] ?? 0;
    if (index % 2 === 1) return [];
    const before = text.slice(span.start, open);
    const doubles = before.split('“').length - before.split('”').length;
    return [[open, close, doubles > 0 || before.split('"').length % 2 === 0]];
  });
  const areChinese = pairs.every(
    ([open, close]) => isHan(text.charAt(open + 1)) && !text.slice(open, close).includes('\n'),
  );
  return areChinese ? pairs : [];
}

/** A paragraph with more is no prose. */
const mostMarks = 100;

/** The pairs around Chinese; none where the marks do not pair off, or stand among curly ones that do not. */
function straightPairs(text: string, { prose }: Paragraph): Pair[] {
  const marks: number[] = [];
  let curly = 0;
  for (const { start, end } of prose) {
    for (let at = start; at < end; at += 1) {
      const char = text.charAt(at);
      if (char === '"' && !isInch(text, at)) marks.push(at);
      else if (char === '“') curly += 1;
      else if (char === '”') curly -= 1;
    }
  }
  if (marks.length % 2 === 1 || curly !== 0) return [];
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < marks.length; i += 2) {
    const [open = 0, close = 0] = marks.slice(i, i + 2);
    const inside = text.slice(open + 1, close);
    const around = isChinese(text.charAt(open - 1)) && isChinese(text.charAt(close + 1));
    // print("你好") is code.
    if (/[A-Za-z0-9_]\($|=$/.test(text.slice(Math.max(0, open - 2), open))) continue;
    if (/\p{Script=Han}/u.test(inside) || (around && !/\s/.test(inside))) pairs.push([open, close, false]);
  }
  return pairs;
}

/** 15" as a measure of screens and pipes. */
function isInch(text: string, at: number): boolean {
  return /[0-9]/.test(text.charAt(at - 1)) && !isHan(text.charAt(at + 1)) && text.charAt(at + 1) !== '';
}
