/**
 * 空位 — a 〔…〕 that a snippet has left to be filled in. The year in a document number, the dynasty or country of an
 * author, the number of a note and the version of a document (试行) have the same brackets but are not blanks.
 */
export const blanks = new RegExp(source(), 'g');

/** Whether the text has a blank. */
export function hasBlank(text: string): boolean {
  return text.includes('〔') && one.test(text);
}

const one = new RegExp(source());

function source(): string {
  const year = '\\s{0,3}[0-9０-９〇○零一二三四五六七八九]{4}\\s{0,3}';
  const author = '[先前西东南北后]?[秦汉魏晋朝隋唐宋元明清]|三国|五代|近代|[美英法德俄日苏意]';
  const version = '试行|暂行|草案|[0-9]{4}年?(?:修[订正改]|版)';
  return `〔(?!(?:${year}|注?[0-9]{1,3}|${author}|${version})〕)[^〔〕\\n]{0,60}〕`;
}
