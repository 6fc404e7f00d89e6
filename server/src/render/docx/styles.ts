import { faceNames, fontFace } from '../../page/fonts.ts';
import { footerLine, metricsOf } from '../../page/metrics.ts';
import type { BlockStyle, PageStyle, TextStyle } from '../../page/style.ts';
import { escapeXml, tag, wordNamespace, xmlHead } from './xml.ts';

/** Ids of the named styles; a writer sees the names that `stylesXml` gives them. */
export const styleIds = {
  title: 'GongwenTitle',
  subtitle: 'GongwenSubtitle',
  author: 'GongwenAuthor',
  date: 'GongwenDate',
  text: 'Normal',
  note: 'EndnoteText',
  quote: 'GongwenQuote',
  code: 'GongwenVerbatim',
  signature: 'GongwenSignature',
  table: 'GongwenTable',
  tableHead: 'GongwenTableHead',
  footer: 'Footer',
  hyperlink: 'Hyperlink',
  noteReference: 'EndnoteReference',
} as const;

/** Id of the paragraph style of a heading, by its level from 1 to 4. */
export const headingId = (level: number) => `Heading${level}`;
/** Character style of a heading sentence that its text follows. */
export const runInId = (level: number) => `Heading${level}Sentence`;

/**
 * `word/styles.xml`: every look is a named style, so that it can be changed in one place in Word
 * and WPS. No theme fonts.
 */
export function stylesXml(style: PageStyle): string {
  const { charPitch, extra, overhang } = metricsOf(style);
  // 28 字 a line by character spacing, which Word, WPS and LibreOffice set alike; see docs/page.md.
  const condensed = style.wordGrid === 'lines' && extra !== 0 ? spacing(extra) : '';
  const indent = { firstLineChars: Math.round(style.indent * 100), firstLine: twipsOf(style.indent * charPitch) };
  const beyond = overhang > 0 ? { right: -twipsOf(overhang) } : {};
  const flush = tag('ind', { right: 0, firstLineChars: 0, firstLine: 0 });
  const centred = tag('jc', { val: 'center' });
  const left = tag('jc', { val: 'left' });
  const headings = [1, 2, 3, 4].flatMap((level) => {
    const look = style.headings[level - 1] ?? style.body;
    const paragraph = `${tag('keepNext')}${tag('outlineLvl', { val: level - 1 })}`;
    return [
      paragraphStyle(headingId(level), `heading ${level}`, {
        paragraph,
        run: textRun(look, style),
        next: true,
        quick: true,
      }),
      `<w:style w:type="character" w:customStyle="1" w:styleId="${runInId(level)}">${tag('name', { val: `标题句 ${level}` })}${tag('uiPriority', { val: 10 })}${tag('qFormat')}<w:rPr>${textRun(look, style)}</w:rPr></w:style>`,
    ];
  });
  const above = (['title', 'subtitle', 'author', 'date'] as const).map((role) => {
    const paragraph = `${tag('keepNext')}${tag('snapToGrid', { val: 0 })}${exactly(style[role].linePitch)}${flush}${centred}`;
    return paragraphStyle(styleIds[role], aboveNames[role], {
      paragraph,
      run: blockRun(style[role], style),
      quick: true,
      custom: true,
    });
  });
  const inTable = `${tag('snapToGrid', { val: 0 })}${exactly(style.table.linePitch)}${flush}`;
  return `${xmlHead}<w:styles ${wordNamespace}><w:docDefaults><w:rPrDefault><w:rPr>${fonts(style.body.font, style)}${tag('kern', { val: 0 })}${size(style.size)}${tag('lang', { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' })}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal">${tag('name', { val: 'Normal' })}${tag('qFormat')}<w:pPr>${tag('widowControl', { val: 0 })}${tag('kinsoku')}${exactly(style.linePitch)}${tag('ind', { ...indent, ...beyond })}${tag('jc', { val: 'both' })}</w:pPr><w:rPr>${textRun(style.body, style)}${condensed}${size(style.size)}</w:rPr></w:style>`,
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">${tag('name', { val: 'Default Paragraph Font' })}${tag('uiPriority', { val: 1 })}${tag('semiHidden')}</w:style>`,
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal">${tag('name', { val: 'Normal Table' })}${tag('uiPriority', { val: 99 })}${tag('semiHidden')}<w:tblPr>${tag('tblInd', { w: 0, type: 'dxa' })}<w:tblCellMar>${tag('top', { w: 0, type: 'dxa' })}${tag('left', { w: 108, type: 'dxa' })}${tag('bottom', { w: 0, type: 'dxa' })}${tag('right', { w: 108, type: 'dxa' })}</w:tblCellMar></w:tblPr></w:style>`,
    ...headings,
    ...above,
    paragraphStyle(styleIds.signature, '落款', { paragraph: `${flush}${tag('jc', { val: 'right' })}`, custom: true }),
    paragraphStyle(styleIds.quote, '引文', { run: fonts('楷体', style), custom: true }),
    paragraphStyle(styleIds.code, '原样文字', { paragraph: `${flush}${left}`, custom: true }),
    paragraphStyle(styleIds.table, '表格文字', {
      paragraph: `${inTable}${left}`,
      run: blockRun(style.table, style),
      custom: true,
    }),
    paragraphStyle(styleIds.tableHead, '表头', {
      paragraph: `${tag('keepNext')}${inTable}${centred}`,
      run: blockRun({ ...style.table, font: '黑体' }, style),
      custom: true,
    }),
    paragraphStyle(styleIds.footer, 'footer', {
      paragraph: `${tag('snapToGrid', { val: 0 })}${exactly(footerLine)}${flush}${left}`,
      run: `${fonts(style.pageNumber.font, style, true)}${spacing(0)}${size(style.pageNumber.size)}`,
    }),
    paragraphStyle(styleIds.note, 'endnote text', {}),
    `<w:style w:type="character" w:styleId="${styleIds.noteReference}">${tag('name', { val: 'endnote reference' })}<w:rPr>${tag('vertAlign', { val: 'superscript' })}</w:rPr></w:style>`,
    `<w:style w:type="character" w:styleId="${styleIds.hyperlink}">${tag('name', { val: 'Hyperlink' })}<w:rPr>${tag('color', { val: 'auto' })}</w:rPr></w:style>`,
  ].join('')}</w:styles>`;
}

const aboveNames = { title: '公文标题', subtitle: '公文副题', author: '署名', date: '日期行' } as const;

interface StyleParts {
  readonly paragraph?: string;
  readonly run?: string;
  readonly next?: boolean;
  readonly quick?: boolean;
  readonly custom?: boolean;
}

function paragraphStyle(
  id: string,
  name: string,
  { paragraph = '', run = '', next, quick, custom }: StyleParts,
): string {
  return `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}">${tag('name', { val: name })}${tag('basedOn', { val: 'Normal' })}${next ? tag('next', { val: 'Normal' }) : ''}${quick ? `${tag('uiPriority', { val: 9 })}${tag('qFormat')}` : ''}${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;
}

function blockRun(block: BlockStyle, style: PageStyle): string {
  return `${textRun(block, style)}${spacing(0)}${size(block.size)}`;
}

/** Bold is switched off explicitly, because a style of the same name in a template may switch it on. */
function textRun({ font, bold }: TextStyle, style: PageStyle): string {
  return `${fonts(font, style)}${tag('b', { val: bold ? 1 : 0 })}`;
}

/** Explicit names for all scripts; `digits` sets digits in the 汉字 font as well. */
function fonts(font: string, style: PageStyle, digits = false): string {
  const eastAsia = wordFont(font, style);
  const western = digits ? eastAsia : style.western;
  return tag('rFonts', { ascii: western, eastAsia, hAnsi: western, cs: western });
}

/** The name of a font in Word files, which a page style may choose. */
function wordFont(font: string, style: PageStyle): string {
  return (Object.hasOwn(style.fonts, font) ? style.fonts[font] : undefined) ?? fontFace(font).word;
}

function size(points: number): string {
  const half = Math.round(points * 2);
  return `${tag('sz', { val: half })}${tag('szCs', { val: half })}`;
}

function spacing(points: number): string {
  return tag('spacing', { val: twipsOf(points) });
}

function exactly(points: number): string {
  return tag('spacing', { before: 0, after: 0, line: twipsOf(points), lineRule: 'exact' });
}

/** Points in twips, twentieths of a point, rounded. */
export function twipsOf(points: number): number {
  return Math.round(points * 20);
}

/** `word/fontTable.xml`: beside each font that offices install its plain name, for machines without it. */
export function fontTableXml(style: PageStyle): string {
  const faces = faceNames.map((face) => wordFont(face, style));
  const entries = [...new Set(faces)].map((name) => {
    const plain: Readonly<Record<string, string>> = { 仿宋_GB2312: '仿宋', 楷体_GB2312: '楷体' };
    const other = plain[name];
    return `<w:font w:name="${escapeXml(name)}">${other ? tag('altName', { val: other }) : ''}${tag('charset', { val: '86' })}${tag('family', { val: 'auto' })}${tag('pitch', { val: 'variable' })}</w:font>`;
  });
  return `${xmlHead}<w:fonts ${wordNamespace}>${entries.join('')}<w:font w:name="${escapeXml(style.western)}">${tag('charset', { val: '00' })}${tag('family', { val: 'roman' })}${tag('pitch', { val: 'variable' })}</w:font></w:fonts>`;
}
