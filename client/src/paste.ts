import { t } from '@vscode/l10n';
import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Files } from '../../server/src/files.ts';
import type { PastePlace } from '../../server/src/import/pastedText.ts';

/**
 * Offers to put text from Word or WeChat in order: paragraphs apart, indents and soft breaks gone. Plain
 * pasting stays the default.
 */
export function registerPaste(files: () => Promise<Files>): Disposable {
  const kind = DocumentDropOrPasteEditKind.Text.append('fayan', 'speech');
  return languages.registerDocumentPasteEditProvider(
    { language: 'markdown' },
    {
      async provideDocumentPasteEdits(document, [range], data, _context, token) {
        const text = await data.get('text/plain')?.asString();
        if (!text || !/\p{Script=Han}/u.test(text)) return undefined;
        const clean = (await files()).pastedMarkdown(text, range && placeOf(document, range));
        if (clean === undefined || token.isCancellationRequested) return undefined;
        const edit = new DocumentPasteEdit(clean, t('整理成发言段落'), kind);
        edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
        return [edit];
      },
    },
    { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: [kind] },
  );
}

function placeOf(document: TextDocument, { start, end }: Range): PastePlace {
  const line = (at: number) => (at >= 0 && at < document.lineCount ? document.lineAt(at).text : '');
  return {
    above: line(start.line - 1),
    before: line(start.line).slice(0, start.character),
    after: line(end.line).slice(end.character),
    below: line(end.line + 1),
  };
}
