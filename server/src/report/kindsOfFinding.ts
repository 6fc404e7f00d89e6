import type { Severity } from '../rules/severity.ts';

/** Whether a finding is about a blank that is still to be filled in. */
export function isBlank({ rule }: { readonly rule: string }): boolean {
  return rule === 'leftover-placeholder' || rule === 'template-residue';
}

/** Whether a finding is about words of another speech that must be written anew. */
export function isCopied({ rule, severity }: { readonly rule: string; readonly severity: Severity }): boolean {
  return rule === 'copied-passage' && (severity === 'error' || severity === 'warning');
}
