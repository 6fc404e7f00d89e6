import { t } from '@vscode/l10n';
import { isSeries, rankOf } from '../model/parse/numbering.ts';
import { allSections } from '../model/speech.ts';
import { type Span, spanAt } from '../model/text/span.ts';
import type { Finding, Rule } from './rule.ts';

export const headingEndPunctuation: Rule = {
  id: 'heading-end-punctuation',
  category: 'punctuation',
  severity: 'hint',
  title: '单独成行的标题末尾不用标点',
  why: '标题独占一行时，换行已经断开；句号、冒号只用于标题后接正文的写法。',
  source: '标题标点的通行规范',
  examples: [
    {
      bad: '一、存在的问题⟦：⟧\n\n（一）学习方面⟦。⟧\n\n不够深入。\n',
      good: '一、存在的问题\n\n（一）学习方面\n\n不够深入。\n\n（二）作风方面。不够扎实。\n\n三、禁止下列行为\n\n（一）乱停；\n\n（二）乱放。\n\n1.每季度谈心一次，当面谈问题。\n\n责任人：办公室。\n\n（三）对照要求，主要存在以下问题：\n\n1.自学少，缺课3次。\n\n第四条　另行规定。\n',
    },
  ],

  *checkOutline(outline) {
    const places = new Map<string, Span[]>();
    let before = '';
    for (const { heading, body, sections } of allSections(outline)) {
      // In a list of clauses the last one ends in 。 and the others in ；.
      const endsList = before === '；' && heading.titleEnd === '。';
      before = heading.titleEnd;
      if (endsList) continue;
      const { titleEnd, titleSpan, line, numbering } = heading;
      const alone = heading.body.start === heading.body.end && !heading.inline && (line.opensParagraph || line.bold);
      if (!alone || !/^[。：；，:;,]$/.test(titleEnd) || titleSpan.end - titleSpan.start > longest) continue;
      if (/[：:]/.test(titleEnd) && leadsToList.test(heading.title)) continue;
      // “2.每季度谈心一次，谈问题占一半以上时间。” is a commitment; below it stand only who and when.
      if (numbering && rankOf(numbering.style) > 1 && titleEnd === '。' && isSentence(heading.title)) continue;
      // A sentence that leads in to a part is no heading, nor is a point of one short sentence.
      if (!numbering && line.depth === 0 && !line.bold) continue;
      if (
        (numbering && isSeries(numbering.style)) ||
        line.bullet ||
        (body.every(({ kind }) => kind === 'comment') && sections.length === 0)
      )
        continue;
      const span = spanAt(titleSpan.end);
      places.set(titleEnd, [...(places.get(titleEnd) ?? []), span]);
    }
    for (const [mark, spans] of places) yield* told(mark, spans);
  },
};

/** “主要存在以下问题：” introduces what stands below it. */
const leadsToList = /(?:以下|下列|如下)\p{Script=Han}{0,8}$/u;

/** Two clauses, or one with a number in it. */
function isSentence(title: string): boolean {
  return /[，；]|[0-9]/.test(title);
}

/** One finding each, or one for all where it is a habit. */
function* told(mark: string, spans: readonly Span[]): Iterable<Finding> {
  const [first, ...others] = spans;
  if (first && spans.length >= habit) {
    const edits = spans.map((span) => ({ span, newText: '' }));
    yield {
      span: first,
      message: t('{0} 个单独成行的标题末尾用了“{1}”，应删去', spans.length, mark),
      related: others.map((span) => ({ span, message: t('这里也是') })),
      fixes: [{ title: t('删去“{0}”', mark), edits, safe: true }],
    };
    return;
  }
  for (const span of spans) {
    const fix = { title: t('删去“{0}”', mark), edits: [{ span, newText: '' }], safe: true };
    yield { span, message: t('单独成行的标题末尾不用“{0}”', mark), fixes: [fix] };
  }
}

const habit = 3;

/** Characters; a longer line may be a sentence. */
const longest = 30;
