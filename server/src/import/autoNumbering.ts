import { formatNumber } from './numberFormat.ts';
import { attribute, childOf, childrenOf, type Element, isOn, valOf } from './xml.ts';

/** 自动编号 — the marks that Word shows but does not write into the text. */
export interface AutoNumbering {
  /** The mark of the next paragraph in this list at this level (from 0), `• ` for a bullet; each call counts on. */
  next(numId: string, level: number): string;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** All numbers in Arabic digits, those of the levels above too: 1.2 below 一、 */
  readonly isLegal: boolean;
}

/** Reads `word/numbering.xml`; a file without it has no automatic numbers. */
export function autoNumbering(numbering: Element | undefined): AutoNumbering {
  const abstracts = new Map(
    childrenOf(numbering, 'abstractNum').map((one) => [attribute(one, 'abstractNumId') ?? '', levelsOf(one)]),
  );
  const lists = new Map(
    childrenOf(numbering, 'num').map((num) => {
      const abstract = valOf(num, 'abstractNumId') ?? '';
      const starts = new Map<number, number>();
      const levels = new Map(abstracts.get(abstract));
      for (const override of childrenOf(num, 'lvlOverride')) {
        const level = Number(attribute(override, 'ilvl'));
        const start = valOf(override, 'startOverride');
        if (start !== undefined) starts.set(level, Number(start));
        const own = childOf(override, 'lvl');
        if (own) levels.set(level, levelOf(own));
      }
      // Lists with the same abstract numbering share one count, unless a list overrides its start.
      const id = attribute(num, 'numId') ?? '';
      return [id, { counter: starts.size > 0 ? `num ${id}` : abstract, levels, starts }] as const;
    }),
  );
  const counters = new Map<string, number[]>();

  return {
    next(numId, level) {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (!list || !own || level < 0 || level > 8) return '';
      if (own.format === 'bullet') return '• ';
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      counts.length = Math.min(counts.length, level + 1);
      const startOf = (at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1;
      for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
      counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
      return own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own.isLegal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
        return formatNumber(counts[at] ?? startOf(at), format);
      });
    },
  };
}

function levelsOf(abstract: Element): Map<number, Level> {
  return new Map(childrenOf(abstract, 'lvl').map((level) => [Number(attribute(level, 'ilvl')), levelOf(level)]));
}

function levelOf(level: Element): Level {
  return {
    start: Number(valOf(level, 'start') ?? 1) || 0,
    format: valOf(level, 'numFmt') ?? 'decimal',
    text: valOf(level, 'lvlText') ?? '',
    isLegal: isOn(level, 'isLgl'),
  };
}
