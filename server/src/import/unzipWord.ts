import { t } from '@vscode/l10n';
import { strFromU8, unzipSync } from 'fflate';
import { ImportError } from './importError.ts';

/** More than any speech needs; a file that swells beyond is damaged or made to do harm. */
const most = { file: 50_000_000, entries: 5_000, part: 16_000_000, all: 32_000_000 };

/** The text parts of a Word file that hold words. Memory stays within `most`, whatever the file says of itself. */
export function unzipWord(bytes: Uint8Array): Map<string, string> {
  if (bytes.length > most.file)
    throw new ImportError(t('文件太大（{0} MB），没有导入', Math.round(bytes.length / 1e6)));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ImportError(
      t('这是旧版的 .doc（或 .wps）文件，或者加了密码；请用 Word 或 WPS 另存为不加密的 .docx 再导入'),
    );
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new ImportError(t('这不是 Word 文件（.docx）'));
  let entries = 0;
  let all = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        entries += 1;
        if (entries > most.entries) throw new ImportError(t('文件不正常：里面的部件太多，没有导入'));
        if (!wanted.test(name)) return false;
        all += originalSize;
        // A part without a size cannot be bounded, and no word processor writes one.
        if (originalSize > most.part || all > most.all || (originalSize === 0 && size > 0)) {
          throw new ImportError(t('文件不正常：解开后太大，没有导入'));
        }
        return true;
      },
    });
    return new Map(Object.entries(parts).map(([path, data]) => [path.replaceAll('\\', '/'), strFromU8(data)]));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(t('文件已损坏，打不开'));
  }
}

const wanted =
  /^word[/\\](?:document|styles|numbering|footnotes|endnotes)\.xml$|^word[/\\]_rels[/\\]document\.xml\.rels$/;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
