import fc from 'fast-check';
import { fixtures, heldOutFolder } from '../../speeches.ts';
import { talk } from './talk.ts';

/** What the property tests feed to everything: texts as writers make them, and as nobody would. */

/** The labelled speeches of the project, and a talk without headings. */
export const speeches: readonly string[] = [...textsOf('test/speeches'), talk];

/** Those by hands that did not know the tool. */
export const heldOut: readonly string[] = textsOf(heldOutFolder);

function textsOf(folder: string): string[] {
  return fixtures(folder).map(({ text }) => text);
}

/** Most runs are bounded for CI; `FAYAN_FUZZ=<factor>` makes them longer. */
export const effort = Math.max(1, Number(process.env.FAYAN_FUZZ ?? 1));

/** Repeatable unless `FAYAN_SEED` says otherwise. */
export const seed = Number(process.env.FAYAN_SEED ?? 20261123);

export function bounded(numRuns: number): { numRuns: number; seed: number } {
  return { numRuns: numRuns * effort, seed };
}

const plain = [
  '一、存在的问题',
  '（一）理论学习方面。学得不深。',
  '1.联系群众不够，下去少。',
  '一是学习不够；二是落实不够。',
  '一是每月读一本书，二是每季写一篇心得。由办公室检查。',
  '二、原因分析',
  '三、整改措施',
  '**（二）作风方面**',
  '针对第一个问题，每月下去两次。',
  '甲说：“乙,丙。',
  '同志们：',
  '　　全角缩进的一段。',
  '2024年1月5日',
];

/** Whole constructs that reach further than their line, rather than characters. */
const hazards = [
  '- 甲\n\n  乙',
  '- 甲\n- 乙\n\n丙',
  '1. 甲\n\n   乙\n2. 丙',
  '10) 甲\n\n    乙',
  '```\n甲\n\n乙\n```',
  '~~~js\n甲',
  '> 甲\n> - 乙\n\n> 丙',
  '> ```\n> 甲\n\n乙',
  '    代码\n\n    代码',
  '\t制表\n\n甲',
  '<div>\n甲\n\n</div>\n\n乙',
  '<!-- 甲\n\n乙 -->',
  '<!-- 对应：无 -->',
  '<!-- fayan-disable -->\n\n甲',
  '<!--\n\n- 乙 -->',
  '<p\n```\n\n甲',
  '<pre>\n\n甲</pre>',
  '<script>\n\n',
  '<?php\n\n?>',
  '<![CDATA[\n\n]]>',
  '- <!--\n\n甲 -->',
  '- ```\n\n甲',
  '[甲]: http://a\n\n[甲]',
  '[甲]\n\n[甲]: <b> "c"',
  '甲\n===',
  '甲\n---',
  '---',
  '***',
  '|甲|乙|\n|-|-|\n|丙|丁|',
  '# 标题',
  '####',
  '##\t乙 ##',
  '甲  \n乙',
  '甲\\\n乙',
  '*甲**乙*丙**',
  '**甲。**乙',
  '`甲\n乙`',
  '![图](a.png) [链](b "c)',
  '<a@b.c> https://a.b/c',
  '&amp; &#20013; \\*',
  '+ 甲\n\n\n  + 乙',
  '-\n\n  甲',
  '1.\n\n甲',
  '\uFEFF甲',
  '甲\u0085乙\u2028丙',
  '𠮷野家😀\uD800',
  '甲\rB\r\n丙',
  '\u0000\u0007',
];

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plain) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', '\n\t\n', '\r\n\r\n', '\n　　\n', '\r');
const front = fc.constantFrom(
  '',
  '',
  '',
  '---\n发言:\n  类型: 剖析发言\n---\n',
  '---\r\na: b\r\n---\r\n\r\n',
  '---\n甲',
  '---\n---\n',
  '\uFEFF---\na: 1\n---\n',
);

/** Mostly plain paragraphs, with up to three hazards: so that the text is cut, and cut near them. */
export const documents: fc.Arbitrary<string> = fc
  .record({
    front,
    lines: fc.array(line, { minLength: 1, maxLength: 9 }),
    hazards: fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...hazards)), { maxLength: 3 }),
    gaps: fc.array(gap, { minLength: 14, maxLength: 14 }),
    crlf: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ front: head, lines, hazards: added, gaps, crlf }) => {
    const parts = [...lines];
    for (const [at, hazard] of added) parts.splice(at, 0, hazard);
    const text = head + parts.map((part, index) => part + (gaps[index] ?? '\n\n')).join('');
    return crlf === 0 ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  });

/** Pieces of two speeches put together at random places. */
export const splices: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...speeches), fc.nat(3000), fc.nat(600)), { minLength: 1, maxLength: 4 })
  .map((pieces) =>
    pieces.map(([text, start, length]) => text.slice(start % text.length, (start % text.length) + length)).join('\n\n'),
  );

export interface RandomEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export const edits: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.nat(100_000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  insert: fc.oneof(
    fc.constantFrom(
      '新',
      '。',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '- ',
      '    ',
      '`',
      '```\n',
      '<!--',
      '-->',
      '<',
      ']:',
      '（二）',
      '二是',
      '**',
      '"',
      '',
      '\uD83D',
      '\uDE00',
      '\u0085',
      '\uFEFF',
      '---\n',
    ),
    fc.constantFrom(...hazards),
  ),
});

export function applied(text: string, { at, remove, insert }: RandomEdit): string {
  const start = text.length === 0 ? 0 : at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
