import { t } from '@vscode/l10n';
import { escapeMarkdown } from '../render/escaped.ts';
import { categoryName, severityName } from '../rules/ruleNames.ts';
import type { SpeechReport } from './report.ts';
import { advice, minutesText, partName, percent, standingName, todosOf, verdictName, verdictText } from './words.ts';

/** The report as Markdown. */
export function reportMarkdown(report: SpeechReport): string {
  const { title, kind, year, theme, verdict, statistics, problems, groups } = report;
  const { characters, minutes, rate, parts, coverage } = statistics;
  const todos = todosOf(report).map(({ text }) => text);
  const lines = [
    `# ${t('体检报告')}：${escapeMarkdown(title || t('（无标题）'))}`,
    '',
    `**${verdictName(verdict)}**　${verdictText(report)}`,
    '',
    `- ${t('类型')}：${[kind, year, theme].filter((one) => one !== undefined).join(' · ')}`,
    `- ${t('篇幅')}：${t('{0} 字，{1}（每分钟 {2} 字）', characters, minutesText(minutes), rate)}`,
    ...(coverage.problems > 0 ? [`- ${t('整改')}：${coverage.answered}/${coverage.problems}`] : []),
    ...list(t('交稿前'), todos),
    ...list(t('篇幅建议'), advice(statistics)),
  ];
  if (parts.length > 0) {
    lines.push(
      '',
      `## ${t('各部分篇幅')}`,
      '',
      `| ${t('部分')} | ${t('字数')} | ${t('占比')} | ${t('用时')} |`,
      '| --- | ---: | ---: | ---: |',
    );
    for (const part of parts)
      lines.push(
        `| ${escapeMarkdown(partName(part))} | ${part.characters} | ${percent(part.share)} | ${minutesText(part.minutes)} |`,
      );
  }
  if (problems.length > 0) {
    lines.push(
      '',
      `## ${t('问题与整改')}`,
      '',
      `| ${t('问题')} | ${t('行')} | ${t('状态')} | ${t('整改措施')} |`,
      '| --- | ---: | --- | --- |',
    );
    for (const { name, line, standing, measures } of problems)
      lines.push(
        `| ${escapeMarkdown(name)} | ${line} | ${standingName(standing)} | ${escapeMarkdown(measures.map((measure) => measure.name).join('；')) || '—'} |`,
      );
  }
  if (groups.length > 0 || verdict === '基本达标') lines.push('', `## ${t('检查结果')}`);
  if (groups.length === 0 && verdict === '基本达标') lines.push('', t('没有发现问题。'));
  for (const { category, findings } of groups) {
    lines.push('', `### ${categoryName(category)}（${findings.length}）`, '');
    for (const { line, severity, message, words } of findings)
      lines.push(
        `- ${t('第 {0} 行', line)}　${severityName(severity)}：${escapeMarkdown(message)}${words ? `　【${escapeMarkdown(words)}】` : ''}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`)];
}
