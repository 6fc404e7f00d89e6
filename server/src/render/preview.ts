import { spokenLength } from '../model/reading/prose.ts';
import { type Speech, unitsOf } from '../model/speech.ts';
import { fontFace } from '../page/fonts.ts';
import { layout } from '../page/layout.ts';
import type { PageLine } from '../page/lines.ts';
import { pagesOf, type Row } from '../page/pages.ts';
import type { Layout, Paragraph, ParagraphRole } from '../page/paragraph.ts';
import type { PageStyle } from '../page/style.ts';
import type { PreviewFinding, PreviewPage, PreviewParagraph, PreviewParams } from '../protocol.ts';
import type { Report } from '../rules/lint.ts';
import { type HtmlContext, paragraphHtml, rowHtml } from './html.ts';

/** A speech for the preview. */
export interface Preview {
  readonly paragraphs: readonly PreviewParagraph[];
  /** Empty in the views without pages. */
  readonly pages: readonly PreviewPage[];
}

/**
 * 预览 — pages of lines, or paragraphs. The HTML of a piece does not depend on its place, so that an
 * edit changes few pieces.
 */
export function preview(speech: Speech, style: PageStyle, view: PreviewParams['view']): Preview {
  const laidOut = layout(speech, style);
  const context = { style, notes: laidOut.notes };
  const groups = groupsOf(speech, laidOut);
  const paragraphs = laidOut.paragraphs.map((paragraph, index) => ({
    start: paragraph.span.start,
    end: paragraph.span.end,
    group: groups[index] ?? index,
    characters: charactersIn(paragraph),
    html: view === 'pages' ? '' : paragraphHtml(paragraph, context),
  }));
  if (view !== 'pages') return { paragraphs, pages: [] };
  const pages = pagesOf(laidOut, style).map(({ rows }) => ({
    lines: rows.map((row) => {
      const paragraph = laidOut.paragraphs[row.paragraph] as Paragraph;
      return {
        html: knownHtml(row, paragraph, context),
        paragraph: row.paragraph,
        from: paragraph.span.start + (row.line?.from ?? 0),
      };
    }),
  }));
  return { paragraphs, pages };
}

const htmlOf = new WeakMap<PageLine, string>();

/** The HTML of the same line object is made once. */
function knownHtml(row: Row, paragraph: Paragraph, context: HtmlContext): string {
  const html = (row.line && htmlOf.get(row.line)) ?? rowHtml(row, paragraph, context);
  if (row.line) htmlOf.set(row.line, html);
  return html;
}

/**
 * A number for each paragraph, which those share that are read together: a unit with its points, or a
 * paragraph outside of units.
 */
function groupsOf(speech: Speech, { paragraphs }: Layout): number[] {
  const units = unitsOf(speech);
  return paragraphs.map(({ span }, index) => {
    const unit = units.findIndex((one) => one.span.start <= span.start && span.start < one.span.end);
    return unit < 0 ? paragraphs.length + index : unit;
  });
}

/** What is spoken, counted as the status bar counts it. */
function charactersIn({ role, runs, rows }: Paragraph): number {
  return unspoken.has(role) ? 0 : spokenLength([...runs, ...rows.flat(2)].map((run) => run.text).join(''));
}

/** The speaker reads neither what names the speech nor what is signed and noted below it. */
const unspoken: ReadonlySet<ParagraphRole> = new Set([
  'title',
  'subtitle',
  'author',
  'date',
  'signature',
  'note',
  'code',
]);

/** The findings, each with the place where it begins; at most 300. */
export function previewFindings(reports: readonly Report[]): PreviewFinding[] {
  return reports.slice(0, 300).map(({ span, severity, message }) => ({ severity, message, from: span.start }));
}

/** The faces of a style with the names by which they may be installed. */
export function facesOf(style: PageStyle): Array<{ name: string; families: string[] }> {
  const names = new Set([style.body.font, style.title.font, ...style.headings.map(({ font }) => font)]);
  return [...names].map((name) => ({
    name,
    families: fontFace(name).stack.filter(
      (family) => !/^(?:Noto|Source Han|WenQuanYi|serif$|sans-serif$)/.test(family),
    ),
  }));
}
