import { t } from '@vscode/l10n';
import { commands, Disposable, type ExtensionContext, env, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Files } from '../../server/src/files.ts';
import { fileName } from '../../server/src/page/fileName.ts';
import { type PageParams, type PageResult, pageRequest } from '../../server/src/protocol.ts';
import type { ActiveSpeech } from './activeSpeech.ts';
import { askFor } from './askFor.ts';
import { baseNameOf, nameOf } from './fileNames.ts';
import type { Host } from './files.ts';
import { pdfWith, whyNoPdf } from './pdf.ts';
import { announceFile, isOnDisk, saveFile } from './saveFile.ts';

/** 导出 — Word, PDF, HTML and text. */
export function registerExports(
  context: ExtensionContext,
  client: BaseLanguageClient,
  active: ActiveSpeech,
  { files, makePdf }: Makers,
): Disposable {
  const command = (id: string, ending: string, kind: string, make: Make) =>
    commands.registerCommand(id, (uri?: Uri) => exportAs(uri, ending, kind, make));
  return Disposable.from(
    command('fayan.exportWord', 'docx', 'Word', async ({ layout, style }) => (await files()).docx(layout, style)),
    command('fayan.exportHtml', 'html', 'HTML', async (page) => htmlOf(page, false)),
    command('fayan.exportText', 'txt', t('纯文本'), async ({ layout }) => encoded((await files()).text(layout))),
    commands.registerCommand('fayan.exportPdf', (uri?: Uri) => exportPdf(uri)),
  );

  async function exportPdf(uri: Uri | undefined): Promise<void> {
    const page = await pageOf(uri);
    if (!page) return;
    const { layout, style } = page.result;
    const parts = await files();
    const source = { html: parts.html(layout, style, false), docx: () => parts.docx(layout, style) };
    const working = { location: ProgressLocation.Notification, title: t('正在生成 PDF…') };
    const log = (error: unknown) => client.error(t('没有转成 PDF'), error, false);
    const pdf = await window.withProgress(working, () => pdfWith(makePdf, source, log));
    if (typeof pdf !== 'string') return save(page, 'pdf', 'PDF', pdf);
    const [print, showLog] = [t('存成网页去打印'), t('查看日志')];
    const offers = pdf === 'failed' ? [print, showLog] : [print];
    const tell = pdf === 'failed' ? window.showWarningMessage : window.showInformationMessage;
    const chosen = await tell(whyNoPdf(pdf), { modal: true }, ...offers);
    if (chosen === showLog) client.outputChannel.show(true);
    if (chosen !== print) return;
    const target = await saved(page, 'html', 'HTML', await htmlOf(page.result, true));
    if (!target) return;
    if (isOnDisk(target)) await env.openExternal(target);
    else void announceFile(target, t('已存为 {0}。下载下来，用浏览器打开，就会出现打印对话框。', nameOf(target)));
  }

  async function exportAs(uri: Uri | undefined, ending: string, kind: string, make: Make): Promise<void> {
    const page = await pageOf(uri);
    if (page) await save(page, ending, kind, await make(page.result));
  }

  async function htmlOf({ layout, style }: PageResult, print: boolean): Promise<Uint8Array> {
    return encoded((await files()).html(layout, style, print));
  }

  /** The speech that was named, or the one at hand. */
  async function pageOf(uri: Uri | undefined): Promise<Page | undefined> {
    const named = uri instanceof Uri ? uri : active.wanted()?.uri;
    if (!named) return undefined;
    const document = await workspace.openTextDocument(named);
    if (document.languageId !== 'markdown') return undefined;
    const params: PageParams = { uri: document.uri.toString() };
    const result = await askFor<PageResult>(client, pageRequest, params);
    return result && { uri: document.uri, result };
  }

  async function save(page: Page, ending: string, kind: string, content: Uint8Array): Promise<void> {
    const target = await saved(page, ending, kind, content);
    if (!target) return;
    const { blanks, open, styleName, wantedStyle } = page.result;
    // A text has no style.
    if (wantedStyle !== styleName && ending !== 'txt')
      void window.showWarningMessage(t('没有“{0}”这个版式，现在按“{1}”排。', wantedStyle, styleName));
    if (blanks + open === 0) return void announceFile(target);
    const report = { title: t('体检报告'), command: 'fayan.report', arguments: [page.uri] };
    const name = nameOf(target);
    const left =
      blanks === 0
        ? t('已存为 {0}。稿里还有 {1} 处要改', name, open)
        : open === 0
          ? t('已存为 {0}。稿里还有 {1} 处空位没填', name, blanks)
          : t('已存为 {0}。稿里还有 {1} 处空位没填、{2} 处要改', name, blanks, open);
    void announceFile(target, left, report);
  }

  /** Asks where to save; the dialog asks before it overwrites. Remembers the folder for the next time. */
  async function saved(
    { uri, result }: Page,
    ending: string,
    kind: string,
    content: Uint8Array,
  ): Promise<Uri | undefined> {
    const pattern = workspace.getConfiguration('fayan', uri).get<string>('export.fileName') || '{题目}';
    const name = `${fileName(pattern, result.title, new Date(), baseNameOf(uri))}.${ending}`;
    const known = context.workspaceState.get<string>(folderKey);
    const target = await saveFile(uri, { name, kind, content, folder: known ? Uri.parse(known) : undefined });
    if (target) await context.workspaceState.update(folderKey, Uri.joinPath(target, '..').toString());
    return target;
  }
}

/** What makes the files. */
interface Makers extends Pick<Host, 'makePdf'> {
  readonly files: () => Promise<Files>;
}

type Make = (page: PageResult) => Promise<Uint8Array>;

interface Page {
  readonly uri: Uri;
  readonly result: PageResult;
}

const folderKey = 'fayan.export.folder';

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
