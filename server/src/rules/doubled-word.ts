import { t } from '@vscode/l10n';
import { matchesInProse } from '../model/prose.ts';
import type { Rule } from './rule.ts';

export const doubledWord: Rule = {
  id: 'doubled-word',
  category: 'wording',
  severity: 'information',
  title: '词句不应当接连重复',
  why: '“进行进行”“的的”是改稿时忘了删的半截，念出来就是结巴。',
  source: '检查表 [I]；只查不会叠用的词，和一字不差的三个字以上',
  examples: [
    { bad: '对存在⟦的的⟧问题⟦进行进行⟧梳理。\n', good: '对存在的问题进行梳理，的的确确是有目的的研究研究。\n' },
  ],

  *checkBlock({ text, entries }) {
    for (const line of entries) {
      if (line.kind !== 'line') continue;
      for (const { match, span } of matchesInProse(text, line, doubled)) {
        const word = match[2] ?? match[0].slice(0, match[0].length / 2);
        if (new Set(word).size === 1 && word.length > 1) continue;
        const fix = { title: t('删去一个“{0}”', word), edits: [{ span, newText: word }] };
        yield { span, message: t('“{0}”重复了', word), fixes: [fix] };
      }
    }
  },
};

/** Words that never stand twice (目的的, 的的确确, 的的士 are no doubles), three and more characters at once, or a clause. */
const doubled =
  /(?<![目标端中靶众鹄无有])的的(?![确士卡哥姐])|(?:进行进行|因为因为|以及以及|对于对于|关于关于|由于由于|并且并且|但是但是|而且而且|根据根据|按照按照|我们我们|他们他们|觉得觉得|自己自己|存在存在|加强加强)|((?![一两三四五六七八九十每那这几好很])\p{Script=Han}{3,8})\1|(?<=[，。；：])([^，。；：、！？“”\s]{5,20})，\2(?=[，。；])/gu;
