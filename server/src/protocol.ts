import type { Role } from './model/outline/role.ts';
import type { Severity } from './rules/severity.ts';

/**
 * What client and server say to each other beyond LSP: types, names and one limit, so that both sides can import it.
 */

/** Client → server: the speech as HTML for the preview; the answer is a `PreviewAnswer`. */
export const previewRequest = 'fayan/preview';
/** Which document is asked for, and how it is to be shown. */
export interface PreviewParams {
  readonly uri: string;
  /** True pages, text without pages, or large type for reading aloud. */
  readonly view: 'pages' | 'flow' | 'reading';
  readonly findings: boolean;
  /** The answer that is shown: what has changed since is enough, if the server still knows it. */
  readonly since?: number | undefined;
}
/** A whole answer: all paragraphs and, in the view of pages, all pages. */
export interface PreviewResult {
  /** The name of this answer. */
  readonly answer: number;
  /** Version of the document that was rendered. */
  readonly version: number;
  readonly style: PreviewStyle;
  /** 字 a minute. */
  readonly rate: number;
  readonly paragraphs: readonly PreviewParagraph[];
  /** Empty in the views without pages. */
  readonly pages: readonly PreviewPage[];
  readonly findings: readonly PreviewFinding[];
}
/** Changes where the answer that is shown is still known, else the whole. */
export type PreviewAnswer = PreviewResult | PreviewChanges;
/** What an edit leaves of an earlier answer, and what it puts in its place. */
export interface PreviewChanges extends Pick<PreviewResult, 'answer' | 'version' | 'rate' | 'findings'> {
  readonly since: number;
  /** None where it is the same. */
  readonly style?: PreviewStyle;
  /** By how many UTF-16 units everything after the changed paragraphs and lines has moved. */
  readonly moved: number;
  readonly paragraphs: Splice<PreviewParagraph>;
  /** Of all pages. */
  readonly lines: Splice<PreviewLine>;
  /** How many lines each page has. */
  readonly pages: readonly number[];
}
/** A stretch of a list, and the items that replace it. */
export interface Splice<Item> {
  readonly at: number;
  readonly removed: number;
  readonly items: readonly Item[];
}
/** What changes only with the style. */
export interface PreviewStyle {
  readonly name: string;
  /** The style that the writer asked for; it differs from `name` where there is none of that name. */
  readonly wanted: string;
  /** For the elements of the pages and paragraphs. Contains nothing from the speech. */
  readonly css: string;
  /** In points, as is `charPitch`: from line to line, and from 字 to 字. */
  readonly linePitch: number;
  readonly charPitch: number;
  /** The form of the page numbers. */
  readonly footer: '— 1 —' | '1' | 'none';
  /** The faces of the style, with the names under which each may be installed. */
  readonly faces: ReadonlyArray<{ readonly name: string; readonly families: readonly string[] }>;
}
/** A paragraph as it is printed; notes come last, wherever the text has them. */
export interface PreviewParagraph {
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  /** Paragraphs of one unit share a number. */
  readonly group: number;
  /** What is spoken, in 字; 0 for what is printed and not read out, as the title is. */
  readonly characters: number;
  /** Whatever comes from the speech is escaped; empty in the view of pages. */
  readonly html: string;
}
/** A page of paper; its lines from top to bottom. */
export interface PreviewPage {
  readonly lines: readonly PreviewLine[];
}
/** A line of a page, or a row of a table; only its HTML is shown. */
export interface PreviewLine {
  readonly html: string;
  /** Its place among the paragraphs. */
  readonly paragraph: number;
  /** Offset in the document. */
  readonly from: number;
}
/** A finding beside the text, at most 300 of them. */
export interface PreviewFinding {
  /** Offset in the document. */
  readonly from: number;
  readonly severity: Severity;
  readonly message: string;
}

/** Client → server: the speech as paragraphs, and the style to set them in, for files. */
export const pageRequest = 'fayan/page';
/** The document that is to become a file. */
export interface PageParams {
  readonly uri: string;
}
/** What `files.ts` makes Word, HTML and text of. */
export interface PageResult {
  /** A `Layout` and a `PageStyle` of the server; to be handed on as they are. */
  readonly layout: unknown;
  readonly style: unknown;
  /** Its name, and that of the style that the writer asked for; they differ where there is none of that name. */
  readonly styleName: string;
  readonly wantedStyle: string;
  readonly title: string;
  /** How many 〔…〕 are still to be filled in. */
  readonly blanks: number;
  /** How many errors and warnings the speech has beside them. */
  readonly open: number;
}

/** Client → server, at start: what the server cannot ask for. */
export interface InitializationOptions {
  /** Display language of the editor, such as `zh-cn`; Chinese where none is given. */
  readonly locale?: string;
  /** The client has the commands below, so that lenses may name them. */
  readonly commands?: boolean;
  /** The client asks for source actions by their kind, since its menu of quick fixes shows none. */
  readonly asksSourceActions?: boolean;
  /**
   * In a web worker: the folder of `server.js`, where its chunks are, ending in `/`; its own
   * address where none is given.
   */
  readonly base?: string;
}

/** Client → server: what the speech contains and what is missing, for the view 发言提纲. */
export const outlineRequest = 'fayan/outline';
/** The document whose outline is shown. */
export interface OutlineParams {
  readonly uri: string;
}
/** The whole outline, afresh each time. */
export interface OutlineResult {
  readonly version: number;
  /** A file that is no speech has no nodes. */
  readonly isSpeech: boolean;
  readonly nodes: readonly OutlineNode[];
  readonly counts: OutlineCounts;
}
/** Numbers of problems and parts, for the heading and the badge of the view. */
export interface OutlineCounts {
  /** 0 as long as there are no measures. */
  readonly problems: number;
  /** With a measure that is written, or meant to have none. */
  readonly answered: number;
  readonly unmet: number;
  /** Required parts that are not there. */
  readonly missing: number;
}
/** A line of the view, with those below it. */
export interface OutlineNode {
  readonly label: string;
  /** Shown dimmed after the label. */
  readonly description: string;
  /** What is read out instead, where the description is too short to be understood. */
  readonly spoken?: string;
  /** Markdown; empty where there is nothing to add. */
  readonly tooltip: string;
  readonly state: OutlineState;
  /** None for what is missing. */
  readonly range: WireRange | undefined;
  /** The heading; where a click goes. */
  readonly head: WireRange | undefined;
  readonly children: readonly OutlineNode[];
  /** Whether it is closed at first, because only points stand below it. */
  readonly folded: boolean;
}
/**
 * `met`, `unsure` and `unmet` tell whether a problem is answered; `begun` is one with blanks left in its words or its
 * measures, `waived` one that is meant to have no measure. `linked` and `orphan` are measures, `empty` is a section
 * without content, `missing` a required part.
 */
export type OutlineState =
  | 'section'
  | 'met'
  | 'begun'
  | 'unsure'
  | 'unmet'
  | 'waived'
  | 'linked'
  | 'orphan'
  | 'cause'
  | 'point'
  | 'empty'
  | 'missing';

/** An LSP `Range`, named without importing LSP. */
export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}
/** An LSP `Position`: line and column from 0, the column in the units agreed on at the start, UTF-16 in VS Code. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}
/** An LSP `TextEdit`. */
export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

/** Client → server: the picture 问题整改对照图. */
export const pictureRequest = 'fayan/picture';
/** The document, and what the picture is for. */
export interface PictureParams {
  readonly uri: string;
  /** With its own colours and fonts, to be saved as a file; otherwise it takes those of the page around it. */
  readonly standalone: boolean;
  /** The room for it in pixels; without it the picture has its usual width. */
  readonly width?: number;
}
/** The picture, and what a panel needs to make it answer to keys. */
export interface PictureResult {
  readonly version: number;
  readonly isSpeech: boolean;
  /** An `<svg>`; whatever comes from the speech is escaped. */
  readonly svg: string;
  /** One for every `data-id` in the picture, in the order of the keyboard. */
  readonly nodes: readonly PictureNode[];
}
/** A unit that the picture shows. */
export interface PictureNode {
  readonly id: string;
  readonly head: WireRange;
  /** What the panel says about the unit, a line each. */
  readonly details: readonly string[];
}

/** Client → server: the 整改台账 as a file. */
export const ledgerRequest = 'fayan/ledger';
/** The ending of the file. */
export type LedgerFormat = 'md' | 'csv' | 'docx';
/** The document, and the file that is wanted. */
export interface LedgerParams {
  readonly uri: string;
  readonly format: LedgerFormat;
}
/** The file as bytes. */
export interface LedgerResult {
  /** Proposed file name, without a folder. */
  readonly name: string;
  /** 0 in a speech without problems and measures. */
  readonly rows: number;
  readonly base64: string;
}

/** Client → server: what may be linked to the unit at a position. */
export const linkCandidatesRequest = 'fayan/linkCandidates';
/** A place in a problem or a measure. */
export interface LinkCandidatesParams {
  readonly uri: string;
  readonly position: WirePosition;
}
/** The unit there and what may be linked to it, likeliest first. */
export interface LinkCandidatesResult {
  readonly version: number;
  /** What the candidates are to be linked to; none where there is no problem or measure. */
  readonly unit: { readonly id: string; readonly name: string; readonly kind: 'problem' | 'measure' } | undefined;
  readonly candidates: readonly LinkCandidate[];
}
/** A measure for a problem, or a problem for a measure. */
export interface LinkCandidate {
  readonly id: string;
  readonly name: string;
  /** `87%`; empty below 5 %. */
  readonly confidence: string;
  /** Why the two may belong together; empty where nothing speaks for it. */
  readonly evidence: string;
  readonly linked: boolean;
}

/** Client → server: the edits that pin a unit to exactly these counterparts, or say that it is meant to have none. */
export const linkEditsRequest = 'fayan/linkEdits';
/** A choice among the candidates, named by their ids. */
export interface LinkEditsParams {
  readonly uri: string;
  /** Ids are good for one version only. */
  readonly version: number;
  readonly unit: string;
  /** An empty list takes back the links there are. */
  readonly counterparts: readonly string[] | 'none';
}
/** Edits for this version, to be applied together. */
export interface LinkEditsResult {
  readonly version: number;
  /** None when the document has moved on from the version that was named. */
  readonly edits: readonly WireEdit[] | undefined;
}

/**
 * `Diagnostic.data` of a finding that calls passages alike: each of this speech, and which of `relatedInformation`
 * it is like, so that the client can show the two side by side.
 */
export interface AlikeData {
  readonly alike: ReadonlyArray<{ readonly here: WireRange; readonly there: number }>;
}

/**
 * Commands of the client that the server names in lenses, actions and the report: `(uri, position, locations)`, `(uri,
 * position)`, `(uri, kind)`, `(uri, line, character)`, `(uri, range)` and `(uri, range, location)`.
 */
export const goToCommand = '_fayan.goTo';
export const linkMeasureCommand = 'fayan.linkMeasure';
export const fixAllCommand = '_fayan.fixAll';
export const revealAtCommand = '_fayan.revealAt';
export const selectCommand = '_fayan.select';
export const compareSimilarCommand = 'fayan.compareSimilar';

/** Client → server: the texts of all `.fayan` folders; sent at start and whenever one of them changes. */
export const workspaceDataNotification = 'fayan/workspaceData';
/**
 * Characters; a file with more is no configuration. Of one that has, the client sends one character more than this, so
 * that the server says so.
 */
export const longestDataFile = 512 * 1024;
/** All of them each time; a folder that is not among them has none. */
export interface WorkspaceDataParams {
  readonly folders: readonly WorkspaceData[];
}
/** The files of one `.fayan` folder. */
export interface WorkspaceData {
  /** The folder that holds `.fayan`, which applies to every document below it. */
  readonly uri: string;
  readonly files: ReadonlyArray<{
    /** Inside `.fayan`, with `/`. */
    readonly path: string;
    readonly uri: string;
    readonly text: string;
    /** The client shows what the published schema finds; then the server reports only what a schema cannot. */
    readonly hasSchema?: boolean;
  }>;
}

/** Client → server: the 材料类型 of a document, and what it may be. */
export const profileRequest = 'fayan/profile';
/** The document whose 材料类型 is asked for. */
export interface ProfileParams {
  readonly uri: string;
}
/** What it is now, how that is known, and what there is to choose. */
export interface ProfileResult {
  readonly isSpeech: boolean;
  readonly name: string;
  readonly year: number | undefined;
  readonly theme: string | undefined;
  readonly from: 'frontMatter' | 'title' | 'content' | 'default';
  readonly profiles: ReadonlyArray<{ readonly name: string; readonly description: string; readonly meeting: string }>;
  readonly themes: ReadonlyArray<{
    readonly meeting: string;
    readonly year: number;
    readonly theme: string;
    /** The aspects, or a note on what is known of them. */
    readonly detail: string;
  }>;
}

/** Client → server: the edits that write a choice to the front matter. */
export const profileEditsRequest = 'fayan/profileEdits';
/** The choice; what is undefined is left out of the front matter. */
export interface ProfileEditsParams {
  readonly uri: string;
  readonly name: string;
  readonly year: number | undefined;
  readonly theme: string | undefined;
}
/** Edits for this version, to be applied together. */
export interface ProfileEditsResult {
  readonly version: number;
  readonly edits: readonly WireEdit[];
}

/** Client → server: a part of the index of similar passages as it was stored. */
export const similarLoadRequest = 'fayan/similar/load';
/** Hashes, offsets, addresses and stamps of up to 500 files; no words of any. */
export interface SimilarChunk {
  readonly base64: string;
}
/** The index as it is now. */
export interface SimilarSizeResult {
  /** Files that the index knows. */
  readonly size: number;
}

/**
 * Client → server: the files there are now; what is not among them is forgotten. The answer names
 * those whose text is wanted.
 */
export const similarSyncRequest = 'fayan/similar/sync';
/** All files that count. */
export interface SimilarSyncParams {
  readonly files: readonly SimilarFile[];
}
/** A file by its address; its text is not in it. */
export interface SimilarFile {
  readonly uri: string;
  /** Changes with the file. */
  readonly stamp: string;
  /** From the folder of last year's material. */
  readonly lastYear: boolean;
}
/** What the index lacks, by address, and how many files it has just forgotten. */
export interface SimilarSyncResult {
  readonly wanted: readonly string[];
  readonly gone: number;
}

/** Client → server: texts for the index, of which it keeps hashes and offsets only. */
export const similarAddRequest = 'fayan/similar/add';
/** Files with their texts. */
export interface SimilarAddParams {
  readonly files: ReadonlyArray<SimilarFile & { readonly text: string }>;
}

/** Client → server: files that are gone. */
export const similarForgetRequest = 'fayan/similar/forget';
/** Their addresses. */
export interface SimilarForgetParams {
  readonly uris: readonly string[];
}

/** Client → server: the next part of the index for the storage. */
export const similarSaveRequest = 'fayan/similar/save';
/** How many files the parts before this one held. */
export interface SimilarSaveParams {
  readonly from: number;
}
/** One part; the last has no next. */
export interface SimilarSaveResult extends SimilarChunk {
  /** Where the part after this one begins. */
  readonly next: number | undefined;
}

/**
 * Client → server, before a heading is looked for: the drafts there are now. The answer names
 * those whose text is wanted.
 */
export const draftsSyncRequest = 'fayan/drafts/sync';
/** All drafts that may be searched; what is not among them is forgotten. */
export interface DraftsSyncParams {
  readonly files: readonly DraftFile[];
}
/** A file by its address; its text is not in it. */
export interface DraftFile {
  readonly uri: string;
  /** Changes with the file. */
  readonly stamp: string;
}
/** Addresses of those that are new or have changed. */
export interface DraftsSyncResult {
  readonly wanted: readonly string[];
}

/** Client → server: texts of drafts, of which the server keeps the headings only. */
export const draftsAddRequest = 'fayan/drafts/add';
/** Drafts with their texts. */
export interface DraftsAddParams {
  readonly files: ReadonlyArray<DraftFile & { readonly text: string }>;
}

/** Client → server: the index is up to date, findings may be asked for anew. */
export const similarReadyNotification = 'fayan/similar/ready';

/**
 * From the server: what it says of the speeches may be another now, although their texts are the same, for settings,
 * the data of the workspace or what they are compared with have changed.
 */
export const readAnewNotification = 'fayan/readAnew';

/**
 * Client → server: the edits of a command that changes numbers, and where the cursor goes. No cursor where the edits
 * move it to the right place anyway: setting it again would pull back a writer who has typed on.
 */
export const writingRequest = 'fayan/writing';
/** The command, and where the cursor is. */
export interface WritingParams {
  readonly uri: string;
  readonly action: 'enter' | 'deeper' | 'shallower' | 'moveUp' | 'moveDown' | 'renumber' | 'unifyMarks';
  readonly position: WirePosition;
}
/** Edits for this version, to be applied together. */
export interface WritingResult {
  readonly version: number;
  /** Undefined where the action has no meaning at that place. */
  readonly edits: readonly WireEdit[] | undefined;
  readonly cursor: WirePosition | undefined;
  /** Whether there is nothing at that place that could be moved. */
  readonly outside?: boolean;
}

/** Client → server: the capacities (身份) in which one may give a speech of a kind. */
export const capacitiesRequest = 'fayan/capacities';
/** The kind of speech, by its name. */
export interface CapacitiesParams {
  /** Of the new document, or of a folder: which `.fayan` goes for it. */
  readonly uri: string;
  readonly kind: string;
}
/** The likeliest first; none where the kind leaves no choice. */
export interface CapacitiesResult {
  readonly capacities: ReadonlyArray<{ readonly capacity: NewSpeechParams['capacity']; readonly label: string }>;
}

/** Client → server: a new speech as a snippet; empty for a kind that nobody knows. */
export const newSpeechRequest = 'fayan/newSpeech';
/** What the writer has chosen, step by step. */
export interface NewSpeechParams {
  /** Of the new document, or of a folder: which `.fayan` goes for it. */
  readonly uri: string;
  readonly kind: string;
  readonly year: number | undefined;
  readonly theme: string | undefined;
  /** As whom the writer will speak. */
  readonly capacity: 'leader' | 'member' | 'ordinary' | undefined;
}
/** A snippet as LSP has them, with tab stops and choices. */
export interface NewSpeechResult {
  readonly snippet: string;
}

/**
 * Client → server: the parts that the kind of speech has, what is missing first; with `insert`,
 * the edits that put one in.
 */
export const sectionsRequest = 'fayan/sections';
/** The document, and the part to insert if one has been chosen. */
export interface SectionsParams {
  readonly uri: string;
  readonly insert?: { readonly role: Role; readonly title: string };
}
/** The parts for this version, and the edits to apply together; none without `insert`. */
export interface SectionsResult {
  readonly version: number;
  readonly sections: ReadonlyArray<{
    readonly role: Role;
    readonly title: string;
    readonly need: 'required' | 'usual' | 'optional';
    readonly isMissing: boolean;
  }>;
  readonly edits: readonly WireEdit[];
}

/** Client → server: how long the speech is and what is answered, for the status bar. */
export const statisticsRequest = 'fayan/statistics';
/** The document that is measured. */
export interface StatisticsParams {
  readonly uri: string;
}
/** Lengths in 字 that are read out; times and shares as they are shown: `5 分钟`, `12%`. */
export interface StatisticsResult {
  readonly version: number;
  readonly isSpeech: boolean;
  readonly characters: number;
  readonly minutes: string;
  readonly problems: number;
  readonly answered: number;
  readonly hasMeasures: boolean;
  readonly parts: ReadonlyArray<{
    readonly name: string;
    readonly characters: number;
    readonly share: string;
    readonly minutes: string;
  }>;
  /** What is usual for the kind: `4000—6000`, `20—30 分钟`. */
  readonly usual: { readonly characters: string; readonly minutes: string } | undefined;
  /** What is outside the usual bounds, a line each. */
  readonly advice: readonly string[];
}

/**
 * Client → server: the 体检报告, as the body of a page with links, as a page of its own, as Markdown,
 * or as a list to send back.
 */
export const reportRequest = 'fayan/report';
/** The document, and the form of the report. */
export interface ReportParams {
  readonly uri: string;
  readonly form: 'body' | 'page' | 'markdown' | 'text';
}
/** The report as HTML, Markdown or plain text, by its form. */
export interface ReportResult {
  readonly version: number;
  readonly isSpeech: boolean;
  readonly verdict: string;
  /** Whatever comes from the speech is escaped. */
  readonly text: string;
  readonly css: string;
}
