import { strToU8, zipSync } from 'fflate';
import { type Layout, titleIn } from '../../page/paragraph.ts';
import type { PageStyle } from '../../page/style.ts';
import { bodyOf } from './body.ts';
import { footerXml } from './footer.ts';
import { isOuter, settingsXml } from './settings.ts';
import { fontTableXml, stylesXml } from './styles.ts';
import type { RowBreaks } from './table.ts';
import { escapeXml, xmlHead } from './xml.ts';

/** A Word file. The same speech gives the same bytes: no date, no author, no machine in it. */
export function writeDocx(layout: Layout, style: PageStyle, rows: RowBreaks = 'whole'): Uint8Array {
  const files = Object.entries(docxParts(layout, style, rows)).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: earliest, level: 6 });
}

/** The earliest day that a zip file can state, in any time zone. */
const earliest = new Date(1980, 0, 1);

/** The parts of the Word file by their paths, as XML. */
export function docxParts(layout: Layout, style: PageStyle, rows: RowBreaks = 'whole'): Record<string, string> {
  const { document, endnotes, links } = bodyOf(layout, style, rows);
  const numbered = style.pageNumber.form !== 'none';
  const parts: Part[] = [
    { path: 'word/document.xml', id: 'document', type: 'document.main', xml: document },
    { path: 'word/styles.xml', id: 'styles', type: 'styles', xml: stylesXml(style) },
    { path: 'word/settings.xml', id: 'settings', type: 'settings', xml: settingsXml(style, endnotes !== undefined) },
    { path: 'word/fontTable.xml', id: 'fontTable', type: 'fontTable', xml: fontTableXml(style) },
  ];
  if (numbered) parts.push({ path: 'word/footer1.xml', id: 'footerOdd', type: 'footer', xml: footerXml(style, 'odd') });
  if (isOuter(style)) {
    parts.push({ path: 'word/footer2.xml', id: 'footerEven', type: 'footer', xml: footerXml(style, 'even') });
  }
  if (endnotes) parts.push({ path: 'word/endnotes.xml', id: 'endnotes', type: 'endnotes', xml: endnotes });
  return {
    '[Content_Types].xml': contentTypes(parts),
    '_rels/.rels': relationships([
      relationship('document', 'officeDocument', 'word/document.xml'),
      `<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ]),
    'docProps/core.xml': `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(titleIn(layout))}</dc:title></cp:coreProperties>`,
    ...Object.fromEntries(parts.map(({ path, xml }) => [path, xml])),
    'word/_rels/document.xml.rels': relationships([
      ...parts.slice(1).map(({ path, id, type }) => relationship(id, type, path.replace('word/', ''))),
      ...links.map((target, index) => relationship(`link${index + 1}`, 'hyperlink', target, true)),
    ]),
  };
}

interface Part {
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly xml: string;
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ path, type }) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function relationships(inner: readonly string[]): string {
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`;
}
