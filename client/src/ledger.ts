import { t } from '@vscode/l10n';
import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64 } from '../../server/src/base64.ts';
import { type LedgerFormat, type LedgerParams, type LedgerResult, ledgerRequest } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { announceFile, saveFile } from './saveFile.ts';

/** 导出整改台账 — the table of problems and measures as a file. */
export async function exportLedger(client: BaseLanguageClient, active: ActiveSpeech): Promise<void> {
  const document = active.wanted();
  if (!document) return;
  const formats: ReadonlyArray<{ label: string; description: string; format: LedgerFormat }> = [
    { label: t('表格（CSV）'), description: t('用 Excel、WPS 表格打开'), format: 'csv' },
    { label: 'Word', description: t('横排的一张表'), format: 'docx' },
    { label: 'Markdown', description: t('一张表，可以接着改'), format: 'md' },
  ];
  const picked = await window.showQuickPick(formats, { title: t('导出整改台账'), placeHolder: t('选择格式') });
  if (!picked) return;
  const params: LedgerParams = { uri: document.uri.toString(), format: picked.format };
  const ledger = await askFor<LedgerResult>(client, ledgerRequest, params);
  if (!ledger) return;
  const { name, rows, base64 } = ledger;
  if (rows === 0) {
    void window.showInformationMessage(t('文中还没有问题和整改措施，没有可导出的台账。'));
    return;
  }
  const target = await saveFile(document.uri, { name, kind: picked.label, content: fromBase64(base64) });
  if (target) await announceFile(target);
}
