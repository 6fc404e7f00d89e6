import assert from 'node:assert/strict';
import topics from '../../../../server/data/topics.json' with { type: 'json' };
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { topicReader, topicsOf } from '../../../../server/src/model/trace/topics.ts';
import { trace } from '../../../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';

describe('topics', () => {
  it('are read off the words of a text, each once', () => {
    const read = topicReader(topics);
    assert.deepEqual(
      read('每名成员住村五天，住村日记交支部。').map(({ topic, word, count }) => `${topic} ${word} ${count}`),
      ['#research 住村 2'],
    );
  });

  it('of a user’s own themes count too', () => {
    const own = { id: 'port', name: '港口', problem: ['堆场拥堵'], measure: ['错峰进港'], cause: [], kin: [] };
    const read = topicReader(topicsOf({ topics: [], themes: [own] }));
    assert.deepEqual(
      read('推行错峰进港。').map(({ topic }) => topic),
      ['#theme-port'],
    );
  });

  it('have names of their own and no word twice', () => {
    assert.equal(new Set(topics.map(({ id }) => id)).size, topics.length);
    for (const { id, words } of topics) assert.deepEqual([...new Set(words)], words, id);
  });
});

function speech(problems: readonly string[], measures: readonly string[]): string {
  const list = (items: readonly string[]) => items.map((item, at) => `（${'一二三四'[at]}）${item}`).join('\n\n');
  return `一、存在的问题\n\n${list(problems)}\n\n二、原因分析\n\n思想上放松了要求。\n\n三、整改措施\n\n${list(measures)}\n`;
}

function verdicts(text: string): string[] {
  const { problems } = parseSpeech(text);
  const found = trace(parseSpeech(text), defaultContext);
  return found.verdicts.map(({ verdict }, at) => `${problems[at]?.title} ${verdict}`);
}

describe('the trace', () => {
  it('prefers the measure that speaks of the same matter in other words', () => {
    const text = speech(
      ['调查研究“蜻蜓点水”。一年下乡七天，隔着车窗看庄稼。', '文山会海压得基层喘不过气。三月份一个月开了十九次会。'],
      ['把会减下来。每周三定为无会日，能合并的文件一律合并。', '背上铺盖下去。每季度住村五天，摸清底数。'],
    );
    const parsed = parseSpeech(text);
    const found = trace(parsed, defaultContext);
    const best = parsed.problems.map((problem) => found.candidates.find(({ from }) => from === problem));
    assert.deepEqual(
      best.map((link) => `${link?.to.title}：${link?.evidence.find(({ kind }) => kind === 'theme')?.words.join('、')}`),
      ['背上铺盖下去：调研', '把会减下来：文山会海'],
    );
  });

  it('calls nothing unmet where it understands less than half', () => {
    assert.deepEqual(
      verdicts(
        speech(['根子上浅。', '认识上弱。', '办法上虚。'], ['首先要紧起来。', '其次要实起来。', '最后要硬起来。']),
      ),
      ['根子上浅 unsure', '认识上弱 unsure', '办法上虚 unsure'],
    );
  });
});
