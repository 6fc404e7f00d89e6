import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseSpeech } from './model/parse/parse.ts';
import type { Speech } from './model/speech.ts';
import { inUtf8, updateUtf8 } from './utf8.ts';

/** The documents that the client has open, each with its speech. */
export interface OpenSpeeches {
  readonly documents: TextDocuments<TextDocument>;
  /** Undefined where the document is not open. */
  versionOf(uri: string): number | undefined;
  /** The document as it is now, whether it is a speech or not; `noSpeech` where it is not open. */
  speechOf(uri: string): Speech;
  /** Another text of an open document, read only to see what it would be like. */
  readInstead(uri: string, text: string): Speech;
  /** The document that a speech was read from. */
  uriOf(speech: Speech): string | undefined;
  /** The client counts columns in UTF-8; to be called before anything is open. */
  countInUtf8(): void;
}

/** What a document is read as that is not open, or is to be left alone; compared by identity. */
export const noSpeech = parseSpeech('');

/** None is open yet, and columns are counted in UTF-16. */
export function openSpeeches(): OpenSpeeches {
  let isUtf8 = false;
  const documents = new TextDocuments<TextDocument>({
    create: (uri, languageId, version, text) => encoded(TextDocument.create(uri, languageId, version, text)),
    update: (document, changes, version) =>
      isUtf8 ? updateUtf8(document, changes, version) : TextDocument.update(document, changes, version),
  });
  /** As they were read, and as they are shown to a client that counts in UTF-8. */
  const speeches = new Map<string, { version: number; read: Speech; speech: Speech }>();
  const uris = new WeakMap<Speech, string>();
  documents.onDidClose(({ document }) => speeches.delete(document.uri));

  return {
    documents,
    versionOf: (uri) => documents.get(uri)?.version,
    speechOf,
    readInstead(uri, text) {
      const speech = parseSpeech(text, speechOf(uri));
      // Otherwise the file on disk, if it is in the index, would count as another speech with the same words.
      uris.set(speech, uri);
      return speech;
    },
    uriOf: (speech) => uris.get(speech),
    countInUtf8() {
      isUtf8 = true;
    },
  };

  /** A new version reuses what the last one left untouched. */
  function speechOf(uri: string): Speech {
    const document = documents.get(uri);
    if (!document) return noSpeech;
    const known = speeches.get(uri);
    const text = document.getText();
    // Some clients open a file twice, or start counting its versions again.
    if (known?.version === document.version && known.speech.text === text) return known.speech;
    const read = parseSpeech(text, known?.read);
    const speech = isUtf8 ? inUtf8Columns(read) : read;
    speeches.set(uri, { version: document.version, read, speech });
    uris.set(speech, uri);
    return speech;
  }

  /** A reading of its own, because what is remembered with an earlier one counts columns differently. */
  function inUtf8Columns({ retouch: _, ...read }: Speech): Speech {
    return { ...read, source: encoded(read.source) };
  }

  /** A document as the client counts its columns. */
  function encoded(document: TextDocument): TextDocument {
    return isUtf8 ? inUtf8(document) : document;
  }
}
