import { t } from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver';
import { lineOf } from '../model/reading/lineOf.ts';
import type { Speech } from '../model/speech.ts';
import { contains } from '../model/text/span.ts';
import { type Pin, pinsOf } from '../model/trace/pins.ts';
import { escapeMarkdown } from '../render/escaped.ts';
import { toRange } from './range.ts';
import { nameOf } from './unitNames.ts';

/** Over a 对应 comment: what it links, by name, and what its signs mean; undefined elsewhere. */
export function pinHover(uri: string, speech: Speech, offset: number): Hover | undefined {
  const pin = pinsOf(speech).pins.find(({ comment }) => contains(comment, { start: offset, end: offset }));
  if (!pin?.owner) return undefined;
  const value = [whatFor(pin), ...linkedBy(pin, uri, speech), ...aboutSigns(pin)].join('\n\n');
  return { contents: { kind: 'markdown', value }, range: toRange(speech, pin.comment) };
}

function whatFor({ owner, none }: Pin): string {
  const isProblem = owner?.kind === 'problem';
  if (none) return isProblem ? t('注明不需要整改措施') : t('注明不对应具体问题');
  return `**${isProblem ? t('整改措施') : t('对应的问题')}** — ${t('作者指定')}`;
}

function linkedBy({ references }: Pin, uri: string, speech: Speech): string[] {
  const units = references.flatMap(({ units: [unit, ...others] }) => (unit && others.length === 0 ? [unit] : []));
  const items = units.map(
    (unit) => `- [${escapeMarkdown(nameOf(unit))}](${uri}#L${lineOf(speech, unit.headSpan.start)})`,
  );
  return items.length > 0 ? [items.join('\n')] : [];
}

function aboutSigns({ references }: Pin): string[] {
  const isDated = references.some(({ fingerprint }) => fingerprint !== undefined);
  return [
    ...(isDated ? [t('“#”后面是当时问题的指纹：问题的标题改写了，会提醒核对。')] : []),
    t('这条注释不印出来；删去它，就仍按文中的话判断对应。'),
  ];
}
