import type { PageStyle } from '../../page/style.ts';
import { styleIds, twipsOf } from './styles.ts';
import { tag, wordNamespace, xmlHead } from './xml.ts';

/** `word/footer*.xml`: the page number, `— 1 —`, one 字 in from the outer edge, or in the middle. */
export function footerXml(style: PageStyle, side: 'odd' | 'even'): string {
  const { form, place, size } = style.pageNumber;
  const chars = twipsOf(size);
  const alignment =
    place === 'center'
      ? tag('jc', { val: 'center' })
      : side === 'odd'
        ? `${tag('ind', { rightChars: 100, right: chars, firstLineChars: 0, firstLine: 0 })}${tag('jc', { val: 'right' })}`
        : `${tag('ind', { leftChars: 100, left: chars, firstLineChars: 0, firstLine: 0 })}${tag('jc', { val: 'left' })}`;
  const dash = (text: string) => (form === '1' ? '' : run(`<w:t xml:space="preserve">${text}</w:t>`));
  const number = `${run(tag('fldChar', { fldCharType: 'begin' }))}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run(tag('fldChar', { fldCharType: 'separate' }))}${run('<w:t>1</w:t>')}${run(tag('fldChar', { fldCharType: 'end' }))}`;
  return `${xmlHead}<w:ftr ${wordNamespace}><w:p><w:pPr>${tag('pStyle', { val: styleIds.footer })}${alignment}</w:pPr>${dash('— ')}${number}${dash(' —')}</w:p></w:ftr>`;
}

function run(inner: string): string {
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${inner}</w:r>`;
}
