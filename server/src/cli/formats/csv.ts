import { csvRow } from '../../render/csv.ts';
import { visible } from '../visible.ts';
import type { Format } from './format.ts';

/** For spreadsheets: UTF-8 with BOM and CRLF, as Excel needs it. */
export function csvFormat(): Format {
  const head = ['file', 'line', 'col', 'endLine', 'endCol', 'severity', 'code', 'category', 'message'];
  return {
    start: `\uFEFF${csvRow(head)}`,
    file({ file, diagnostics, error }) {
      if (error !== undefined)
        return csvRow([visible(file), '', '', '', '', 'error', 'unreadable', '', visible(error)]);
      return diagnostics
        .map(({ line, col, endLine, endCol, severity, code, category, message }) =>
          csvRow([visible(file), line, col, endLine, endCol, severity, code, category, visible(message)]),
        )
        .join('');
    },
    end: () => '',
  };
}
