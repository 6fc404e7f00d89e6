import { t } from '@vscode/l10n';
import { escapeMarkdown } from '../../render/escaped.ts';
import { severityName } from '../../rules/ruleNames.ts';
import { visible } from '../visible.ts';
import type { Format } from './format.ts';

/** A heading and a table for each file with findings: for a pull request, a CI summary, a mail. */
export function markdownFormat(): Format {
  let quiet = 0;
  return {
    start: `# ${t('检查结果')}\n`,
    file({ file, diagnostics, error }) {
      const heading = `\n## ${escaped(file)}\n\n`;
      if (error !== undefined) return `${heading}${t('没有查成')}：${escaped(error)}\n`;
      if (diagnostics.length === 0) {
        quiet += 1;
        return '';
      }
      const rows = diagnostics.map(
        ({ line, col, severity, message, code }) =>
          `| ${line}:${col} | ${severityName(severity)} | ${escaped(message)} | \`${code}\` |\n`,
      );
      const head = `| ${t('位置')} | ${t('级别')} | ${t('说明')} | ${t('规则')} |\n| --- | --- | --- | --- |\n`;
      return heading + head + rows.join('');
    },
    end: () => (quiet > 0 ? `\n${t('另有 {0} 个文件没有发现问题。', quiet)}\n` : ''),
  };
}

function escaped(text: string): string {
  return escapeMarkdown(visible(text)).replace(/[\r\n]+/g, ' ');
}
