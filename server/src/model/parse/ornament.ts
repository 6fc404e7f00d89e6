/** The length of an ornament or dash before the first word, with the blanks after it; 0 for none. */
export function ornamentLength(words: string): number {
  return (ornament.exec(words) ?? dash.exec(words))?.[0].length ?? 0;
}

/** “——学用结合有落差。……” is an item of a list; “——在民主生活会上的发言”, with no stop in it, goes on with the title above. */
export const dash = /^\**—{1,2}[ 　]*(?=[^—。；：\n]{2,40}[。；：])/;

/** The ornaments that Word, WPS and chat windows put before list items or headings. */
export const ornament = /^\**[\u2580-\u25FF\u2022\u2605\u2606\u2756\u27A2\u27A4\u{1F536}-\u{1F539}]\uFE0F?[ \t　]*/u;
