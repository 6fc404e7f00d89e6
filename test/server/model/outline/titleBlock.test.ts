import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';

function check(text: string, expected: { title: string[]; author?: string; date?: string; preamble?: string }): void {
  const { titleBlock, preamble } = parseSpeech(text);
  const words = (line: { span: { start: number; end: number } } | undefined) =>
    line && text.slice(line.span.start, line.span.end);
  assert.deepEqual(
    {
      title: titleBlock.title.map(words),
      author: words(titleBlock.author),
      date: words(titleBlock.date),
      preamble: words(preamble[0]),
    },
    { author: undefined, date: undefined, preamble: undefined, ...expected },
  );
}

describe('title block', () => {
  it('a Markdown title and an office', () =>
    check('# 剖析发言\n\n河湾街道党工委书记\n\n按照要求，现报告如下。\n', {
      title: ['剖析发言'],
      author: '河湾街道党工委书记',
      preamble: '按照要求，现报告如下。',
    }));
  it('“发言人：” before office and name', () =>
    check('第四党支部组织生活会发言材料\n\n发言人：电客车司机　段小满\n\n我开了六年车。\n', {
      title: ['第四党支部组织生活会发言材料'],
      author: '发言人：电客车司机　段小满',
      preamble: '我开了六年车。',
    }));
  it('a title that names the parts to come, and no part', () => {
    check('# 存在的问题、原因分析和整改措施\n\n一、存在的问题\n\n不够。\n', {
      title: ['存在的问题、原因分析和整改措施'],
    });
    check('# 整改措施\n\n每月一次。\n', { title: [] });
  });
  it('two lines of title with no blank line below them', () =>
    check(
      '河湾镇党委委员、副镇长\n2025年度民主生活会对照检查材料\n（2026年1月9日）\n同志们：\n按照要求，现报告如下。\n',
      {
        title: ['河湾镇党委委员、副镇长', '2025年度民主生活会对照检查材料'],
        date: '（2026年1月9日）',
        preamble: '同志们：',
      },
    ));
  it('two lines of title, 职务 姓名, a date', () =>
    check(
      '河湾街道党工委班子\n2025年度民主生活会对照检查材料\n\n党工委书记  李河湾\n\n（2026年1月9日）\n\n按照要求，现报告如下。\n',
      {
        title: ['河湾街道党工委班子', '2025年度民主生活会对照检查材料'],
        author: '党工委书记  李河湾',
        date: '（2026年1月9日）',
        preamble: '按照要求，现报告如下。',
      },
    ));
  it('a year in the title is no date', () =>
    check('2024年度民主生活会对照检查材料\n\n按照要求，现报告如下。\n', {
      title: ['2024年度民主生活会对照检查材料'],
      preamble: '按照要求，现报告如下。',
    }));
  it('a salutation opens the speech', () =>
    check('剖析发言\n\n同志们：\n\n按照要求，现报告如下。\n', { title: ['剖析发言'], preamble: '同志们：' }));
  it('an author, a date and a subtitle in headings below the title', () =>
    check(
      '# 剖析发言\n\n## ——在民主生活会上\n\n### 县委办公室副主任　何静\n\n### 2024年1月5日\n\n## 存在的问题\n\n不够。\n',
      {
        title: ['剖析发言', '——在民主生活会上'],
        author: '县委办公室副主任　何静',
        date: '2024年1月5日',
      },
    ));
  it('none', () =>
    check('按照要求，现报告如下。\n\n一、存在的问题\n', { title: [], preamble: '按照要求，现报告如下。' }));
  it('a title that names parts of the speech is no part', () =>
    check('# 整改措施落实情况及存在问题的对照检查材料\n\n一、存在的问题\n', {
      title: ['整改措施落实情况及存在问题的对照检查材料'],
    }));
  it('rows below one another with no blank line behind them', () =>
    check(
      '民主生活会个人发言提纲\n县财政局  王某某\n（2023年1月6日）\n各位领导、同志们：\n按照安排，我作发言。\n一、存在的问题\n',
      {
        title: ['民主生活会个人发言提纲'],
        author: '县财政局  王某某',
        date: '（2023年1月6日）',
        preamble: '各位领导、同志们：',
      },
    ));
});
