import assert from 'node:assert/strict';
import { fakeEditor, inFakeEditor } from './fakeEditor.ts';

type Drafts = typeof import('../../client/src/drafts.ts');

it('whoever looks for a heading leaves nothing running behind each letter', async () => {
  const editor = fakeEditor();
  const { tellDrafts } = await inFakeEditor<Drafts>('client/src/drafts.ts', editor);
  const client = { sendRequest: async () => ({ wanted: [] }), error() {} };
  const look = tellDrafts(() => client as unknown as ReturnType<Parameters<typeof tellDrafts>[0]>);
  const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
  const next = async () => [];
  const before = timers();
  const answers = ['学', '学习', '学习不', '学习不够'].map((query) =>
    look.call(undefined as never, query, {} as never, next),
  );
  assert.deepEqual(await Promise.all(answers), [[], [], [], []]);
  // The one after which the files are looked at again.
  assert.equal(timers() - before, 1);
});
