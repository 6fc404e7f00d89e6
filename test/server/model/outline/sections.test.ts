import assert from 'node:assert/strict';
import { type Role, roleOf } from '../../../../server/src/model/outline/role.ts';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';

function roles(...titles: string[]): string[] {
  const text = titles.map((title, index) => `## ${title}\n\n（一）甲方面。做得不够，第${index}处。\n`).join('\n');
  return parseSpeech(text).sections.map(({ role }) => role ?? '');
}

const harvest: Record<Role, string> = {
  previous:
    '上年度整改落实情况 上次民主生活会查摆问题整改情况 巡视反馈问题整改落实情况 整改承诺兑现情况 历年查摆问题的整改进展 上一年度问题整改 关于上次民主生活会的整改 巡视反馈问题整改进展 前期立行立改情况 巡察反馈问题整改情况 上级点名问题的整改情况 问题集中整治情况 2023年度民主生活会整改落实情况',
  problems:
    '存在的主要问题 对照检查情况 检视剖析 不足与差距 自我剖析 群众反映的突出问题 存在问题及表现 问题清单 “四风”方面存在的突出问题 问题及其原因 查摆的问题和整改措施 存在的不足及改进打算 薄弱环节 自查自纠情况 检视反思 存在的不足及原因 2024年度查摆问题情况 2024年度个人存在问题情况',
  causes:
    '原因分析 问题的根源 症结所在 为什么会有这些问题 这些问题是怎么产生的 毛病出在哪 问题溯源 深挖的思想根源 短板由何而来',
  measures:
    '整改措施 改进的方向和具体举措 整改目标及措施 整改落实措施 整改承诺 今后的努力方向 下一步打算 怎么改 改进措施及时限 整改内容和措施 整改事项及措施 整改工作打算 改进作风的具体措施 改进思路 解决问题的办法 对策措施 采取的措施 立行立改措施 补短板的任务安排 以案促改的具体安排',
  case: '典型案例剖析 对典型案件的剖析 以案促改的认识 反面典型的警示',
  matters:
    '个人有关事项说明 需要说明的其他问题 对群众反映问题的说明 有关问题的说明 组织约谈函询的问题 关于函询情况的说明 需要向组织说明的情况 重大事项报告情况 需要向组织报告的事项',
  closing: '结束语 最后的话 表态 收尾',
  other: '意识形态工作情况 基本情况 会前准备情况 相互批评意见 工作要求 制度建设',
};

describe('roles by the words of a heading', () => {
  for (const [role, titles] of Object.entries(harvest))
    for (const title of titles.split(' ')) it(`${title}: ${role}`, () => assert.equal(roleOf(title) ?? 'other', role));
});

/** The titles of the problems, and those of the measures with the aspect that each belongs to. */
function byAspect(text: string): { problems: string[]; measures: string[] } {
  const { problems, measures } = parseSpeech(text);
  return {
    problems: problems.map(({ title }) => title),
    measures: measures.map(({ title, aspect }) => `${aspect?.heading.title}: ${title}`),
  };
}

describe('roles of sections', () => {
  it('measures that have lost their number, where every problem has its causes below it', () => {
    const aspect = (mark: string, name: string) => `${mark}${name}方面。不严。\n\n**原因：**怕得罪人。\n\n`;
    const text = `**一、存在的问题**\n\n${aspect('（一）', '学习')}${aspect('（二）', '作风')}**整改措施**\n\n（一）常学。每月一次。\n\n（二）常去。每周一次。\n`;
    const { problems, measures } = parseSpeech(text);
    const titles = (units: typeof problems) => units.map(({ title }) => title);
    assert.deepEqual(titles(problems), ['学习方面', '作风方面']);
    assert.deepEqual(titles(measures), ['常学', '常去']);
  });
  it('problems and measures aspect by aspect', () => {
    const aspect = (number: string, name: string) =>
      `（${number}）${name}方面\n\n**问题表现**\n\n1.不严。没有管。\n\n**整改措施**\n\n1.从严。每月查一次。\n`;
    const text = `一、查摆的问题和整改措施\n\n${aspect('一', '学习')}\n${aspect('二', '作风')}\n二、原因分析\n\n怕得罪人。\n`;
    assert.deepEqual(byAspect(text), {
      problems: ['学习方面', '作风方面'],
      measures: ['学习方面: 从严', '作风方面: 从严'],
    });
  });
  it('measures that are called nothing but 措施, where their part says that it has both', () => {
    const aspect = (number: string, name: string) =>
      `（${number}）${name}方面\n\n问题：不严。\n\n措施：每月查一次${name}。\n\n`;
    const text = `一、存在的问题和整改措施\n\n${aspect('一', '学习')}${aspect('二', '作风')}二、原因分析\n\n怕得罪人。\n`;
    assert.deepEqual(byAspect(text), {
      problems: ['学习方面', '作风方面'],
      measures: ['学习方面: 每月查一次学习', '作风方面: 每月查一次作风'],
    });
  });
  it('what the team and what the speaker has to answer for', () => {
    const items = (...titles: string[]) => titles.map((title, at) => `${at + 1}.${title}。不够。\n\n`).join('');
    const text =
      `一、存在的问题\n\n（一）领导班子存在的问题\n\n${items('政治建设方面', '担当作为方面')}（二）党组书记个人存在的问题\n\n${items('自学不够')}` +
      `二、整改措施\n\n（一）领导班子整改措施\n\n${items('加强政治建设', '强化担当')}（二）个人的整改措施\n\n${items('坚持自学')}`;
    const { problems, measures } = parseSpeech(text);
    const titles = (units: typeof problems) => units.map(({ title }) => title);
    assert.deepEqual(titles(problems), ['政治建设方面', '担当作为方面', '自学不够']);
    assert.deepEqual(titles(measures), ['加强政治建设', '强化担当', '坚持自学']);
  });
  it('an aspect that tells its problem in the middle of a paragraph, among others', () => {
    const aspect = (number: string, name: string, ahead = '') =>
      `${number}、${name}方面\n\n${ahead}存在的问题：不严。\n\n`;
    const text = `${aspect('一', '政治纪律', '平时能做到令行禁止。')}${aspect('二', '组织纪律')}${aspect('三', '廉洁纪律')}四、整改措施\n\n（一）从严。每月一次。\n`;
    assert.deepEqual(
      parseSpeech(text).problems.map(({ title }) => title),
      ['政治纪律方面', '组织纪律方面', '廉洁纪律方面'],
    );
  });
  it('without numbers, by words that say nothing else', () => {
    const named = (...titles: string[]) =>
      parseSpeech(
        titles.map((title) => `**${title}**\n\n**守纪方面。**不严。\n\n**担当方面。**不够。\n`).join('\n'),
      ).sections.map(({ role, heading }) => `${heading.title} ${role}`);
    assert.deepEqual(named('认真查摆存在的突出问题', '深挖的思想根源', '下一步整改工作思路'), [
      '认真查摆存在的突出问题 problems',
      '深挖的思想根源 causes',
      '下一步整改工作思路 measures',
    ]);
    assert.deepEqual(named('对照检查，查找问题', '导致问题的主要原因', '采取的措施和今后打算'), [
      '对照检查，查找问题 problems',
      '导致问题的主要原因 causes',
      '采取的措施和今后打算 measures',
    ]);
    assert.deepEqual(named('我存在的问题', '思想根源挖掘', '个人整改承诺'), [
      '我存在的问题 problems',
      '思想根源挖掘 causes',
      '个人整改承诺 measures',
    ]);
  });
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
  it('old accounts looked at again, which is last year’s part', () =>
    assert.deepEqual(roles('旧账回头看', '存在的问题', '整改措施'), ['previous', 'problems', 'measures']));
  it('plain words do not count at another place', () =>
    assert.deepEqual(roles('改革的进展', '存在的问题', '原因分析', '整改措施').slice(1), [
      'problems',
      'causes',
      'measures',
    ]));
  it('the frame of a plan is no part, whatever it holds', () => {
    assert.deepEqual(roles('整改目标', '整改原则', '整改任务', '组织保障'), ['other', 'other', 'measures', 'other']);
    assert.deepEqual(roles('总体要求', '整改内容和措施', '工作要求'), ['other', 'measures', 'other']);
  });
  it('aspects are no parts', () =>
    assert.deepEqual(roles('改进作风方面', '存在的问题', '原因分析', '整改措施')[0], 'other'));
  it('headings that recur under every aspect are its parts, whatever their words', () =>
    assert.deepEqual(innerRoles('差在哪里', '为什么会这样', '打算怎么改'), ['problems', 'causes', 'measures']));
  it('one of the aspects may lack a part', () => {
    const text = aspectsWith('问题表现', '根子在哪', '改进打算').replace(/### 改进打算\n\n这里写着第2段.*\n/, '');
    const inner = parseSpeech(text).sections.map(({ sections }) => sections.map(({ role }) => role));
    const all = ['problems', 'causes', 'measures'];
    assert.deepEqual(inner, [all, all.slice(0, 2), all, all]);
  });
  it('what a measure is made of is no part', () => {
    const measure = '### （一）把书读进去\n\n整改目标：读完两本书。\n\n整改措施：\n1. 每晚读十页。\n2. 每月写一篇。\n';
    const { sections } = parseSpeech(`## 一、存在的问题\n\n（一）书没有读。\n\n## 二、整改措施\n\n${measure}`);
    assert.deepEqual(
      sections[1]?.sections[0]?.sections.map(({ heading, role }) => [heading.title, role ?? '']),
      [['整改措施', '']],
    );
  });
  it('of two that recur the second tells the measures', () =>
    assert.deepEqual(innerRoles('镜子里的短处', '对症药方'), ['problems', 'measures']));
  it('of two that recur the second is no measure where it goes on with the problem, or is a case', () => {
    assert.deepEqual(innerRoles('问题表现', '具体事例'), ['problems', '']);
    assert.deepEqual(innerRoles('问题表现', '典型案例'), ['problems', '']);
  });
  it('headings that recur and say nothing of the kind are none', () =>
    assert.deepEqual(innerRoles('春天的事', '秋天的事'), ['', '']));
});

function innerRoles(...parts: string[]): string[] {
  return parseSpeech(aspectsWith(...parts)).sections[0]?.sections.map(({ role }) => role ?? '') ?? [];
}

function aspectsWith(...parts: string[]): string {
  const aspects = ['理论学习方面', '工作作风方面', '廉洁自律方面', '担当作为方面'].map((aspect, index) => {
    const inner = parts.map((part) => `### ${part}\n\n这里写着第${index + 1}段，写得不长也不短。\n`);
    return `## ${'一二三四'.charAt(index)}、${aspect}\n\n${inner.join('\n')}`;
  });
  return aspects.join('\n');
}

it('tables that plain lines announce, under aspects beside last year', () => {
  const table = '| 编号 | 具体表现 |\n| - | - |\n| 1 | 文件转了就算学过。 |\n';
  const aspect = (name: string) =>
    `## ${name}\n\n问题清单\n\n${table}\n原因：图省事。\n\n整改清单\n\n${table.replace('具体表现', '措施')}`;
  const speech = parseSpeech(
    `## 上年度查摆问题整改情况\n\n都改了。\n\n${aspect('一、学习方面')}\n${aspect('二、作风方面')}`,
  );
  assert.deepEqual(
    [speech.problems, speech.causes, speech.measures].map((units) => units.map(({ title }) => title)),
    [
      ['学习方面', '作风方面'],
      ['图省事', '图省事'],
      ['文件转了就算学过', '文件转了就算学过'],
    ],
  );
});

it('aspects that 第一、第二、 count, with parts of their own', () => {
  const aspect = (name: string) =>
    `${name}\n\n问题：一是书没有读。二是会没有开。\n\n原因：图省事。\n\n整改：每晚读十页书。\n`;
  const { problems, measures } = parseSpeech(`${aspect('第一、带头学习方面')}\n${aspect('第二、带头守纪方面')}`);
  assert.deepEqual(
    [problems.map(({ title, points }) => `${title} ${points.length}`), measures.map(({ title }) => title)],
    [
      ['带头学习方面 2', '带头守纪方面 2'],
      ['每晚读十页书', '每晚读十页书'],
    ],
  );
});

describe('items of an aspect that each have 原因 and 整改', () => {
  const told = (text: string) => {
    const { problems, causes, measures } = parseSpeech(text);
    return [problems, causes, measures].map((units) => units.map(({ title }) => title).join(' '));
  };
  const items = (first: string, second: string, [head, tail] = ['', '：']) => {
    const own = (cause: string, measure: string) =>
      `${head}原因分析${tail}${cause}。\n\n${head}整改措施${tail}${measure}。\n\n`;
    return `${first}\n\n${own('重业务', '三日内传达')}${second}\n\n${own('图省事', '四月底前修订')}`;
  };
  const titles = ['传达慢 报告晚', '重业务 图省事', '三日内传达 四月底前修订'];

  it('below the aspects of the problems', () =>
    assert.deepEqual(
      told(`一、存在的问题\n\n（一）担当方面\n\n${items('1.传达慢。晚了十天。', '2.报告晚。迟报两次。')}`),
      titles,
    ));
  it('below aspects that are the sections of the speech', () =>
    assert.deepEqual(
      told(
        `一、担当方面\n\n${items('1.传达慢。晚了十天。', '2.报告晚。迟报两次。')}二、作风方面\n\n${items('1.底稿补。', '2.发文多。')}`,
      ),
      ['传达慢 报告晚 底稿补 发文多', ...titles.slice(1).map((words) => `${words} ${words}`)],
    ));
  it('and an item that has none of them yet is a problem all the same', () =>
    assert.equal(
      told(`一、担当方面\n\n1.会议少。\n\n${items('2.传达慢。晚了十天。', '3.报告晚。迟报两次。')}`)[0],
      '会议少 传达慢 报告晚',
    ));
  it('as Markdown headings with labels below them', () =>
    assert.deepEqual(
      told(`## 一、担当方面\n\n${items('### 1.传达慢\n\n晚了十天。', '### 2.报告晚\n\n两次。', ['**', '：** '])}`),
      titles,
    ));
  it('whose headings say only 存在问题', () =>
    assert.deepEqual(
      told(`一、存在的问题\n\n（一）担当方面\n\n${items('1.存在问题：传达慢。', '2.存在问题：报告晚。')}`),
      ['存在问题 存在问题', ...titles.slice(1)],
    ));
  it('and not where both parts follow the last item', () =>
    assert.deepEqual(
      told(
        '一、担当方面\n\n1.传达慢。\n\n2.报告晚。\n\n原因分析：图省事。\n\n整改措施：三日内传达。\n\n二、作风方面\n\n1.底稿补。\n\n原因分析：省事。\n\n整改措施：当日写。\n',
      ),
      ['担当方面 作风方面', '图省事 省事', '三日内传达 当日写'],
    ));
});

it('a part goes on counting behind 原因剖析 without a number', () =>
  assert.deepEqual(
    parseSpeech(
      '## 一、履职情况\n\n都好。\n\n## 二、存在的不足及原因\n\n（一）学得浅。少。\n\n（二）听得少。少。\n\n**原因剖析：**一是懒。二是急。\n\n## 三、下一步打算\n\n1.多学。每天。\n\n2.多听。每周。\n',
    ).sections.map(({ heading: { title }, role }) => `${title}: ${role}`),
    ['履职情况: other', '存在的不足及原因: problems', '原因剖析: causes', '下一步打算: measures'],
  ));

it('all aspects that have lost their numbers behind one that has it', () => {
  const aspect = (head: string) => `${head}方面\n　　一是读得少。\n　　二是记得少。\n`;
  const { problems } = parseSpeech(
    `一、存在的不足\n\n${['（一）学习', '（二）政治', '能力', '作风'].map(aspect).join('\n')}\n二、原因分析\n\n懒。\n`,
  );
  assert.deepEqual(
    problems.map(({ title, points }) => `${title} ${points.length}`),
    ['学习方面 2', '政治方面 2', '能力方面 2', '作风方面 2'],
  );
});

it('“收尾（一句话）” in bold closes the speech', () => {
  const { sections, measures } = parseSpeech(
    '**一、问题**\n\n1.懒\n\n- 少读书\n\n**二、整改**\n\n1.勤\n\n- 多读书\n\n**收尾（一句话）**\n\n- 请大家看着。\n',
  );
  assert.deepEqual(
    [sections.map(({ role }) => role), measures.map(({ points }) => points.map(({ title }) => title).join())],
    [['problems', 'measures', 'closing'], ['多读书']],
  );
});

it('wrappers that say in short who found what they gather', () => {
  const text =
    '一、查摆出来的问题\n\n（一）群众提出来的\n\n1. 窗口中午没有人。\n\n2. 热线打不通。\n\n（二）班子自己找出来的\n\n1. 调研蜻蜓点水。\n\n（三）分管领域方面\n\n1. 仓库检查走过场。\n';
  assert.deepEqual(
    parseSpeech(text).problems.map(({ title }) => title),
    ['窗口中午没有人', '热线打不通', '调研蜻蜓点水', '仓库检查走过场'],
  );
});

it('第一、 before an aspect is a level of its own, with 1. or 一是 below it', () => {
  const outline = (inner: string) =>
    parseSpeech(
      `一、存在的问题\n\n第一、理论学习方面\n\n${inner}\n\n第二、工作作风方面\n\n${inner}\n\n二、原因分析\n\n不够。\n`,
    ).problems.map(({ title, points }) => `${title}：${points.map((point) => point.title).join('、')}`);
  const expected = ['理论学习方面：学得少、用得差', '工作作风方面：学得少、用得差'];
  assert.deepEqual(outline('1.学得少。一月一次。\n\n2.用得差。两张皮。'), expected);
  assert.deepEqual(outline('（1）学得少。一月一次。\n\n（2）用得差。两张皮。'), expected);
  assert.deepEqual(outline('一是学得少。一月一次。二是用得差。两张皮。'), expected);
});

it('“存在的主要问题：” on a line of its own opens the problems', () => {
  const { sections, problems } = parseSpeech(
    '对照检查发言\n\n按照安排，我作发言。\n\n存在的主要问题：\n\n1、学习不紧。少。\n\n2、服务不细。粗。\n\n原因分析：\n\n1、思想懈怠。\n\n改进措施：\n\n1、每天学习。\n',
  );
  assert.deepEqual(
    sections.map(({ role }) => role),
    ['problems', 'causes', 'measures'],
  );
  assert.deepEqual(
    problems.map(({ title }) => title),
    ['学习不紧', '服务不细'],
  );
});

it('an item that begins with a month or a year', () => {
  const { measures } = parseSpeech(
    '一、整改措施\n\n1.6月底前清收欠租。按月通报。\n\n2.2026年起公开招租。\n\n3.5倍的差距是比出来的。\n',
  );
  assert.deepEqual(
    measures.map(({ numbering, title }) => `${numbering?.text} ${title}`),
    ['1. 6月底前清收欠租', '2. 2026年起公开招租'],
  );
});

it('“一、二、三产业” begins no heading, and neither does “二、三产业”', () => {
  for (const words of [
    '一、二、三产业融合不够。',
    '二、三产业比重低。',
    '一、二产没有起色。',
    '一、二、三季度都没有去。',
  ])
    assert.deepEqual(
      parseSpeech(`一、存在的问题\n\n（一）产业方面\n\n${words}\n\n（二）作风方面\n\n少。\n`).problems.map(
        ({ title }) => title,
      ),
      ['产业方面', '作风方面'],
      words,
    );
});

it('a blank for a mark before whatever names a part, and in bold', () => {
  const numbers = (text: string) =>
    parseSpeech(text).sections.map(({ heading, role }) => `${heading.numbering?.ordinal} ${heading.title} ${role}`);
  assert.deepEqual(
    numbers(
      '一 上年度整改落实情况\n\n已改。\n\n二 存在的问题\n\n不够。\n\n三 原因分析\n\n不严。\n\n四 结束语\n\n请批评。\n',
    ),
    ['1 上年度整改落实情况 previous', '2 存在的问题 problems', '3 原因分析 causes', '4 结束语 closing'],
  );
  assert.deepEqual(numbers('**一　维修单**\n\n修好。\n\n**二　交车**\n\n交了。\n').length, 2);
});

it('headings that their items count on across gather aspects', () => {
  const problems = (second: string) =>
    parseSpeech(
      `一、存在的问题\n\n（一）作风方面\n\n1.在接待方面，存在不严的问题。超标。\n\n2.在调研方面，存在不深的问题。少。\n\n（二）履职方面\n\n${second}在项目方面，存在不快的问题。慢。\n`,
    ).problems.map(({ title }) => title);
  assert.deepEqual(problems('3.'), [
    '在接待方面，存在不严的问题',
    '在调研方面，存在不深的问题',
    '在项目方面，存在不快的问题',
  ]);
  assert.deepEqual(problems('1.'), ['作风方面', '履职方面']);
});

it('the second paragraph of the last measure belongs to it, and closing words do not', () => {
  const [first, second] = ['每月到村里住两天。', '低保户每季度走访一遍，结果由民政所负责公开。'];
  const last = (...paragraphs: string[]) => {
    const speech = parseSpeech(
      `一、整改措施\n\n### （一）抓学习\n\n每周自学。\n\n### （二）访群众\n\n${paragraphs.join('\n\n')}\n`,
    );
    const words = ({ start, end }: { start: number; end: number }) => speech.text.slice(start, end);
    return [...(speech.measures.at(-1)?.section?.body ?? []), ...speech.closing].map(({ span }, at, all) =>
      at < all.length - speech.closing.length ? words(span) : `结尾：${words(span)}`,
    );
  };
  const formal = '以上是我的对照检查，请批评指正。';
  const plain = '稻子熟了自然低头，人也一样。';
  assert.deepEqual(last(first, second, formal), [first, second, `结尾：${formal}`]);
  assert.deepEqual(last(first, second), [first, second]);
  assert.deepEqual(last(first, plain, formal), [first, `结尾：${plain}`, `结尾：${formal}`]);
  assert.deepEqual(last(first, plain), [first, `结尾：${plain}`]);
});

describe('a document that is nothing but a table', () => {
  const rows = '| - | - | - |\n| 1 | 学习不深 | 每周自学 |\n| 2 | 调研不够 | 每月下沉 |\n';
  const units = (text: string) => {
    const { problems, measures, sections } = parseSpeech(text);
    return [sections.length, problems.map(({ title }) => title).join(), measures.map(({ title }) => title).join()];
  };

  it('holds problems and measures, with a title or without', () => {
    const table = `| 序号 | 存在问题 | 整改措施 |\n${rows}`;
    assert.deepEqual(units(`# 某局整改台账\n\n${table}`), [0, '学习不深,调研不够', '每周自学,每月下沉']);
    assert.deepEqual(units(`${table}\n每月更新。\n`), [0, '学习不深,调研不够', '每周自学,每月下沉']);
  });
  it('holds measures alone, where title or header say so', () => {
    assert.deepEqual(units(`# 整改清单\n\n| 序号 | 事项 | 做法 |\n${rows}`), [0, '', '每周自学,每月下沉']);
    assert.deepEqual(units(`# 年度安排\n\n| 序号 | 事项 | 整改措施 |\n${rows}`), [0, '', '每周自学,每月下沉']);
  });
  it('named by the first line of a cell', () => {
    const table = `| 存在问题 | 整改措施 |\n| - | - |\n| 学习不深 | 每周自学<br>每月交流 |\n`;
    assert.deepEqual(units(`# 某局整改台账\n\n${table}`), [0, '学习不深', '每周自学']);
  });
  it('or nothing of the kind', () => assert.deepEqual(units(`# 分工\n\n| 序号 | 事项 | 时间 |\n${rows}`), [0, '', '']));
});
