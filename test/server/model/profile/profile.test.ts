import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { profileOf } from '../../../../server/src/model/profile/profile.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';
import { workspaceContext } from '../../../../server/src/userData/workspaceContext.ts';
import { labelledTexts } from '../../../labels.ts';

/** The choice in one line. */
function chosen(text: string, context = defaultContext): string {
  const { profile, from, year, aspects } = profileOf(parseSpeech(text), context);
  return [profile.name, from, year ?? '', aspects?.theme ?? ''].join(' ').trim();
}

const outline = '一、存在的问题\n\n（一）学习方面。我学得不够。\n\n二、整改措施\n\n（一）加强学习。我每周自学。\n';

describe('the profile of a speech', () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['---\n发言: {类型: 班子对照检查, 年度: 2024}\n---\n\n# 剖析发言\n', '班子对照检查 frontMatter 2024'],
    ['---\n发言:\n  类型: 发言提纲\n---\n', '剖析发言 frontMatter'],
    ['---\n发言: {类型: 没有这种}\n---\n\n# 某局党组2023年度民主生活会批评意见\n', '批评意见 title 2023'],
    ['# 某县县委书记在专题民主生活会上的主持词\n', '主持词 title'],
    ['# 某局党组关于民主生活会的整改方案\n', '整改方案 title'],
    ['# 某某支部委员会2023年度组织生活会对照检查材料\n', '组织生活会支部班子 title 2023'],
    ['# 2023年度组织生活会个人对照检查材料\n', '组织生活会党员 title 2023'],
    ['# 对照检查材料\n\n会前，我参加了支部的组织生活会准备。\n', '组织生活会党员 title'],
    [outline, '剖析发言 content'],
    ['', '剖析发言 default'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text.split('\n').slice(0, 5).join('\n')), () => {
      assert.ok(chosen(text).startsWith(expected), chosen(text));
    });
  }

  it('takes the year of a meeting in the first quarter to be the year before', () => {
    const text = '# 个人对照检查材料\n\n某局局长  张三\n\n（2025年1月9日）\n\n会前我认真学习。\n';
    assert.match(chosen(text), /title 2024/);
  });

  it('chooses among the themes of a year by the front matter', () => {
    const text = '---\n发言: {类型: 组织生活会党员, 年度: 2024, 主题: 六项纪律}\n---\n';
    assert.equal(chosen(text), '组织生活会党员 frontMatter 2024 六项纪律');
  });

  it('can be another where the team says so', () => {
    const config = '{"defaultProfile": "班子对照检查"}';
    assert.equal(
      chosen(outline, workspaceContext([{ path: 'config.json', text: config }]).context),
      '班子对照检查 default',
    );
  });

  it('can be one of the workspace’s own', () => {
    const own = '{"profiles": [{"name": "述职报告", "titles": [["述职"]], "parts": []}]}';
    const { context, faults } = workspaceContext([{ path: 'profiles/ours.json', text: own }]);
    assert.deepEqual(faults, []);
    assert.match(chosen('# 2024年度述职报告\n', context), /^述职报告 title 2024/);
  });

  it('is of the right kind for every labelled speech', () => {
    const wrong: string[] = [];
    for (const { name, text, labels } of labelledTexts()) {
      const { profile } = profileOf(parseSpeech(text), defaultContext);
      const found = `${profile.speaker === 'team' ? '班子' : '个人'} ${profile.meeting}`;
      if (found !== `${labels.kind} ${labels.meeting}`) wrong.push(`${name}: ${found}`);
    }
    assert.deepEqual(wrong, []);
  });
});
