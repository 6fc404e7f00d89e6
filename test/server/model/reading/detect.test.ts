import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { isSpeech } from '../../../../server/src/model/reading/detect.ts';

describe('what counts as a speech', () => {
  const cases: ReadonlyArray<readonly [why: string, path: string, text: string, expected: boolean]> = [
    ['the file name', '随便.speech.md', '随便写写。', true],
    ['the front matter', 'a.md', '---\n发言:\n  类型: 剖析发言\n---\n随便写写。', true],
    ['the title', 'a.md', '# 2024年度民主生活会对照检查材料\n', true],
    [
      'the outline',
      'a.md',
      '按照民主生活会要求，报告如下。\n\n一、存在的问题\n\n（一）学习方面。\n\n二、整改措施\n\n（一）抓学习。\n',
      true,
    ],
    ['the title of a 检查', 'a.md', '# 组织生活会上的个人检查\n', true],
    [
      'the meeting in the title, and the outline',
      'a.md',
      '# 组织生活会上我说几句掏心窝子的话\n\n一、毛病\n\n（一）学得少。\n\n（二）走得少。\n\n二、整改措施\n\n（一）多学。\n\n（二）多走。\n',
      true,
    ],
    ['a README about speeches', 'README.md', '# 对照检查材料写作工具\n\n一、存在的问题\n\n二、整改措施\n', false],
    ['a README in a folder', 'docs/README.md', '# 对照检查\n', false],
    ['ordinary notes', 'notes.md', '# 周报\n\n一、本周工作\n\n二、存在问题\n\n三、下周计划\n', false],
    [
      'a report on other work',
      'a.md',
      '# 图书馆2025年工作总结和2026年打算\n\n一、主要工作\n\n整改隐患27处。\n\n二、存在的不足\n\n（一）新书少。\n\n三、2026年打算\n\n（一）多买新书。\n',
      false,
    ],
    ['English', 'a.md', '# Problems and measures\n\n1. one\n2. two\n', false],
    ['nothing', 'a.md', '', false],
  ];
  for (const [why, path, text, expected] of cases) {
    it(`${why}: ${expected ? 'yes' : 'no'}`, () => assert.equal(isSpeech(parseSpeech(text), path), expected));
  }
});
