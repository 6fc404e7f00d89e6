import { t } from '@vscode/l10n';
import { perBlock } from '../model/memory/perBlock.ts';
import { matchesInBlock, quotedIn } from '../model/reading/prose.ts';
import type { Speech } from '../model/speech.ts';
import { moveSpan, type Span } from '../model/text/span.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { replacement } from './replacement.ts';
import type { Rule } from './rule.ts';

export const inconsistentWording: Rule = {
  id: 'inconsistent-wording',
  category: 'wording',
  severity: 'hint',
  title: '同一篇里同一个词写法一致',
  why: '两种写法都对，混着用就是没有统稿。',
  source: '两种写法见于不同文件；“作”“做”之分',
  examples: [
    {
      bad: '开展批评和自我批评，用好批评和自我批评，⟦批评与自我批评⟧要动真格。\n',
      good: '开展批评和自我批评，用好批评和自我批评，作出表率，做好准备。\n',
    },
  ],

  *check(speech) {
    for (const forms of variants) {
      const places = forms.map((form) => placesOf(speech, form));
      const used = places.filter((found) => found.length > 0);
      if (used.length < 2) continue;
      const [most, ...fewer] = forms
        .map((form, index) => ({ form, spans: places[index] ?? [] }))
        .sort((a, b) => b.spans.length - a.spans.length);
      if (!most) continue;
      for (const { form, spans } of fewer) {
        for (const span of spans) {
          const fix = replacement(span, most.form);
          const message = t('别处写作“{0}”，这里写作“{1}”，宜一致', withinQuotes(most.form), withinQuotes(form));
          yield { span, message, fixes: [fix] };
        }
      }
    }
  },
};

/** Wordings that are equally right, as long as they are not mixed. */
const variants: ReadonlyArray<readonly string[]> = [
  ['批评和自我批评', '批评与自我批评'],
  ['作出贡献', '做出贡献'],
  ['作出表率', '做出表率'],
];

function placesOf(speech: Speech, form: string): Span[] {
  return inBlocks(speech).flatMap(([index, found]) =>
    found.flatMap((place) => (place.form === form ? [moveSpan(place.span, speech.starts[index] ?? 0)] : [])),
  );
}

const all = new RegExp(variants.flat().join('|'), 'g');

const inBlocks = perBlock((block) => {
  if (block.text.search(all) < 0) return undefined;
  // Titles and others' words are as they are.
  const isQuoted = quotedIn(block.text, { start: 0, end: block.text.length });
  const own = matchesInBlock(block, all).filter(({ span }) => !isQuoted(span.start));
  return own.map(({ match, span }) => ({ form: match[0], span }));
});
