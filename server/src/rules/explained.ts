import { t } from '@vscode/l10n';
import type { Numbering } from '../model/parse/numbering.ts';
import type { Finding, Related } from './rule.ts';

/** The `related` places of a finding about something missing, and the skipped number that this explains. */
export function explained(
  skipped: Numbering | undefined,
  related: readonly Related[] = [],
): Pick<Finding, 'related' | 'explains'> {
  if (!skipped) return { related };
  const { span } = skipped;
  return { related: [...related, { span, message: t('序号也在这里断开') }], explains: [span] };
}
