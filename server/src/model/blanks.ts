/**
 * 空位 — a 〔…〕 that a snippet left to be filled in. The year in the number of a document, the dynasty or country of an author and the
 * number of a note, which stand in the same brackets, are none.
 */
export const blanks = new RegExp(source(), 'g');

/** Whether something in the text is still to be written. */
export function hasBlank(text: string): boolean {
  return text.includes('〔') && one.test(text);
}

const one = new RegExp(source());

function source(): string {
  const year = '\\s{0,3}[0-9０-９〇○零一二三四五六七八九]{4}\\s{0,3}';
  const author = '[先前西东南北后]?[秦汉魏晋朝隋唐宋元明清]|三国|五代|近代|[美英法德俄日苏意]';
  return `〔(?!(?:${year}|注?[0-9]{1,3}|${author})〕)[^〔〕\\n]{0,60}〕`;
}
