import { t } from '@vscode/l10n';
import { matchesInProse } from '../model/prose.ts';
import type { Rule } from './rule.ts';

export const leftoverPlaceholder: Rule = {
  id: 'leftover-placeholder',
  category: 'delivery',
  severity: 'warning',
  title: '代码片段留下的〔…〕应当填完',
  why: '〔〕里是提示语，不是正文；交稿前一个也不能剩。',
  source: '本扩展的代码片段；发文字号的〔年份〕不在此列（GB/T 9704-2012 7.2.5）[D S5]',
  examples: [
    {
      bad: '由⟦〔责任人〕⟧负责，⟦〔×〕⟧月底前完成。\n',
      good: '由党建办负责，6月底前完成，按照国办发〔2012〕5号文件办理，读〔明〕王守仁的书。\n',
    },
  ],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      for (const { match, span } of matchesInProse(text, line, /〔[^〔〕\n]{0,60}〕/g)) {
        if (isNumberOrNote.test(match[0])) continue;
        yield { span, message: t('“{0}”还没有填写', match[0]) };
      }
    }
  },
};

/** The year in the number of a document, the dynasty or country of an author, a note. */
const isNumberOrNote =
  /^〔(?:\s*[0-9０-９〇○零一二三四五六七八九]{4}\s*|注?[0-9]{1,3}|[先前西东南北后]?[秦汉魏晋朝隋唐宋元明清]|三国|五代|近代|[美英法德俄日苏意])〕$/;
