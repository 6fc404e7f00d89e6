import { t } from '@vscode/l10n';
import { quotedIn } from '../model/reading/prose.ts';
import { bareOf, hitsInBlock, termOf } from '../model/wording/phrases.ts';
import type { Rule } from './rule.ts';

export const unquotedTerm: Rule = {
  id: 'unquoted-term',
  category: 'wording',
  severity: 'warning',
  title: '“几个什么”一类简称要加引号',
  why: '“四个意识”“三会一课”是缩略的提法，不加引号会被读成普通的数量词。',
  source: '党内文件用法；GB/T 15834-2011 4.8（引号用于特定称谓）',
  examples: [
    {
      bad: '增强⟦四个意识⟧，落实⟦三会一课⟧制度。\n',
      good: '增强“四个意识”，落实“三会一课”制度，学习《坚定四个自信》一文。\n',
    },
  ],

  *checkBlock(block, { phrases }) {
    const { text } = block;
    let isQuoted: ReturnType<typeof quotedIn> | undefined;
    for (const { kind, phrase, span } of hitsInBlock(block, phrases)) {
      if (kind !== 'unquoted' && kind !== 'bare') continue;
      isQuoted ??= quotedIn(text, { start: 0, end: text.length });
      if (isQuoted(span.start)) continue;
      const term = termOf(phrase.phrase);
      const at = text.slice(span.start, span.end).indexOf(term);
      const place = { start: span.start + Math.max(0, at), end: span.start + Math.max(0, at) + term.length };
      // Half a pair and marks the wrong way round are reported by another rule, and a mark that closes a quotation does
      // not belong to the term.
      const mark = text.charAt(place.start - 1);
      if (/[“"]/.test(mark) || text.charAt(place.end) === '”' || (mark === '”' && !isQuoted(place.start - 1))) continue;
      const fixes = [{ title: t('加上引号'), edits: [{ span: place, newText: `“${term}”` }] }];
      const bare = kind === 'bare' && bareOf(phrase.phrase) === text.slice(span.start, span.end);
      if (bare && (longerWord.test(text.slice(span.end, span.end + 3)) || counted.test(mark + term))) continue;
      yield {
        span: place,
        message: t('“{0}”是特定称谓，应当加引号', term),
        ...(bare && { severity: 'hint' as const }),
        fixes,
      };
    }
  },
};

/** Things that are counted: 这两个责任, 有两个责任; and 第四风电场. */
const counted = /^(?:第|[有这那哪].个)/;

/** What may follow to make it another word: 两个维护员, 两个责任人, 两个责任科室, 一岗双责任务单, 四风井. */
const longerWord =
  /^(?:[员人者心家户区县市村组队岗线段栋层类种套任科股片牌状书站班校堤井电机]|清单|单位|部门|主体|方面|方向|领域|环节|事项|问题|层面|城市|项目|小组|班组|窗口|领导|干部|民警|医生|医师|护士|教师|编辑|网格|河段|路段)/;
