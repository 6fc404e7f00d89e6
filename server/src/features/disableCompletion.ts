import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { parseSpeech } from '../model/parse/parse.ts';
import type { Speech } from '../model/speech.ts';
import { shortened } from '../model/text/shortened.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import type { Directive } from '../rules/disable.ts';
import { rules } from '../rules/index.ts';
import { findings } from '../rules/lint.ts';
import { toRange } from './range.ts';

/**
 * What to write in the `fayan-` comment around the cursor: the directives, then rules, those with findings in the
 * speech first; undefined anywhere else. Completing a rule also closes a comment that is still open.
 */
export function disableCompletion(speech: Speech, offset: number, context: Context): CompletionItem[] | undefined {
  const { text } = speech;
  const line = text.slice(lineStartOf(text, offset), offset);
  const open = line.lastIndexOf('<!--');
  const [, begun, list] = (open >= 0 && beginning.exec(line.slice(open))) || [];
  if (begun !== undefined) {
    return Object.entries(verbs).map(([name, help], index) =>
      item({ label: `fayan-${name}`, help: help(), newText: `fayan-${name} ` }, begun, index),
    );
  }
  if (list === undefined || list.includes('--')) return undefined;
  const named = list.split(/[\s,，、]+/);
  const typed = named.pop() ?? '';
  const isClosed = text.slice(offset).split('\n', 1)[0]?.includes('-->') ?? false;
  // An open comment hides the rest of the speech from the parser.
  const whole = isClosed ? speech : parseSpeech(`${text.slice(0, offset)} -->${text.slice(offset)}`);
  const messages = new Map(
    rules.flatMap((rule) => {
      const [first] = findings(rule, whole, context);
      return first ? [[rule, first.message]] : [];
    }),
  );
  return rules
    .filter(({ id }) => !named.includes(id))
    .sort((a, b) => Number(messages.has(b)) - Number(messages.has(a)))
    .map((rule, index) => {
      const newText = isClosed ? rule.id : `${rule.id} -->`;
      return item({ label: rule.id, help: messages.get(rule), newText }, typed, index);
    });

  function item({ label, help, newText }: Offer, typed: string, index: number): CompletionItem {
    return {
      label,
      ...(help && { labelDetails: { description: shortened(help, 16) } }),
      kind: CompletionItemKind.EnumMember,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range: toRange(speech, { start: offset - typed.length, end: offset }), newText },
    };
  }
}

interface Offer {
  readonly label: string;
  readonly help: string | undefined;
  readonly newText: string;
}

const beginning =
  /^<!--[ \t]{0,99}(?:(f?|fa|fay|faya|fayan|fayan-[a-z-]{0,20})$|fayan-(?:disable-next-line|disable-file|disable|enable)[ \t](.*))/;

const verbs: Readonly<Record<Directive['verb'], () => string>> = {
  'disable-next-line': () => t('下一段不查'),
  'disable-file': () => t('全文不查'),
  disable: () => t('从这里起不查'),
  enable: () => t('从这里起再查'),
};
