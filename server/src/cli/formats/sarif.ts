import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import { ruleDocs } from '../../ruleDocs.ts';
import { rules } from '../../rules/index.ts';
import type { Severity } from '../../rules/severity.ts';
import type { CheckDiagnostic, FileReport, Place } from '../checkText.ts';
import { isEnglish } from '../language.ts';
import type { Format } from './format.ts';

/** SARIF 2.1.0 (OASIS), for GitHub code scanning and the SARIF viewers. One run; written at the end. */
export function sarifFormat(): Format {
  const results: Result[] = [];
  const failures: Notification[] = [];
  return {
    start: '',
    file(report) {
      if (report.error !== undefined) failures.push(failure(report.file, report.error));
      const seen = new Map<string, number>();
      for (const diagnostic of report.diagnostics) {
        const { fingerprint = '' } = diagnostic;
        const times = (seen.get(fingerprint) ?? 0) + 1;
        seen.set(fingerprint, times);
        results.push({
          ...result(report, diagnostic),
          // The name and form by which code scanning recognises an alert in a later commit.
          partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${times}` },
        });
      }
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
        // The current folder is private, and whoever reads the log knows where the files are.
        language: isEnglish ? 'en' : 'zh-CN',
        originalUriBaseIds: { [base]: { description: { text: '运行 fayan 时所在的目录' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures }],
        results,
      },
    ],
  };
}

/**
 * A rule, with what code scanning shows beside an alert and sorts by (`help.markdown`,
 * `precision`, `problem.severity`).
 */
function descriptor({ id, title, why, source, category, severity }: (typeof rules)[number]): ReportingDescriptor {
  const isSure = severity === 'error' || severity === 'warning';
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${title}。${why}\n依据：${source}`,
      markdown: `**${title}**\n\n${why}\n\n依据：${source}\n\n[例子](${ruleDocs(id)})`,
    },
    helpUri: ruleDocs(id),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    properties: {
      tags: [category],
      precision: isSure ? 'very-high' : 'medium',
      'problem.severity': isSure ? severity : 'recommendation',
    },
  };
}

function result({ file }: FileReport, { code, severity, message, related, fixes, ...place }: CheckDiagnostic): Result {
  const index = rules.findIndex(({ id }) => id === code);
  return {
    ruleId: code,
    ...(index >= 0 && { ruleIndex: index }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: region(place) } }],
    ...(related?.length && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: { artifactLocation: artifact(other.file ?? file), region: region(other) },
      })),
    }),
    ...(fixes?.length && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation: artifact(file),
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
    locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

function region({ line, col, endLine, endCol }: Place) {
  return { startLine: line, startColumn: col, endLine, endColumn: endCol };
}

const base = '%SRCROOT%';

/** Relative to the current folder, which is the repository in a CI job; absolute for files outside it. */
function artifact(file: string): ArtifactLocation {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const from = relative(process.cwd(), path);
  if (from === '..' || from.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(from)) return { uri: pathToFileURL(path).href };
  return { uri: from.split(sep).map(encodeURIComponent).join('/'), uriBaseId: base };
}
