import assert from 'node:assert/strict';
import { fromBase64, toBase64 } from '../../../server/src/base64.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { fingerprint } from '../../../server/src/similar/fingerprint.ts';
import { decode, encode } from '../../../server/src/similar/store.ts';

describe('the stored index', () => {
  const text =
    '# 对照检查材料\n\n某局 张三\n\n一、存在的问题\n\n（一）为民服务方面。对群众提的停车难题只在会上议过两回。\n';
  const filed = ['甲', '乙'].map((name) => ({
    uri: `file:///${name}.md`,
    stamp: '1 2',
    lastYear: name === '乙',
    fingerprint: fingerprint(parseSpeech(text + name.repeat(9))),
  }));

  it('comes back as it was', () => {
    assert.deepEqual(decode(fromBase64(toBase64(encode(filed)))), filed);
  });

  it('holds no two characters of the speech side by side, in whatever encoding', () => {
    const bytes = Buffer.from(encode(filed));
    const pairs = [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
    assert.ok(pairs.length > 20);
    for (const pair of pairs) {
      for (const encoding of ['utf8', 'utf16le'] as const)
        assert.equal(bytes.indexOf(Buffer.from(pair, encoding)), -1, `${pair} in ${encoding}`);
    }
  });

  it('is nothing when it was cut, spoiled, or made by another', () => {
    const bytes = encode(filed);
    for (let end = 0; end < bytes.length; end += 7) assert.deepEqual(decode(bytes.slice(0, end)), []);
    assert.deepEqual(decode(new TextEncoder().encode('what is this?')), []);
    const other = bytes.slice();
    other[6] = 0x78;
    assert.deepEqual(decode(other), []);
    assert.deepEqual(fromBase64('不是'), new Uint8Array());
  });
});
