/**
 * What a writer needs only now and then, as a chunk that is loaded on first use. Whatever the first findings, the
 * outline or the status bar need does not belong here.
 */
export { completion } from './features/completion.ts';
export { definition } from './features/definition.ts';
export { documentHighlight } from './features/documentHighlight.ts';
export { formatting } from './features/formatting.ts';
export { frontMatterEdits } from './features/frontMatterEdits.ts';
export { frontMatterHover } from './features/frontMatterHover.ts';
export { headingHover } from './features/headingHover.ts';
export { inlayHints } from './features/inlayHints.ts';
export { insertSection, sectionChoices } from './features/insertSection.ts';
export { linkCandidates } from './features/linkCandidates.ts';
export { linkEdits, unitById } from './features/linkEdits.ts';
export { capacitiesFor, newSpeech } from './features/newSpeech.ts';
export { plainCompletion } from './features/plainCompletion.ts';
export { plainHover } from './features/plainHover.ts';
export { references } from './features/references.ts';
export { selectionRanges } from './features/selectionRanges.ts';
export { pictureNodes, tracePicture } from './features/tracePicture.ts';
export { isAskedFor, mostSymbols, workspaceSymbols } from './features/workspaceSymbols.ts';
export { writingEdits } from './features/writing.ts';
export { pageOf, previewOf } from './render/answers.ts';
export { changed, changesBetween } from './render/changes.ts';
export { ledgerFile } from './render/ledgerFiles.ts';
export { renderPicture } from './render/pictureSvg.ts';
export { reportBody, reportCss, reportPage } from './report/html.ts';
export { reportMarkdown } from './report/markdown.ts';
export { reportOf } from './report/report.ts';
export { reportText } from './report/text.ts';
