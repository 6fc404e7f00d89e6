import { t } from '@vscode/l10n';
import misspellings from '../../data/misspellings.json' with { type: 'json' };
import { memoised } from '../model/memory/memoised.ts';
import { matchesInBlock } from '../model/reading/prose.ts';
import type { Block } from '../model/speech.ts';
import { contains, type Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { nearMissesIn } from '../model/wording/nearMiss.ts';
import { hitsInBlock } from '../model/wording/phrases.ts';
import { wordFinder } from '../model/wording/wordFinder.ts';
import { replacement } from './replacement.ts';
import type { Finding, Rule } from './rule.ts';

export const misspeltWord: Rule = {
  id: 'misspelt-word',
  category: 'wording',
  severity: 'warning',
  title: '成语、常用词不写错字',
  why: '“以身做则”“再接再励”，输入法一带就过，印出来就是硬伤。',
  source: '这类材料里常见的错别字；只收在哪里都不成词的写法，一般的错别字不查',
  examples: [
    {
      bad: '没有做到⟦以身做则⟧，作风漂浮，⟦浅尝则止⟧。\n',
      good: '没有做到以身作则，作风漂浮，浅尝辄止。\n',
    },
  ],

  *checkBlock(block, { phrases }) {
    yield* illForce(block);
    const found: Array<{ readonly word: string; readonly span: Span }> = [];
    finderFor(misspellings).find(block.text, (word, start, end) => found.push({ word, span: { start, end } }));
    if (found.length === 0) return;
    const prose = block.entries.flatMap((entry) => (entry.kind === 'line' ? entry.prose : []));
    // A finding on the fixed expression around the word says more.
    const told = [
      ...hitsInBlock(block, phrases).filter(({ kind }) => kind === 'wrong'),
      ...nearMissesIn(block, phrases),
    ];
    for (const [index, { word, span }] of found.entries()) {
      if (
        !prose.some((stretch) => contains(stretch, span)) ||
        (found[index - 1]?.span.end ?? 0) > span.start ||
        isRight(block.text, span) ||
        told.some((other) => other.span.start < span.end && span.start < other.span.end)
      )
        continue;
      const fix = replacement(span, word, { safe: true });
      yield {
        span,
        message: t('“{0}”应为“{1}”', withinQuotes(block.text.slice(span.start, span.end)), withinQuotes(word)),
        fixes: [fix],
      };
    }
  },
};

/** 监管不利 for 监管不力, but neither 对监管不利 nor 落实不利因素排查. */
function* illForce(block: Block): Iterable<Finding> {
  if (!block.text.includes('不利')) return;
  for (const { match, span } of matchesInBlock(block, unfavourable)) {
    const place = { start: span.end - 1, end: span.end };
    const right = `${match[0].slice(0, -1)}力`;
    const fix = { title: t('改为“{0}”', right), edits: [{ span: place, newText: '力' }] };
    yield { span, message: t('“{0}”应为“{1}”', match[0], right), fixes: [fix] };
  }
}

/** 不利 is right after 对监管 and the like, and after 落实 and the like in a clause with 对, 于 or 与. */
const unfavourable =
  /(?:(?<!对)(?:监管|督办|督促|督查|履职|履责|查处|整治)|(?<![对于与][^，。；：！？\n]{0,20})(?:落实|执行|推进|处置|贯彻|约束|管理))不利(?=[，。；、]|$)/g;

/** Where the end of one word and the beginning of the next make a misspelling that is hardly ever right otherwise. */
function isRight(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - 1);
  return [...text.slice(from, end + 2).matchAll(rightWords)].some(
    ({ index, 0: words }) => from + index < end && start < from + index + words.length,
  );
}

/** 拼|博士点, 签|暑期承诺书, 渐渐|愧对, 文件中|指意识形态, 难|住了, 各自|已在, 服务群|重新, 联系群|从未, 拆不拆|不扣分, 八纲辨证|法. */
const rightWords =
  /拼博士|签暑[期假]|[渐逐日]渐愧|中指意识形态|可难[倒住]|[各亲独]自已|群重[新复建组]|群从[未来建]|不扣[分钱款]|[纲腑经血医]辨证法/g;

/** None of the listed misspellings occurs in right text: 松驰 does in 放松驰骋, so it is not listed by itself. */
const finderFor = memoised((table: Readonly<Record<string, readonly string[]>>) =>
  wordFinder(Object.entries(table).flatMap(([word, wrong]) => wrong.map((written) => [written, word] as const))),
);
