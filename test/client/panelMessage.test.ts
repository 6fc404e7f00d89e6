import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPanelState, readPictureMessage, readPreviewMessage } from '../../client/src/panelMessage.ts';

const state = { uri: 'file:///甲.md', view: 'flow', findings: true, pinned: false } as const;

describe('a message of a preview', () => {
  const sound = [
    { type: 'ready', state },
    { type: 'state', state, offset: 3 },
    { type: 'state', state, offset: undefined },
    { type: 'reveal', offset: 0 },
    { type: 'scroll', offset: 120 },
    { type: 'select', offset: 7, words: '学习' },
    { type: 'link', href: 'https://example.org/' },
    { type: 'link', href: 'mailto:a@example.org' },
    { type: 'read', notice: '没有“我局”这个版式。' },
    { type: 'command', command: 'fayan.exportWord' },
  ];
  for (const message of sound)
    it(`is read: ${JSON.stringify(message)}`, () => assert.deepEqual(readPreviewMessage(message), message));

  it('is read without what it holds besides', () => {
    assert.deepEqual(readPreviewMessage({ type: 'ready', state: { ...state, zoom: 2, top: 5 }, more: 1 }), {
      type: 'ready',
      state,
    });
  });

  const odd = [
    undefined,
    'ready',
    ['ready'],
    {},
    { type: 'eval', code: '1' },
    { type: 'ready' },
    { type: 'ready', state: null },
    { type: 'ready', state: { ...state, view: 'other' } },
    { type: 'state', state: { ...state, pinned: 'no' } },
    { type: 'reveal' },
    { type: 'reveal', offset: '3' },
    { type: 'scroll', offset: -1 },
    { type: 'scroll', offset: 0.5 },
    { type: 'select', offset: 3 },
    { type: 'select', offset: 3, words: ['甲'] },
    { type: 'link', href: 'command:workbench.action.terminal.new' },
    { type: 'link', href: 'file:///etc/passwd' },
    { type: 'link', href: ' https://example.org/' },
    { type: 'read' },
    { type: 'read', notice: '长'.repeat(500) },
    { type: 'link', href: { toString: 'https://example.org/' } },
    { type: 'command', command: 'workbench.action.terminal.new' },
    { type: 'command', command: 'fayan.exportWord\nfayan.exportPdf' },
  ];
  for (const message of odd)
    it(`asks for nothing: ${JSON.stringify(message)}`, () => assert.equal(readPreviewMessage(message), undefined));

  it('never makes the reader fail', () => {
    const pieces = fc.record(
      {
        type: fc.constantFrom('ready', 'state', 'reveal', 'scroll', 'select', 'link', 'read', 'command', '__proto__'),
        state: fc.anything(),
        offset: fc.anything(),
        words: fc.anything(),
        href: fc.anything(),
        command: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), pieces), (message) => {
        const read = readPreviewMessage(message);
        // What is read is sound, so that it is read again as the same.
        if (read) assert.deepEqual(readPreviewMessage(read), read);
      }),
    );
  });
});

it('the state of a preview is as it was kept, or nothing', () => {
  assert.deepEqual(readPanelState({ ...state, read: '', top: 0 }), state);
  for (const odd of [undefined, null, 'flow', {}, { uri: 'file:///甲.md' }, { ...state, uri: 1 }])
    assert.equal(readPanelState(odd), undefined);
});

it('a message of a picture names a box or a width, and anything else asks for nothing', () => {
  assert.deepEqual(readPictureMessage({ go: 'p1' }), { go: 'p1' });
  assert.deepEqual(readPictureMessage({ width: 640 }), { width: 640 });
  for (const odd of [undefined, 7, {}, { go: 1 }, { width: '640' }, { width: -1 }, { width: Number.NaN }])
    assert.equal(readPictureMessage(odd), undefined);
});
