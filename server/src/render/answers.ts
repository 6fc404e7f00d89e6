import type { Speech } from '../model/speech.ts';
import { layout } from '../page/layout.ts';
import { metricsOf } from '../page/metrics.ts';
import { titleIn } from '../page/paragraph.ts';
import type { PageStyle } from '../page/style.ts';
import type { PageResult, PreviewParams, PreviewResult, PreviewStyle } from '../protocol.ts';
import { leftoverPlaceholder, leftoversFrom } from '../rules/leftover-placeholder.ts';
import type { Report } from '../rules/lint.ts';
import type { Rule } from '../rules/rule.ts';
import { namedStyle } from '../userData/styleReader.ts';
import { pageCss } from './pageCss.ts';
import { facesOf, preview, previewFindings } from './preview.ts';

/** The name of a style, and the workspace's own styles. */
export interface StyleChoice {
  readonly name: string;
  readonly own: readonly PageStyle[];
}

/** What the preview shows of a speech. */
export function previewOf(
  speech: Speech,
  choice: StyleChoice,
  view: PreviewParams['view'],
  reports: readonly Report[],
): Omit<PreviewResult, 'answer' | 'version' | 'rate'> {
  const style = namedStyle(choice.name, choice.own);
  const { paragraphs, pages } = preview(speech, style, view);
  return { style: previewStyle(style, choice.name), paragraphs, pages, findings: previewFindings(reports) };
}

/** What files are made of. */
export function pageOf(speech: Speech, choice: StyleChoice, reports: readonly Report[]): PageResult {
  const style = namedStyle(choice.name, choice.own);
  const page = layout(speech, style);
  const open = reports.filter(
    ({ rule, severity }) => !isLeftover(rule) && (severity === 'error' || severity === 'warning'),
  );
  const blanks = reports.flatMap(({ rule, span }) => (isLeftover(rule) ? leftoversFrom(speech, span.start) : []));
  return {
    layout: page,
    style,
    styleName: style.name,
    wantedStyle: choice.name,
    title: titleIn(page),
    blanks: blanks.length,
    open: open.length,
  };
}

function isLeftover({ id }: Rule): boolean {
  return id === leftoverPlaceholder.id;
}

function previewStyle(style: PageStyle, wanted: string): PreviewStyle {
  const { charPitch } = metricsOf(style);
  return {
    name: style.name,
    wanted,
    css: pageCss(style),
    linePitch: style.linePitch,
    charPitch,
    footer: style.pageNumber.form,
    faces: facesOf(style),
  };
}
