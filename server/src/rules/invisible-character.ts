import { t } from '@vscode/l10n';
import { inNumbering, matchesInProse } from '../model/reading/prose.ts';
import type { Line } from '../model/speech.ts';
import { lineEndOf } from '../model/text/textLines.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  category: 'punctuation',
  severity: 'warning',
  title: '不应当有看不见的字符和异体编码',
  why: '零宽字符、控制字符和 PDF 里的部首字形，眼睛看不出来，却搜不到、排不对、统计不准。',
  source: 'Unicode 标准：兼容字符与格式字符；其余由本扩展自定',
  examples: [{ bad: '对照党章⟦\u200b⟧党规，逐条⟦\u2f83⟧查。\n', good: '对照党章党规，逐条自查。👨‍👩‍👧 一家三口。\n' }],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      if (wide.test(text)) yield* wideLetters(text, line);
      for (const { match, span } of matchesInProse(text, line, suspicious)) {
        const char = match[0];
        // A joiner inside an emoji.
        if (
          char === '\u200d' &&
          /\p{Extended_Pictographic}|\ufe0f/u.test(text.slice(Math.max(0, span.start - 2), span.start))
        )
          continue;
        if (breaks.test(char)) {
          const edits = [{ span, newText: lineEndOf(text) }];
          yield { span, message: nameless(char), fixes: [{ title: t('改为换行'), edits, safe: false }] };
          continue;
        }
        const newText = /\p{L}|\p{So}|[\uff61-\uff65]/u.test(char) ? char.normalize('NFKC') : '';
        const message = newText ? t('字符“{0}”是异体编码，应为“{1}”', char, newText) : nameless(char);
        if (newText === char) continue;
        const fixes = [
          { title: newText ? t('改为“{0}”', newText) : t('删去'), edits: [{ span, newText }], safe: true },
        ];
        yield { span, message, ...(!char.includes('\ufffd') && { fixes }) };
      }
    }
  },
};

/** ２１年: an input method was left in full width. A mark of numbering may be so, where all are. */
function* wideLetters(text: string, line: Line): Iterable<Finding> {
  for (const { match, span } of matchesInProse(text, line, /[０-９Ａ-Ｚａ-ｚ]+/g)) {
    if (inNumbering(line, span)) continue;
    const newText = match[0].normalize('NFKC');
    const fixes = [replacement(span, newText)];
    yield { span, severity: 'hint', message: t('全角的“{0}”宜为半角“{1}”', match[0], newText), fixes };
  }
}

function nameless(char: string): string {
  return t('看不见的字符 U+{0}', (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'));
}

/** Where these stand, Word and old systems begin a line: without them two lines would be one. */
const breaks = /[\v\f\u0085]/;

const wide = /[０-９Ａ-Ｚａ-ｚ]/;

/**
 * Zero-width and control characters, U+FFFD; a no-break space is a blank like others, see `space-in-chinese`; Kangxi
 * radicals, compatibility ideographs, half-width 。、.
 */
const suspicious =
  /(?![\t\n\r])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]+|[\u2f00-\u2fd5\uf900-\ufad9\uff61-\uff65]/gu;
