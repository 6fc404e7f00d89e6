import { t } from '@vscode/l10n';
import { strFromU8, unzipSync } from 'fflate';
import { ImportError } from './importError.ts';

/** In bytes, except `entries`: more than any speech needs. A file that exceeds it is damaged or malicious. */
const most = { file: 50_000_000, entries: 5_000, part: 16_000_000, all: 32_000_000 };

/** Throws an `ImportError` where a file is too large; to be called before reading it. */
export function checkWordSize(bytes: number): void {
  if (bytes <= most.file) return;
  throw new ImportError(t('文件太大（{0} MB），最多 {1} MB', Math.round(bytes / 1e6), most.file / 1e6));
}

/**
 * The parts of a Word file that contain words, by Word's usual names for them, though Word for the web may number
 * them (`document2.xml`). Uses no more memory than `most`, whatever sizes the file claims. Throws an `ImportError`
 * where there is no document.
 */
export function unzipWord(bytes: Uint8Array): Map<string, string> {
  checkWordSize(bytes.length);
  if (bytes.length === 0) throw new ImportError(t('文件是空的，可能没有下载完'));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ImportError(
      t('这是旧版的 .doc（或 .wps）文件，或者加了密码；请用 Word 或 WPS 另存为不加密的 .docx 再导入'),
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw noWordFile();
  let entries = 0;
  let all = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        entries += 1;
        if (entries > most.entries) throw new ImportError(t('文件不正常：里面的部件太多'));
        if (!wanted.test(name)) return false;
        all += originalSize;
        // A part without a size cannot be bounded, and no word processor writes one.
        if (originalSize > most.part || all > most.all || (originalSize === 0 && size > 0)) {
          throw new ImportError(t('文件不正常：解开后太大'));
        }
        return true;
      },
    });
    const named = new Map(Object.entries(parts).map(([path, data]) => [plainName(path), strFromU8(data)]));
    if (!named.has('word/document.xml')) throw noWordFile();
    return named;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(t('文件已损坏，打不开'));
  }
}

const wanted =
  /^word[/\\](?:document|styles|numbering|footnotes|endnotes)\d{0,4}\.xml$|^word[/\\]_rels[/\\]document\d{0,4}\.xml\.rels$/;

function plainName(path: string): string {
  return path.replaceAll('\\', '/').replace(/\d{1,4}(?=\.xml)/, '');
}

function noWordFile(): ImportError {
  return new ImportError(t('这不是 Word 文件（.docx）'));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
