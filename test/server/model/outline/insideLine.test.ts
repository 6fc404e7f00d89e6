import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { lint } from '../../../../server/src/rules/lint.ts';
import { outlineText } from './outlineText.ts';

/** The outline without the lines above the first part. */
function outlineOf(text: string): string[] {
  return outlineText(parseSpeech(text))
    .split('\n')
    .filter((line) => line !== '' && !/^(?:题目|署名|日期|帽段)/.test(line));
}

function check(text: string, expected: string): void {
  assert.deepEqual(outlineOf(text), expected.trim().split(/\n {6}/), text);
}

/** What is warned of. */
function warnings(text: string): string[] {
  return lint(parseSpeech(text)).flatMap(({ rule, severity }) => (severity === 'warning' ? [rule.id] : []));
}

describe('parts without numbers', () => {
  const speech = (problems: string, causes: string, measures: string) =>
    `# 发言\n\n同志们，我说几句。\n\n${problems}\n\n书读得太少，一年只翻了半本。\n\n${causes}\n\n人变懒了，总说没有时间。\n\n${measures}\n\n每天读五页书，年底交一篇体会。\n`;

  it('have the causes where a heading asks for them', () => {
    for (const why of ['为什么会这样', '为什么会有这些问题', '问题出在哪里', '根子在哪', '病根在哪里', '毛病从哪来'])
      for (const [start, end] of [
        ['**', '**'],
        ['', ''],
        ['**', '？**'],
      ]) {
        const text = speech(`${start}我的问题${start}`, `${start}${why}${end}`, `${start}往后怎么办${start}`);
        check(
          text,
          `· 我的问题 [problems]
      · ${why} [causes]
      · 往后怎么办 [measures]
      问题 P1 书读得太少
      原因 C1 人变懒了，总说没有时间
      整改 M1 每天读五页书`,
        );
        assert.deepEqual(warnings(text), [], text);
      }
  });

  it('have no causes where a heading names a problem', () => {
    for (const title of ['对问题的原因分析不够', '根子扎得不深', '因循守旧'])
      assert.deepEqual(parseSpeech(speech('**我的问题**', `**${title}**`, '**往后怎么办**')).causes, [], title);
  });
});
