import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { measuresFor, trace } from '../../../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';
import { fixture } from '../../../speeches.ts';

const { text: speech } = fixture(187);

/** What the trace says of each problem, and which measures answer it. */
function said(text: string, before?: string): string[] {
  const found = trace(parseSpeech(text, before === undefined ? undefined : parseSpeech(before)), defaultContext);
  return found.verdicts.map(({ problem, verdict }) => {
    const measures = measuresFor(problem, found).map(({ to }) => to.title);
    return `${problem.title}: ${verdict} ${measures.join('、')}`.trim();
  });
}

function withStub(words: string): string {
  const { measures } = parseSpeech(speech);
  const end = measures.at(-1)?.span.end ?? 0;
  return `${speech.slice(0, end)}\n\n${measures.length + 1}、${words}${speech.slice(end)}`;
}

describe('a measure of which only the problem is written that it is for', () => {
  const stub = '〔整改标题〕。针对“担子面前挑肥拣瘦”的问题，〔写明措施、时限、责任人〕。';

  it('answers this problem and changes nothing about the others', () =>
    assert.deepEqual(
      said(withStub(stub)),
      said(speech).map((line) => (/^担子面前/.test(line) ? '担子面前挑肥拣瘦: met 〔整改标题〕' : line)),
    ));
  it('is a measure like any other as soon as more is written, however it came to be', () => {
    const written = withStub(stub.replace('〔写明措施、时限、责任人〕', '我来包下最远的库点，〔写明时限〕'));
    assert.deepEqual(said(written, withStub(stub)), said(written));
    assert.deepEqual(said(withStub(stub), written), said(withStub(stub)));
  });
});
