/** A Chinese numeral from 一 to 九十九 as a regular expression, which matches no “一二” or “零三”. */
export const hanNumeral = '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';

const digits = '〇一二三四五六七八九';

/** 壹 to 玖拾玖, the numerals of ledgers, as a regular expression. */
export const formalNumeral = '(?:[壹贰叁肆伍陆柒捌玖]?拾[壹贰叁肆伍陆柒捌玖]?|[壹贰叁肆伍陆柒捌玖])';

const [plainDigits, formalDigits] = ['一二三四五六七八九十', '壹贰叁肆伍陆柒捌玖拾'];

/** 三 as 叁. */
export function toFormal(han: string): string {
  return han.replace(/[一二三四五六七八九十]/g, (digit) => formalDigits.charAt(plainDigits.indexOf(digit)));
}

function fromFormal(formal: string): string {
  return formal.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (digit) => plainDigits.charAt(formalDigits.indexOf(digit)));
}

/** 1–99, which is as far as a spoken outline ever counts; other numbers come back in Arabic digits. */
export function toHan(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits[ones] : '');
}

/** Reads what `hanNumeral` or `formalNumeral` matches. */
export function fromHan(written: string): number {
  const text = fromFormal(written);
  const at = text.indexOf('十');
  if (at < 0) return digits.indexOf(text);
  const tens = at > 0 ? digits.indexOf(text.slice(0, at)) : 1;
  const ones = at + 1 < text.length ? digits.indexOf(text.slice(at + 1)) : 0;
  return tens * 10 + ones;
}

/** Reads Arabic digits, half-width or full-width. */
export function fromArabic(text: string): number {
  return Number(text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));
}

/** Reads a number written in either way: `五`, `5`, `５`. */
export function fromNumeral(text: string): number {
  return /^[0-9０-９]+$/.test(text) ? fromArabic(text) : fromHan(text);
}
