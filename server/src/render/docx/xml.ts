/** Text for XML: escaped, without the control characters and lone surrogates that XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces `w` and `r`, as attributes of a root element. */
export const wordNamespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** An empty element with attributes in the namespace `w`; those that are undefined are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` w:${key}="${escapeXml(String(value))}"`],
  );
  return `<w:${name}${pairs.join('')}/>`;
}
