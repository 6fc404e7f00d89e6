import { t } from '@vscode/l10n';
import { type Match, matchesInProse } from '../model/reading/prose.ts';
import type { Speech } from '../model/speech.ts';
import { blanks } from '../model/text/blanks.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Rule } from './rule.ts';

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  category: 'delivery',
  severity: 'information',
  title: '代码片段留下的〔…〕应当填完',
  why: '〔〕里是提示语，不是正文；交稿前一个也不能剩。一段只报一处，填一处少一处；体检报告、`fayan check --hand-in` 不放过一处。',
  source: '本扩展的代码片段；发文字号的〔年份〕不在此列（GB/T 9704-2012 7.2.5）',
  examples: [
    {
      bad: '由⟦〔责任人〕⟧负责，〔×〕月底前完成。\n',
      good: '由党建办负责，6月底前完成，按照国办发〔2012〕5号文件办理，读〔明〕王守仁的书。\n',
    },
  ],

  // One finding a line: a new speech is full of blanks, as its writer knows.
  needs: '〔',

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      const found = [...matchesInProse(text, line, blanks)];
      const [first] = found;
      if (!first) continue;
      const words = withinQuotes(first.match[0]);
      const message =
        found.length > 1 ? t('“{0}”等 {1} 处还没有填写', words, found.length) : t('“{0}”还没有填写', words);
      yield { span: first.span, message };
    }
  },
};

/** The blanks of the line that a finding is told for, which begins with the first of them. */
export function leftoversFrom({ text, entries }: Speech, start: number): readonly Match[] {
  const line = entries.find(({ kind, span }) => kind === 'line' && span.start <= start && start < span.end);
  return line?.kind === 'line' ? matchesInProse(text, line, blanks) : [];
}
