import { t } from '@vscode/l10n';
import type { FileFault } from '../userData/dataFile.ts';

/** A fault in a JSON file, with its line and column, as findings have them. */
export function faultText({ text, span, message }: FileFault, path: string): string {
  const before = text.slice(0, span.start).split('\n');
  return t('{0}：{1}', `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`, message);
}
