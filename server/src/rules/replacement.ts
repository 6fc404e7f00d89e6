import { t } from '@vscode/l10n';
import type { Span } from '../model/text/span.ts';
import type { Fix } from './rule.ts';

/** The fix “改为‘……’”: puts `newText` in the place of what stands at `span`, and shows it in its title. */
export function replacement(span: Span, newText: string, { safe = false }: Pick<Fix, 'safe'> = {}): Fix {
  return { title: t('改为“{0}”', newText), edits: [{ span, newText }], safe };
}
