import official from '../../data/styles/official.json' with { type: 'json' };

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
   * How Word is told of `charsPerLine`: by character spacing and a grid of lines, which every word processor sets
   * alike, or by a grid of lines and characters, which LibreOffice sets wrongly where it is narrower than the type.
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

/** In mm. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How words look. */
export interface TextStyle {
  /** 仿宋, 楷体, 黑体, 小标宋, 宋体 or the name of a font. */
  readonly font: string;
  readonly bold: boolean;
}

/** How a paragraph of its own looks, in pt. */
export interface BlockStyle extends TextStyle {
  readonly size: number;
  readonly linePitch: number;
}

/** The number at the foot of a page. */
export interface PageNumber {
  readonly form: '— 1 —' | '1' | 'none';
  /** At the outer edge, one 字 in, as the standard has it; or in the middle. */
  readonly place: 'outer' | 'center';
  readonly font: string;
  readonly size: number;
}

/** GB/T 9704-2012, as speeches use it. */
export const defaultStyle = official as PageStyle;
