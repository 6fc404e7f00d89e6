import { attribute, childOf, childrenOf, type Element, valOf } from './xml.ts';

/** What a paragraph has from its style. */
export interface Style {
  readonly name: string;
  readonly level: number;
  readonly centred: boolean;
  readonly numId: string | undefined;
  readonly ilvl: number;
}

/** The style of a paragraph that has none. */
export const plain: Style = { name: '', level: 0, centred: false, numId: undefined, ilvl: 0 };

/** Styles by their ids, with what they inherit; the default paragraph style is also found by ''. */
export function stylesOf(root: Element | undefined): Map<string, Style> {
  const elements = new Map(childrenOf(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]));
  const styles = new Map<string, Style>();
  for (const [id, element] of elements) {
    if (attribute(element, 'type') !== 'paragraph') continue;
    const style = { ...resolved(element, 0), name: valOf(element, 'name') ?? id };
    styles.set(id, style);
    if (/^(?:1|true|on)$/.test(attribute(element, 'default') ?? '')) styles.set('', { ...style, name: '' });
  }
  return styles;

  function resolved(element: Element, depth: number): Style {
    const parent = elements.get(valOf(element, 'basedOn') ?? '');
    const inherited = parent && depth < 20 ? resolved(parent, depth + 1) : plain;
    const properties = childOf(element, 'pPr');
    const name = valOf(element, 'name') ?? '';
    const outline = valOf(properties, 'outlineLvl');
    const named = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
    const justified = valOf(properties, 'jc');
    const list = childOf(properties, 'numPr');
    return {
      name,
      level: outline === undefined ? Number(named ?? inherited.level) : levelOf(outline),
      centred: justified === undefined ? inherited.centred : justified === 'center',
      numId: valOf(list, 'numId') ?? inherited.numId,
      ilvl: Number(valOf(list, 'ilvl') ?? inherited.ilvl),
    };
  }
}

/** `w:outlineLvl`, which counts from 0. */
export function levelOf(outline: string): number {
  const level = Number(outline);
  return level >= 0 && level <= 8 ? level + 1 : 0;
}
