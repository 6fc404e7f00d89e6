// What is measured: one speech, and the same many times over with its headings renumbered; a
// folder of a thousand variants.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const digits = '一二三四五六七八九';

/** 1–9999 in Chinese numerals. */
function numeral(number) {
  const units = ['', '十', '百', '千'];
  let text = '';
  let zero = false;
  const all = [...String(number)].map(Number);
  for (const [index, digit] of all.entries()) {
    if (digit === 0) {
      zero = true;
      continue;
    }
    if (zero && text) text += '零';
    zero = false;
    text += digits[digit - 1] + units[all.length - 1 - index];
  }
  return number >= 10 && number < 20 ? text.slice(1) : text;
}

export function times(seed, count) {
  if (count === 1) return seed;
  const lines = [];
  let [parts, items] = [0, 0];
  for (let copy = 1; copy <= count; copy += 1) {
    for (const line of seed.split('\n')) {
      if (/^# /.test(line)) lines.push(`# 第${numeral(copy)}篇 ${line.slice(2)}`);
      else if (/^(?:\*\*)?[一二三四五六七八九十]+、/.test(line)) {
        parts += 1;
        lines.push(line.replace(/[一二三四五六七八九十]+(?=、)/, numeral(parts)));
      } else if (/^（[一二三四五六七八九十]+）/.test(line)) {
        items += 1;
        lines.push(line.replace(/[一二三四五六七八九十]+(?=）)/, numeral(items)));
      } else lines.push(line);
    }
  }
  return lines.join('\n');
}

/** Repeatable. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** Files with the sentences of each paragraph in another order. */
export function variants(seed, folder, count) {
  mkdirSync(folder, { recursive: true });
  const next = random(12345);
  const shuffled = (list) => {
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [list[at], list[other]] = [list[other], list[at]];
    }
    return list;
  };
  for (let number = 0; number < count; number += 1) {
    const paragraphs = seed.split(/\n\n+/).map((paragraph) => {
      const [, head = '', rest = ''] = /^(\*\*.*\*\*|（[^）]+）|\d+\.)?([\s\S]*)$/.exec(paragraph.trimEnd()) ?? [];
      return head + shuffled(rest.match(/[^。]+。?/g) ?? []).join('');
    });
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.md`), `${paragraphs.join('\n\n')}\n`);
  }
}

export function readSeed(file) {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').replace(/\n*$/, '\n');
}
