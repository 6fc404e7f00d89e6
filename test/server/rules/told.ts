import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../server/src/model/speech.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import type { Finding, Rule } from '../../../server/src/rules/rule.ts';

/** What the rules of punctuation and wording say about a speech above a hint, in reading order. */
export function toldAboveHint(text: string, speech: Speech = parseSpeech(text)): Array<Finding & { rule: Rule }> {
  return rules
    .filter(({ category, severity }) => ['punctuation', 'wording', 'delivery'].includes(category) && severity !== 'off')
    .flatMap((rule) => [...findings(rule, speech)].map((finding) => ({ ...finding, rule })))
    .filter(({ severity, rule }) => severity !== 'hint' && rule.severity !== 'hint')
    .sort((a, b) => a.span.start - b.span.start);
}
