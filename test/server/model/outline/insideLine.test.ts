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

/** The titles of problems, causes and measures, with the number of their points. */
function units(text: string): string[] {
  const { problems, causes, measures } = parseSpeech(text);
  return [problems, causes, measures].map((list) =>
    list.map(({ title, points }) => `${title}${points.length > 0 ? points.length : ''}`).join(' '),
  );
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

describe('items that tell 问题, 原因 and 整改 in one paragraph each', () => {
  /** Three such items; `tell` puts one together of its number, title, problem, cause and measure. */
  const speech = (tell: (at: number, ...words: string[]) => string, before = '## 一、逐条检视', after = '') =>
    [
      '# 发言\n\n同志们，下面我逐条来说。',
      before,
      tell(1, '文件学得粗', '讲话稿只看标题，传达时念错了两处', '当科长久了，凭老经验办事', '每周一早上学一篇原文'),
      tell(2, '走访太少', '全年只去了三个社区，去了也只坐着', '怕麻烦，怕群众提要求', '每月走访两户，当场记账'),
      tell(3, '管人不严', '考勤表代签过两回，我没有吭声', '讲情面，怕得罪人', '考勤改用机器打卡，代签一次通报一次'),
      after,
    ]
      .filter((paragraph) => paragraph !== '')
      .join('\n\n')
      .concat('\n');
  const titles = '文件学得粗 走访太少 管人不严';
  const stories = '讲话稿只看标题，传达时念错了两处 全年只去了三个社区，去了也只坐着 考勤表代签过两回，我没有吭声';
  const causes = '当科长久了 怕麻烦，怕群众提要求 讲情面，怕得罪人';
  const measures = '每周一早上学一篇原文 每月走访两户 考勤改用机器打卡';

  it('have the parts below them, and hold them as an aspect does', () =>
    check(
      speech(
        (at, title, problem, cause, measure) => `${at}.${title}。问题：${problem}。原因：${cause}。整改：${measure}。`,
      ),
      `一、 逐条检视 [other]
        1. 文件学得粗
          · 问题 [problems]
          · 原因 [causes]
          · 整改 [measures]
        2. 走访太少
          · 问题 [problems]
          · 原因 [causes]
          · 整改 [measures]
        3. 管人不严
          · 问题 [problems]
          · 原因 [causes]
          · 整改 [measures]
      问题 P1 文件学得粗
      问题 P2 走访太少
      问题 P3 管人不严
      原因 C1 当科长久了
      原因 C2 怕麻烦，怕群众提要求
      原因 C3 讲情面，怕得罪人
      整改 M1 每周一早上学一篇原文
      整改 M2 每月走访两户
      整改 M3 考勤改用机器打卡`,
    ));

  it('by labels in many dresses, behind numbers, bold words, `#` and none', () => {
    const han = ['', '一', '二', '三'];
    for (const tell of [
      (at, title, problem, cause, measure) =>
        `**${at}.${title}。** 问题：${problem}。原因：${cause}。整改：${measure}。`,
      (at, title, problem, cause, measure) =>
        `（${han[at]}）${title}。主要表现：${problem}。原因分析：${cause}；整改措施：${measure}。`,
      (at, title, problem, cause, measure) => `${at}、${title}\n\n问题：${problem}。原因：${cause}。整改：${measure}。`,
      (at, title, problem, cause, measure) =>
        `### （${han[at]}）${title}\n\n**存在问题：** ${problem}。**产生原因：** ${cause}。**改进措施：** ${measure}。`,
      (_, title, problem, cause, measure) =>
        `**${title}。** 【问题】${problem}。【原因】${cause}。【整改】${measure}。`,
      (at, title, problem, cause, measure) => `${at}.${title}。${problem}。原因：${cause}。整改：${measure}。`,
      (at, title, problem, cause, measure) =>
        `${han[at]}是${title}。症状：${problem}。病因：${cause}。药方：${measure}。`,
      (at, title, problem, cause, measure) =>
        `（${at}）${title}。问题是${problem}。原因是${cause}。整改措施是${measure}。`,
      (at, title, problem, cause, measure) =>
        `**（${han[at]}）${title}。** ${problem}。究其原因，${cause}。下一步，${measure}。`,
    ] satisfies Array<Parameters<typeof speech>[0]>) {
      const text = speech(tell);
      assert.deepEqual(units(text), [titles, causes, measures], text);
      assert.deepEqual(warnings(text), [], text);
    }
  });

  it('without a title of their own by what the label is followed by', () => {
    for (const [tell, before] of [
      [(at, _, problem, cause, measure) => `${at}.问题：${problem}。原因：${cause}。整改：${measure}。`],
      [(_, __, problem, cause, measure) => `问题：${problem}。原因：${cause}。整改：${measure}。`],
      [(_, __, problem, cause, measure) => `问题：${problem}。原因：${cause}。整改：${measure}。`, ''],
      [(_, __, problem, cause, measure) => `- 存在问题：${problem}。原因：${cause}。措施：${measure}。`],
      [(_, __, problem, cause, measure) => `**问题：** ${problem}。**原因：** ${cause}。**整改：** ${measure}。`],
    ] satisfies Array<[Parameters<typeof speech>[0], string?]>) {
      const text = speech(tell, before);
      assert.deepEqual(units(text), [stories, causes, measures], text);
      assert.deepEqual(warnings(text), [], text);
    }
  });

  it('as the aspects of the first level', () => {
    const tell = (at: number, title: string, problem: string, cause: string, measure: string) =>
      `## ${['', '一', '二', '三'][at]}、${title}\n\n问题：${problem}。原因：${cause}。整改：${measure}。`;
    assert.deepEqual(units(speech(tell, '')), [titles, causes, measures]);
    const flat = speech(tell, '')
      .replaceAll(/\n\n(?=问题)/g, '。')
      .replaceAll('## ', '');
    assert.deepEqual(units(flat), [titles, causes, measures]);
  });

  it('with points and views inside', () =>
    assert.deepEqual(
      units(
        '一、逐条检视\n\n（一）学得粗。问题：一是只看标题；二是念错字。原因：主观上，凭老经验；客观上，会多。整改：一是每周学一篇；二是每月讲一课。\n\n（二）走访少。问题：只去了三个社区。原因：怕麻烦。整改：每月走访两户。\n',
      ),
      ['学得粗2 走访少', '主观上 客观上 怕麻烦', '每周学一篇 每月讲一课 每月走访两户'],
    ));

  it('of which one lacks a part', () => {
    const text = speech((at, title, problem, cause, measure) => {
      const end = at === 2 ? '' : `整改：${measure}。`;
      return `${at}.${title}。问题：${problem}。原因：${cause}。${end}`;
    });
    assert.deepEqual(units(text), [titles, causes, measures.replace('每月走访两户 ', '')]);
    const rules = lint(parseSpeech(text)).map(({ rule }) => rule.id);
    assert.ok(rules.includes('unmet-problem') && !rules.includes('missing-section'), rules.join());
    const bare = speech((at, title, problem, cause, measure) =>
      at === 3 ? `3.${title}。${problem}。整改：${measure}。` : `${at}.${title}。原因：${cause}。整改：${measure}。`,
    );
    assert.deepEqual(units(bare), [titles, causes.replace(' 讲情面，怕得罪人', ''), measures]);
  });

  it('before closing words, and before what stands in the next paragraph', () => {
    const tell = (_: number, __: string, problem: string, cause: string, measure: string) =>
      `问题：${problem}。原因：${cause}。整改：${measure}。`;
    const text = speech(tell, '', '我就说到这里，请同志们批评。');
    assert.deepEqual(units(text), [stories, causes, measures]);
    assert.equal(parseSpeech(text).closing.length, 1);
    assert.deepEqual(
      units(
        '一、检视情况\n\n1.学得粗。问题：只看标题。原因：凭老经验。整改：\n\n（1）每周学一篇。\n\n（2）每月讲一课。\n\n2.走访少。问题：只去了三个社区。原因：怕麻烦。整改：每月走访两户。\n',
      ),
      ['学得粗 走访少', '凭老经验 怕麻烦', '每周学一篇 每月讲一课 每月走访两户'],
    );
  });

  it('are none in running text, in what others said, with last year, in a case and among the measures', () => {
    const parts = (problem: string, measure: string, before = '') =>
      `# 发言\n\n${before}## 一、存在的问题\n\n（一）学得粗。${problem}\n\n（二）走访少。只去了三个社区。\n\n## 二、原因分析\n\n（一）凭老经验。\n\n## 三、整改措施\n\n（一）每周学一篇。${measure}\n\n（二）每月走访两户。\n`;
    const plain = outlineOf(parts('', ''));
    for (const [problem, measure] of [
      ['问题是没有人愿意学。原因是怕麻烦，下一步也没有想。', ''],
      ['老周问我：“问题：你懂不懂？原因：你学没学？整改：你改不改？”', ''],
      ['会上讲问题、原因、整改：讲过就算。', ''],
      ['', '问题：不会的当场问。整改：三天内改好。'],
      ['', '问题整改：对账销号。原因分析：每月一次。'],
      ['当时的想法是，问题：往后放；原因，懒得说。', ''],
    ] as const)
      assert.deepEqual(outlineOf(parts(problem, measure)), plain, problem + measure);
    const before =
      '## 一、上年度整改情况\n\n1.走访少。问题：只去了三个社区。原因：怕麻烦。整改：每月走访两户。\n\n2.学得粗。问题：只看标题。原因：图快。整改：每周学一篇。\n\n';
    const told = units(parts('', '', before).replaceAll('## 三', '## 四').replaceAll('## 二', '## 三'));
    assert.deepEqual(told, units(parts('', '')));
    const cases = before.replace('上年度整改情况', '典型案例剖析');
    assert.deepEqual(units(parts('', '', cases)), units(parts('', '')));
  });
});

describe('aspects told in one paragraph', () => {
  const speech = (problems: string, causes: string, measures: string) =>
    `# 发言\n\n同志们，我说几句。\n\n## 一、存在的问题\n\n${problems}\n\n## 二、原因剖析\n\n${causes}\n\n## 三、整改措施\n\n${measures}\n`;
  const problems =
    '学习上，我坐不住，一本书翻了半年。办案上，我图快，没有去现场就判了。作风上，我架子大，开庭迟到五次。';
  const causes = '主观上，一是把松散当随和；二是怕吃苦。客观上，案子多，可别人一样多。';
  const measures = '（一）每晚读二十页。（二）不看现场不开庭。（三）迟到一次当众检讨。'.replaceAll('。（', '。\n\n（');
  const read = ['学习上 办案上 作风上', '主观上2 客观上', '每晚读二十页 不看现场不开庭 迟到一次当众检讨'];

  it('are units, with the points in them', () => {
    check(
      speech(problems.replace('我坐不住，', '一是坐不住；二是怕考；三是'), causes, measures),
      `一、 存在的问题 [problems]
        · 学习上
          一是 坐不住
          二是 怕考
          三是 一本书翻了半年
        · 办案上
        · 作风上
      二、 原因剖析 [causes]
        · 主观上
          一是 把松散当随和
          二是 怕吃苦
        · 客观上
      三、 整改措施 [measures]
        （一） 每晚读二十页
        （二） 不看现场不开庭
        （三） 迟到一次当众检讨
      问题 P1 学习上（3 点）
      问题 P2 办案上
      问题 P3 作风上
      原因 C1 主观上（2 点）
      原因 C2 客观上
      整改 M1 每晚读二十页
      整改 M2 不看现场不开庭
      整改 M3 迟到一次当众检讨`,
    );
    assert.deepEqual(warnings(speech(problems, causes, measures)), []);
  });

  it('in other words and over several paragraphs', () => {
    for (const [told, first = read[0]] of [
      [problems],
      [`对照下来，我有三个毛病。${problems}`],
      [`请大家提意见之后，我归纳了一下：\n\n${problems}`],
      [problems.replaceAll('上，', '方面，'), '学习方面 办案方面 作风方面'],
      [problems.replaceAll('上，', '方面：'), '学习方面 办案方面 作风方面'],
      [problems.replaceAll(/(..上，)/g, '**$1**')],
      [problems.replaceAll(/(..上，)/g, '在$1'), '在学习上 在办案上 在作风上'],
      [`${problems}\n\n廉洁上，我收过两条烟。用车上，我让司机送过孩子。`, '学习上 办案上 作风上 廉洁上 用车上'],
      [problems.replaceAll('。办案', '。\n办案')],
      [problems.replace(/办案.*?。/, ''), '学习上 作风上'],
      [problems.replace('作风上，', '事实上，我心里明白。作风上，')],
    ] as const)
      assert.deepEqual(units(speech(told, causes, measures)), [first, ...read.slice(1)], told);
  });

  it('also run in with the name of their part, and in a talk', () => {
    const runIn = `# 发言\n\n**存在的问题：** ${problems}\n\n**原因分析：** ${causes}\n\n**整改措施：** ${problems}\n`;
    assert.deepEqual(units(runIn), [read[0], read[1], read[0]]);
    const talk = `发言\n\n大家好，我说几句。\n\n先说说我身上的毛病。\n\n${problems}\n\n毛病从哪里来的？\n\n主观上，是懒。客观上，案子多。\n\n毛病找到了，就得改。\n\n书放在案头，午休读十页。\n\n不看现场不开庭，图画进卷宗。\n`;
    assert.deepEqual(units(talk), [read[0], '主观上 客观上', '书放在案头 不看现场不开庭']);
    assert.deepEqual(warnings(talk), []);
  });

  it('have views told in many ways', () => {
    for (const [told, views] of [
      ['客观上，案子多。主观上，是懒。', '客观上 主观上'],
      ['主观上，是懒；客观上，案子多。', '主观上 客观上'],
      ['从主观上看，是懒。从客观上看，案子多。', '从主观上看 从客观上看'],
      ['主观原因：一是懒；二是怕苦。客观原因：一是案子多；二是人少。', '主观原因2 客观原因2'],
      ['主观上，一是懒；二是怕苦。\n\n客观上，案子多。', '主观上2 客观上'],
      ['剖析起来有两条。主观原因是懒散惯了。客观原因是案子多。', '主观原因 客观原因'],
      ['**主观上，** 是懒。**客观上，** 案子多。', '主观上 客观上'],
    ] as const) {
      const text = speech(problems, told, measures);
      assert.deepEqual(units(text), [read[0], views, read[2]], told);
      assert.deepEqual(warnings(text), [], told);
    }
  });

  it('are none where such words only begin sentences', () => {
    const list = '（一）学习方面。坐不住。\n\n（二）作风方面。架子大。';
    for (const [problem, cause, measure] of [
      ['思想上，总觉得够用。行动上，能拖就拖。落实上，学完就放下。', '', ''],
      ['会上，我不说。会后，我乱说。路上，还在说。', '', ''],
      ['', '主观上，总想图省事。', ''],
      ['', '我把松散当随和，主观上放松了要求，客观上也助长了拖拉。', ''],
      ['', '', '工作上，先把去年欠的三件事办完。'],
      ['', '', '学习上，每周一篇。工作上，每天记账。生活上，不占公家便宜。'],
    ] as const) {
      const plain = speech(list, '（一）懒。', '（一）读书。');
      const text = speech(list + problem, `（一）懒。${cause}`, `（一）读书。${measure}`);
      assert.deepEqual(outlineOf(text), outlineOf(plain), text);
    }
    for (const told of [
      '我读得少，一本书翻了半年。思想上，总觉得够用。',
      '思想上，总觉得够用。行动上，能拖就拖。',
      '我坐不住。学习上，一本书翻了半年。学习上，还怕考试。学习上，更不愿意讲。',
      '老庭长说我：“学习上，你坐不住。办案上，你图快。作风上，你架子大。”',
      '事实上，我坐不住。会上，我不说话。这件事上，我没有担当。',
      '学习上有差距，一本书翻了半年。办案上也图快。作风上架子大。',
    ]) {
      const { problems } = parseSpeech(speech(told, '（一）懒。', '（一）读书。'));
      assert.deepEqual(
        problems.map(({ section }) => section),
        [undefined],
        told,
      );
    }
  });
});

describe('an edit in a paragraph that opens something inside', () => {
  const texts = [
    '一、逐条检视\n\n1.学得粗。问题：只看标题，念错过两处字。原因：主观上，凭老经验；客观上，会多。整改：一是每周学一篇；二是每月讲一课。\n\n2.走访少。问题：只去了三个社区。原因：怕麻烦。整改：每月走访两户，当场记账，月底公示。\n\n以上请大家批评。\n',
    '# 发言\n\n大家好。\n\n问题：只看标题，念错过两处字，传达的时候还以为没有人听得出来。原因：凭老经验。整改：每周学一篇，每月讲一课，讲不好下月重讲。\n\n问题：只去了三个社区。原因：怕麻烦。整改：每月走访两户。\n',
    '**我的问题**\n\n学习上，我坐不住，一本书翻了半年，翻来覆去还是第一章的那几页。办案上，我图快，没有去现场就判了。作风上，我架子大，开庭迟到五次。\n\n**为什么会这样**\n\n主观上，一是把松散当随和；二是怕吃苦。客观上，案子多，可别人一样多，人家没有一个迟到的。\n\n**往后怎么办**\n\n学习上，每晚读二十页。办案上，不看现场不开庭。作风上，迟到一次当众检讨。\n',
  ];
  const words = [
    '',
    '甲',
    '。',
    '：',
    '，',
    '原因：',
    '。整改：',
    '学习上，',
    '。生活上，',
    '客观上，',
    '“',
    '一是',
    '。下一步，',
  ];

  it('reads the outline as if for the first time', () => {
    for (const text of texts) {
      const before = parseSpeech(text);
      for (let offset = 0; offset < text.length; offset += 5) {
        for (const [index, word] of words.entries()) {
          const now = text.slice(0, offset) + word + text.slice(offset + ((offset + index) % 3) * 2);
          const speech = parseSpeech(now, before);
          assert.equal(outlineText(speech), outlineText(parseSpeech(now)), now);
          assert.equal(outlineText(parseSpeech(text, speech)), outlineText(before), now);
        }
      }
    }
  });
});
