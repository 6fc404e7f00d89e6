import { t } from '@vscode/l10n';
import type { SharedPassage } from './similar.ts';

/** How much of a passage is the same in another text, in characters on both sides of the comparison. */
export function sameWords({ counted, matched }: Pick<SharedPassage, 'counted' | 'matched'>): string {
  return matched >= counted ? t('{0} 字全部相同', counted) : t('{0} 字中有 {1} 字相同', counted, matched);
}
