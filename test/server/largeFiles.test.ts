import assert from 'node:assert/strict';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { lint } from '../../server/src/rules/lint.ts';

const part = '一、存在的问题\n\n（一）学习不够,落实不力。\n\n（三）作风不实,担当不足。\n\n';
const rest = '这一段很长，讲的是工作里的事，一件一件都记着。\n\n';

describe('a text of more than two megabytes', function () {
  this.timeout(60_000);
  const speech = parseSpeech(`# 对照检查材料\n\n${part}${rest.repeat(Math.ceil(710_000 / rest.length))}`);

  it('keeps its outline', () => {
    const [{ name, children } = { name: '', children: [] }] = documentSymbols(speech);
    assert.equal(name, '一、存在的问题');
    assert.deepEqual(
      children?.map((child) => child.name),
      ['（一）学习不够,落实不力', '（三）作风不实,担当不足'],
    );
  });

  it('keeps its numbering checked, and says why nothing else is', () => {
    const found = diagnostics('file:///x.md', speech, lint(speech));
    assert.deepEqual(
      found.map(({ code, message }) => code ?? message),
      ['全文超过两百万字节，只列提纲、检查序号，其余检查已停用', 'broken-numbering'],
    );
  });
});
