import type { Connection } from 'vscode-languageserver';
import type { Context } from './model/context.ts';
import { profileOf } from './model/profile.ts';
import type { Speech } from './model/speech.ts';
import type { StyleChoice } from './page/answers.ts';
import {
  type PageParams,
  type PageResult,
  type PreviewParams,
  type PreviewResult,
  pageRequest,
  previewRequest,
} from './protocol.ts';
import type { Report } from './rules/lint.ts';

/** What the routes need of the server. */
export interface PageDesk {
  /** The document as it is now, whether it is a speech or not yet. */
  open(uri: string): { readonly speech: Speech; readonly version: number };
  context(uri: string): Context;
  /** Name of the style that the writer has chosen. */
  style(uri: string): Promise<string>;
  /** None where the file is no speech. */
  reports(uri: string): Promise<readonly Report[]>;
}

/** Everything that shows the speech as a page. */
export function addPageRoutes(connection: Connection, desk: PageDesk): void {
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
    return { name: await desk.style(uri), own: desk.context(uri).styles };
  }
}
