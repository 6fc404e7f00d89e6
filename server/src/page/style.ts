import official from '../../data/styles/official.json' with { type: 'json' };
import plain from '../../data/styles/plain.json' with { type: 'json' };
import reading from '../../data/styles/reading.json' with { type: 'json' };

/** 版式 — everything that decides how a speech looks on paper, as data. Lengths in mm, type in pt. */
export interface PageStyle {
  readonly name: string;
  readonly paper: Size;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Type size of the text. */
  readonly size: number;
  readonly linePitch: number;
  /** The document grid; 0 for none. */
  readonly charsPerLine: number;
  /**
   * How Word is told of `charsPerLine`: by character spacing and a grid of lines, which every word processor sets alike, or by a
   * grid of lines and characters, which LibreOffice sets wrongly where it is narrower than the type.
   */
  readonly wordGrid: 'lines' | 'linesAndChars';
  /** First-line indent in 字. */
  readonly indent: number;
  /** Font of digits and Latin letters. */
  readonly western: string;
  readonly body: TextStyle;
  readonly title: BlockStyle;
  readonly subtitle: BlockStyle;
  readonly author: BlockStyle;
  readonly date: BlockStyle;
  /** Blank lines below the title block. */
  readonly spaceAfterTitle: number;
  /** Of `一、` `（一）` `1.` `（1）`. */
  readonly headings: readonly TextStyle[];
  /** Whether a heading sentence that its text follows keeps its heading font. */
  readonly runIn: 'sentence' | 'none';
  readonly table: BlockStyle;
  readonly pageNumber: PageNumber;
  /** What to write into Word files instead of the usual font names: `{"仿宋": "仿宋"}`. */
  readonly fonts: Readonly<Record<string, string>>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  /** 仿宋, 楷体, 黑体, 小标宋, 宋体 or the name of a font. */
  readonly font: string;
  readonly bold: boolean;
}

export interface BlockStyle extends TextStyle {
  readonly size: number;
  readonly linePitch: number;
}

export interface PageNumber {
  readonly form: '— 1 —' | '1' | 'none';
  /** At the outer edge, one 字 in, as the standard has it; or in the middle. */
  readonly place: 'outer' | 'center';
  readonly font: string;
  readonly size: number;
}

/** Reads a style that somebody wrote; what is missing or wrong is taken from the style it extends. Never throws. */
export function readPageStyle(value: unknown): PageStyle {
  const given = isRecord(value) ? value : {};
  const base = builtIn.get(typeof given.extends === 'string' ? given.extends : '') ?? defaultStyle;
  return merge(base, given);
}

/** GB/T 9704-2012, as speeches use it. */
export const defaultStyle = official as PageStyle;

const builtIn: ReadonlyMap<string, PageStyle> = new Map(
  [defaultStyle, merge(defaultStyle, reading), merge(defaultStyle, plain)].map((style) => [style.name, style]),
);

export const builtInStyles: readonly PageStyle[] = [...builtIn.values()];

/** The style of a name: the workspace's own first, then those built in, else 公文. `own` are as they were written. */
export function namedStyle(name: string, own: readonly unknown[] = []): PageStyle {
  const found = own.map(readPageStyle).find((style) => style.name === name);
  return found ?? builtIn.get(name) ?? defaultStyle;
}

function merge(base: PageStyle, given: Readonly<Record<string, unknown>>): PageStyle {
  const { paper, margins, fonts, pageNumber, headings } = given;
  const linePitch = number(given.linePitch, 6, 144) ?? base.linePitch;
  const block = (value: unknown, from: BlockStyle) => readBlock(value, from, base.linePitch, linePitch);
  const style: PageStyle = {
    name: text(given.name, 40) ?? base.name,
    paper: { ...base.paper, ...lengths(paper, ['width', 'height'], 80, 500) },
    margins: { ...base.margins, ...lengths(margins, ['top', 'right', 'bottom', 'left'], 0, 120) },
    size: number(given.size, 5, 72) ?? base.size,
    linePitch,
    charsPerLine: Math.round(number(given.charsPerLine, 0, 80) ?? base.charsPerLine),
    wordGrid: given.wordGrid === 'lines' || given.wordGrid === 'linesAndChars' ? given.wordGrid : base.wordGrid,
    indent: number(given.indent, 0, 8) ?? base.indent,
    western: text(given.western, 80) ?? base.western,
    body: readText(given.body, base.body),
    title: block(given.title, base.title),
    subtitle: block(given.subtitle, base.subtitle),
    author: block(given.author, base.author),
    date: block(given.date, base.date),
    spaceAfterTitle: number(given.spaceAfterTitle, 0, 6) ?? base.spaceAfterTitle,
    headings: base.headings.map((from, index) => readText(Array.isArray(headings) ? headings[index] : undefined, from)),
    runIn: given.runIn === 'none' || given.runIn === 'sentence' ? given.runIn : base.runIn,
    table: block(given.table, base.table),
    pageNumber: readPageNumber(pageNumber, base.pageNumber),
    fonts: { ...base.fonts, ...readFonts(fonts) },
  };
  return fits(style) ? style : { ...style, paper: base.paper, margins: base.margins, charsPerLine: base.charsPerLine };
}

/** Room for a few characters and lines; margins that swallow the page would make pages without end. */
function fits({ paper, margins, size, linePitch }: PageStyle): boolean {
  const [width, height] = [paper.width - margins.left - margins.right, paper.height - margins.top - margins.bottom];
  return width >= (size * 6 * 25.4) / 72 && height >= (linePitch * 3 * 25.4) / 72;
}

function readBlock(value: unknown, base: BlockStyle, basePitch: number, pitch: number): BlockStyle {
  const given = isRecord(value) ? value : {};
  // A block that went with the lines of the text goes on doing so.
  const inherited = base.linePitch === basePitch ? pitch : base.linePitch;
  return {
    ...readText(value, base),
    size: number(given.size, 5, 72) ?? base.size,
    linePitch: number(given.linePitch, 6, 144) ?? inherited,
  };
}

function readText(value: unknown, base: TextStyle): TextStyle {
  const given = isRecord(value) ? value : {};
  return {
    font: text(given.font, 80) ?? base.font,
    bold: typeof given.bold === 'boolean' ? given.bold : base.bold,
  };
}

function readPageNumber(value: unknown, base: PageNumber): PageNumber {
  const given = isRecord(value) ? value : {};
  const { form, place } = given;
  return {
    form: form === '1' || form === 'none' || form === '— 1 —' ? form : base.form,
    place: place === 'outer' || place === 'center' ? place : base.place,
    font: text(given.font, 80) ?? base.font,
    size: number(given.size, 5, 72) ?? base.size,
  };
}

function readFonts(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    ['仿宋', '楷体', '黑体', '小标宋', '宋体'].flatMap((face) => {
      const name = text(Object.hasOwn(value, face) ? value[face] : undefined, 80);
      return name === undefined ? [] : [[face, name]];
    }),
  );
}

function lengths(value: unknown, keys: readonly string[], least: number, most: number): Record<string, number> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    keys.flatMap((key) => {
      const length = number(value[key], least, most);
      return length === undefined ? [] : [[key, length]];
    }),
  );
}

function number(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/** Font and style names go into CSS and XML: no quotes, brackets, control characters. */
function text(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' &&
    value.length > 0 &&
    value.length <= longest &&
    /^[^"'\\<>&;{}\p{C}]+$/u.test(value)
    ? value
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
