import type { Context } from '../model/context.ts';
import type { Speech } from '../model/speech.ts';
import type { LedgerFormat, LedgerResult } from '../protocol.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** The ledger as a file, named after the speech. */
export function ledgerFile(speech: Speech, context: Context, uri: string, format: LedgerFormat): LedgerResult {
  const ledger = ledgerOf(speech, context);
  const content = format === 'csv' ? ledgerCsv(ledger) : ledgerMarkdown(ledger);
  const base = decodeURIComponent(uri)
    .replace(/^.*[\\/:]/, '')
    .replace(/(?:\.speech)?\.[^.]*$/, '');
  return { name: `${base || '发言'}-整改台账.${format}`, rows: ledger.rows.length, base64: toBase64(content) };
}

function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The ledger as a Markdown document with one table. */
export function ledgerMarkdown({ title, columns, rows }: Ledger): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [`# ${title}`, '', line(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line), ''].join(
    '\n',
  );
}

/** As Excel opens it: UTF-8 with BOM, CRLF, and no cell that it would take for a formula. */
export function ledgerCsv({ columns, rows }: Ledger): string {
  return `\ufeff${[columns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

function markdownCell(cell: string): string {
  return cell.replace(/[\\|]/g, '\\$&').replace(/\r?\n/g, '<br>');
}

function csvCell(cell: string): string {
  const safe = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets look behind blanks, and some read the full-width signs too. */
const startsFormula = /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r]/;
