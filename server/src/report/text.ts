import { t } from '@vscode/l10n';
import { withinQuotes } from '../model/text/withinQuotes.ts';
import { isBlank } from './kindsOfFinding.ts';
import type { FindingReport, SpeechReport } from './report.ts';
import { minutesText, verdictText } from './words.ts';

/**
 * The findings as a list to send back to the writer, who may have the speech in Word: in reading order, what must be
 * mended first, one number for what is said several times, and the words to look for instead of lines.
 */
export function reportText(report: SpeechReport): string {
  const { title, statistics, groups } = report;
  const findings = groups.flatMap((group) => group.findings).sort((a, b) => a.span.start - b.span.start);
  const mustBeMended = (finding: FindingReport) =>
    finding.severity === 'error' || finding.severity === 'warning' || isBlank(finding);
  const must = listed(findings.filter(mustBeMended));
  const may = listed(findings.filter((finding) => !mustBeMended(finding)));
  const numbered = (lines: readonly string[], from: number) =>
    lines.map((line, index) => `${from + index + 1}. ${line}`);
  const lines = [
    t('“{0}”的修改意见', withinQuotes(title) || t('（无标题）')),
    verdictText(report),
    t('{0} 字，{1}（每分钟 {2} 字）', statistics.characters, minutesText(statistics.minutes), statistics.rate),
    ...(must.length > 0 ? ['', t('要改的：'), ...numbered(must, 0)] : []),
    ...(may.length > 0 ? ['', t('供参考：'), ...numbered(may, must.length)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function listed(findings: readonly FindingReport[]): string[] {
  const places = new Map<string, string[]>();
  for (const { message, words, line } of findings) {
    const place = words ? `【${words}】` : t('第 {0} 行', line);
    places.set(message, [...(places.get(message) ?? []), place]);
  }
  return [...places].map(([message, all]) => `${message}　${all.join('')}`);
}
