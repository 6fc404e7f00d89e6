import { t } from '@vscode/l10n';
import type { Category, Rule } from './rule.ts';
import type { Severity } from './severity.ts';

/** What writers read for a category of rules. */
export function categoryName(category: Category): string {
  const names: Readonly<Record<Category, string>> = {
    numbering: t('序号'),
    structure: t('结构'),
    trace: t('对应'),
    punctuation: t('标点'),
    wording: t('用语'),
    likeness: t('雷同'),
    delivery: t('宣读'),
  };
  return names[category];
}

/** What writers read for a severity. */
export function severityName(severity: Severity): string {
  const names: Readonly<Record<Severity, string>> = {
    error: t('错误'),
    warning: t('警告'),
    information: t('信息'),
    hint: t('提示'),
  };
  return names[severity];
}

/** What writers read for a rule: what it asks for. `npm run generate` puts the English of all rules into the table. */
export function ruleName({ title }: Rule): string {
  return t(title);
}
