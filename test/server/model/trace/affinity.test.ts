import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../../server/src/model/speech.ts';
import { type AffinityTable, affinities } from '../../../../server/src/model/trace/affinity.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';

const speech = (problems: readonly string[], measures: readonly string[]) => {
  const listed = (items: readonly string[]) =>
    items.map((item, at) => `（${'一二三四五'.charAt(at)}）${item}\n\n`).join('');
  return parseSpeech(
    `# 对照检查材料\n\n## 一、存在的问题\n\n${listed(problems)}## 二、整改措施\n\n${listed(measures)}`,
  );
};

/**
 * For each measure the problem that its words suit best, how well, and how likely each would pick
 * the other, in logarithms.
 */
function suited(made: Speech, table: AffinityTable): string[] {
  const { problems, measures } = made;
  return affinities(made, { problems, answers: measures }, table).map(({ fits, picks, picked }, at) => {
    const best = fits.indexOf(Math.max(...fits));
    return `${measures[at]?.title} → ${problems[best]?.title}: ${fits[best]}, ${picks[best]}, ${picked[best]}`;
  });
}

describe('the affinity of words', () => {
  it('tells what answers a problem without a word in common', () => {
    const made = speech(
      [
        '读书不多。坐不下来，翻两页就放下，精神实质没有弄明白。',
        '批评放不开。怕伤和气，只讲优点，组织生活一团和气。',
        '吃请不当回事。收过老板的烟酒，随他们的车回过家。',
      ],
      [
        '把规矩立在家门口。亲友说情一律挡回去，礼品礼金当天登记上交纪检组。',
        '每天清晨一小时。原著逐章研读，每月写一篇体会，由支部抽查。',
        '会上先揭短。谈心谈话面对面，每人至少提三条意见，说好话的重来。',
      ],
    );
    assert.deepEqual(
      suited(made, defaultContext.affinityTable).map((line) => line.replace(/:.*/, '')),
      ['把规矩立在家门口 → 吃请不当回事', '每天清晨一小时 → 读书不多', '会上先揭短 → 批评放不开'],
    );
  });

  it('is read from digits: 7 says nothing, and each character counts once', () => {
    const table = {
      characters: '书章酒礼',
      problem: 'e70717e7',
      measure: '777e7707',
      scales: [0.25, 0.25],
      none: [0, 2],
    };
    const made = speech(['书书书书。', '酒酒酒酒。'], ['章章章章。', '礼礼礼礼。', '山山山山。']);
    assert.deepEqual(suited(made, table), [
      '章章章章 → 书书书书: 0, -1.125, -2.25',
      '礼礼礼礼 → 酒酒酒酒: 10.5, 0, 0',
      '山山山山 → 书书书书: 0, -1.125, -2.25',
    ]);
  });

  it('is the same object as long as no figure in it has changed', () => {
    const first = speech(
      ['读书不多。坐不下来，翻两页就放下。', '批评放不开。怕伤和气，只讲优点，组织生活一团和气。'],
      ['每天清晨一小时。原著逐章研读。', '会上先揭短。谈心谈话面对面。'],
    );
    const { problems, measures: answers } = first;
    const typed = (from: Speech, before: string, words: string) => {
      const at = from.text.indexOf(before);
      const next = parseSpeech(from.text.slice(0, at) + words + from.text.slice(at), from);
      assert.ok(next.retouch, 'read anew');
      return next;
    };
    const of = (one: Speech) => affinities(one, { problems, answers }, defaultContext.affinityTable);
    const before = of(first);
    // The figures are rounded, so that this changes none; a word does change those of all that it is compared with.
    const same = typed(first, '一团和气。', '，');
    assert.deepEqual(
      of(same).map((column, at) => column === before[at]),
      [true, true],
    );
    const other = typed(same, '一团和气。', '支部谈话走过场，请客送礼、');
    assert.deepEqual(
      of(other).map((column, at) => column === before[at]),
      [false, false],
    );
  });
});
