import type { FileReport } from '../checkText.ts';
import type { Format } from './format.ts';

/** `{ files: [{ file, diagnostics, error? }] }` */
export function jsonFormat(): Format {
  let first = true;
  return {
    start: '{"files":[',
    file(report) {
      const comma = first ? '' : ',\n';
      first = false;
      return comma + fileJson(report);
    },
    end: () => ']}\n',
  };
}

/** For pipes: the elements of `files`, one per line, each as soon as it is done. */
export function ndjsonFormat(): Format {
  return { start: '', file: (report) => `${fileJson(report)}\n`, end: () => '' };
}

function fileJson({ file, diagnostics, error }: FileReport): string {
  return JSON.stringify({
    file,
    diagnostics: diagnostics.map(({ code, category, severity, message, line, col, endLine, endCol }) => {
      return { code, category, severity, message, line, col, endLine, endCol };
    }),
    ...(error !== undefined && { error }),
  });
}
