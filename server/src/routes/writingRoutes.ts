import { CompletionTriggerKind, type Connection, type Position } from 'vscode-languageserver';
import type { Desk } from '../desk.ts';
import { triggerCharacters } from '../features/completionTriggers.ts';
import { onTypeFormatting, typedMarks } from '../features/onTypeFormatting.ts';
import { toOffset, toTextEdits } from '../features/range.ts';
import { findProfile } from '../model/profile/profile.ts';
import type { Speech } from '../model/speech.ts';
import {
  type CapacitiesParams,
  type CapacitiesResult,
  capacitiesRequest,
  type NewSpeechParams,
  type NewSpeechResult,
  newSpeechRequest,
  type ReportParams,
  type ReportResult,
  reportRequest,
  revealAtCommand,
  type SectionsParams,
  type SectionsResult,
  type StatisticsParams,
  type StatisticsResult,
  sectionsRequest,
  statisticsRequest,
  type WritingParams,
  type WritingResult,
  writingRequest,
} from '../protocol.ts';
import { statisticsOf } from '../report/statistics.ts';
import { advice, minutesText, partName, percent, usualLength } from '../report/words.ts';

/**
 * The requests of a writer at work: completion, formatting, numbering, new speeches and
 * sections, statistics, the report.
 */
export function addWritingRoutes(connection: Connection, desk: Desk): void {
  connection.onCompletion(async ({ textDocument: { uri }, position, context: asked }, token) => {
    const { completion, plainCompletion } = await import('../onDemand.ts');
    const { speech, isSpeech } = await desk.read(uri, token);
    // Front matter that will make it a speech is completed before it is one.
    const own = isSpeech ? speech : desk.open(uri).speech;
    if (!isSpeech && ((await desk.settings(uri)).detect === 'never' || !isInFrontMatter(own, position))) return null;
    const isTyping = asked?.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
    const how = { trigger: asked?.triggerCharacter, isTyping };
    const offers = completion(own, toOffset(own, position), desk.context(uri), how);
    return desk.can().snippets ? offers : plainCompletion(offers);
  });
  connection.onDocumentFormatting(async ({ textDocument }, token) => {
    const { formatting } = await import('../onDemand.ts');
    const { format } = await desk.settings(textDocument.uri);
    return format ? formatting((await desk.read(textDocument.uri, token)).speech) : [];
  });
  connection.onDocumentOnTypeFormatting(async ({ textDocument, position, ch }, token) => {
    const { typing } = await desk.settings(textDocument.uri);
    return onTypeFormatting((await desk.read(textDocument.uri, token)).speech, position, ch, typing);
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    if (!(await desk.settings(textDocument.uri)).inlayHints) return [];
    const { inlayHints } = await import('../onDemand.ts');
    const { speech, context } = await desk.read(textDocument.uri, token);
    return inlayHints(speech, range, context);
  });

  connection.onRequest(writingRequest, async ({ uri, action, position }: WritingParams): Promise<WritingResult> => {
    const { writingEdits } = await import('../onDemand.ts');
    // Enter does something only in speeches, a command wherever it is called.
    const { speech, version } = action === 'enter' ? await desk.read(uri) : desk.open(uri);
    return { version, ...writingEdits(speech, toOffset(speech, position), action) };
  });
  connection.onRequest(capacitiesRequest, async ({ uri, kind }: CapacitiesParams): Promise<CapacitiesResult> => {
    const { capacitiesFor } = await import('../onDemand.ts');
    const profile = findProfile(desk.context(uri), kind);
    return { capacities: profile ? capacitiesFor(profile) : [] };
  });
  connection.onRequest(newSpeechRequest, async (params: NewSpeechParams): Promise<NewSpeechResult> => {
    const { newSpeech } = await import('../onDemand.ts');
    return { snippet: newSpeech(params, desk.context(params.uri)) };
  });
  connection.onRequest(sectionsRequest, async ({ uri, insert }: SectionsParams): Promise<SectionsResult> => {
    const { insertSection, sectionChoices } = await import('../onDemand.ts');
    const { speech, version } = desk.open(uri);
    const context = desk.context(uri);
    const edits = insert ? insertSection(speech, insert.role, insert.title, context) : [];
    return {
      version,
      sections: sectionChoices(speech, context),
      edits: toTextEdits(speech, edits),
    };
  });
  connection.onRequest(statisticsRequest, async ({ uri }: StatisticsParams, token): Promise<StatisticsResult> => {
    const { speech, isSpeech, version, context } = await desk.read(uri, token);
    const statistics = statisticsOf(speech, context);
    const { characters, minutes, coverage, parts } = statistics;
    return {
      version,
      isSpeech,
      characters,
      minutes: minutesText(minutes),
      problems: coverage.problems,
      answered: coverage.answered,
      hasMeasures: speech.measures.length > 0,
      parts: parts.map((part) => ({
        name: partName(part),
        characters: part.characters,
        share: percent(part.share),
        minutes: minutesText(part.minutes),
      })),
      usual: usualLength(statistics),
      advice: advice(statistics),
    };
  });
  connection.onRequest(reportRequest, async ({ uri, form }: ReportParams, token): Promise<ReportResult> => {
    const { reportBody, reportCss, reportMarkdown, reportOf, reportPage, reportText } = await import('../onDemand.ts');
    const reading = await desk.read(uri, token);
    const { speech, isSpeech, version, context } = reading;
    const report = reportOf(speech, context, await desk.reports(uri, reading));
    const linkTo = ({ span }: { span: { start: number } }) => {
      const { line, character } = speech.source.positionAt(span.start);
      return `command:${revealAtCommand}?${encodeURIComponent(JSON.stringify([uri, line, character]))}`;
    };
    const forms = {
      markdown: reportMarkdown,
      page: reportPage,
      text: reportText,
      body: () => reportBody(report, linkTo),
    };
    const text = forms[form](report);
    return { version, isSpeech, verdict: report.verdict, text, css: reportCss };
  });
}

function isInFrontMatter(speech: Speech, position: Position): boolean {
  const { start, end } = speech.frontMatter ?? { start: 0, end: 0 };
  const offset = toOffset(speech, position);
  return start <= offset && offset < end;
}

/** What helps while writing: completion, formatting, and inlay hints of how long each unit is. */
export const writingCapabilities = {
  completionProvider: { triggerCharacters },
  documentFormattingProvider: true,
  documentOnTypeFormattingProvider: {
    firstTriggerCharacter: typedMarks[0],
    moreTriggerCharacter: [...typedMarks.slice(1)],
  },
  inlayHintProvider: true,
};
