import assert from 'node:assert/strict';
import { dataText } from '../../client/src/dataText.ts';
import { workspaceContext } from '../../server/src/userData/workspaceContext.ts';

/** What the server minds in a file of `.fayan` that the client reads. */
async function faultsOf(content: string, bytes = new TextEncoder().encode(content)): Promise<string[]> {
  const text = await dataText(bytes.length, async () => bytes);
  return workspaceContext([{ path: 'config.json', text }]).faults.map(({ message }) => message);
}

const filled = (count: number) => `{"rules": {}, "$schema": "${'字'.repeat(count)}"}`;

describe('a file of .fayan', () => {
  it('is used whole up to the limit of the server, which counts characters and not bytes', async () => {
    const text = filled(400_000);
    assert.equal(await dataText(3 * text.length, async () => new TextEncoder().encode(text)), text);
    assert.deepEqual(await faultsOf(text), []);
  });

  it('is reported when it is too long, and so much is not sent', async () => {
    assert.deepEqual(await faultsOf(filled(600_000)), ['文件太大，未采用']);
    assert.deepEqual(await faultsOf(filled(500_000) + ' '.repeat(100_000)), ['文件太大，未采用']);
    const text = filled(900_000);
    assert.ok((await dataText(2 * text.length, async () => new TextEncoder().encode(text))).length < 600_000);
  });

  it('is not even read when it cannot be short enough, and reported all the same', async () => {
    const text = await dataText(5_000_000_000, () => assert.fail('it is read'));
    const { faults } = workspaceContext([{ path: 'profiles/ours.json', text }]);
    assert.deepEqual(
      faults.map(({ message, span }) => [message, span]),
      [['文件太大，未采用', { start: 0, end: 1 }]],
    );
  });
});
