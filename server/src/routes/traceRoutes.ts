import type { Connection } from 'vscode-languageserver';
import type { Desk } from '../desk.ts';
import { codeLens } from '../features/codeLens.ts';
import { hover, joinedHovers } from '../features/hover.ts';
import { outlineTree } from '../features/outlineTree.ts';
import { toTextEdits } from '../features/range.ts';
import {
  type LedgerParams,
  type LedgerResult,
  type LinkCandidatesParams,
  type LinkCandidatesResult,
  type LinkEditsParams,
  type LinkEditsResult,
  ledgerRequest,
  linkCandidatesRequest,
  linkEditsRequest,
  type OutlineParams,
  type OutlineResult,
  outlineRequest,
  type PictureParams,
  type PictureResult,
  pictureRequest,
} from '../protocol.ts';

/**
 * The requests about what answers what, and about the outline: lenses, hovers, definitions, the tree, the
 * picture, the ledger, pins.
 */
export function addTraceRoutes(connection: Connection, desk: Desk): void {
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const { speech, context } = await desk.read(uri, token);
    return codeLens(uri, speech, context, desk.can().commands);
  });
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const { frontMatterHover, headingHover, plainHover } = await import('../onDemand.ts');
    const { speech, context } = await desk.read(uri, token);
    const told = [hover(uri, speech, position, context), headingHover(speech, position, context)];
    const found = joinedHovers(told) ?? frontMatterHover(speech, position, context);
    return found && !desk.can().markdownHovers ? plainHover(found) : found;
  });
  connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
    const { definition } = await import('../onDemand.ts');
    const { speech, context } = await desk.read(uri, token);
    const links = definition(uri, speech, position, context);
    if (desk.can().definitionLinks) return links;
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  });
  connection.onReferences(
    async ({ textDocument: { uri }, position, context: { includeDeclaration: includeSelf } }, token) => {
      const { references } = await import('../onDemand.ts');
      const { speech, context } = await desk.read(uri, token);
      return references(uri, speech, { position, includeSelf }, context);
    },
  );
  connection.onDocumentHighlight(async ({ textDocument: { uri }, position }, token) => {
    const { documentHighlight } = await import('../onDemand.ts');
    const { speech, context } = await desk.read(uri, token);
    return documentHighlight(speech, position, context);
  });
  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }, token) => {
    const { selectionRanges } = await import('../onDemand.ts');
    return selectionRanges((await desk.read(uri, token)).speech, positions);
  });

  connection.onRequest(outlineRequest, async ({ uri }: OutlineParams, token): Promise<OutlineResult> => {
    const { speech, isSpeech, version, context } = await desk.read(uri, token);
    const outline = isSpeech ? outlineTree(uri, speech, context) : { nodes: [], counts: noCounts };
    return { version, isSpeech, ...outline };
  });
  connection.onRequest(
    pictureRequest,
    async ({ uri, standalone, width }: PictureParams, token): Promise<PictureResult> => {
      const { pictureNodes, renderPicture, tracePicture } = await import('../onDemand.ts');
      const { speech, isSpeech, version, context } = await desk.read(uri, token);
      const svg = renderPicture(tracePicture(speech, context), standalone, width);
      return { version, isSpeech, svg, nodes: pictureNodes(speech, context) };
    },
  );
  connection.onRequest(ledgerRequest, async ({ uri, format }: LedgerParams, token): Promise<LedgerResult> => {
    const { ledgerFile } = await import('../onDemand.ts');
    const { speech, context } = await desk.read(uri, token);
    return ledgerFile(speech, context, uri, format);
  });
  connection.onRequest(
    linkCandidatesRequest,
    async ({ uri, position }: LinkCandidatesParams, token): Promise<LinkCandidatesResult> => {
      const { linkCandidates } = await import('../onDemand.ts');
      const { speech, version, context } = await desk.read(uri, token);
      return { version, ...linkCandidates(speech, position, context) };
    },
  );
  connection.onRequest(linkEditsRequest, async (params: LinkEditsParams, token): Promise<LinkEditsResult> => {
    const { linkEdits, unitById } = await import('../onDemand.ts');
    const { speech, version, context } = await desk.read(params.uri, token);
    const unit = unitById(speech, params.unit);
    if (!unit || version !== params.version) return { version, edits: undefined };
    const { counterparts } = params;
    const wanted = counterparts === 'none' ? counterparts : counterparts.flatMap((id) => unitById(speech, id) ?? []);
    const edits = linkEdits(speech, unit, wanted, context);
    return { version, edits: toTextEdits(speech, edits) };
  });
}

const noCounts = { problems: 0, answered: 0, unmet: 0, missing: 0 };

/** What shows which measure answers which problem, and the selection that grows by unit. */
export const traceCapabilities = {
  codeLensProvider: {},
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
};
