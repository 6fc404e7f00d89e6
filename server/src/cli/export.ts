import { dirname, join, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { parseSpeech } from '../model/parse/parse.ts';
import { baseName, fileName } from '../page/fileName.ts';
import { layout } from '../page/layout.ts';
import { type Layout, titleIn } from '../page/paragraph.ts';
import { defaultStyle, type PageStyle } from '../page/style.ts';
import { makePdf } from '../pdf.ts';
import { writeDocx } from '../render/docx/docx.ts';
import { htmlFile } from '../render/htmlFile.ts';
import { plainText } from '../render/text.ts';
import { readDataFile } from '../userData/dataFile.ts';
import { builtInStyles, namedStyle, readPageStyle } from '../userData/styleReader.ts';
import { faultText } from './faultText.ts';
import { contextAt } from './folderContext.ts';
import { choice, Misuse, parseOptions } from './options.ts';
import { readText, textOrComplain } from './readText.ts';
import { exitStatus } from './status.ts';
import { complain, complainOf } from './visible.ts';
import { writeTo } from './writeWhole.ts';

/** `fayan export FILE --to docx|pdf|html|txt` — the speech as a file beside it. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseOptions(args, {
    to: { type: 'string', default: 'docx' },
    out: { type: 'string' },
    style: { type: 'string', default: '公文' },
    name: { type: 'string' },
    force: { type: 'boolean', default: false },
  });
  const kind = choice('--to', values.to, ['docx', 'pdf', 'html', 'txt']);
  if (positionals.length === 0) throw new Misuse(t('请写明要导出哪个文件'));
  if (values.out !== undefined && positionals.length > 1) throw new Misuse(t('--out 只能用于一个文件'));
  let status: number = exitStatus.clean;
  const made = new Set<string>();
  for (const file of positionals) {
    const text = textOrComplain(file);
    if (text === undefined) {
      status = exitStatus.trouble;
      continue;
    }
    const style = styleOf(values.style, file);
    const laidOut = layout(parseSpeech(text), style);
    const base = baseName(file);
    const name = values.name === undefined ? base : fileName(values.name, titleIn(laidOut), new Date(), base);
    const target = values.out ?? join(dirname(file), `${name}.${kind}`);
    if (made.has(resolve(target))) {
      complainOf(file, t('{0} 已由前一篇写出，没有覆盖；--name 里加上 {1} 就不会重名', target, '{文件名}'));
      status = exitStatus.trouble;
      continue;
    }
    const content = kind === 'pdf' ? await pdfOf(laidOut, style, target) : contentOf(laidOut, style, kind);
    // Nor could the next one be made.
    if (content === undefined) return exitStatus.trouble;
    if (content === 'failed') {
      complainOf(file, t('没有转成 PDF；可以先导出 html，用浏览器打印成 PDF'));
      status = exitStatus.trouble;
      continue;
    }
    if (writeTo(target, content, { force: values.force, source: file })) made.add(resolve(target));
    else status = exitStatus.trouble;
  }
  return status;
}

function contentOf(laidOut: Layout, style: PageStyle, kind: 'docx' | 'html' | 'txt'): Uint8Array | string {
  if (kind === 'docx') return writeDocx(laidOut, style);
  return kind === 'txt' ? plainText(laidOut) : htmlFile(laidOut, style);
}

/** Made in the folder of the target; undefined where no program can make one, which it says. */
async function pdfOf(laidOut: Layout, style: PageStyle, target: string): Promise<Uint8Array | 'failed' | undefined> {
  const source = { html: htmlFile(laidOut, style), docx: () => writeDocx(laidOut, style) };
  const pdf = await makePdf(source, dirname(resolve(target))).catch(() => 'failed' as const);
  if (!pdf) {
    complain(
      t('转 PDF 要用 Chromium、Chrome、Edge 或 LibreOffice，这台电脑上都没有找到；可以先导出 html，用浏览器打印成 PDF'),
    );
  }
  return pdf;
}

/** The style of a built-in name, a JSON file, or a name in the nearest `.fayan` above the speech. */
function styleOf(wanted: string, file: string): PageStyle {
  if (/\.json$/i.test(wanted)) {
    const read = readText(wanted);
    if ('error' in read) throw new Misuse(t('{0}：{1}', wanted, read.error));
    const { value, faults } = readDataFile({ path: wanted, text: read.text }, (reader) => readPageStyle(reader));
    for (const fault of faults) complain(faultText(fault, fault.path));
    return value ?? defaultStyle;
  }
  const { context, faults, folder } = contextAt(dirname(file));
  for (const fault of faults) {
    if (fault.path.startsWith('styles/')) complain(faultText(fault, join(folder ?? '', fault.path)));
  }
  const style = namedStyle(wanted, context.styles);
  if (style.name === wanted) return style;
  const known = [...context.styles, ...builtInStyles].map(({ name }) => name);
  throw new Misuse(t('没有“{0}”这个版式；有 {1}', wanted, [...new Set(known)].join('、')));
}
