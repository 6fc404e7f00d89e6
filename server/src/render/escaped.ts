/** Text for HTML and SVG, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text that reads as itself within a paragraph, a list item or a table cell of Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/^[-+](?=[ \t])|[\\`*_{}[\]<>#|~&]/g, '\\$&');
}
