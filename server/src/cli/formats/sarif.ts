import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import { ruleDocs } from '../../ruleDocs.ts';
import { rules } from '../../rules/index.ts';
import type { Severity } from '../../rules/rule.ts';
import type { CheckDiagnostic, FileReport, Place } from '../checkText.ts';
import type { Format } from './format.ts';

/** SARIF 2.1.0 (OASIS), for GitHub code scanning and the SARIF viewers. One run; written at the end. */
export function sarifFormat(): Format {
  const results: Result[] = [];
  const failures: Notification[] = [];
  return {
    start: '',
    file(report) {
      if (report.error !== undefined) failures.push(failure(report.file, report.error));
      for (const diagnostic of report.diagnostics) results.push(result(report, diagnostic));
      return '';
    },
    end: () => `${JSON.stringify(log(results, failures))}\n`,
  };
}

function log(results: Result[], failures: Notification[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fayan',
            version,
            informationUri: 'https://github.com/fayan-speech/fayan',
            language: 'zh-CN',
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures }],
        results,
      },
    ],
  };
}

function descriptor({ id, title, why, source, category, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title}。${why}\n依据：${source}` },
    helpUri: ruleDocs(id),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    properties: { tags: [category] },
  };
}

function result({ file }: FileReport, { code, severity, message, related, fixes, ...place }: CheckDiagnostic): Result {
  const index = rules.findIndex(({ id }) => id === code);
  return {
    ruleId: code,
    ...(index >= 0 && { ruleIndex: index }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: region(place) } }],
    ...(related?.length && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: { artifactLocation: { uri: uriOf(other.file ?? file) }, region: region(other) },
      })),
    }),
    ...(fixes?.length && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(file) },
            replacements: edits.map(({ newText, ...at }) => ({
              deletedRegion: region(at),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
  };
}

function failure(file: string, error: string): Notification {
  return {
    level: 'error',
    message: { text: error },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

function region({ line, col, endLine, endCol }: Place) {
  return { startLine: line, startColumn: col, endLine, endColumn: endCol };
}

/** Relative to where the run stands, which is the repository in a CI job; absolute outside of it. */
function uriOf(file: string): string {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const from = relative(process.cwd(), path);
  if (from === '..' || from.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(from)) return pathToFileURL(path).href;
  return from.split(sep).map(encodeURIComponent).join('/');
}
