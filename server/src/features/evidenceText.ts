import { t } from '@vscode/l10n';
import type { Evidence, Link } from '../model/trace/link.ts';

/** Why two passages belong together: `主题：理论学习；共同用语：系统、原著；次序相当`. */
export function evidenceText({ evidence }: Pick<Link, 'evidence'>): string {
  return evidence.map(partOf).join(t('；'));
}

/** `87%`; 100% only where the author says so. */
export function confidenceText(confidence: number): string {
  return `${confidence === 1 ? 100 : Math.min(99, Math.round(confidence * 100))}%`;
}

function partOf({ kind, words }: Evidence): string {
  const list = words.join(t('、'));
  switch (kind) {
    case 'pin':
      return t('作者指定');
    case 'structure':
      return t('同一方面之下');
    case 'reference':
      return list ? t('文中点明：{0}', list) : t('文中点明');
    case 'theme':
      return list ? t('主题：{0}', list) : t('主题相同');
    case 'terms':
      return list ? t('共同用语：{0}', list) : t('用语相近');
    case 'order':
      return t('次序相当');
  }
}
