import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type FrontMatterKey, frontMatterKeys, frontMatterOf, quotedValue } from '../model/parse/frontMatter.ts';
import { profileOf, setsFor } from '../model/profile/profile.ts';
import type { ProfileData } from '../model/profile/profileData.ts';
import type { Speech } from '../model/speech.ts';
import type { Span } from '../model/text/span.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import { keyHelp } from './frontMatterHover.ts';
import { toRange } from './range.ts';

/**
 * Keys and values under 发言 in the front matter; nothing anywhere else. What stands behind the cursor keeps its sense.
 */
export function frontMatterCompletion(speech: Speech, offset: number, data: ProfileData): CompletionItem[] {
  const { text, frontMatter } = speech;
  if (!frontMatter || offset < frontMatter.start || frontMatter.end <= offset) return [];
  const found = frontMatterOf(speech);
  const lineStart = lineStartOf(text, offset);
  const before = text.slice(lineStart, offset);
  const behind = /[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (!found) return /^\p{L}*$/u.test(before) ? wholeItems({ start: lineStart, end: offset }) : [];
  if (offset < found.key.end || offset > lineEnd(text, found.span.end) || /(?:^|[ \t])#/.test(before)) return [];
  const value = /(?:^|[{,])[ \t]*(类型|年度|主题)[ \t]*[:：][ \t]*((?![ \t])[^,{}]*)$/u.exec(before);
  if (value) {
    const start = offset - (value[2]?.length ?? 0);
    const entry = found.entries.find(({ valueSpan }) => valueSpan.start <= offset && offset <= valueSpan.end);
    return values(value[1] as FrontMatterKey, { start, end: Math.max(offset, entry?.valueSpan.end ?? offset) });
  }
  const key = /(?:^[ \t]+|[{,][ \t]*)([\p{L}\p{N}]*)$/u.exec(before)?.[1];
  return key === undefined ? [] : keys(key);

  /** `typed` stands before the cursor; the rest of a word that the cursor is in goes with it. */
  function keys(typed: string): CompletionItem[] {
    const rest = typed === '' ? '' : (/^[\p{L}\p{N}]*/u.exec(behind)?.[0] ?? '');
    const hasColon = /^[ \t]*[:：]/.test(behind.slice(rest.length));
    if (!hasColon && !(found?.flow ? /^[ \t]*(?:[,}]|$)/ : /^[ \t]*$/).test(behind.slice(rest.length))) return [];
    // `发言: 剖析发言` has no room for a key below it.
    if (found?.entries.some(({ keySpan }) => keySpan.start === found.key.start)) return [];
    const span = { start: offset - typed.length, end: offset + rest.length };
    const taken = new Set(found?.entries.filter(({ keySpan }) => keySpan.end !== span.end).map((entry) => entry.key));
    return frontMatterKeys
      .filter((name) => !taken.has(name))
      .map((name) =>
        item(span, {
          label: name,
          documentation: keyHelp(name),
          newText: hasColon ? name : `${name}: `,
          kind: CompletionItemKind.Property,
          initials: pinyin[name],
        }),
      );
  }

  function values(name: FrontMatterKey, span: Span): CompletionItem[] {
    if (name === '类型') {
      return data.profiles.map(({ name: profile, description }) => valueItem(span, profile, description));
    }
    const { profile, year } = profileOf(speech, data);
    if (name === '年度') {
      const years = setsFor(data, profile.meeting, undefined).flatMap((set) => yearsOf(set.year, set.yearTo));
      return [...new Set(years)]
        .sort((a, b) => b - a)
        .map((one, index) => ({
          ...valueItem(span, String(one), themesOf(one)),
          sortText: String(index).padStart(3, '0'),
        }));
    }
    const said = found?.entries.some(({ key: other, value: own }) => other === '年度' && own !== '');
    return setsFor(data, profile.meeting, said ? year : undefined)
      .filter((set) => set.year !== undefined)
      .map(({ theme, note }) => valueItem(span, theme, note));

    function themesOf(one: number): string {
      return setsFor(data, profile.meeting, one)
        .map(({ theme }) => theme)
        .join('；');
    }
  }

  function wholeItems(span: Span): CompletionItem[] {
    if (behind.trim() !== '') return [];
    const names = data.profiles.map(({ name }) => name.replace(/[,|\\}$]/g, '\\$&')).join(',');
    const snippet = `发言:\n  类型: \${1|${names}|}\n  年度: \${2:${data.aspectSets.reduce((last, { year }) => Math.max(last, year ?? 0), 2000)}}`;
    const words = {
      label: '发言',
      documentation: t('材料的类型和年度'),
      newText: snippet,
      kind: CompletionItemKind.Property,
      initials: 'fy',
    };
    return [{ ...item(span, words), insertTextFormat: InsertTextFormat.Snippet }];
  }

  function valueItem(span: Span, value: string, documentation: string): CompletionItem {
    const [gap, end] = [text.charAt(span.start - 1) === ':' ? ' ' : '', text.charAt(span.end) === '#' ? ' ' : ''];
    return item(span, {
      label: value,
      documentation,
      newText: gap + quotedValue(value) + end,
      kind: CompletionItemKind.EnumMember,
      initials: '',
    });
  }

  function item(span: Span, { label, documentation, newText, kind, initials }: Words): CompletionItem {
    return {
      label,
      kind,
      ...(documentation && { documentation }),
      filterText: initials ? `${initials} ${label}` : label,
      textEdit: { range: toRange(speech, span), newText },
    };
  }
}

interface Words {
  readonly label: string;
  readonly documentation: string;
  readonly newText: string;
  readonly kind: CompletionItemKind;
  /** Initials of the pinyin that also find it; '' for none. */
  readonly initials: string;
}

/** Initials of the pinyin, for those who type before the input method is on. */
const pinyin: Readonly<Record<FrontMatterKey, string>> = { 类型: 'lx', 年度: 'nd', 主题: 'zt' };

function yearsOf(from: number | undefined, to: number | undefined): number[] {
  if (from === undefined) return [];
  return Array.from({ length: Math.min(20, (to ?? from) - from + 1) }, (_, index) => from + index);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  // The next line, which may just be being typed, counts as well.
  const next = end < 0 ? -1 : text.indexOf('\n', end + 1);
  return next < 0 ? text.length : next;
}
