import { toBase64 } from '../base64.ts';
import type { Context } from '../model/context.ts';
import type { Speech } from '../model/speech.ts';
import { baseName } from '../page/fileName.ts';
import type { LedgerFormat, LedgerResult } from '../protocol.ts';
import { unescaped } from '../unescaped.ts';
import { csvRow } from './csv.ts';
import { escapeMarkdown } from './escaped.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** The ledger as a file, named after the speech. */
export async function ledgerFile(
  speech: Speech,
  context: Context,
  uri: string,
  format: LedgerFormat,
): Promise<LedgerResult> {
  const ledger = ledgerOf(speech, context);
  const base = baseName(unescaped(uri)).replace(/^untitled:/, '');
  return {
    name: `${base || '发言'}-整改台账.${format}`,
    rows: ledger.rows.length,
    base64: toBase64(await ledgerBytes(ledger, format)),
  };
}

/** The bytes of the file in one of its formats. */
export async function ledgerBytes(ledger: Ledger, format: LedgerFormat): Promise<Uint8Array> {
  if (format === 'docx') {
    // A chunk of its own, which few writers need.
    const { ledgerDocx } = await import('./ledgerDocx.ts');
    return ledgerDocx(ledger);
  }
  return new TextEncoder().encode(format === 'csv' ? ledgerCsv(ledger) : ledgerMarkdown(ledger));
}

/** The ledger as a Markdown document with one table. */
export function ledgerMarkdown({ title, columns, rows }: Ledger): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    line(columns),
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map(line),
    '',
  ].join('\n');
}

/** As Excel opens it: UTF-8 with BOM, CRLF, and no cell that it would take for a formula. */
export function ledgerCsv({ columns, rows }: Ledger): string {
  return `\ufeff${[columns, ...rows].map(csvRow).join('')}`;
}

function markdownCell(cell: string): string {
  return cell.split('\n').map(escapeMarkdown).join('<br>');
}
