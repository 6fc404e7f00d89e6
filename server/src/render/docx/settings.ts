import { mayNotBegin, mayNotEnd } from '../../page/kinsoku.ts';
import type { PageStyle } from '../../page/style.ts';
import { tag, wordNamespace, xmlHead } from './xml.ts';

/**
 * `word/settings.xml`: no punctuation is squeezed, and the marks that may not begin or end a line are
 * ours, as in the preview.
 */
export function settingsXml(style: PageStyle, hasNotes: boolean): string {
  return `${xmlHead}<w:settings ${wordNamespace}>${[
    tag('zoom', { percent: 100 }),
    tag('defaultTabStop', { val: 420 }),
    isOuter(style) ? tag('evenAndOddHeaders') : '',
    tag('characterSpacingControl', { val: 'doNotCompress' }),
    tag('noLineBreaksAfter', { lang: 'zh-CN', val: mayNotEnd }),
    tag('noLineBreaksBefore', { lang: 'zh-CN', val: mayNotBegin }),
    hasNotes
      ? `<w:endnotePr>${tag('numFmt', { val: 'decimal' })}${tag('endnote', { id: -1 })}${tag('endnote', { id: 0 })}</w:endnotePr>`
      : '',
    `<w:compat>${tag('spaceForUL')}${tag('doNotExpandShiftReturn')}${tag('useFELayout')}${tag('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 })}</w:compat>`,
    tag('decimalSymbol', { val: '.' }),
    tag('listSeparator', { val: ',' }),
  ].join('')}</w:settings>`;
}

/** Whether odd and even pages differ. */
export function isOuter({ pageNumber }: PageStyle): boolean {
  return pageNumber.form !== 'none' && pageNumber.place === 'outer';
}
