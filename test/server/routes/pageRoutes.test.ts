import assert from 'node:assert/strict';
import {
  type PreviewAnswer,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
} from '../../../server/src/protocol.ts';
import { changed } from '../../../server/src/render/changes.ts';
import { opened } from '../inMemory.ts';

describe('page routes', () => {
  it('tell a preview that names the answer it shows what has changed since', async () => {
    const { ask, type, dispose } = await previewed('# 题\n\n一、问题\n\n学习不深。\n');
    const first = whole(await ask({}));
    await type({ line: 4, character: 4 }, '入');
    const changes = await ask({ since: first.answer });
    assert.ok('since' in changes);
    assert.deepEqual(
      changes.lines.items.map(({ html }) => html.replaceAll(/<.*?>/g, '')),
      ['学习不深入。'],
    );
    const second = changed(first, changes);
    const { answer: _one, ...again } = whole(await ask({}));
    const { answer: _other, ...told } = second;
    assert.deepEqual(told, again);
    // One that came too late is not what the next one is told against.
    await type({ line: 4, character: 5 }, '，');
    await ask({ since: second.answer });
    await type({ line: 4, character: 6 }, '不实');
    const last = await ask({ since: second.answer });
    assert.ok('since' in last && last.since === second.answer);
    assert.match(changed(second, last).pages[0]?.lines.at(-1)?.html ?? '', /学习不深入，不实。/);
    dispose();
  });

  it('tell it everything for another view, another document, and an answer that nobody knows', async () => {
    const { ask, dispose } = await previewed('# 题\n\n学习不深。\n');
    const { answer } = whole(await ask({}));
    assert.equal(
      whole(await ask({ since: answer, view: 'flow' })).paragraphs.at(-1)?.html,
      '<p class="r-text">学习不深。</p>',
    );
    assert.deepEqual(whole(await ask({ since: answer, uri: 'file:///other.md' })).paragraphs, []);
    whole(await ask({ since: answer + 1_000 }));
    for (let times = 0; times < 9; times += 1) await ask({});
    whole(await ask({ since: answer }));
    dispose();
  });
});

/** One document open in a client: what it asks of the preview, and types. */
async function previewed(text: string) {
  const uri = 'file:///speech.md';
  const client = await opened(text, { uri });
  let version = 1;
  return {
    ask: (params: Partial<PreviewParams>) =>
      client.sendRequest<PreviewAnswer>(previewRequest, { uri, view: 'pages', findings: false, ...params }),
    type: (start: { line: number; character: number }, words: string) => {
      version += 1;
      const contentChanges = [{ range: { start, end: start }, text: words }];
      return client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    dispose: () => client.dispose(),
  };
}

function whole(answer: PreviewAnswer): PreviewResult {
  assert.ok(!('since' in answer));
  return answer;
}
