import { t } from '@vscode/l10n';
import { isHan, lastMark, matchesInProse } from '../model/reading/prose.ts';
import type { Line } from '../model/speech.ts';
import type { Rule } from './rule.ts';

export const spaceInChinese: Rule = {
  id: 'space-in-chinese',
  category: 'punctuation',
  severity: 'warning',
  title: '汉字之间、中文标点前后不加空格',
  why: '从网页、微信或扫描件粘来的文字带着空格，排版后就是一个个窟窿。',
  source: 'GB/T 15834-2011 5.1（标点占一个字位置）；其余由本扩展自定',
  examples: [
    { bad: '深入基层⟦ ⟧，听取意见。\n', good: '深入基层，听取意见。\n' },
    {
      bad: '深入基层⟦\u00a0⟧，听取意见。征求意见⟦\u00a0⟧二十条，逐条回应。\n',
      good: '第一部分\u00a0存在的问题\n\n护理组\u00a0\u00a0张宁\n\n到会\u00a05\u00a0人，列席 2 人。\n',
    },
    {
      bad: '会议上只念文件⟦ ⟧照本宣科，没有讨论。会后不了了之。\n',
      good: '会议上只念文件照本宣科，没有讨论。主持人 张 宁，第三条 会后要有记录。\n',
    },
  ],
  needs: ' \t　\u00a0',

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line' || !isSentence(text, line)) continue;
      const gaps = [...matchesInProse(text, line, /[ \t　\u00a0]+/g)].filter(
        ({ span }) => !afterNumbering(line, span.start),
      );
      const between = gaps.filter(({ span }) => isHan(text.charAt(span.start - 1)) && isHan(text.charAt(span.end)));
      for (const { span } of gaps) {
        const before = text.charAt(span.start - 1);
        const after = text.charAt(span.end);
        const isBetween = isHan(before) && isHan(after);
        const atMark =
          (/[，。；：？！、）》”]/.test(after) && isHan(before)) || (/[，、；]/.test(before) && isHan(after));
        if (!atMark && !(isBetween && !isLayout(text, span.start, span.end))) continue;
        const fixes = [{ title: t('删去空格'), edits: [{ span, newText: '' }], safe: atMark }];
        const doubtful = isBetween && between.length > 0;
        yield {
          span,
          message: atMark ? t('中文标点旁边不加空格') : t('汉字之间不加空格'),
          ...(doubtful && { severity: 'information' as const }),
          fixes,
        };
      }
    }
  },
};

/** Whether a line is prose: names, dates, tables set with blanks and verse are left alone. */
function isSentence(text: string, { span, depth }: Line): boolean {
  const words = text.slice(span.start, span.end);
  const pause = words.search(/[，。；]/);
  return depth === 0 && pause >= 0 && words.indexOf('。', pause + 1) > 0;
}

/** Whether a blank stands in a mark or behind it. */
function afterNumbering(line: Line, at: number): boolean {
  const mark = lastMark(line, at);
  return mark !== undefined && at <= mark.span.end;
}

/** 第三条　…, 姓 名, and a blank after a label or between the two halves of a couplet. */
function isLayout(text: string, start: number, end: number): boolean {
  const before = wordFrom(text, start - 1, -1);
  const after = wordFrom(text, end, 1);
  if (/第[0-9一二三四五六七八九十百零]+[章节条款项编部分讲课期]$/.test(before)) return true;
  if (before.length <= 1 || after.length <= 1 || (before.length <= 2 && after.length <= 2)) return true;
  if (after.length <= 3 && /(?:书记|主任|[长员人]|经理|同志|教授|委员|记者|作者|老师)$/.test(before)) return true;
  if (/^(?:记者|通讯员|作者|联系人|电话|邮编|地址)/.test(after)) return true;
  // A full-width blank beside a short word sets a name off; nobody types it by mistake.
  if (text.slice(start, end).includes('　') && Math.min(before.length, after.length) <= 4) return true;
  return before.length === after.length && before.length >= 4;
}

/** The characters in one piece before or after a blank, at most twelve. */
function wordFrom(text: string, from: number, step: 1 | -1): string {
  let word = '';
  for (let at = from; word.length < 12 && /[^\s　，。；：？！、“”（）《》]/.test(text.charAt(at)); at += step)
    word = step === 1 ? word + text.charAt(at) : text.charAt(at) + word;
  return word;
}
