import assert from 'node:assert/strict';
import { insertSection, sectionChoices } from '../../../server/src/features/insertSection.ts';
import { capacitiesFor, newSpeech } from '../../../server/src/features/newSpeech.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import type { Role } from '../../../server/src/model/outline/role.ts';
import { frontMatterOf } from '../../../server/src/model/parse/frontMatter.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { findProfile } from '../../../server/src/model/profile/profile.ts';
import type { Profile } from '../../../server/src/model/profile/profileData.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { expand } from '../../snippets/expand.ts';

const begin = (kind: string, year?: number, theme?: string) =>
  expand(newSpeech({ kind, year, theme, capacity: 'member' }, defaultContext));

describe('a new speech', () => {
  for (const { name } of defaultContext.profiles)
    for (const year of [undefined, 2019, 2023, 2024, 2025])
      it(`${name}, ${year ?? 'no year'}: has nothing to mend but its blanks`, () => {
        const { text, stops } = begin(name, year);
        assert.deepEqual(stops, [...stops.slice(0, -1).map((_, index) => index + 1), 0]);
        const found = lint(parseSpeech(text), {}, defaultContext)
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ rule, message, span }) => `${rule.id}: ${text.slice(span.start, span.end)} ${message}`);
        assert.deepEqual(found, []);
      });

  it('has the aspects of the year as its units, in 问题 and in 整改', () => {
    const { problems, measures } = parseSpeech(begin('剖析发言', 2025).text);
    assert.deepEqual(
      problems.map(({ numbering, title }) => `${numbering?.text}${title}`),
      [
        '（一）带头强化政治忠诚、提高政治能力方面',
        '（二）带头固本培元、增强党性方面',
        '（三）带头敬畏人民、敬畏组织、敬畏法纪方面',
        '（四）带头干事创业、担当作为方面',
        '（五）带头坚决扛起管党治党责任方面',
      ],
    );
    assert.equal(measures.length, 5);
  });

  it('of a kind of the workspace keeps the marks in its name, its parts and its theme', () => {
    const { profiles } = defaultContext;
    const known = findProfile(defaultContext, '剖析发言');
    assert.ok(known);
    const own: Profile = {
      ...known,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop is what must not come of it
      name: '述职: 甲${2}',
      parts: [{ role: 'other', title: '工作 $3 }', need: 'required', evidence: 'I' }],
    };
    const context = { ...defaultContext, profiles: [own, ...profiles] };
    const kind = { kind: own.name, year: 2025, theme: '“严”的主基调: #1, 再出发', capacity: undefined };
    const { text } = expand(newSpeech(kind, context));
    assert.deepEqual(
      frontMatterOf(parseSpeech(text))?.entries.map(({ key, value }) => `${key} = ${value}`),
      [`类型 = ${own.name}`, '年度 = 2025', '主题 = “严”的主基调: #1, 再出发'],
    );
    assert.ok(text.includes('\n## 一、工作 $3 }\n'), text);
  });

  it('of a kind of the workspace has its own parts, whatever it is called', () => {
    const [known] = defaultContext.profiles;
    assert.ok(known);
    const own: Profile = { ...known, name: 'constructor', parts: [] };
    const context = { ...defaultContext, profiles: [own] };
    const text = newSpeech({ kind: own.name, year: 2025, theme: undefined, capacity: undefined }, context);
    assert.match(text, /^---\n发言:\n {2}类型: constructor\n/);
  });

  it('of a kind without 问题 and 原因 is the whole text that its snippets have', () => {
    const headings = (kind: string) => begin(kind, 2025).text.match(/^(?:# |## |下面进行|对〔).{1,14}/gm);
    assert.deepEqual(headings('整改方案'), [
      '# 〔单位〕领导班子2025年度',
      '## 一、指导思想',
      '## 二、整改目标',
      '## 三、整改任务与主要措施',
      '## 四、组织保障',
    ]);
    assert.deepEqual(headings('主持词'), [
      '# 〔单位〕2025年度民主生活',
      '下面进行第一项议程，由〔姓名〕同志通',
      '下面进行第二项议程，由我代表班子作对',
      '下面进行第三项议程，班子成员逐一作个',
      '下面进行第四项议程，请〔督导组组长姓',
      '下面进行第五项议程，由我作总结讲话。',
    ]);
    assert.deepEqual(headings('批评意见'), [
      '# 在〔会议名〕上的批评意见',
      '对〔姓名一〕同志提一条意见：在〔',
      '对〔姓名二〕同志提一条意见：在〔',
    ]);
    assert.deepEqual(headings('表态发言'), ['# 在〔会议名〕上的表态发言']);
  });

  it('says of a 党员 one case for each aspect, and asks nobody else to lead his 整改', () => {
    const { text } = begin('组织生活会党员', 2024, '六项纪律');
    assert.deepEqual(text.match(/^（一）.*/gm), [
      '（一）政治纪律方面。〔哪件事〕不够深入。比如，〔岗位上的一个事例和后果〕。',
      '（一）党性修养有所弱化。〔思想根源〕，以致〔哪一类问题〕长期没有解决。',
      '（一）〔强化什么〕。针对政治纪律方面的问题，每月〔动作〕不少于〔N〕次；〔N〕月底前〔动作和载体〕，以〔可检验的结果〕为检验标准。',
    ]);
  });

  it('offers the same choices in each paragraph, but another one first where the words would repeat', () => {
    const snippet = newSpeech({ kind: '剖析发言', year: 2025, theme: undefined, capacity: 'leader' }, defaultContext);
    assert.deepEqual(snippet.match(/(?<=有所\$\{\d+\|)[^|]+/g), ['弱化,淡化,松懈', '淡化,松懈,弱化', '松懈,弱化,淡化']);
    assert.deepEqual([...new Set(snippet.match(/(?<=上\$\{\d+\|)[^|]+/g))], ['下功夫,见实效,求突破']);
    assert.match(snippet, /\$\{\d+:〔主要负责人职务〕\}　\$\{\d+:〔姓名〕\}/);
  });

  it('asks who speaks only where that makes a difference', () => {
    const capacities = (kind: string) => {
      const profile = findProfile(defaultContext, kind);
      assert.ok(profile);
      return capacitiesFor(profile).map(({ label }) => label);
    };
    assert.deepEqual(capacities('剖析发言'), ['主要负责人', '班子成员', '普通党员']);
    assert.deepEqual(capacities('组织生活会党员'), ['普通党员', '主要负责人', '班子成员']);
    assert.deepEqual(capacities('班子对照检查'), []);
    assert.deepEqual(capacities('主持词'), []);
  });
});

describe('inserting a section', () => {
  const draft =
    '# 在民主生活会上的剖析发言\n\n一、存在的突出问题\n\n（一）学习不够。\n\n二、整改措施\n\n（一）抓学习。\n';

  it('lists what is missing first', () => {
    assert.deepEqual(
      sectionChoices(parseSpeech(draft), defaultContext).map(
        ({ role, isMissing }) => `${role}${isMissing ? '' : ' ✓'}`,
      ),
      ['previous', 'matters', 'case', 'causes', 'problems ✓', 'measures ✓'],
    );
  });

  const insert = (text: string, role: Role, title: string) =>
    applyEdits(text, insertSection(parseSpeech(text), role, title, defaultContext));

  it('is written as its siblings are: between 【】, or counted in words', () => {
    const parts = (problems: string, measures: string) =>
      `# 剖析发言\n\n${problems}\n\n（一）学习不够。\n\n${measures}\n\n（一）抓学习。\n`;
    for (const [problems, causes, measures, moved = measures] of [
      ['【存在的问题】', '【原因分析】', '【整改措施】'],
      ['**【存在的问题】**', '**【原因分析】**', '**【整改措施】**'],
      ['第一部分 存在的问题', '第二部分 原因分析', '第二部分 整改措施', '第三部分 整改措施'],
      ['**第一部分：存在的问题**', '**第二部分：原因分析**', '**第三部分：整改措施**'],
    ] as const)
      assert.equal(insert(parts(problems, measures), 'causes', '原因分析'), parts(problems, `${causes}\n\n${moved}`));
  });

  it('stands in its place with its number, and what follows moves on', () => {
    assert.equal(
      insert(draft, 'causes', '产生问题的原因分析'),
      draft.replace('二、整改', '二、产生问题的原因分析\n\n三、整改'),
    );
    assert.equal(insert('', 'problems', '存在的问题'), '## 一、存在的问题\n');
    const off = '<!-- fayan-disable-next-line halfwidth-punctuation -->';
    assert.equal(
      insert(draft.replace('二、整改', `${off}\n\n二、整改`), 'causes', '产生问题的原因分析'),
      draft.replace('二、整改', `二、产生问题的原因分析\n\n${off}\n\n三、整改`),
    );
    assert.equal(
      insert(draft.replace('一、存在', `${off}\n\n一、存在`), 'previous', '上年度整改情况'),
      draft.replace('一、存在', `一、上年度整改情况\n\n${off}\n\n二、存在`).replace('二、整改', '三、整改'),
    );
  });
});
