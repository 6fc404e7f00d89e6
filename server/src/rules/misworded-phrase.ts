import { t } from '@vscode/l10n';
import type { Context } from '../model/context.ts';
import { yearOf } from '../model/profile/kind.ts';
import type { Speech } from '../model/speech.ts';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import type { Misprint, Phrase } from '../model/wording/phrase.ts';
import { misprints } from '../model/wording/phrases.ts';
import type { Finding, Rule } from './rule.ts';

export const miswordedPhrase: Rule = {
  id: 'misworded-phrase',
  category: 'wording',
  severity: 'error',
  title: '规范表述应当一字不差',
  why: '提法写错一个字就是政治性差错，校对时首先查的就是它。',
  source: '规范表述表（`.fayan/phrases.json` 可以增补、关闭）；党章、党的全会文件和校对差错通报',
  examples: [
    { bad: '推进⟦意识形态工方面⟧。\n', good: '推进意识形态工作方面。\n' },
    {
      bad: '⟦契而不舍⟧落实中央八项规定精神，建好整改⟦台帐⟧。\n',
      good: '锲而不舍落实中央八项规定精神，建好整改台账，公布署名文章，戏台帐篷照旧。\n',
    },
    { bad: '⟦做到“两个确立”⟧。\n', good: '深刻领悟“两个确立”，做到“两个维护”。\n' },
  ],

  *check(speech, context) {
    for (const { phrase, misprint, span } of misprints(speech, context)) {
      if (!misprint || !isInForce(misprint, speech, context)) continue;
      yield { span, ...describe(speech.text.slice(span.start, span.end), misprint, phrase, span) };
    }
  },
};

function isInForce({ since, until }: Misprint, speech: Speech, context: Context): boolean {
  if (since === undefined && until === undefined) return true;
  const year = yearOf(speech, context);
  return year !== undefined && year >= (since ?? 0) && year <= (until ?? 9999);
}

function describe(
  written: string,
  { to, level }: Misprint,
  { phrase }: Phrase,
  span: Finding['span'],
): Omit<Finding, 'span'> {
  const severity = level === 'error' ? {} : { severity: level };
  if (to === undefined)
    return { message: t('“{0}”的规范表述是“{1}”', withinQuotes(written), withinQuotes(phrase)), ...severity };
  const fix = { title: t('改为“{0}”', withinQuotes(to)), edits: [{ span, newText: to }], safe: level === 'error' };
  const message =
    level === 'hint'
      ? t('“{0}”宜为“{1}”', withinQuotes(written), withinQuotes(to))
      : t('“{0}”应为“{1}”', withinQuotes(written), withinQuotes(to));
  return { message, fixes: [fix], ...severity };
}
