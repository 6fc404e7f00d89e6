import { t } from '@vscode/l10n';
import { type FrontMatterEntry, frontMatterKeys, frontMatterOf } from '../model/parse/frontMatter.ts';
import { findProfile, profileOf, setsFor } from '../model/profile/profile.ts';
import type { ProfileData } from '../model/profile/profileData.ts';
import { replacement } from './replacement.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const unknownProfile: Rule = {
  id: 'unknown-profile',
  category: 'structure',
  severity: 'warning',
  title: '文前信息写的材料类型、年度、主题应当是认得的',
  why: '写错一个字，材料就按别的类型检查，该有的部分和方面都对不上。',
  source: '本扩展的文前信息写法；类型见内置资料和 .fayan/profiles',
  examples: [
    {
      bad: '---\n发言: {类型: ⟦剖晰发言⟧, 年度: 2021}\n---\n\n# 剖析发言\n',
      good: '---\n发言: {类型: 剖析发言, 年度: 2021}\n---\n\n# 剖析发言\n',
    },
    {
      bad: '---\n发言:\n  类型: 班子对照检查\n  年度: ⟦去年⟧\n---\n\n# 对照检查材料\n',
      good: '---\n发言:\n  类型: 班子对照检查\n  年度: 2024\n---\n\n# 对照检查材料\n',
    },
    {
      bad: '---\n发言: {类型: 剖析发言, ⟦年份⟧: 2021}\n---\n\n# 剖析发言\n',
      good: '---\n发言: {类型: 剖析发言, 年度: 2021}\n---\n\n# 剖析发言\n',
    },
  ],

  *checkOutline(speech, context) {
    const entries = frontMatterOf(speech)?.entries ?? [];
    for (const entry of entries) {
      if (!frontMatterKeys.some((key) => key === entry.key)) yield unknownKey(entry, entries);
      if (speech.text.slice(entry.colon.start, entry.colon.end) === '：') {
        const edits = [{ span: entry.colon, newText: ': ' }];
        yield {
          span: entry.colon,
          message: t('文前信息里的冒号应当是半角，后面空一格'),
          fixes: [{ title: t('改为半角冒号'), edits, safe: true }],
        };
      }
      if (entry.value === '') continue;
      if (entry.key === '类型' && !findProfile(context, entry.value)) yield unknownKind(entry, context);
      if (entry.key === '年度' && !/^["']?(?:19|20)[0-9]{2}(?:年度?)?["']?$/.test(entry.value)) {
        yield { span: entry.valueSpan, message: t('年度应当是四位数字，如 2024') };
      }
      if (entry.key === '主题') {
        const { profile, year, aspects } = profileOf(speech, context);
        if (!aspects && setsFor(context, profile.meeting, year).length > 0) {
          const message = t('资料里没有这个主题，不检查对照的方面');
          yield { span: entry.valueSpan, message, severity: 'hint' };
        }
      }
    }
  },
};

/** A misspelt key, with a fix; only a hint where the key may be meant for something else. */
function unknownKey({ key, keySpan }: FrontMatterEntry, entries: readonly FrontMatterEntry[]): Finding {
  const near = frontMatterKeys.find((own) => shared(own, key) >= 0.5 && !entries.some((entry) => entry.key === own));
  const message = t('文前信息里的“{0}”不起作用，只认类型、年度、主题', key.slice(0, 40));
  if (!near) return { span: keySpan, message, severity: 'hint' };
  return {
    span: keySpan,
    message,
    fixes: [replacement(keySpan, near)],
  };
}

function unknownKind({ value, valueSpan }: FrontMatterEntry, context: ProfileData): Finding {
  const near = context.profiles
    .map(({ name, aliases }) => ({ name, score: Math.max(...[name, ...aliases].map((own) => shared(own, value))) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  const fixes = near.map(({ name }): Fix => replacement(valueSpan, name));
  return { span: valueSpan, message: t('没有“{0}”这种材料类型', value.slice(0, 40)), fixes };
}

/** 0–1: the characters that two names have in common. */
function shared(a: string, b: string): number {
  const common = [...new Set(a)].filter((char) => b.includes(char)).length;
  return (2 * common) / (new Set(a).size + new Set(b).size);
}
