import { t } from '@vscode/l10n';
import plain from '../../data/styles/plain.json' with { type: 'json' };
import reading from '../../data/styles/reading.json' with { type: 'json' };
import { faceNames } from '../page/fonts.ts';
import { type BlockStyle, defaultStyle, type PageNumber, type PageStyle, type TextStyle } from '../page/style.ts';
import {
  booleanIn,
  type DataReader,
  elements,
  fault,
  integerIn,
  isObject,
  member,
  numberIn,
  oneOf,
  onlyKeys,
  readerOf,
  required,
} from './dataReader.ts';
import { anyName, type IsFirst } from './takenNames.ts';

const builtIn: ReadonlyMap<string, PageStyle> = new Map(
  [defaultStyle, ...[reading, plain].map((one) => readPageStyle(readerOf(one), [defaultStyle]))].map((style) => [
    style.name,
    style,
  ]),
);

/** Those of `server/data/styles`, the default first. */
export const builtInStyles: readonly PageStyle[] = [...builtIn.values()];

/** The style with a name: one of the workspace's own, else a built-in one, else 公文. */
export function namedStyle(name: string, own: readonly PageStyle[] = []): PageStyle {
  return own.find((style) => style.name === name) ?? builtIn.get(name) ?? defaultStyle;
}

/** Reads a file of `.fayan/styles`: one style; none, and a fault, where it is no object or has no name. */
export function readStyleFile(reader: DataReader, isFirst: IsFirst = anyName): PageStyle[] {
  if (!isObject(reader)) return [];
  required(reader, 'name');
  const style = readPageStyle(reader);
  return style.name !== '' && isFirst(member(reader, 'name'), style.name, 'style') ? [style] : [];
}

/**
 * Reads a style as `schemas/style.schema.json` describes it. What is wrong is faulted; that and what is missing come
 * from the style that it extends. A style without a name has the empty name.
 */
export function readPageStyle(reader: DataReader, bases: readonly PageStyle[] = builtInStyles): PageStyle {
  isObject(reader);
  onlyKeys(reader, ['$schema', 'extends', ...Object.keys(defaultStyle)]);
  const of = (key: string) => member(reader, key);
  const wanted = oneOf(
    of('extends'),
    bases.map(({ name }) => name),
  );
  const base = bases.find(({ name }) => name === wanted) ?? defaultStyle;
  const linePitch = pitchIn(reader) ?? base.linePitch;
  const block = (key: 'title' | 'subtitle' | 'author' | 'date' | 'table') =>
    // A block that had the line pitch of the text goes on sharing it.
    readBlock(of(key), base[key].linePitch === base.linePitch ? { ...base[key], linePitch } : base[key]);
  const headings = elements(of('headings'), 4);
  const style: PageStyle = {
    name: nameIn(of('name'), 40) ?? '',
    paper: readLengths(of('paper'), base.paper, 80, 500),
    margins: readLengths(of('margins'), base.margins, 0, 120),
    size: sizeIn(reader) ?? base.size,
    linePitch,
    charsPerLine: integerIn(of('charsPerLine'), 0, 80) ?? base.charsPerLine,
    wordGrid: oneOf(of('wordGrid'), ['lines', 'linesAndChars']) ?? base.wordGrid,
    indent: numberIn(of('indent'), 0, 8) ?? base.indent,
    western: nameIn(of('western'), 80) ?? base.western,
    body: readText(of('body'), base.body),
    title: block('title'),
    subtitle: block('subtitle'),
    author: block('author'),
    date: block('date'),
    spaceAfterTitle: numberIn(of('spaceAfterTitle'), 0, 6) ?? base.spaceAfterTitle,
    headings: base.headings.map((from, index) => (headings[index] ? readText(headings[index], from) : from)),
    runIn: oneOf(of('runIn'), ['sentence', 'none']) ?? base.runIn,
    table: block('table'),
    pageNumber: readPageNumber(of('pageNumber'), base.pageNumber),
    fonts: { ...base.fonts, ...readFonts(of('fonts')) },
  };
  if (fits(style)) return style;
  fault(of('margins'), t('页边距以内排不下几个字，纸张、页边距和每行字数未采用'), { inSchema: false });
  return { ...style, paper: base.paper, margins: base.margins, charsPerLine: base.charsPerLine };
}

function sizeIn(reader: DataReader): number | undefined {
  return numberIn(member(reader, 'size'), 5, 72);
}

function pitchIn(reader: DataReader): number | undefined {
  return numberIn(member(reader, 'linePitch'), 6, 144);
}

/** Whether a page has room for some characters and lines; otherwise there would be no end of pages. */
function fits({ paper, margins, size, linePitch }: PageStyle): boolean {
  const [width, height] = [paper.width - margins.left - margins.right, paper.height - margins.top - margins.bottom];
  return width >= (size * 6 * 25.4) / 72 && height >= (linePitch * 3 * 25.4) / 72;
}

function readBlock(reader: DataReader, base: BlockStyle): BlockStyle {
  return {
    ...readText(reader, base, ['size', 'linePitch']),
    size: sizeIn(reader) ?? base.size,
    linePitch: pitchIn(reader) ?? base.linePitch,
  };
}

/** `others` are further properties, which the caller reads. */
function readText(reader: DataReader, base: TextStyle, others: readonly string[] = []): TextStyle {
  isGiven(reader, ['font', 'bold', ...others]);
  return {
    font: nameIn(member(reader, 'font'), 80) ?? base.font,
    bold: booleanIn(member(reader, 'bold')) ?? base.bold,
  };
}

function readPageNumber(reader: DataReader, base: PageNumber): PageNumber {
  isGiven(reader, ['form', 'place', 'font', 'size']);
  return {
    form: oneOf(member(reader, 'form'), ['— 1 —', '1', 'none']) ?? base.form,
    place: oneOf(member(reader, 'place'), ['outer', 'center']) ?? base.place,
    font: nameIn(member(reader, 'font'), 80) ?? base.font,
    size: sizeIn(reader) ?? base.size,
  };
}

function readFonts(reader: DataReader): Record<string, string> {
  isGiven(reader, faceNames);
  return Object.fromEntries(
    faceNames.flatMap((face) => {
      const name = nameIn(member(reader, face), 80);
      return name === undefined ? [] : [[face, name]];
    }),
  );
}

function readLengths<Lengths extends object>(reader: DataReader, base: Lengths, min: number, max: number): Lengths {
  isGiven(reader, Object.keys(base));
  const read = Object.entries(base).map(([key, own]) => [key, numberIn(member(reader, key), min, max) ?? own]);
  return Object.fromEntries(read) as Lengths;
}

/** Faults a value that is no object, and unknown properties. */
function isGiven(reader: DataReader, keys: readonly string[]): void {
  if (reader.value !== undefined && isObject(reader)) onlyKeys(reader, keys);
}

/** A name of a font or style. These go into CSS and XML, so they may hold no quotes, brackets or control characters. */
function nameIn(reader: DataReader, longest: number): string | undefined {
  const { value } = reader;
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= longest && /^[^"'\\<>&;{}\p{C}]+$/u.test(value)) return value;
  fault(reader, t('此处应为名称，不超过 {0} 字，不含引号和 < > & ; { }', longest));
  return undefined;
}
