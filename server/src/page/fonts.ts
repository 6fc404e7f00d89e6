/** 字体 — the five faces that a page is set in. Styles name them by these words, or name a font of their own. */
export interface FontFace {
  /** The name that goes into a Word file: what offices install, whether this machine has it or not. */
  readonly word: string;
  /** Names to look for when the page is shown, best first. */
  readonly stack: readonly string[];
}

/**
 * Names as Windows, macOS, WPS and free font packages spell them. cwTeXFangSong lacks a third of the
 * characters and is left out.
 */
const fontFaces: Readonly<Record<string, FontFace>> = {
  仿宋: {
    word: '仿宋_GB2312',
    stack: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      '方正仿宋_GBK',
      '仿宋',
      'FangSong',
      '华文仿宋',
      'STFangsong',
      'FandolFang',
      'Noto Serif CJK SC',
      'serif',
    ],
  },
  楷体: {
    word: '楷体_GB2312',
    stack: [
      '楷体_GB2312',
      'KaiTi_GB2312',
      '方正楷体_GBK',
      '楷体',
      'KaiTi',
      '华文楷体',
      'STKaiti',
      'Kaiti SC',
      'AR PL UKai CN',
      'AR PL KaitiM GB',
      'LXGW WenKai',
      'FandolKai',
      'serif',
    ],
  },
  黑体: {
    word: '黑体',
    stack: [
      '黑体',
      'SimHei',
      '方正黑体_GBK',
      '华文黑体',
      'STHeiti',
      'Heiti SC',
      'Noto Sans CJK SC',
      'WenQuanYi Zen Hei',
      'FandolHei',
      'sans-serif',
    ],
  },
  小标宋: {
    word: '方正小标宋简体',
    stack: [
      '方正小标宋简体',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05S',
      'FZXiaoBiaoSong-B05',
      '小标宋',
      '华文中宋',
      'STZhongsong',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
      'FandolSong',
      'SimSun',
      'serif',
    ],
  },
  宋体: {
    word: '宋体',
    stack: [
      '宋体',
      'SimSun',
      '华文宋体',
      'STSong',
      'Songti SC',
      'Noto Serif CJK SC',
      'AR PL UMing CN',
      'FandolSong',
      'serif',
    ],
  },
};

/** 仿宋, 楷体, 黑体, 小标宋, 宋体 — the words by which styles name the faces. */
export const faceNames: readonly string[] = Object.keys(fontFaces);

/** A face by its word in a style; any other word is taken for the name of a font. */
export function fontFace(word: string): FontFace {
  const known = Object.hasOwn(fontFaces, word) ? fontFaces[word] : undefined;
  return known ?? { word, stack: [word, 'serif'] };
}

/** Advance widths of ASCII 32–126 in Times New Roman, in thousandths of the type size. */
const westernWidths = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];

/** Width of a character in ems: 1 for 汉字 and full-width marks, that of Times New Roman for ASCII. */
export function widthOf(code: number): number {
  if (code < 0x20) return 0;
  if (code < 0x7f) return (westernWidths[code - 0x20] ?? 500) / 1000;
  if (code === 0x200b || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  if (isWestern(code) || (code >= 0xff61 && code <= 0xffdc)) return 0.5;
  return 1;
}

/** Width of a text in ems. */
export function emsOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0);
  return width;
}

/** Set in the western font: Latin, Greek and Cyrillic letters, digits and their marks; “ ” — … and · are not. */
export function isWestern(code: number): boolean {
  return code < 0x2000 && code !== 0xb7 && code !== 0xd7 && code !== 0xb0;
}
