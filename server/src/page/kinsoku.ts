/**
 * 禁则 — the marks that may not begin a line, and those that may not end one; Word files get the same
 * lists, so that both agree.
 */
export const mayNotBegin = '!%),.:;?]}¢°·ˇˉ―‖’”…‰′″℃∶、。〃〉》」』】〕〗！＂％＇），．：；？］｀｜｝～￠';
export const mayNotEnd = '([{£¥‘“〈《「『【〔〖（．［｛￡￥';

const begin = new Set(mayNotBegin);
const end = new Set([...mayNotEnd].filter((mark) => mark !== '．'));

/** Marks that hang over the right edge rather than pull a word to the next line, which is Word's default. */
const mayHang = '!,.:;?、。！，．：；？';

const hanging = new Set(mayHang);

/** Whether a mark may hang over the right edge. */
export function hangs(mark: string): boolean {
  return hanging.has(mark);
}

/** Word sets digits and Latin words a quarter of a 字 apart from 汉字. */
export function spacedApart(before: string, after: string): boolean {
  return (isHan(before) && isAlphanumeric(after)) || (isAlphanumeric(before) && isHan(after));
}

function isHan(character: string): boolean {
  return isCommonHan(character) || /^\p{Script=Han}$/u.test(character);
}

/**
 * True for nearly every character of a speech. No regular expression, because every character is
 * tested at every keystroke.
 */
function isCommonHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0x4e00 && code <= 0x9fff;
}

function isAlphanumeric(character: string): boolean {
  return !isCommonHan(character) && /^[0-9\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(character);
}

/** Whether a line may end between two neighbouring characters. */
export function mayBreak(before: string, after: string): boolean {
  if (begin.has(after) || end.has(before)) return false;
  if (after === ' ') return false;
  // Dashes and dots come in pairs; words and numbers stay whole.
  if (before === after && (before === '—' || before === '…')) return false;
  return !(isWord(before) && isWord(after));
}

function isWord(character: string): boolean {
  return (
    !isCommonHan(character) &&
    /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9'"@#$&_/\\+=<>*^~`.,:;!?%-]$/u.test(character)
  );
}
