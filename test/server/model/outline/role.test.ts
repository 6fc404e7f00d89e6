import assert from 'node:assert/strict';
import parts from '../../../../server/data/parts.json' with { type: 'json' };
import { aspectsIn, labelsIn } from '../../../../server/src/model/outline/innerLeads.ts';
import {
  isAspectTitle,
  isWrapperTitle,
  namesOtherYear,
  plainWords,
  pureRole,
  roleOf,
} from '../../../../server/src/model/outline/role.ts';

interface Word {
  readonly pattern: string;
  readonly example: string;
}

/** Which entry of a list decides on a title: the first that matches, as in the expression that is made of the list. */
function decides(words: readonly Word[], title: string): string | undefined {
  return words.find(({ pattern }) => new RegExp(pattern).test(title))?.pattern;
}

/** The words of a table, with what a plain word is an example of: itself. */
function worded(words: ReadonlyArray<string | Word>): Word[] {
  return words.map((word) => (typeof word === 'string' ? { pattern: word, example: word } : word));
}

const whole = (text: string) => ({ start: 0, end: text.length });

describe('the words of the parts', () => {
  for (const { role, words } of parts.roles) {
    for (const { pattern, example } of words) {
      it(`${example} → ${role}`, () => {
        assert.equal(roleOf(example), role);
        assert.equal(decides(words, example), pattern);
      });
    }
  }

  const roles = ['previous', 'problems', 'causes', 'measures'] as const;
  for (const role of roles) {
    for (const { pattern, example } of parts.plain[role]) {
      it(`${example} → ${role}, in plain words`, () => {
        assert.match(example, plainWords[role]);
        assert.equal(decides(parts.plain[role], example), pattern);
      });
    }
  }

  for (const { pattern, example } of parts.aspects) {
    it(`${example} → an aspect`, () => {
      assert(isAspectTitle(example));
      assert.equal(decides(parts.aspects, example), pattern);
    });
  }

  for (const [part, words] of Object.entries(parts.labels)) {
    for (const { pattern, example } of worded(words)) {
      it(`${example}：… → ${part}, inside a paragraph`, () => {
        const text = `${example}：读得少。`;
        assert.deepEqual(
          labelsIn(text, whole(text)).map((label) => label.part),
          [part],
        );
        assert.match(example, new RegExp(`^(?:${pattern})$`));
      });
    }
  }

  for (const { pattern, example } of parts.noAspects) {
    it(`${example}，… → no aspect`, () => {
      const text = `${example}，我没有发言。`;
      assert.deepEqual(aspectsIn(text, whole(text)), []);
      assert.equal(decides(parts.noAspects, example), pattern);
    });
  }

  it('leave nothing of a heading that names a part and nothing else', () => {
    const read = (title: string) => `${title} → ${pureRole(title) ?? '–'}`;
    assert.deepEqual(['存在的主要问题', '深层次的原因在哪里', '下一步怎么改', '学习不够的问题'].map(read), [
      '存在的主要问题 → problems',
      '深层次的原因在哪里 → causes',
      '下一步怎么改 → measures',
      '学习不够的问题 → –',
    ]);
  });

  it('leave nothing of a heading that only gathers items', () => {
    const gathers = [
      '“5个方面”检视问题',
      '群众提出的意见',
      '三严三实方面的问题',
      '县委巡察三组移交的问题',
      '班子自查的其他问题',
      '自查发现的问题',
      '上级点名的问题',
      '班子共性问题',
      '班子成员个性问题',
      '谈心谈话查',
      '学习研讨查',
      '自己找的问题',
      '群众提的问题',
      '民主测评中反映的突出问题',
    ];
    assert.deepEqual(gathers.filter(isWrapperTitle), gathers);
    const own = ['群众提出的停车问题', '审计反馈问题整改不力', '学习教育方面的问题', '隐患发现不了的问题'];
    assert.deepEqual(own.filter(isWrapperTitle), []);
  });

  it('tell of another year', () => {
    assert.deepEqual(['上次整改落实情况', '2023年整改情况', '整改措施落实情况'].filter(namesOtherYear), [
      '上次整改落实情况',
      '2023年整改情况',
    ]);
  });
});
