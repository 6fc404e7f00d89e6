import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse.ts';

function roles(...titles: string[]): string[] {
  const text = titles.map((title, index) => `## ${title}\n\n（一）甲方面。做得不够，第${index}处。\n`).join('\n');
  return parseSpeech(text).sections.map(({ role }) => role ?? '');
}

describe('roles of sections', () => {
  it('by the usual names', () =>
    assert.deepEqual(roles('上年度整改落实情况', '存在的突出问题', '典型案例剖析', '原因分析', '下步整改措施'), [
      'previous',
      'problems',
      'case',
      'causes',
      'measures',
    ]));
  it('a heading that names two parts is the one it ends in', () =>
    assert.deepEqual(roles('查摆的问题', '问题产生的原因', '针对问题的整改措施'), ['problems', 'causes', 'measures']));
  it('by plain words at their place', () =>
    assert.deepEqual(roles('去年的事办得怎样', '检视出来的毛病', '病根在哪里', '改的办法'), [
      'previous',
      'problems',
      'causes',
      'measures',
    ]));
  it('plain words do not count at another place', () =>
    assert.deepEqual(roles('改革的进展', '存在的问题', '原因分析', '整改措施').slice(1), [
      'problems',
      'causes',
      'measures',
    ]));
  it('aspects are no parts', () =>
    assert.deepEqual(roles('改进作风方面', '存在的问题', '原因分析', '整改措施')[0], 'other'));
  it('headings that recur under every aspect are its parts, whatever their words', () =>
    assert.deepEqual(innerRoles('差在哪里', '为什么会这样', '打算怎么改'), ['problems', 'causes', 'measures']));
  it('of two that recur the second tells the measures', () =>
    assert.deepEqual(innerRoles('镜子里的短处', '对症药方'), ['problems', 'measures']));
  it('headings that recur and say nothing of the kind are none', () =>
    assert.deepEqual(innerRoles('春天的事', '秋天的事'), ['', '']));
});

function innerRoles(...parts: string[]): string[] {
  const aspects = ['理论学习方面', '工作作风方面', '廉洁自律方面'].map((aspect, index) => {
    const inner = parts.map((part) => `### ${part}\n\n这里写着第${index}段，写得不长也不短。\n`);
    return `## ${'一二三'.charAt(index)}、${aspect}\n\n${inner.join('\n')}`;
  });
  return parseSpeech(aspects.join('\n')).sections[0]?.sections.map(({ role }) => role ?? '') ?? [];
}
