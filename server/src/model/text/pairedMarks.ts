/** The closing half of each bracket, by its opening half. */
export const closingBracket: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};

/** The opening half of each bracket, by its closing half. */
export const openingBracket = reversed(closingBracket);

/** The same for brackets and “ ”. */
export const closingMark: Readonly<Record<string, string>> = { '“': '”', ...closingBracket };
export const openingMark = reversed(closingMark);

function reversed(pairs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(pairs).map(([one, other]) => [other, one]));
}
