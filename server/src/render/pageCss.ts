import { fontFace } from '../page/fonts.ts';
import { footerLine, metricsOf } from '../page/metrics.ts';
import type { BlockStyle, PageStyle, TextStyle } from '../page/style.ts';

/** The look of a style for the pieces of `html.ts`: `.sheet` is a page, `.flow` text without pages. */
export function pageCss(style: PageStyle): string {
  const { paper, margins, pageNumber } = style;
  const { extra, charPitch, width } = metricsOf(style);
  const [top, right, bottom, left] = [margins.top, margins.right, margins.bottom, margins.left].map(
    (side) => `${side}mm`,
  );
  const size = `width:${paper.width}mm;height:${paper.height}mm`;
  const rules = [
    `.sheet{${size};padding:${top} ${right} ${bottom} ${left};box-sizing:border-box;position:relative;overflow:hidden;background:#fff;color:#000}`,
    `.sheet,.flow{${textOf(style.body, style)};font-size:${style.size}pt;line-height:${style.linePitch}pt;letter-spacing:${extra}pt;font-weight:400;font-kerning:none;font-variant-east-asian:normal}`,
    `.sheet .ln{height:${style.linePitch}pt;white-space:pre;width:${width}pt}`,
    '.sheet .full{text-align:justify;text-align-last:justify}',
    `.sheet .first.r-text,.sheet .first.r-heading,.sheet .first.r-note,.sheet .first.r-quote{padding-left:${style.indent * charPitch}pt;box-sizing:border-box}`,
    `.sheet .after{margin-bottom:${style.spaceAfterTitle * style.linePitch}pt}`,
    `.sheet .tr.after{margin-bottom:${style.linePitch}pt}`,
    '.sheet .r-signature{text-align:right;box-sizing:border-box}',
    ...Array.from({ length: 61 }, (_, half) => `.sheet .right${half}{padding-right:${(half * charPitch) / 2}pt}`),
    ...blocks(style),
    ...[1, 2, 3, 4].map((level) => `.h${level}{${textOf(style.headings[level - 1] ?? style.body, style)}}`),
    `.r-quote{${textOf({ font: '楷体', bold: false }, style)}}`,
    `.w{font-family:${family([style.western, 'Times New Roman', 'Liberation Serif', 'Tinos', 'serif'])}}`,
    '.wl{margin-left:.25em}.wr{margin-right:.25em}',
    '.hang{display:inline-block;width:0;overflow:visible;text-align:left;text-align-last:left}',
    'sup,.mark{font-size:.6em}sup{line-height:0;vertical-align:.4em}',
    `.sheet .tr{display:grid;height:auto;border:.5pt solid #000;border-top:0;${blockOf(style.table, style)}}`,
    `.sheet :not(.tr)+.tr,.sheet .tr:first-child{border-top:.5pt solid #000}`,
    `.sheet .td{padding:0 5.1pt;border-left:.5pt solid #000;min-height:${style.table.linePitch}pt;overflow:hidden;display:grid;align-content:center}.sheet .td:first-child{border-left:0}`,
    `.sheet footer{position:absolute;bottom:${margins.bottom - 7 - footerLine / 2 / 2.8346}mm;height:${footerLine}pt;line-height:${footerLine}pt;font-size:${pageNumber.size}pt;letter-spacing:0;font-family:${stack(pageNumber.font, style)};${pageNumber.place === 'center' ? `left:${left};right:${right};text-align:center` : ''}}`,
    pageNumber.place === 'outer'
      ? `.sheet footer.odd{right:calc(${right} + ${pageNumber.size}pt)}.sheet footer.even{left:calc(${left} + ${pageNumber.size}pt)}`
      : '',
    `.flow p,.flow h1,.flow h2,.flow h3,.flow h4,.flow h5{margin:0;font-size:inherit;text-align:justify;text-indent:${style.indent}em}`,
    '.flow .r-title,.flow .r-subtitle,.flow .r-author,.flow .r-date{text-align:center;text-indent:0}.flow .r-signature{text-align:right}',
    // A title is broken between its words, where `<wbr>` stands, and inside of one only where even that is too wide.
    '.flow :is(.r-title,.r-subtitle){word-break:keep-all;overflow-wrap:anywhere}.flow :is(.r-title,.r-subtitle,.r-author,.r-date,.r-signature){text-wrap:balance}',
    '.flow table{border-collapse:collapse;width:100%;font-size:.75em;line-height:1.6}.flow td,.flow th{border:1px solid currentColor;padding:0 .4em}',
    `.sheet .th,.flow th{text-align:center;${textOf({ font: '黑体', bold: false }, style)}}`,
    '.flow .after{margin-bottom:1em}.flow img{max-width:100%}',
    'a{color:inherit;text-decoration:none}',
  ];
  return rules.join('\n');
}

function blocks(style: PageStyle): string[] {
  return (['title', 'subtitle', 'author', 'date'] as const).map((role) => {
    const block = style[role];
    return `.sheet .r-${role}{${blockOf(block, style)};height:${block.linePitch}pt;text-align:center;text-align-last:center}.flow .r-${role}{${textOf(block, style)}}.flow h1.r-title{font-size:${block.size / style.size}em;line-height:1.5}`;
  });
}

function blockOf(block: BlockStyle, style: PageStyle): string {
  return `${textOf(block, style)};font-size:${block.size}pt;line-height:${block.linePitch}pt;letter-spacing:0`;
}

function textOf({ font, bold }: TextStyle, style: PageStyle): string {
  return `font-family:${stack(font, style)};font-weight:${bold ? 700 : 400}`;
}

function stack(font: string, style: PageStyle): string {
  const own = Object.hasOwn(style.fonts, font) ? [style.fonts[font] ?? ''] : [];
  return family([...own, ...fontFace(font).stack]);
}

/** Names that readers of styles have let through hold no quotes. */
function family(names: readonly string[]): string {
  return names.map((name) => (/^(?:serif|sans-serif)$/.test(name) ? name : `"${name}"`)).join(',');
}
