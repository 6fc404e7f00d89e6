import assert from 'node:assert/strict';
import { lastPart } from '../../server/src/lastPart.ts';
import { baseName } from '../../server/src/page/fileName.ts';
import { draftName } from '../../server/src/similar/lookup.ts';
import { plainName } from '../../server/src/similar/plainName.ts';

describe('the last part', () => {
  it('is found alike by whatever names a file, on any system', () => {
    const folders = ['', '/上年/', 'C:\\上年\\', 'file:///c%3A/%E4%B8%8A%E5%B9%B4/'];
    for (const folder of folders) {
      const file = `${folder}张三 发言.speech.md`;
      assert.equal(lastPart(file), '张三 发言.speech.md');
      assert.equal(plainName(file), '张三 发言.speech.md');
      assert.equal(baseName(file), '张三 发言');
      assert.match(draftName(file), /^(?:.*[\\/])?张三发言$/);
    }
    assert.equal(plainName('file:///a/%E5%BC%A0%2F.md'), '张/.md');
    assert.equal(lastPart('/a/'), '');
  });
});
