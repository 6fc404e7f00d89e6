import type { Connection } from 'vscode-languageserver';
import type { Desk } from '../desk.ts';
import { profileOf } from '../model/profile/profile.ts';
import {
  type PageParams,
  type PageResult,
  type PreviewAnswer,
  type PreviewParams,
  type PreviewResult,
  pageRequest,
  previewRequest,
} from '../protocol.ts';
import type { StyleChoice } from '../render/answers.ts';

/** The requests for pages: the preview, and what files are made of. */
export function addPageRoutes(connection: Connection, desk: Desk): void {
  /** The last answers, by their names. */
  const answers = new Map<number, { readonly uri: string; readonly view: string; readonly result: PreviewResult }>();
  // No name comes again, not even from a server that is started in the place of this one.
  let answer = Date.now();

  connection.onRequest<PreviewAnswer, void>(previewRequest, async (params: PreviewParams) => {
    const { uri, view, findings, since } = params;
    const { changed, changesBetween, previewOf } = await import('../onDemand.ts');
    const style = await styleOf(uri);
    const reading = findings ? await desk.read(uri) : undefined;
    const reports = reading ? await desk.reports(uri, reading) : [];
    // A text that is no speech is shown, too.
    const { speech, version } = reading?.isSpeech ? reading : desk.open(uri);
    const { rate } = profileOf(speech, desk.context(uri)).profile;
    answer += 1;
    const result = { answer, version, rate, ...previewOf(speech, style, view, reports) };
    const known = since === undefined ? undefined : answers.get(since);
    const changes = known?.uri === uri && known.view === view ? changesBetween(known.result, result) : undefined;
    // What has not changed is kept once.
    keep({ uri, view, result: known && changes ? changed(known.result, changes) : result });
    return changes ?? result;
  });

  connection.onRequest(pageRequest, async ({ uri }: PageParams): Promise<PageResult> => {
    const { pageOf } = await import('../onDemand.ts');
    const style = await styleOf(uri);
    const reading = await desk.read(uri);
    const reports = await desk.reports(uri, reading);
    // A text that is no speech becomes a file, too.
    const { speech } = reading.isSpeech ? reading : desk.open(uri);
    return pageOf(speech, style, reports);
  });

  /** Two panels show two of them, and as many may have come too late to be shown. */
  function keep(last: { readonly uri: string; readonly view: string; readonly result: PreviewResult }): void {
    answers.set(last.result.answer, last);
    const [oldest] = answers.keys();
    if (answers.size > 4 && oldest !== undefined) answers.delete(oldest);
  }

  async function styleOf(uri: string): Promise<StyleChoice> {
    return { name: (await desk.settings(uri)).pageStyle, own: desk.context(uri).styles };
  }
}
