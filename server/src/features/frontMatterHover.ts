import { t } from '@vscode/l10n';
import type { Hover, Position } from 'vscode-languageserver';
import { type FrontMatterEntry, frontMatterOf } from '../model/parse/frontMatter.ts';
import { aspectTitle } from '../model/profile/aspectSets.ts';
import { expectedParts, findProfile, profileOf } from '../model/profile/profile.ts';
import type { AspectSet, Part, ProfileData } from '../model/profile/profileData.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { escapeMarkdown } from '../render/escaped.ts';
import { toOffset, toRange } from './range.ts';

/** Over 发言 and the keys under it in the front matter: what a key is for, and what its value demands of the speech. */
export function frontMatterHover(speech: Speech, position: Position, data: ProfileData): Hover | null {
  const found = frontMatterOf(speech);
  const offset = toOffset(speech, position);
  const isAt = ({ start, end }: Span) => start <= offset && offset <= end;
  if (!found || !isAt(found.span)) return null;
  const entry = found.entries.find(({ keySpan, valueSpan }) => isAt(valueSpan) || isAt(keySpan));
  if (entry && isAt(entry.valueSpan)) return shown(valueHelp(speech, entry, data), entry.valueSpan);
  if (isAt(found.key)) return shown(t('材料的类型和年度'), found.key);
  return entry ? shown(keyHelp(entry.key), entry.keySpan) : null;

  function shown(value: string, span: Span): Hover | null {
    return value === '' ? null : { contents: { kind: 'markdown', value }, range: toRange(speech, span) };
  }
}

/** What a key is for; '' for an unknown one. */
export function keyHelp(key: string): string {
  switch (key) {
    case '类型':
      return t('材料的类型，决定应当有哪些部分');
    case '年度':
      return t('会议所属的年度，决定对照哪些方面');
    case '主题':
      return t('同一年度有几个主题时，写明是哪一个');
    default:
      return '';
  }
}

function valueHelp(speech: Speech, { key, value }: FrontMatterEntry, data: ProfileData): string {
  const choice = profileOf(speech, data);
  if (key === '类型') {
    const profile = findProfile(data, value);
    return profile ? paragraphs(profile.description, ...partsHelp(expectedParts(choice))) : '';
  }
  return (key === '年度' || key === '主题') && choice.aspects ? aspectsHelp(choice.aspects) : '';
}

function partsHelp(parts: readonly Part[]): string[] {
  const titles = (need: Part['need']) => parts.filter((part) => part.need === need).map(({ title }) => title);
  const [required, usual] = [titles('required'), titles('usual')];
  return [
    required.length > 0 ? t('应当有：{0}', required.join('、')) : '',
    usual.length > 0 ? t('一般还有：{0}', usual.join('、')) : '',
  ];
}

function aspectsHelp(set: AspectSet): string {
  const { theme, items, note } = set;
  const list = items.map(({ title }) => `- ${escapeMarkdown(aspectTitle(set, title))}`);
  return [paragraphs(theme, note), ...(list.length > 0 ? [list.join('\n')] : [])].join('\n\n');
}

function paragraphs(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map(escapeMarkdown)
    .join('\n\n');
}
