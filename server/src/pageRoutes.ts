import type { Connection } from 'vscode-languageserver';
import type { Desk } from './desk.ts';
import { profileOf } from './model/profile.ts';
import type { StyleChoice } from './page/answers.ts';
import {
  type PageParams,
  type PageResult,
  type PreviewParams,
  type PreviewResult,
  pageRequest,
  previewRequest,
} from './protocol.ts';

/** Everything that shows the speech as a page. */
export function addPageRoutes(connection: Connection, desk: Desk): void {
  connection.onRequest(previewRequest, async ({ uri, view, findings }: PreviewParams): Promise<PreviewResult> => {
    const { previewOf } = await import('./onDemand.ts');
    const style = await styleOf(uri);
    const reports = findings ? await desk.reports(uri) : [];
    const { speech, version } = desk.open(uri);
    const { rate } = profileOf(speech, desk.context(uri)).profile;
    return { version, rate, ...previewOf(speech, style, view, reports) };
  });

  connection.onRequest(pageRequest, async ({ uri }: PageParams): Promise<PageResult> => {
    const { pageOf } = await import('./onDemand.ts');
    const style = await styleOf(uri);
    return pageOf(desk.open(uri).speech, style);
  });

  async function styleOf(uri: string): Promise<StyleChoice> {
    return { name: (await desk.settings(uri)).pageStyle, own: desk.context(uri).styles };
  }
}
