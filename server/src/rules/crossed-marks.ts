import { t } from '@vscode/l10n';
import { matchesInProse, type Paragraph, paragraphsOf } from '../model/reading/prose.ts';
import { openingMark } from '../model/text/pairedMarks.ts';
import type { Finding, Rule } from './rule.ts';

export const crossedMarks: Rule = {
  id: 'crossed-marks',
  category: 'punctuation',
  severity: 'warning',
  title: '引号、括号、书名号不能交叉',
  why: '“《……”》里外错位，是手打时多按少按留下的，排版软件也会跟着出错。',
  source: 'GB/T 15834-2011 4.8、4.9、4.15（成对标号的用法）',
  examples: [{ bad: '印发“《准则⟦”⟧》。\n', good: '印发“《准则》”，学习《“十四五”规划》（“试行”）。\n' }],
  needs: '”》）',

  *checkBlock(block) {
    const { text } = block;
    for (const paragraph of paragraphsOf(block)) yield* crossings(text, paragraph);
  },
};

function* crossings(text: string, { prose }: Paragraph): Iterable<Finding> {
  const open: string[] = [];
  let skipped = -1;
  for (const { match, span } of matchesInProse(text, { prose }, /[“”《》（）]/g)) {
    if (span.start === skipped) continue;
    const char = match[0];
    const wanted = openingMark[char];
    const top = open.at(-1);
    if (wanted === undefined) open.push(char);
    else if (top === wanted) open.pop();
    // Missing halves are reported by the rules for pairs; only two closing marks side by side have been swapped.
    else if (open.at(-2) === wanted && top !== undefined && openingMark[text.charAt(span.end)] === top) {
      const edits = [{ span: { start: span.start, end: span.end + 1 }, newText: text.charAt(span.end) + char }];
      yield {
        span,
        message: t('标号交叉了，应当先关里层再关外层'),
        fixes: [{ title: t('对调这两个标号'), edits, safe: true }],
      };
      open.splice(-2);
      skipped = span.end;
    } else return;
  }
}
