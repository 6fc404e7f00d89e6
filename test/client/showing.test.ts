import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode';
import { shown, whileShowing } from '../../client/src/showing.ts';

describe('what waits for the preview', () => {
  const document = {} as TextDocument;

  it('waits for what is being shown of its document, and for nothing else', async () => {
    const seen: string[] = [];
    let isThere = () => {};
    const showing = whileShowing(document, () => new Promise<void>((resolve) => (isThere = resolve)));
    const waiting = shown(document).then(() => seen.push('findings'));
    await shown({} as TextDocument);
    seen.push('another document');
    isThere();
    seen.push('page');
    await Promise.all([showing, waiting]);
    await shown(document);
    assert.deepEqual(seen, ['another document', 'page', 'findings']);
  });

  it('goes on where the preview fails, and where it never says that it is done', async () => {
    const failing = whileShowing(document, () => Promise.reject(new Error('gone')));
    await shown(document);
    await assert.rejects(failing, /gone/);
    void whileShowing(document, () => new Promise(() => {}));
    await shown(document);
    // Once is enough.
    const later = new Promise((resolve) => setTimeout(resolve, 0, 'later'));
    assert.equal(await Promise.race([shown(document).then(() => 'at once'), later]), 'at once');
  });
});
