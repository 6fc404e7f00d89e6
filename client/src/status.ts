import { t } from '@vscode/l10n';
import { Disposable, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ProfileParams,
  type ProfileResult,
  profileRequest,
  type StatisticsParams,
  type StatisticsResult,
  statisticsRequest,
} from '../../server/src/protocol.ts';
import { escapeMarkdown } from '../../server/src/render/escaped.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { afterPause } from './afterPause.ts';
import { ask } from './ask.ts';
import { onReturn } from './recovery.ts';

/**
 * The kind of the active speech, its length and how many problems have measures, in the status bar;
 * a click opens the report.
 */
export function showProfile(client: BaseLanguageClient, active: ActiveSpeech): Disposable {
  const item = window.createStatusBarItem('fayan.profile', StatusBarAlignment.Right, 100);
  item.name = t('发言：字数、时长和整改');
  item.command = 'fayan.report';
  const later = afterPause(400, () => void update());
  void update();
  return Disposable.from(
    item,
    onReturn(client, () => void update()),
    active.onChange(() => void update()),
    active.onReadAnew(() => void update()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === active.document()) later.call();
    }),
    later,
  );

  async function update(): Promise<void> {
    const document = active.document();
    if (!document || !client.isRunning()) return item.hide();
    const asked = { uri: document.uri.toString() };
    const result = await ask<ProfileResult>(client, profileRequest, asked satisfies ProfileParams);
    if (document !== active.document()) return;
    if (!result?.isSpeech) return item.hide();
    const statistics = await ask<StatisticsResult>(client, statisticsRequest, asked satisfies StatisticsParams);
    if (!statistics || document !== active.document()) return;
    const { characters, minutes, problems, answered, hasMeasures } = statistics;
    const coverage = problems > 0 && hasMeasures ? t('整改 {0}/{1}', answered, problems) : '';
    item.text = [result.name, t('{0} 字', characters), minutes, coverage].filter((one) => one !== '').join(' · ');
    item.tooltip = tooltipOf(result, statistics);
    item.accessibilityInformation = { label: t('发言：{0}', item.text), role: 'button' };
    item.show();
  }
}

/**
 * Kind and year; the length of each part and of the whole, with what is usual; advice on what is
 * outside the usual bounds.
 */
function tooltipOf(profile: ProfileResult, statistics: StatisticsResult): MarkdownString {
  const { name, year, theme, from } = profile;
  const { parts, characters, minutes, usual, advice } = statistics;
  const tooltip = new MarkdownString('', true);
  tooltip.isTrusted = { enabledCommands: ['fayan.selectProfile', 'fayan.report'] };
  tooltip.appendText([name, year, theme].filter((one) => one !== undefined).join(' · '));
  tooltip.appendMarkdown(`  \n${origins[from]()} · [${t('更换')}](command:fayan.selectProfile)\n\n`);
  const rows = parts.map((part) => [escapeMarkdown(part.name), part.characters, part.share, part.minutes]);
  if (rows.length > 0) rows.push([`**${t('全文')}**`, characters, '', minutes]);
  if (rows.length > 0 && usual) rows.push([t('这类材料一般'), usual.characters, '', usual.minutes]);
  const head = [t('部分'), t('字数'), t('占比'), t('用时')];
  if (rows.length > 0)
    tooltip.appendMarkdown(`${tableRow(head)}\n|:---|---:|---:|---:|\n${rows.map(tableRow).join('\n')}\n\n`);
  for (const line of advice) tooltip.appendMarkdown(`- ${escapeMarkdown(line)}\n`);
  tooltip.appendMarkdown(`\n[${t('打开体检报告')}](command:fayan.report)`);
  return tooltip;
}

/** Padded, because VS Code sets the cells of a table close together. */
function tableRow(cells: ReadonlyArray<string | number>): string {
  return `| ${cells.join(' | &nbsp;&nbsp;&nbsp;')} |`;
}

const origins: Readonly<Record<ProfileResult['from'], () => string>> = {
  frontMatter: () => t('由文前信息写明'),
  title: () => t('由标题推断'),
  content: () => t('由内容推断'),
  default: () => t('没有写明，按默认的类型'),
};
