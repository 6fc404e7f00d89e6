import type { Connection } from 'vscode-languageserver';
import type { Context } from './model/context.ts';
import { profileOf } from './model/profile.ts';
import type { Speech } from './model/speech.ts';
import { layout } from './page/layout.ts';
import { metricsOf } from './page/metrics.ts';
import { namedStyle, type PageStyle } from './page/style.ts';
import {
  type PageParams,
  type PageResult,
  type PreviewParams,
  type PreviewResult,
  type PreviewStyle,
  pageRequest,
  previewRequest,
} from './protocol.ts';
import { pageCss } from './render/pageCss.ts';
import { facesOf, preview, previewFindings } from './render/preview.ts';
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
    const style = await styleOf(uri);
    const reports = findings ? await desk.reports(uri) : [];
    const { speech, version } = desk.open(uri);
    const { paragraphs, pages } = preview(speech, style, view);
    return {
      version,
      style: previewStyle(style),
      rate: profileOf(speech, desk.context(uri)).profile.rate,
      paragraphs,
      pages,
      findings: previewFindings(reports, paragraphs),
    };
  });

  connection.onRequest(pageRequest, async ({ uri }: PageParams): Promise<PageResult> => {
    const style = await styleOf(uri);
    const { speech } = desk.open(uri);
    const { title } = speech.titleBlock;
    const words = title.map(({ span }) => speech.text.slice(span.start, span.end).replaceAll('*', ''));
    return { layout: layout(speech, style), style, title: words.join('') };
  });

  async function styleOf(uri: string): Promise<PageStyle> {
    return namedStyle(await desk.style(uri), desk.context(uri).styles);
  }
}

function previewStyle(style: PageStyle): PreviewStyle {
  const { charPitch } = metricsOf(style);
  const { form } = style.pageNumber;
  return {
    name: style.name,
    css: pageCss(style),
    linePitch: style.linePitch,
    charPitch,
    footer: form === 'none' ? 'none' : form === '1' ? 'plain' : 'dashes',
    faces: facesOf(style),
  };
}
