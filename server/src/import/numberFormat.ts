/**
 * A number as Word shows it in one of its list formats (`w:numFmt`, ISO/IEC 29500-1 §17.18.59); in Arabic digits where
 * the format is unknown or has no form for it.
 */
export function formatNumber(count: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  return (count < 1 ? undefined : formats.get(format)?.(count)) ?? String(count);
}

type Format = (count: number) => string | undefined;

const han = counting('零一二三四五六七八九', '十百千');
const digital: Format = (count) =>
  String(count).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
const fullWidth: Format = (count) =>
  String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const circled = from('①', 20);

const formats = new Map<string, Format>(
  Object.entries({
    upperRoman: roman,
    lowerRoman: (count) => roman(count)?.toLowerCase(),
    upperLetter: letters,
    lowerLetter: (count) => letters(count)?.toLowerCase(),
    chineseCounting: han,
    chineseCountingThousand: han,
    japaneseCounting: han,
    taiwaneseCounting: han,
    taiwaneseCountingThousand: han,
    ideographDigital: digital,
    japaneseDigitalTenThousand: digital,
    taiwaneseDigital: digital,
    chineseLegalSimplified: counting('零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
    ideographLegalTraditional: counting('零壹貳參肆伍陸柒捌玖', '拾佰仟'),
    ideographTraditional: (count) => '甲乙丙丁戊己庚辛壬癸'.charAt((count - 1) % 10),
    ideographZodiac: (count) => '子丑寅卯辰巳午未申酉戌亥'.charAt((count - 1) % 12),
    // In spite of its name this format has numbers in parentheses.
    ideographEnclosedCircle: from('㈠', 10),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedParen: from('⑴', 20),
    decimalEnclosedFullstop: from('⒈', 20),
    numberInDash: (count) => `- ${count} -`,
  }),
);

/** A format of consecutive Unicode characters, `most` of them. */
function from(first: string, most: number): Format {
  return (count) => (count <= most ? String.fromCharCode(first.charCodeAt(0) + count - 1) : undefined);
}

/** 十一, 二十, 一百零五: up to four digits. */
function counting(digits: string, units: string): Format {
  return (count) => {
    if (count > 9_999) return undefined;
    const places = [...String(count)].reverse().map(Number);
    const words = places.map((digit, place) =>
      digit === 0 ? digits.charAt(0) : digits.charAt(digit) + (place > 0 ? units.charAt(place - 1) : ''),
    );
    const zero = digits.charAt(0);
    const whole = words
      .reverse()
      .join('')
      .replace(new RegExp(`${zero}+`, 'g'), zero);
    const trimmed = whole.length > 1 && whole.endsWith(zero) ? whole.slice(0, -1) : whole;
    // 十一, but 壹拾壹: numerals made to resist forgery leave nothing out.
    return trimmed.startsWith('一十') ? trimmed.slice(1) : trimmed;
  };
}

/**
 * A to Z, then AA, BB: the letter is repeated, unlike in the columns of a spreadsheet. Word stops at thirty letters.
 */
function letters(count: number): string | undefined {
  const times = Math.ceil(count / 26);
  return times > 30 ? undefined : String.fromCharCode(65 + ((count - 1) % 26)).repeat(times);
}

const romans = [
  ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
  ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'],
  ['', 'C', 'CC', 'CCC', 'CD', 'D', 'DC', 'DCC', 'DCCC', 'CM'],
  ['', 'M', 'MM', 'MMM'],
];

function roman(count: number): string | undefined {
  if (count > 3_999) return undefined;
  const places = [...String(count)].reverse().map((digit, place) => romans[place]?.[Number(digit)] ?? '');
  return places.reverse().join('');
}
