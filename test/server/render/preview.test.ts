import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultStyle } from '../../../server/src/page/style.ts';
import { preview } from '../../../server/src/render/preview.ts';
import { statisticsOf } from '../../../server/src/report/statistics.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { fixtures } from '../../speeches.ts';

/** Each paragraph with what is spoken of it. */
function spoken(text: string): string[] {
  return preview(parseSpeech(text), defaultStyle, 'reading').paragraphs.map(
    ({ start, end, characters }) => `${characters} ${text.slice(start, end)}`,
  );
}

describe('what is read aloud', () => {
  it('is neither the title, the name and the date, nor what is signed below', () => {
    const text =
      '# 个人对照检查材料\n\n县水务局 张三\n\n（2024年1月5日）\n\n同志们：\n\n一、存在的问题\n\n学习少，2023年只读两本书。\n\n张三\n\n2024年1月5日\n';
    assert.deepEqual(spoken(text), [
      '0 个人对照检查材料',
      '0 县水务局 张三',
      '0 （2024年1月5日）',
      '3 同志们：',
      '6 一、存在的问题',
      '13 学习少，2023年只读两本书。',
      '0 张三',
      '0 2024年1月5日',
    ]);
  });

  it('is as long as the status bar says', () => {
    const topped = '<!-- 二稿 -->\n\n# 个人对照检查材料\n\n张三\n\n同志们：\n';
    assert.equal(statisticsOf(parseSpeech(topped), defaultContext).characters, 3);
    for (const { name, text } of fixtures().filter((_, index) => index % 3 === 0)) {
      const speech = parseSpeech(text);
      const characters = preview(speech, defaultStyle, 'reading').paragraphs.reduce(
        (sum, one) => sum + one.characters,
        0,
      );
      assert.equal(characters, statisticsOf(speech, defaultContext).characters, name);
    }
  });
});
