import { t } from '@vscode/l10n';
import { type QuickPickItem, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ProfileEditsParams,
  type ProfileEditsResult,
  type ProfileResult,
  profileEditsRequest,
} from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askProfile } from './status.ts';

/** 发言：选择材料类型… — the kind, then year and theme; written to the front matter in one step that can be undone. */
export async function selectProfile(client: BaseLanguageClient, active: ActiveSpeech): Promise<void> {
  const document = active.document();
  if (!document) return;
  const known = await askProfile(client, document);
  if (!known) return;
  const kind = await pick(t('材料类型（1/2）'), kindItems(known));
  if (!kind) return;
  const theme = await pick(t('年度和主题（2/2）'), themeItems(known, kind.value));
  if (!theme) return;
  const uri = document.uri.toString();
  const params: ProfileEditsParams = { uri, name: kind.value.name, ...theme.value };
  const { version, edits } = await client.sendRequest<ProfileEditsResult>(profileEditsRequest, params);
  if (version !== document.version) return void window.showInformationMessage(t('文稿刚刚改动过，请再选一次。'));
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    change.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(change);
}

export interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

function pick<Value>(title: string, items: Choice<Value>[]): Thenable<Choice<Value> | undefined> {
  return window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
}

/** The present kind first, where it is more than a guess. */
export function kindItems({ profiles, name, from }: ProfileResult): Array<Choice<ProfileResult['profiles'][number]>> {
  const items = profiles.map((profile) => ({
    label: profile.name,
    description: profile.name === name && from !== 'default' ? t('{0} · 当前', profile.meeting) : profile.meeting,
    detail: profile.description,
    value: profile,
  }));
  return items.sort((a, b) => Number(b.label === name) - Number(a.label === name));
}

type YearAndTheme = Pick<ProfileEditsParams, 'year' | 'theme'>;

export function themeItems(
  { themes, year, theme }: ProfileResult,
  { meeting }: { readonly meeting: string },
): Array<Choice<YearAndTheme>> {
  const own = themes.filter((known) => known.meeting === meeting);
  const items = own.map((known): Choice<YearAndTheme> => {
    const isCurrent = known.year === year && known.theme === theme;
    // The year alone is enough where it has one theme.
    const isOnly = own.filter((other) => other.year === known.year).length === 1;
    return {
      label: `${known.year}　${known.theme}`,
      ...(isCurrent && { description: t('当前') }),
      detail: known.detail,
      value: { year: known.year, theme: isOnly ? undefined : known.theme },
    };
  });
  items.sort((a, b) => Number(b.description !== undefined) - Number(a.description !== undefined));
  return [...items, { label: t('不指定年度和主题'), value: { year: undefined, theme: undefined } }];
}
