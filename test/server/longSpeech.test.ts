import assert from 'node:assert/strict';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { parseSpeech } from '../../server/src/model/parse.ts';
import { lint } from '../../server/src/rules/lint.ts';

describe('more than two megabytes', function () {
  this.timeout(30_000);

  it('keep outline and numbering, and say that the rest is off', () => {
    const speech = parseSpeech(
      `一、存在的问题\n\n（一）甲,乙\n\n（三）丙\n\n${'这一段没有什么可说的。\n\n'.repeat(60_000)}`,
    );
    const found = diagnostics('file:///a.speech.md', speech, lint(speech));
    assert.deepEqual(
      found.map(({ code, message }) => code ?? message),
      ['全文超过两百万字节，只列提纲、检查序号，其余检查已停用', 'broken-numbering'],
    );
    assert.equal(documentSymbols(speech)[0]?.children?.length, 2);
  });
});
