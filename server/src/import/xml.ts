import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { t } from '@vscode/l10n';
import { ImportError } from './importError.ts';

/** An element of an XML part. */
export type Element = XmlElement;

/**
 * The root of an XML part. Throws an `ImportError` where it is not XML, or has so many tags that reading
 * it would fill the memory.
 */
export function rootOf(xml: string): Element {
  if (count(xml, '<') > most.tags || count(xml, '=') > most.attributes) {
    throw new ImportError(t('文件不正常：里面的部件太多'));
  }
  try {
    const root = parseXml(xml.replace(/^\uFEFF/, ''), { ignoreUndefinedEntities: true }).root;
    if (root) return root;
  } catch {
    // Reported below, like a part without a root.
  }
  throw new ImportError(t('文件已损坏，读不出内容'));
}

/**
 * A speech of a hundred pages, chopped up by years of tracked changes, has a third of this; each
 * tag takes some 600 bytes.
 */
const most = { tags: 500_000, attributes: 1_000_000 };

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}

/** Child elements, all or those with a name; names are without prefix. */
export function childrenOf(parent: Element | undefined, name?: string): Element[] {
  if (!parent) return [];
  return parent.children.filter(
    (child): child is Element => child instanceof XmlElement && (name === undefined || nameOf(child) === name),
  );
}

/** The first child element with a name. */
export function childOf(parent: Element | undefined, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

/** The name of an element without its prefix. */
export function nameOf({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, whatever its prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key === name || key.endsWith(`:${name}`)) return value;
  }
  return undefined;
}

/** The `w:val` of a child element. */
export function valOf(parent: Element | undefined, name: string): string | undefined {
  return attribute(childOf(parent, name), 'val');
}

/** `<w:b/>` and `<w:b w:val="1"/>` are on, `<w:b w:val="0"/>` is off. */
export function isOn(parent: Element | undefined, name: string): boolean {
  const child = childOf(parent, name);
  return child !== undefined && !/^(?:0|false|off|none)$/i.test(attribute(child, 'val') ?? '1');
}

/** The text directly in an element, without that of its children. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
}
