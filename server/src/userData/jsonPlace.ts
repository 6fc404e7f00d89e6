import type { Span } from '../model/text/span.ts';

/** Where a value stands: property names and indices from the root. */
export type JsonPath = ReadonlyArray<string | number>;

/** The JSON value of a text, or where it stops being JSON. Never throws. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: Span } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, ' ')) };
  } catch {
    const start = Math.max(0, Math.min(endOfJson(text), text.trimEnd().length - 1));
    return { fault: { start, end: Math.min(text.length, start + 1) } };
  }
}

/**
 * Where the first syntax error is; the end of the text if it ends too early. Own code, because engines report this
 * differently or not at all.
 */
function endOfJson(text: string): number {
  const closers: string[] = [];
  let wanted: 'value' | 'name' | 'colon' | 'next' = 'value';
  let at = afterMark(text);
  for (let isFirst = false; at < text.length; at = skipBlanks(text, at)) {
    const char = text.charAt(at);
    const closer = char === '{' ? '}' : char === '[' ? ']' : undefined;
    if (char === closers.at(-1) && (wanted === 'next' || isFirst)) {
      closers.pop();
      wanted = 'next';
      at += 1;
    } else if (wanted === 'next') {
      if (char !== ',' || closers.length === 0) return at;
      wanted = closers.at(-1) === '}' ? 'name' : 'value';
      at += 1;
    } else if (wanted === 'colon') {
      if (char !== ':') return at;
      wanted = 'value';
      at += 1;
    } else if (wanted === 'value' && closer) {
      closers.push(closer);
      wanted = closer === '}' ? 'name' : 'value';
      at += 1;
      isFirst = true;
      continue;
    } else {
      const end = char === '"' ? endOfString(text, at) : endOfWord(text, at);
      if ((wanted === 'name' && char !== '"') || !isJson(text.slice(at, end))) return at;
      wanted = wanted === 'name' ? 'colon' : 'next';
      at = end;
    }
    isFirst = false;
  }
  return at;
}

/** The end of a number or a bare word; a full-width mark is not part of it. */
function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\w.+-]/.test(text.charAt(end))) end += 1;
  return end;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The place of a value in valid JSON, or of its name; of the innermost value on the path, if the path
 * leads further than the text.
 */
export function placeOf(text: string, path: JsonPath, what: 'value' | 'key' = 'value'): Span {
  let at = afterMark(text);
  for (const [index, step] of path.entries()) {
    const found = memberIn(text, at, step);
    if (!found) break;
    at = what === 'key' && index === path.length - 1 ? found.key : found.value;
  }
  const end = endOfValue(text, at);
  // Of an object or array only the opening bracket, which is enough to look at.
  return { start: at, end: /[{[]/.test(text.charAt(at)) ? at + 1 : end };
}

/**
 * Where the name and the value of a member of the object at `at` start, of several with the name the last, which is the
 * one that `JSON.parse` keeps; for an element of an array both are the same.
 */
function memberIn(text: string, at: number, step: string | number): { key: number; value: number } | undefined {
  const open = text.charAt(at);
  if (open !== (typeof step === 'number' ? '[' : '{')) return undefined;
  let found: { key: number; value: number } | undefined;
  let next = skipBlanks(text, at + 1);
  for (let index = 0; next < text.length && text.charAt(next) !== ']' && text.charAt(next) !== '}'; index += 1) {
    const start = next;
    let key: string | number = index;
    if (open === '{') {
      const end = endOfString(text, next);
      key = unquoted(text.slice(next, end));
      next = skipBlanks(text, skipBlanks(text, end) + 1);
    }
    if (key === step) {
      found = { key: start, value: next };
      if (open === '[') break;
    }
    next = skipBlanks(text, endOfValue(text, next));
    if (text.charAt(next) === ',') next = skipBlanks(text, next + 1);
  }
  return found;
}

function endOfValue(text: string, at: number): number {
  if (text.charAt(at) === '"') return endOfString(text, at);
  if (!/[{[]/.test(text.charAt(at))) {
    let end = at;
    while (end < text.length && !/[,\]}\s]/.test(text.charAt(end))) end += 1;
    return end;
  }
  let depth = 0;
  for (let next = at; next < text.length; next += 1) {
    const char = text.charAt(next);
    if (char === '"') next = endOfString(text, next) - 1;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth === 0) return next + 1;
  }
  return text.length;
}

function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return Math.min(text.length, end + 1);
}

function unquoted(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/** The first place after a byte order mark and blanks. */
function afterMark(text: string): number {
  return skipBlanks(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Skips JSON’s own blanks; a full-width space is not one. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at += 1;
  return at;
}
