import assert from 'node:assert/strict';
import { headingEnd } from '../../client/src/numberedLine.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { fixtures, heldOutFolder } from '../speeches.ts';

describe('a numbered line, as the client reads it', () => {
  const ends = [
    ['一、存在的问题‸', 'a heading alone'],
    ['（一）学习方面‸。学得少。', 'one run in with its text'],
    ['### **1.学得少‸；**记得少', 'one in Markdown dress'],
    ['１．学得少‸', 'digits of full width'],
    ['1）学得少‸', 'a bracket on one side'],
    ['其一，学得少‸。', 'a spoken series'],
    ['⑴学得少‸：', 'a numeral of one character'],
    ['二、‸', 'a number without words yet'],
  ] as const;
  for (const [marked, what] of ends)
    it(`ends where its heading ends: ${what}`, () => {
      const end = headingEnd(marked.replace('‸', ''));
      assert.equal(end, marked.indexOf('‸'));
    });

  it('is none without a number, and none with a number that counts nothing', () => {
    for (const line of ['', '学习方面', '一个问题', '2024年', '1.5倍', '一、二季度', '- 一是学得少', '| 一、 |'])
      assert.equal(headingEnd(line), undefined, line);
  });

  it('is in all speeches what the parser takes for one', () => {
    const more: string[] = [];
    const less = new Set<string>();
    let count = 0;
    for (const fixture of [...fixtures(), ...fixtures(heldOutFolder)]) {
      const { source, text, entries } = parseSpeech(fixture.text);
      const starts = new Map(entries.map((entry) => [source.positionAt(entry.span.start).line, entry]));
      for (const [index, line] of text.split('\n').entries()) {
        const entry = starts.get(index);
        const numbering = entry?.kind === 'line' ? entry.numbering : undefined;
        const isNumbered = headingEnd(line) !== undefined;
        if (isNumbered && numbering) count += 1;
        else if (isNumbered) {
          const offset = source.offsetAt({ line: index, character: 0 });
          // In a comment for instance, or in the list of 附件, where the server has nothing to change.
          const around = entries.find(({ span }) => span.start <= offset && offset < span.end);
          const isLine = around?.kind === 'line' && !/^附\s*件/.test(text.slice(around.span.start));
          if (!around || isLine) more.push(`${fixture.name}: ${line}`);
        } else if (numbering && !/^(?:[ \t　]|[-*] )/.test(line)) less.add(numbering.text);
      }
    }
    assert.ok(count > 5_000, `${count} numbered lines`);
    assert.deepEqual(more, []);
    // The keys change nothing of these.
    for (const mark of less)
      assert.match(mark, /^(?:首先，|其次，|再次，|最后，|第[一二三五六]、|[一二三四] |一要|(?:一|再一|还有一)个是)$/);
  });
});
