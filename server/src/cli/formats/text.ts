import { t } from '@vscode/l10n';
import { severityName } from '../../rules/ruleNames.ts';
import { type Severity, severities } from '../../rules/severity.ts';
import { visible } from '../visible.ts';
import type { Format, FormatOptions } from './format.ts';

/** `文件:行:列 级别 说明 (规则)` — one line per finding, which terminals and editors turn into links, and a count at the end. */
export function textFormat({ colour }: FormatOptions): Format {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let unread = 0;
  const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  return {
    start: '',
    file({ file, diagnostics, error }) {
      files += 1;
      if (error !== undefined) {
        unread += 1;
        return `${visible(file)} ${paint(31, t('读取失败'))} ${visible(error)}\n`;
      }
      return diagnostics
        .map(({ line, col, severity, message, code }) => {
          counts[severity] += 1;
          return `${visible(file)}:${line}:${col} ${paint(colours[severity], severityName(severity))} ${visible(message)} ${paint(2, `(${code})`)}\n`;
        })
        .join('');
    },
    end() {
      if (files === 0) return `${t('没有找到像发言材料的文件；点名的文件一律检查')}\n`;
      const found = severities
        .toReversed()
        .flatMap((severity) => (counts[severity] > 0 ? t('{0} {1} 处', severityName(severity), counts[severity]) : []));
      const failed = unread > 0 ? [t('{0} 个文件没有查成', unread)] : [];
      const summary = [...found, ...failed].join(t('，')) || t('没有发现问题');
      return `${t('查了 {0} 个文件：{1}', files, summary)}\n`;
    },
  };
}

const colours = { error: 31, warning: 33, information: 36, hint: 2 } as const;
