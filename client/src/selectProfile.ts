import { t } from '@vscode/l10n';
import { languages, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ProfileEditsParams,
  type ProfileEditsResult,
  type ProfileParams,
  type ProfileResult,
  profileEditsRequest,
  profileRequest,
} from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { applyAt } from './edits.ts';
import { pick } from './pick.ts';

/**
 * 发言：选择材料类型… — asks for the kind, then for year and theme, and writes them to the front matter in one undoable step.
 * Plain text, as which a draft is pasted into a new file, becomes Markdown.
 */
export async function selectProfile(client: BaseLanguageClient, active: ActiveSpeech): Promise<void> {
  const plain = window.activeTextEditor?.document;
  if (plain?.languageId === 'plaintext') await languages.setTextDocumentLanguage(plain, 'markdown');
  const document = active.wanted();
  if (!document) return;
  const uri = document.uri.toString();
  const known = await askFor<ProfileResult>(client, profileRequest, { uri } satisfies ProfileParams);
  if (!known) return;
  const kind = await pick(t('材料类型（1/2）'), kindItems(known));
  if (!kind) return;
  const theme = await pick(t('年度和主题（2/2）'), themeItems(known, kind.value));
  if (!theme) return;
  const params: ProfileEditsParams = { uri, name: kind.value.name, ...theme.value };
  const answer = await askFor<ProfileEditsResult>(client, profileEditsRequest, params);
  if (answer) await applyAt(document, answer.version, answer.edits);
}

/** A choice with the value that it stands for. */
export interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

/** The kinds to choose from, the present one first; it is called 当前 where it is more than a default. */
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

/** The years and themes to choose from for a kind of meeting, the present one first, and the choice of none last. */
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
