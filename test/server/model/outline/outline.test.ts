import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { outlineText } from './outlineText.ts';

/** Checks the lines of the outline that tell sections and units. */
function check(text: string, expected: string): void {
  const lines = outlineText(parseSpeech(text)).split('\n');
  assert.equal(
    lines.filter((line) => line !== '' && !/^(?:题目|帽段|结尾)/.test(line)).join('\n'),
    expected.trim().replace(/^ {6}/gm, ''),
  );
}

describe('the outline of', () => {
  it('a draft without blank lines, where headings end with their row', () =>
    check(
      '一、存在的问题\n（一）在带头守纪律方面\n存在的主要问题有：\n1. 请示报告不及时。\n2. 会议记录不全。\n二、原因分析\n对照上面的问题，主要是认识不到位。\n三、整改措施\n（一）严格请示报告\n每件事当天报。\n',
      `
      一、 存在的问题 [problems]
        （一） 在带头守纪律方面
          1. 请示报告不及时
          2. 会议记录不全
      二、 原因分析 [causes]
      三、 整改措施 [measures]
        （一） 严格请示报告
      问题 P1 在带头守纪律方面（2 点）
      原因 C1 对照上面的问题
      整改 M1 严格请示报告`,
    ));

  it('a draft that begins with a BOM, in Markdown', () =>
    check(
      '\uFEFF一、存在的问题\n\n**（一）甲方面。**做得不够。\n\n二、整改措施\n\n每月检查一次。\n',
      `
      一、 存在的问题 [problems]
        （一） 甲方面
      二、 整改措施 [measures]
      问题 P1 甲方面
      整改 M1 每月检查一次`,
    ));

  it('a wrapped heading, which goes on in the next row', () =>
    check(
      '一、存在的问题\n\n（一）在带头强化政治忠诚、提高政治能力、把牢\n前进方向方面。站位不够高，传达文件隔了半个月。\n',
      `
      一、 存在的问题 [problems]
        （一） 在带头强化政治忠诚、提高政治能力、把牢前进方向…
      问题 P1 在带头强化政治忠诚、提高政治能力、把牢前进方向…`,
    ));

  it('paragraphs that begin with 一个是, 再一个是 and 还有一个是, which count', () =>
    check(
      '**存在的毛病**\n\n首先是学习不够。书读得少。\n\n其次是作风不实。下村少。\n\n**原因分析**\n\n一个是懒。总觉得够用。\n\n再一个是怕。怕得罪人。\n\n还有一个是忙。顾不上想。\n\n**整改措施**\n\n一个是下村的事。每月去四次。\n',
      `
      · 存在的毛病 [problems]
        首先是 学习不够
        其次是 作风不实
      · 原因分析 [causes]
        一个是 懒
        再一个是 怕
        还有一个是 忙
      · 整改措施 [measures]
      问题 P1 学习不够
      问题 P2 作风不实
      原因 C1 懒
      原因 C2 怕
      原因 C3 忙
      整改 M1 一个是下村的事`,
    ));

  it('a list without headings, where each problem has its causes and measures below it', () => {
    const expected = `
      · 理论学习不足 [other]
        · 原因分析 [causes]
        · 整改措施 [measures]
      · 联系基层少 [other]
        · 原因分析 [causes]
        · 整改措施 [measures]
      问题 P1 理论学习不足
      问题 P2 联系基层少
      原因 C1 思想上不重视
      原因 C2 宗旨意识淡化
      整改 M1 每天晨读半小时
      整改 M2 每月到村不少于2次`;
    const list = [
      ['问题1：理论学习不足。', '原因分析：思想上不重视。', '整改措施：每天晨读半小时。'],
      ['问题2：联系基层少。全年到村6次。', '原因分析：宗旨意识淡化。', '整改措施：每月到村不少于2次。'],
    ];
    const text = `个人问题清单\n\n${list.map((item) => item.join('\n\n')).join('\n\n')}\n`;
    check(text, expected);
    check(text.replaceAll(/(?<=。)\n\n/g, '\n'), expected);
    check(text.replaceAll(/问题[12]/g, '存在问题'), expected);
    check(text.replaceAll(/问题(?=[12])/g, '**问题').replaceAll(/(?<=\*\*问题[12]：)/g, '**'), expected);
    check(
      text.replaceAll('分析：', '：').replaceAll('整改措施：', '措施：'),
      expected.replaceAll('分析', '').replaceAll('整改措施', '措施'),
    );
  });

  it('such a list below headings, where these are the parts', () =>
    check(
      '一、学习方面\n\n问题：读得少。\n\n整改措施：每天读。\n\n二、作风方面\n\n问题：下村少。\n\n整改措施：每月去。\n',
      `
      一、 学习方面 [other]
        · 问题 [problems]
        · 整改措施 [measures]
      二、 作风方面 [other]
        · 问题 [problems]
        · 整改措施 [measures]
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每天读
      整改 M2 每月去`,
    ));

  it('bold titles run in with their text below bold parts on lines of their own', () =>
    check(
      '**存在的问题**\n\n**（一）学得浅。**书读得少。\n\n**立行立改，能对账**\n\n四面一起动手。\n\n**思想上，先固基。**每周读书。\n\n**作风上，先下楼。**每月下村。\n\n**结束语**\n\n请批评。\n',
      `
      · 存在的问题 [problems]
        （一） 学得浅
      · 立行立改，能对账 [measures]
        · 思想上，先固基
        · 作风上，先下楼
      · 结束语 [closing]
      问题 P1 学得浅
      整改 M1 思想上，先固基
      整改 M2 作风上，先下楼`,
    ));

  it('criticism of others behind the measures, which is a part of its own and no closing', () =>
    check(
      '一、存在的问题\n\n（一）学得浅。书读得少。\n\n二、整改措施\n\n（一）多读书。每天读。\n\n三、对班子同志的批评意见\n\n老王下村少，老李会开得长。\n',
      `
      一、 存在的问题 [problems]
        （一） 学得浅
      二、 整改措施 [measures]
        （一） 多读书
      三、 对班子同志的批评意见 [other]
      问题 P1 学得浅
      整改 M1 多读书`,
    ));

  it('其一、其二 inside the points of a unit, which count for themselves', () =>
    check(
      '一、存在的问题\n\n（一）学习方面。第一，学得浅。道理有二：其一，忙；其二，懒。第二，用得少。案例是抄来的。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
          第一， 学得浅
            其一， 忙
            其二， 懒
          第二， 用得少
      问题 P1 学习方面（2 点）`,
    ));

  it('aspects that are paragraphs without numbering, run in or on lines of their own', () =>
    check(
      '存在的问题：\n\n学习方面：首先，读得少。书没翻完。其次，记得少。\n\n作风方面：首先，走得少。路不熟。其次，说得多。\n\n产生问题的原因：\n\n心里想得少，是根本。\n\n今后努力的方向和改正的办法：\n\n学习方面\n\n一是每月读一本书。\n\n作风方面\n\n一是每周走访两户。\n',
      `
      · 存在的问题 [problems]
        · 学习方面
          首先， 读得少
          其次， 记得少
        · 作风方面
          首先， 走得少
          其次， 说得多
      · 产生问题的原因 [causes]
      · 今后努力的方向和改正的办法 [measures]
        · 学习方面
          一是 每月读一本书
        · 作风方面
          一是 每周走访两户
      问题 P1 学习方面（2 点）
      问题 P2 作风方面（2 点）
      原因 C1 心里想得少
      整改 M1 学习方面（1 点）
      整改 M2 作风方面（1 点）`,
    ));

  it('a lone “学习方面：”, a count of aspects, and aspects inside a unit, which are no headings', () =>
    check(
      '一、存在的问题\n\n（一）学风\n\n读书方面：一是读得少。\n\n记录方面：一是记得少。\n\n二、原因分析\n\n表现在三个方面：\n\n认识方面：想得少。\n\n三、整改措施\n\n（一）多读书。每月一本。\n',
      `
      一、 存在的问题 [problems]
        （一） 学风
          一是 读得少
          一是 记得少
      二、 原因分析 [causes]
      三、 整改措施 [measures]
        （一） 多读书
      问题 P1 学风（2 点）
      原因 C1 认识方面：想得少
      整改 M1 多读书`,
    ));

  it('parts in bold without numbering, of which the measures and the closing words say plainly what they are', () =>
    check(
      '**查摆出来的主要问题**\n\n**学习方面。**读得少。\n\n**作风方面。**走得少。\n\n**问题背后的原因**\n\n说到底，是改革意识不强。\n\n**接下来怎么做**\n\n从下周起，每月读一本书。\n\n**表个态**\n\n说到做到。\n',
      `
      · 查摆出来的主要问题 [problems]
        · 学习方面
        · 作风方面
      · 问题背后的原因 [causes]
      · 接下来怎么做 [measures]
      · 表个态 [closing]
      问题 P1 学习方面
      问题 P2 作风方面
      原因 C1 说到底，是改革意识不强
      整改 M1 从下周起，每月读一本书`,
    ));

  it('an aspect without measures at the end, whose only paragraph of causes is none of the closing words', () =>
    check(
      '一、作风方面\n\n（一）主要问题\n\n一是走得少。二是问得少。\n\n（二）原因分析\n\n怕麻烦，坐在办公室里等人上门。\n\n（三）整改措施\n\n每周走访一天。\n\n二、学习方面\n\n（一）主要问题\n\n一是读得少。二是记得少。\n\n（二）原因分析\n\n坐不下来，翻两页就走神。\n\n以上检查，请批评指正。\n',
      `
      一、 作风方面 [other]
        （一） 主要问题 [problems]
          一是 走得少
          二是 问得少
        （二） 原因分析 [causes]
        （三） 整改措施 [measures]
      二、 学习方面 [other]
        （一） 主要问题 [problems]
          一是 读得少
          二是 记得少
        （二） 原因分析 [causes]
      问题 P1 作风方面（2 点）
      问题 P2 学习方面（2 点）
      原因 C1 怕麻烦，坐在办公室里等人上门
      原因 C2 坐不下来，翻两页就走神
      整改 M1 每周走访一天`,
    ));

  it('causes in bold that sound like measures, where there are none', () =>
    check(
      '**存在的问题**\n\n一是读得少。\n\n**产生问题的原因**\n\n**改革意识不强**\n\n怕出错。\n\n**办法不多**\n\n只会开会。\n',
      `
      · 存在的问题 [problems]
        一是 读得少
      · 产生问题的原因 [causes]
        · 改革意识不强
        · 办法不多
      问题 P1 读得少
      原因 C1 改革意识不强
      原因 C2 办法不多`,
    ));

  it('首先、其次、最后 at the start of paragraphs', () =>
    check(
      '一、存在的问题\n\n（一）学习浅。书没有读完。\n\n二、今后打算\n\n首先，抓学习。每周三晚上读书。\n\n其次，抓作风。每月住村两天。\n\n最后，抓自律。管好八小时以外。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习浅
      二、 今后打算 [measures]
        首先， 抓学习
        其次， 抓作风
        最后， 抓自律
      问题 P1 学习浅
      整改 M1 抓学习
      整改 M2 抓作风
      整改 M3 抓自律`,
    ));

  it('a part for causes and measures, whose items tell both', () =>
    check(
      '一、存在的问题\n\n（一）账目背后看不见人。只看数字。\n\n（二）规矩松了。吃过两顿饭。\n\n二、症结和对策\n\n（一）心里没有人\n\n根子：脑子里装的是科目。\n\n对策：到现场用一遍。每个项目先去看。\n\n（二）手上没有尺\n\n根子：自以为心里有数。\n\n对策：只吃食堂。排队打饭。\n',
      `
      一、 存在的问题 [problems]
        （一） 账目背后看不见人
        （二） 规矩松了
      二、 症结和对策 [other]
        （一） 心里没有人
          · 根子 [causes]
          · 对策 [measures]
        （二） 手上没有尺
          · 根子 [causes]
          · 对策 [measures]
      问题 P1 账目背后看不见人
      问题 P2 规矩松了
      原因 C1 脑子里装的是科目
      原因 C2 自以为心里有数
      整改 M1 到现场用一遍
      整改 M2 只吃食堂`,
    ));

  it('such a part in a table, where what is amiss only says what is answered', () =>
    check(
      '一、存在的问题\n\n（一）仓库账实不符。少了三十三顶帐篷。\n\n二、原因分析及整改措施\n\n| 序号 | 差距 | 症结 | 打算 | 谁牵头 |\n|-|-|-|-|-|\n| 1 | 仓库账 | 借东西靠人情 | 逐顶喷码：借出扫码签字 | 办公室 |\n',
      `
      一、 存在的问题 [problems]
        （一） 仓库账实不符
      二、 原因分析及整改措施 [other]
      问题 P1 仓库账实不符
      原因 C1 借东西靠人情
      整改 M1 逐顶喷码`,
    ));

  it('such a part in which nothing tells the two apart', () =>
    check(
      '一、存在的问题\n\n（一）下去得少。\n\n二、产生问题的原因和整改措施\n\n（一）重视不够，今后每月研究一次。\n',
      `
      一、 存在的问题 [problems]
        （一） 下去得少
      二、 产生问题的原因和整改措施 [other]
        （一） 重视不够，今后每月研究一次
      问题 P1 下去得少
      整改 M1 重视不够，今后每月研究一次`,
    ));

  it('sentences in bold that open the items of a paragraph', () =>
    check(
      '一、存在的问题\n\n（一）下去得少。\n\n二、原因分析\n\n**报表压住了人。**上面要多少，我就凑多少。**手生了。**出诊的日子越来越少，**连听诊器**挂在哪里都忘了。\n\n三、整改措施\n\n**每周出诊**两天。**夜里也去。**\n',
      `
      一、 存在的问题 [problems]
        （一） 下去得少
      二、 原因分析 [causes]
      三、 整改措施 [measures]
      问题 P1 下去得少
      原因 C1 报表压住了人
      原因 C2 手生了
      整改 M1 每周出诊两天`,
    ));

  it('problems in a table, measures in another', () =>
    check(
      '一、查摆的问题\n\n归并为两个问题，列表如下。\n\n| 问题 | 具体表现 | 责任人 |\n|-|-|-|\n| 服务不周到 | 排队最长的等了十九个小时 | 丁某 |\n| 监督偏软 | 六个人八年没有轮换 | 孟某 |\n\n二、整改任务表\n\n| 序号 | 整改措施 | 时限 |\n|-|-|-|\n| 1 | 预约进库：候车区建起热水间 | 八月 |\n',
      `
      一、 查摆的问题 [problems]
      二、 整改任务表 [measures]
      问题 P1 服务不周到
      问题 P2 监督偏软
      整改 M1 预约进库`,
    ));

  it('headings beside one another that end with 的 and only sort what stands below them', () =>
    check(
      '一、存在的问题\n\n（一）督导组指出来的\n\n1.下去得少。\n\n（二）班子自己翻出来的\n\n1.案卷粗疏。\n\n二、整改措施\n\n（一）说改就改的\n\n1.每周下乡。住两天。\n\n（二）年底以前改完的\n\n1.每月晒案卷。公开点评。\n',
      `
      一、 存在的问题 [problems]
        （一） 督导组指出来的
          1. 下去得少
        （二） 班子自己翻出来的
          1. 案卷粗疏
      二、 整改措施 [measures]
        （一） 说改就改的
          1. 每周下乡
        （二） 年底以前改完的
          1. 每月晒案卷
      问题 P1 下去得少
      问题 P2 案卷粗疏
      整改 M1 每周下乡
      整改 M2 每月晒案卷`,
    ));

  it('a table in plain words', () =>
    check(
      '一、问题整改清单\n\n| 序号 | 我的问题 | 根由 | 我打算怎么改 |\n|-|-|-|-|\n| 5 | 值班打瞌睡 | 守得久了 | 台上装一只闹铃 |\n',
      `
      一、 问题整改清单 [measures]
      问题 P1 值班打瞌睡
      原因 C1 守得久了
      整改 M1 台上装一只闹铃`,
    ));

  it('problems, causes and measures side by side in one table', () =>
    check(
      '一、问题、原因和整改措施\n\n| 序号 | 存在问题 | 原因分析 | 整改措施 | 责任人 | 时限 |\n|-|-|-|-|-|-|\n| 1 | 原著读得少 | 自觉性不强 | 每周学习一次 | 张某 | 3月底 |\n| 2 | 下基层少 | | 每月走访两天 | 李某 | 6月底 |\n',
      `
      一、 问题、原因和整改措施 [problems]
      问题 P1 原著读得少
      问题 P2 下基层少
      原因 C1 自觉性不强
      整改 M1 每周学习一次
      整改 M2 每月走访两天`,
    ));

  it('a series that goes on in the next paragraph', () =>
    check(
      '一、存在的问题\n\n（一）服务方面。第一，态度生硬。\n\n第二，告知不到位。\n\n（二）学习方面。①读得少。\n\n②记得少。第一，这话只说一次。\n',
      `
      一、 存在的问题 [problems]
        （一） 服务方面
          第一， 态度生硬
          第二， 告知不到位
        （二） 学习方面
          ① 读得少
          ② 记得少
      问题 P1 服务方面（2 点）
      问题 P2 学习方面（2 点）`,
    ));

  it('points that commas divide, each of which has its own title', () =>
    check(
      '一、存在的问题\n\n（一）政治方面\n\n一是学习不够深入，二是服务不够便捷。补贴发得慢。\n\n（二）作风方面\n\n一是下去少、二是办事拖，三是不敢管。\n\n## （三）一是懒，二是散。\n\n**一是懒，二是散。**\n\n二、整改措施\n\n1.学得深，每月读一本书。 2.走得勤，每周下村。　3.改得实！４、办得快。\n',
      `
      一、 存在的问题 [problems]
        （一） 政治方面
          一是 学习不够深入
          二是 服务不够便捷
        （二） 作风方面
          一是 下去少
          二是 办事拖
          三是 不敢管
        （三） 一是懒，二是散
          一是 懒，二是散
      二、 整改措施 [measures]
        1. 学得深，每月读一本书
        2. 走得勤，每周下村
        3. 改得实
        ４、 办得快
      问题 P1 政治方面（2 点）
      问题 P2 作风方面（3 点）
      问题 P3 一是懒，二是散（1 点）
      整改 M1 学得深，每月读一本书
      整改 M2 走得勤，每周下村
      整改 M3 改得实
      整改 M4 办得快`,
    ));

  it('a paragraph with comments before its points, which is read as without them', () => {
    const comment = '<!-- 改过。 -->';
    for (const points of [
      '@一要学得深，每月读一本书；@二要走得勤，每周下村一次。',
      '@1.学得深，每月读一本书。@2.走得勤，每周下村一次。',
      '@1. 学得深，每月读一本书。\n@2. 走得勤，每周下村一次。',
      '- @一是学得深，每月读一本书。@二是走得勤，每周下村一次。',
      '   @**一是学得深。**每月读一本书。@**二是走得勤。**每周下村一次。',
    ]) {
      const text = `一、存在的问题\n\n（一）学习浅。\n\n二、整改措施\n\n${points}\n`;
      const plain = outlineText(parseSpeech(text.replaceAll('@', '')));
      assert.equal(outlineText(parseSpeech(text.replaceAll('@', comment))), plain);
      assert.match(plain, /M2/);
    }
  });

  it('aspects in the long words of a notice, without marks', () =>
    check(
      '一、存在的问题\n\n对照习近平新时代中国特色社会主义思想和党中央决策部署，找一找在增强“四个意识”、坚定“四个自信”、做到“两个维护”方面存在哪些差距。首先，学得不深。划线多，联系少。其次，站得不高。谈盈亏多，谈大局少。\n\n对照党章党规，找一找在知敬畏、存戒惧、守底线方面的差距。首先，约束偏松。四个岗位没有轮换。其次，执行走样。一人也敢进仓。\n\n二、措施\n\n（一）每月读一章。\n\n（二）四个岗位轮换。\n',
      `
      一、 存在的问题 [problems]
        · 对照习近平新时代中国特色社会主义思想和党中央决…
          首先， 学得不深
          其次， 站得不高
        · 对照党章党规，找一找在知敬畏、存戒惧、守底线方…
          首先， 约束偏松
          其次， 执行走样
      二、 措施 [measures]
        （一） 每月读一章
        （二） 四个岗位轮换
      问题 P1 对照习近平新时代中国特色社会主义思想和党中央决…（2 点）
      问题 P2 对照党章党规，找一找在知敬畏、存戒惧、守底线方…（2 点）
      整改 M1 每月读一章
      整改 M2 四个岗位轮换`,
    ));

  it('a lone 首先 or 最后, which are prose', () =>
    check(
      '一、存在的问题\n\n首先，我要说明，下面的事都是我自己查的。\n\n（一）学习浅。书没有读完。\n\n最后，请同志们批评。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习浅
      问题 P1 学习浅`,
    ));

  it('sections of the first level that are aspects: 对照……找差距', () =>
    check(
      '一、对照党章党规找差距\n\n执行制度不严。\n\n二、对照先进典型找差距\n\n劲头不足。\n\n三、问题的根源\n\n思想上松了劲。\n\n四、改进的办法\n\n一是逐条过筛子；二是向标杆看齐。\n',
      `
      一、 对照党章党规找差距 [problems]
      二、 对照先进典型找差距 [problems]
      三、 问题的根源 [causes]
      四、 改进的办法 [measures]
        一是 逐条过筛子
        二是 向标杆看齐
      问题 P1 对照党章党规找差距
      问题 P2 对照先进典型找差距
      原因 C1 思想上松了劲
      整改 M1 逐条过筛子
      整改 M2 向标杆看齐`,
    ));

  it('a short self-examination without headings, whose parts sentences lead in to', () =>
    check(
      '我叫张立，是钳工班的党员。\n\n对照标准，我有这么几个毛病：\n\n①学习靠突击。检查前补笔记。\n\n②带徒弟不上心。两个徒弟没过关。\n\n为什么会这样？一是惰性。二是怕麻烦。\n\n今后我这么改：\n\n①每周三学一小时。\n\n②每月给徒弟过一次关。\n',
      `
      · 对照标准，我有这么几个毛病 [problems]
        ① 学习靠突击
        ② 带徒弟不上心
      · 为什么会这样 [causes]
        一是 惰性
        二是 怕麻烦
      · 今后我这么改 [measures]
        ① 每周三学一小时
        ② 每月给徒弟过一次关
      问题 P1 学习靠突击
      问题 P2 带徒弟不上心
      原因 C1 惰性
      原因 C2 怕麻烦
      整改 M1 每周三学一小时
      整改 M2 每月给徒弟过一次关`,
    ));

  it('aspects without numbers, in bold words that begin their paragraphs', () =>
    check(
      '**一、自查出来的毛病**\n\n**政治纪律方面。**第一，学得少。第二，看得浅。\n\n**生活纪律方面。**第一，酒喝得没有节制。第二，游戏打得多。\n\n**二、毛病是从哪里来的**\n\n说到底，是**放松了自己**。\n\n**三、往后怎么改**\n\n1、每天读五页书。\n',
      `
      一、 自查出来的毛病 [problems]
        · 政治纪律方面
          第一， 学得少
          第二， 看得浅
        · 生活纪律方面
          第一， 酒喝得没有节制
          第二， 游戏打得多
      二、 毛病是从哪里来的 [causes]
      三、 往后怎么改 [measures]
        1、 每天读五页书
      问题 P1 政治纪律方面（2 点）
      问题 P2 生活纪律方面（2 点）
      原因 C1 说到底，是放松了自己
      整改 M1 每天读五页书`,
    ));

  it('one paragraph that begins with bold words, which is emphasis', () =>
    check(
      '一、存在的问题\n\n（一）学习浅\n\n**去年一年，**书没有读完一本。\n\n（二）下去少\n\n一年只下去两回。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习浅
        （二） 下去少
      问题 P1 学习浅
      问题 P2 下去少`,
    ));

  it('headings that explain themselves after a colon', () =>
    check(
      '一、照镜子：我们差在哪里\n\n（一）学习浅：书没有读完一本。\n\n二、挖根子：为什么会这样\n\n（一）惰性大\n\n三、开方子：今后怎么干\n\n（一）每周读书：读完交心得\n',
      `
      一、 照镜子：我们差在哪里 [problems]
        （一） 学习浅
      二、 挖根子：为什么会这样 [causes]
        （一） 惰性大
      三、 开方子：今后怎么干 [measures]
        （一） 每周读书：读完交心得
      问题 P1 学习浅
      原因 C1 惰性大
      整改 M1 每周读书：读完交心得`,
    ));

  it('wrappers that tell who found the items', () =>
    check(
      '一、主要问题\n\n（一）县委第三巡察组反馈的问题\n\n1.学习浅。\n\n（二）民主测评中反映的突出问题\n\n1.下去少。\n\n（三）对群众反映的问题不上心\n\n1.信访积压。\n',
      `
      一、 主要问题 [problems]
        （一） 县委第三巡察组反馈的问题
          1. 学习浅
        （二） 民主测评中反映的突出问题
          1. 下去少
        （三） 对群众反映的问题不上心
          1. 信访积压
      问题 P1 学习浅
      问题 P2 下去少
      问题 P3 对群众反映的问题不上心（1 点）`,
    ));

  it('一是一、二是二, which counts nothing', () =>
    check(
      '一、整改措施\n\n1.一是一、二是二，有话摆在桌面上。每周碰头。\n\n2.每月下去一次。\n',
      `
      一、 整改措施 [measures]
        1. 一是一、二是二，有话摆在桌面上
        2. 每月下去一次
      整改 M1 一是一、二是二，有话摆在桌面上
      整改 M2 每月下去一次`,
    ));

  it('第一部分 above 一、, which begins anew in every part', () =>
    check(
      '# 对照检查材料\n\n第一部分 存在的突出问题\n\n一、政治建设方面\n\n1.请示报告不及时。\n\n2.学习不深。\n\n二、作风建设方面\n\n文件太多。\n\n第二部分 产生问题的原因\n\n一、理想信念有松懈\n\n把学习当任务。\n\n第三部分 努力方向和整改措施\n\n一、抓学习\n\n每月一次。\n',
      `
      · 第一部分 存在的突出问题 [problems]
        一、 政治建设方面
          1. 请示报告不及时
          2. 学习不深
        二、 作风建设方面
      · 第二部分 产生问题的原因 [causes]
        一、 理想信念有松懈
      · 第三部分 努力方向和整改措施 [measures]
        一、 抓学习
      问题 P1 政治建设方面（2 点）
      问题 P2 作风建设方面
      原因 C1 理想信念有松懈
      整改 M1 抓学习`,
    ));

  it('第一部分 before an aspect, in plain letters, that holds parts of its own', () =>
    check(
      '# 对照检查材料\n\n第一部分　理论学习方面\n\n一、存在问题\n\n读书少。\n\n二、整改措施\n\n每天读书半小时。\n\n第二部分　工作作风方面\n\n一、存在问题\n\n下去少。\n\n二、整改措施\n\n每月住村两天。\n',
      `
      · 第一部分　理论学习方面 [other]
        一、 存在问题 [problems]
        二、 整改措施 [measures]
      · 第二部分　工作作风方面 [other]
        一、 存在问题 [problems]
        二、 整改措施 [measures]
      问题 P1 第一部分　理论学习方面
      问题 P2 第二部分　工作作风方面
      整改 M1 每天读书半小时
      整改 M2 每月住村两天`,
    ));

  it('第一方面 above （1）, which begins anew in every one', () =>
    check(
      '# 对照检查材料\n\n第一部分　存在问题\n\n第一方面　带头固本培元、增强党性\n\n（1）读书少。\n\n（2）不参加支部活动。\n\n第二方面　带头干事创业、担当作为\n\n（1）遇事绕着走。\n\n第二部分　整改措施\n\n（一）每天读书。\n',
      `
      · 第一部分　存在问题 [problems]
        · 第一方面　带头固本培元、增强党性
          （1） 读书少
          （2） 不参加支部活动
        · 第二方面　带头干事创业、担当作为
          （1） 遇事绕着走
      · 第二部分　整改措施 [measures]
        （一） 每天读书
      问题 P1 第一方面　带头固本培元、增强党性（2 点）
      问题 P2 第二方面　带头干事创业、担当作为（1 点）
      整改 M1 每天读书`,
    ));

  it('第一部分： before the words of a part, and 第一章 with 第一节 in it', () => {
    check(
      '# 对照检查材料\n\n第一部分：查摆的问题\n\n（一）学习方面。读书少。\n\n第二部分：整改措施\n\n（一）每天读书半小时。\n',
      `
      · 第一部分：查摆的问题 [problems]
        （一） 学习方面
      · 第二部分：整改措施 [measures]
        （一） 每天读书半小时
      问题 P1 学习方面
      整改 M1 每天读书半小时`,
    );
    check(
      '# 对照检查材料\n\n第一章　存在的问题\n\n第一节　学习方面\n\n一是读书少。二是不记笔记。\n\n第二节　作风方面\n\n一是下去少。二是文件多。\n',
      `
      · 第一章　存在的问题 [problems]
        · 第一节　学习方面
          一是 读书少
          二是 不记笔记
        · 第二节　作风方面
          一是 下去少
          二是 文件多
      问题 P1 第一节　学习方面（2 点）
      问题 P2 第二节　作风方面（2 点）`,
    );
  });

  it('第一方面： before the matter of a paragraph', () =>
    check(
      '# 对照检查材料\n\n第一部分：查摆的问题\n\n第一方面：带头固本培元、增强党性。读书少，笔记靠抄。\n\n第二方面：带头干事创业、担当作为。遇到难事绕着走。\n',
      `
      · 第一部分：查摆的问题 [problems]
      问题 P1 带头固本培元、增强党性
      问题 P2 带头干事创业、担当作为`,
    ));

  it('第二部分，……。 and 第二方面是……, which are prose', () =>
    check(
      '一、存在的问题\n\n（一）学习方面\n\n第一部分，我说说读书。\n\n第二方面是调研少\n\n（二）作风方面\n\n下去少。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
        （二） 作风方面
      问题 P1 学习方面
      问题 P2 作风方面`,
    ));

  it('措施： answers 原因： of the same aspect, and goes on with a measure below 目标：', () =>
    check(
      '一、存在的问题\n\n（一）学习方面\n\n读书少。\n\n*原因：*把学习当任务。\n\n*措施：*每天读书。\n\n（二）作风方面\n\n下去少。\n\n*原因：*怕吃苦。\n\n*措施：*每月住村两天。\n\n二、整改任务\n\n（一）抓培训\n\n目标：人人过关。\n\n措施：每季度一期。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
          · 原因 [causes]
          · 措施 [measures]
        （二） 作风方面
          · 原因 [causes]
          · 措施 [measures]
      二、 整改任务 [measures]
        （一） 抓培训
      问题 P1 学习方面
      问题 P2 作风方面
      原因 C1 把学习当任务
      原因 C2 怕吃苦
      整改 M1 每天读书
      整改 M2 每月住村两天
      整改 M3 抓培训`,
    ));

  it('学习教育方面 is an aspect, 主题教育检视问题 gathers', () =>
    check(
      '一、存在的问题\n\n（一）学习教育方面\n\n1.读书少。\n\n2.笔记靠抄。\n\n（二）主题教育检视问题\n\n1.下去少。\n\n2.文件多。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习教育方面
          1. 读书少
          2. 笔记靠抄
        （二） 主题教育检视问题
          1. 下去少
          2. 文件多
      问题 P1 学习教育方面（2 点）
      问题 P2 下去少
      问题 P3 文件多`,
    ));

  it('paragraphs indented by tabs or blanks, which are no code here', () =>
    check(
      '\t一、存在的问题\n\t（一）学习方面。读书少。\n\n    （二）作风方面。下去少。\n\n    二、整改措施\n\n    （一）每周读书一次。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
        （二） 作风方面
      二、 整改措施 [measures]
        （一） 每周读书一次
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每周读书一次`,
    ));

  it('a paste from a chat window: ornaments, no-break and zero-width blanks', () =>
    check(
      '▌一、问题检视\n\u00a0\n🔸政治素质方面：学习不系统，一年只写了三篇笔记。\n\u200b\n🔸作风方面：下基层少。\n\u200b\n▌二、整改措施\n\n● 每周学习两次，写笔记。\n\n● 每月下基层一次。\n',
      `
      一、 问题检视 [problems]
        · 政治素质方面
        · 作风方面
      二、 整改措施 [measures]
        · 每周学习两次，写笔记
        · 每月下基层一次
      问题 P1 政治素质方面
      问题 P2 作风方面
      整改 M1 每周学习两次，写笔记
      整改 M2 每月下基层一次`,
    ));

  it('causes that begin with “究其原因，” below each problem, where there is no part for them', () => {
    const problems = ['（一）学习', '（二）作风', '（三）纪律'].map(
      (title) => `${title}方面\n\n做得不够。\n\n究其原因，${title.slice(3)}上放松了要求。\n\n`,
    );
    const speech = `一、存在的问题\n\n${problems.join('')}二、整改措施\n\n（一）每周读书一次。\n`;
    const causes = (text: string) => parseSpeech(text).causes.map(({ title }) => title);
    assert.deepEqual(causes(speech), ['学习上放松了要求', '作风上放松了要求', '纪律上放松了要求']);
    assert.deepEqual(causes(speech.replace('二、', '二、原因分析\n\n（一）思想放松。\n\n三、')), ['思想放松']);
  });

  it('parts named in 【】, and 【】 that name none', () =>
    check(
      '党员对照检查材料\n\n【存在的不足】\n\n1、读书学习靠挤。一年三本。\n2、下去少。一年三次。\n【改进打算】\n①每周读书两次，写笔记。\n②每月下基层一次，住一晚。\n\n【照片】\n\n请同志们批评指正。\n',
      `
      · 存在的不足 [problems]
        1、 读书学习靠挤
        2、 下去少
      · 改进打算 [measures]
        ① 每周读书两次，写笔记
        ② 每月下基层一次，住一晚
      问题 P1 读书学习靠挤
      问题 P2 下去少
      整改 M1 每周读书两次，写笔记
      整改 M2 每月下基层一次，住一晚`,
    ));

  it('items that begin with a dash; a subtitle and a sentence that goes on with one are none', () =>
    check(
      '个人对照检查材料\n——在年度民主生活会上的发言\n\n一、存在的问题\n\n（一）学习方面\n\n　　——自学少。笔记只有三篇。\n\n　　——学用结合有落差。学了——也考了——就是没有用。\n\n（二）作风方面\n\n老站长说过一句话：\n——脚上有泥\n心里才有底。我没有做到。\n\n二、整改措施\n\n——每周学习两次。写笔记。\n——每月下基层一次。住村。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
          · 自学少
          · 学用结合有落差
        （二） 作风方面
      二、 整改措施 [measures]
        · 每周学习两次
        · 每月下基层一次
      问题 P1 学习方面（2 点）
      问题 P2 作风方面
      整改 M1 每周学习两次
      整改 M2 每月下基层一次`,
    ));

  it('marks of one character, as WPS puts them in, and letters', () =>
    check(
      '㈠存在的问题\n\n⒈学习方面。⑴自学少。⑵笔记少。\n\n⒉作风方面\nA.下基层少，一年三次。\nB.听意见少。\n\n㈡整改措施\n\n⒈每周学习两次。\n\n⒉每月下基层一次。\n',
      `
      ㈠ 存在的问题 [problems]
        ⒈ 学习方面
          ⑴ 自学少
          ⑵ 笔记少
        ⒉ 作风方面
          A. 下基层少，一年三次
          B. 听意见少
      ㈡ 整改措施 [measures]
        ⒈ 每周学习两次
        ⒉ 每月下基层一次
      问题 P1 学习方面（2 点）
      问题 P2 作风方面（2 点）
      整改 M1 每周学习两次
      整改 M2 每月下基层一次`,
    ));
  it('a scan with blanks inside the marks', () =>
    check(
      '一 、存在的问题\n\n（ 一 ）学习方面。读书少。\n\n（ 二 ）作风方面。下去少。\n\n二 、整改措施\n\n（ 一 ）每周读书一次。\n',
      `
      一 、 存在的问题 [problems]
        （ 一 ） 学习方面
        （ 二 ） 作风方面
      二 、 整改措施 [measures]
        （ 一 ） 每周读书一次
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每周读书一次`,
    ));

  it('paragraphs labelled 问题1：, 措施1：, by what comes after', () =>
    check(
      '一、查摆的问题\n\n问题1：学习抓得不紧。全年自学不到二十次。\n\n问题2：担当不够。用地的事拖了半年。\n\n二、整改措施\n\n措施1：每天学一小时，每月写一篇心得。\n\n措施2：三月底前办完手续。\n',
      `
      一、 查摆的问题 [problems]
      二、 整改措施 [measures]
      问题 P1 学习抓得不紧
      问题 P2 担当不够
      整改 M1 每天学一小时
      整改 M2 三月底前办完手续`,
    ));

  it('a talk that says what comes next', () =>
    check(
      '同志们：\n\n先说今年的问题。第一，书没有读进去。第二，跟工友吵过两次架。\n\n为什么会这样呢？主要是懒，也有脾气急的毛病。\n\n下面说说怎么改。第一，每天睡前读十页书。第二，当面道歉。\n\n我的话说完了，请大家批评。\n',
      `
      · 先说今年的问题 [problems]
        第一， 书没有读进去
        第二， 跟工友吵过两次架
      · 为什么会这样呢 [causes]
      · 下面说说怎么改 [measures]
        第一， 每天睡前读十页书
        第二， 当面道歉
      问题 P1 书没有读进去
      问题 P2 跟工友吵过两次架
      原因 C1 主要是懒，也有脾气急的毛病
      整改 M1 每天睡前读十页书
      整改 M2 当面道歉`,
    ));

  it('parts whose titles tell nothing: by what they hold, at the place that is left', () =>
    check(
      '一、纸条上写的\n\n（一）学习方面。书没有读完。\n\n（二）作风方面。会开得长。\n\n二、追问几个为什么\n\n思想上松了劲，标准降了下来。\n\n三、维修单\n\n|序号|整改措施|\n|-|-|\n|1|每周三晚上读书一小时|\n|2|会议压到一小时以内|\n',
      `
      一、 纸条上写的 [problems]
        （一） 学习方面
        （二） 作风方面
      二、 追问几个为什么 [causes]
      三、 维修单 [measures]
      问题 P1 学习方面
      问题 P2 作风方面
      原因 C1 思想上松了劲
      整改 M1 每周三晚上读书一小时
      整改 M2 会议压到一小时以内`,
    ));

  it('a draft that begins at `##`', () =>
    check(
      '## 2020年度民主生活会个人对照检查材料\n\n### 一、对照检查情况\n\n#### （一）学习方面\n\n书没有读完。\n\n### 二、整改措施\n\n#### （一）抓学习\n\n每天读一小时。\n',
      `
      一、 对照检查情况 [problems]
        （一） 学习方面
      二、 整改措施 [measures]
        （一） 抓学习
      问题 P1 学习方面
      整改 M1 抓学习`,
    ));

  it('an aspect whose name sounds like a part, with parts of its own', () =>
    check(
      '一、理论学习方面\n\n**存在问题：**一是读得少。二是想得少。\n\n**整改措施：**每周读书一次，写一页笔记。\n\n二、以往检查发现问题整改方面\n\n**存在问题：**一是销号不实。二是没有回头看。\n\n**整改措施：**逐条复核，年底前回头看一次。\n',
      `
      一、 理论学习方面 [other]
        · 存在问题 [problems]
          一是 读得少
          二是 想得少
        · 整改措施 [measures]
      二、 以往检查发现问题整改方面 [other]
        · 存在问题 [problems]
          一是 销号不实
          二是 没有回头看
        · 整改措施 [measures]
      问题 P1 理论学习方面（2 点）
      问题 P2 以往检查发现问题整改方面（2 点）
      整改 M1 每周读书一次
      整改 M2 逐条复核，年底前回头看一次`,
    ));

  it('parts none of which has a name', () =>
    check(
      '一、体检单\n\n（一）带头学习方面。书没有读完。\n\n（二）带头改进作风方面。会开得长。\n\n二、往深里想\n\n思想上松了劲，标准降了下来。\n\n三、立个规矩\n\n（一）每周三读书。\n\n（二）会议压到一小时。\n',
      `
      一、 体检单 [problems]
        （一） 带头学习方面
        （二） 带头改进作风方面
      二、 往深里想 [causes]
      三、 立个规矩 [measures]
        （一） 每周三读书
        （二） 会议压到一小时
      问题 P1 带头学习方面
      问题 P2 带头改进作风方面
      原因 C1 思想上松了劲
      整改 M1 每周三读书
      整改 M2 会议压到一小时`,
    ));

  it('a report of other kind, which has no parts', () =>
    check(
      '一、基本情况\n\n（一）人员。三十人。\n\n（二）设备。四台。\n\n二、全年安排\n\n（一）春季。播种。\n\n（二）秋季。收割。\n',
      `
      一、 基本情况 [other]
        （一） 人员
        （二） 设备
      二、 全年安排 [other]
        （一） 春季
        （二） 秋季`,
    ));

  it('the same where short lines lead in, and measures that end in a request', () =>
    check(
      '同志们：\n\n我嘴笨，照直说。\n\n先说我身上的毛病\n\n首先，书没有读进去。整本的书一年没翻过。\n\n其次，跟工友吵过两次架。\n\n再说毛病是怎么来的\n\n一半是懒，一半是脾气急。\n\n往后我打算这么改\n\n每天睡前读十页书，读完在本子上记一笔。\n\n周一班前会上当面道歉。\n\n路还长着。请同志们看着我走。\n',
      `
      · 先说我身上的毛病 [problems]
        首先， 书没有读进去
        其次， 跟工友吵过两次架
      · 再说毛病是怎么来的 [causes]
      · 往后我打算这么改 [measures]
      问题 P1 书没有读进去
      问题 P2 跟工友吵过两次架
      原因 C1 一半是懒，一半是脾气急
      整改 M1 每天睡前读十页书
      整改 M2 周一班前会上当面道歉`,
    ));

  it('aspects on the first level, with causes and measures for all of them that sentences lead in to', () =>
    check(
      '一、学习方面。全年读书两本。\n\n二、思想方面。放松了要求。\n\n三、作风方面。下去少。\n\n以上问题的原因主要是：一是学习不够；二是要求不严。\n\n今后改进的措施：一是坚持学习，每周一次；二是严格要求，每月自查。\n',
      `
      一、 学习方面 [other]
      二、 思想方面 [other]
      三、 作风方面 [other]
      · 以上问题的原因主要是 [causes]
        一是 学习不够
        二是 要求不严
      · 今后改进的措施 [measures]
        一是 坚持学习，每周一次
        二是 严格要求，每月自查
      问题 P1 学习方面
      问题 P2 思想方面
      问题 P3 作风方面
      原因 C1 学习不够
      原因 C2 要求不严
      整改 M1 坚持学习，每周一次
      整改 M2 严格要求，每月自查`,
    ));

  it('a part on last year in bold words, which holds neither the problems nor the aspects behind it', () =>
    check(
      '# 检查\n\n**上次组织生活会整改情况**\n\n都改了。\n\n**一、检视出的问题**\n\n**（一）支部自查的问题**\n\n1.学习方面。书没有读完。\n\n**（二）群众提出的问题**\n\n1.作风方面。下去少。\n\n**二、整改措施**\n\n（一）每天读书。\n',
      `
      · 上次组织生活会整改情况 [previous]
      一、 检视出的问题 [problems]
        （一） 支部自查的问题
          1. 学习方面
        （二） 群众提出的问题
          1. 作风方面
      二、 整改措施 [measures]
        （一） 每天读书
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每天读书`,
    ));

  it('a case with points of its own, none of which is a part of the speech', () =>
    check(
      '一、存在的问题\n\n（一）学习方面。书没有读完。\n\n二、反面典型案例剖析\n\n（一）案情认识。教训深刻。\n\n（二）对照查摆。班子也有类似的苗头。\n\n三、整改措施\n\n（一）每天读书。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
      二、 反面典型案例剖析 [case]
        （一） 案情认识
        （二） 对照查摆
      三、 整改措施 [measures]
        （一） 每天读书
      问题 P1 学习方面
      整改 M1 每天读书`,
    ));

  it('a first point that its lead-in keeps in one line, and a second after a paragraph of text', () =>
    check(
      '一、存在的问题\n\n1、带头担当方面：\n\n主要问题：（1）碰硬不够。\n\n具体表现：两户的矛盾拖了两年。\n\n（2）排查不细。\n\n具体表现：台账清楚，现场不清楚。\n',
      `
      一、 存在的问题 [problems]
        1、 带头担当方面
          （1） 碰硬不够
          （2） 排查不细
      问题 P1 带头担当方面（2 点）`,
    ));

  it('a point after a sentence that ends in a half-width full stop behind a quotation mark', () =>
    check(
      '一、存在的问题\n\n（一）服务方面。一是办事拖。热水的事记成“已转后勤”.二是摸底不准。名单一年没有更新。\n',
      `
      一、 存在的问题 [problems]
        （一） 服务方面
          一是 办事拖
          二是 摸底不准
      问题 P1 服务方面（2 点）`,
    ));

  it('what every aspect is told by, in a speech whose measures stand apart', () => {
    const told = '- **问题表现**：不够深。\n- **具体事例**：缺课三次。\n';
    check(
      `# 检查\n\n## 一、存在的问题\n\n### 1. 学习方面\n\n${told}\n### 2. 作风方面\n\n${told}\n### 3. 纪律方面\n\n${told}\n## 二、整改措施\n\n### 1. 每天读书\n\n读。\n`,
      `
      一、 存在的问题 [problems]
        1. 学习方面
          · 问题表现
          · 具体事例
        2. 作风方面
          · 问题表现
          · 具体事例
        3. 纪律方面
          · 问题表现
          · 具体事例
      二、 整改措施 [measures]
        1. 每天读书
      问题 P1 学习方面（2 点）
      问题 P2 作风方面（2 点）
      问题 P3 纪律方面（2 点）
      整改 M1 每天读书`,
    );
  });

  it('plain words about last year and a case beside parts with a #', () =>
    check(
      '# 检查\n\n上年度整改情况\n\n三条都改了。\n\n## 一、存在的问题\n\n（一）学习方面。书没有读完。\n\n反面典型案例剖析\n\n某局的案例。\n\n## 二、整改措施\n\n（一）每天读书。读一章。\n',
      `
      · 上年度整改情况 [previous]
      一、 存在的问题 [problems]
        （一） 学习方面
      · 反面典型案例剖析 [case]
      二、 整改措施 [measures]
        （一） 每天读书
      问题 P1 学习方面
      整改 M1 每天读书`,
    ));

  it('parts beside the others that stand as plain words on a line of their own', () =>
    check(
      '# 检查\n\n上年度整改情况\n\n认领的三条都改了。\n\n一、学习方面\n\n**问题：**书没有读完。\n\n**整改措施：**每天读书。\n\n二、作风方面\n\n**问题：**下去少。\n\n**整改措施：**每周下去。\n\n对同志们批评意见的回应\n\n都接受。\n\n需要说明的事项\n\n都报告过了。\n',
      `
      · 上年度整改情况 [previous]
      一、 学习方面 [other]
        · 问题 [problems]
        · 整改措施 [measures]
      二、 作风方面 [other]
        · 问题 [problems]
        · 整改措施 [measures]
      · 对同志们批评意见的回应 [matters]
      · 需要说明的事项 [matters]
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每天读书
      整改 M2 每周下去`,
    ));

  it('aspects as the beginnings of paragraphs under bold words, what others said, a list at the end', () =>
    check(
      '# 检查\n\n同志们：\n\n**先说毛病**\n\n形式主义方面。其一，验收当终点。渠没有通水。其二，爱挂牌子。\n\n享乐主义方面。其一，怕吃苦。其二，图省事。\n\n**书记点我的一句话**\n\n你少下乡。\n\n**整改措施**\n\n一是通水再验收。二是每月住村。\n\n**附：问题整改清单**\n\n| 问题 | 措施 |\n| --- | --- |\n| 验收 | 通水 |\n',
      `
      · 先说毛病 [problems]
        · 形式主义方面
          其一， 验收当终点
          其二， 爱挂牌子
        · 享乐主义方面
          其一， 怕吃苦
          其二， 图省事
      · 书记点我的一句话 [other]
      · 整改措施 [measures]
        一是 通水再验收
        二是 每月住村
      · 附：问题整改清单 [other]
      问题 P1 形式主义方面（2 点）
      问题 P2 享乐主义方面（2 点）
      整改 M1 通水再验收
      整改 M2 每月住村`,
    ));

  it('what others found, as a heading over points in its own line', () =>
    check(
      '一、存在的问题\n\n（一）学习方面。一是不深。二是不透。\n\n（二）县委巡察反馈、由我负主要领导责任的事项。①储备不实。②出租失管。\n\n原因在于：图省事。\n',
      `
      一、 存在的问题 [problems]
        （一） 学习方面
          一是 不深
          二是 不透
        （二） 县委巡察反馈、由我负主要领导责任的事项
          ① 储备不实
          ② 出租失管
      · 原因在于 [causes]
      问题 P1 学习方面（2 点）
      问题 P2 储备不实
      问题 P3 出租失管
      原因 C1 图省事`,
    ));

  it('a list of papers at the end, which numbers nothing', () =>
    check(
      '一、存在的问题\n\n（一）认识不足。\n\n二、整改措施\n\n（一）每月学习一次。\n\n附件：1.整改任务清单\n      2.整改责任分工表\n',
      `
      一、 存在的问题 [problems]
        （一） 认识不足
      二、 整改措施 [measures]
        （一） 每月学习一次
      问题 P1 认识不足
      整改 M1 每月学习一次`,
    ));

  it('an aspect with parts of its own after one that is still to be written', () =>
    check(
      '**一、理论学习方面**\n\n〔写明问题和具体表现〕。\n\n**二、工作作风方面**\n\n**存在问题：**一是下去少。二是会议多。\n\n**整改措施：**每月住村两天。\n',
      `
      一、 理论学习方面 [other]
      二、 工作作风方面 [other]
        · 存在问题 [problems]
          一是 下去少
          二是 会议多
        · 整改措施 [measures]
      问题 P1 工作作风方面（2 点）
      整改 M1 每月住村两天`,
    ));

  it('a heading that holds a series, which is one title', () =>
    check(
      '# 检查\n\n一、存在的问题\n\n## 一是学习不够；二是落实不够\n\n书没有读完。\n',
      `
      一、 存在的问题 [problems]
        一是 学习不够；二是落实不够
      问题 P1 学习不够；二是落实不够`,
    ));

  it('【问题】【表现】【根源】【办法】 below each aspect, run in with their text', () =>
    check(
      ['一、说形式主义', '二、说官僚主义', '三、说享乐主义']
        .map(
          (aspect) =>
            `**${aspect}**\n\n【问题】材料比村里漂亮。\n\n【表现】一是档案没人看。报表月月报。二是会议开给台账看。\n\n【根源】哪里扣分治哪里。\n\n【办法】九月起逐户重核。\n`,
        )
        .join('\n'),
      `
      一、 说形式主义 [other]
        · 问题 [problems]
          一是 档案没人看
          二是 会议开给台账看
        · 根源 [causes]
        · 办法 [measures]
      二、 说官僚主义 [other]
        · 问题 [problems]
          一是 档案没人看
          二是 会议开给台账看
        · 根源 [causes]
        · 办法 [measures]
      三、 说享乐主义 [other]
        · 问题 [problems]
          一是 档案没人看
          二是 会议开给台账看
        · 根源 [causes]
        · 办法 [measures]
      问题 P1 说形式主义（2 点）
      问题 P2 说官僚主义（2 点）
      问题 P3 说享乐主义（2 点）
      原因 C1 哪里扣分治哪里
      原因 C2 哪里扣分治哪里
      原因 C3 哪里扣分治哪里
      整改 M1 九月起逐户重核
      整改 M2 九月起逐户重核
      整改 M3 九月起逐户重核`,
    ));

  for (const [heading, place] of [
    ['原因何在', 'asks for it'],
    ['刨根问底', 'is a saying'],
    ['那盏灯是怎么灭的', 'says nothing, but stands alone between 问题 and 整改'],
  ] as const)
    it(`parts named in bold words, of which the causes’ ${place}`, () =>
      check(
        `**存在的主要问题**\n\n**在学习上，停留于“对表”。** 文件看过就放。\n\n**在作风上，下去得少。** 全年两次。\n\n**${heading}**\n\n初心没有常擦常新。日子久了就淡了。\n\n**下一步努力方向**\n\n每月学习一次。\n`,
        `
      · 存在的主要问题 [problems]
        · 在学习上，停留于“对表”
        · 在作风上，下去得少
      · ${heading} [causes]
      · 下一步努力方向 [measures]
      问题 P1 在学习上，停留于“对表”
      问题 P2 在作风上，下去得少
      原因 C1 初心没有常擦常新
      整改 M1 每月学习一次`,
      ));

  it('two bold aspects after the problems that are none of the parts', () =>
    check(
      '**存在的主要问题**\n\n**学习方面**\n\n文件看过就放。\n\n**作风漂浮**\n\n全年两次。\n\n**因循守旧**\n\n三年没有新办法。\n\n**整改措施**\n\n每月学习一次。\n',
      `
      · 存在的主要问题 [problems]
        · 学习方面
        · 作风漂浮
        · 因循守旧
      · 整改措施 [measures]
      问题 P1 学习方面
      问题 P2 作风漂浮
      问题 P3 因循守旧
      整改 M1 每月学习一次`,
    ));

  it('problems and causes that only sentences lead in to, in wrapped rows', () =>
    check(
      '# 检查\n\n活动以来，读了四本书，听了二十条意见。\n\n对照“五个带头”，归纳起来有以下两个方面的问题：\n\n**看得准风向，却没有校正方向**  \n　　这是对照政治建设来说的。①书读得浅。②话说得少。\n\n**算得清雨量，却算不清分量**  \n　　备用电源坏了两年没有修。\n\n　　毛病摆出来了，为什么会这样，我想了很久。当年红军过雪山，图的不是自己。\n\n**下一步，我想这样做**\n\n一要把方向标定准。每月请人出题。\n\n二要把担子挑在前头。本周起当组长。\n\n天有不测风云，人当有备无患。\n',
      `
      · 对照“五个带头”，归纳起来有以下两个方面的问题 [problems]
        · 看得准风向，却没有校正方向
          ① 书读得浅
          ② 话说得少
        · 算得清雨量，却算不清分量
      · 毛病摆出来了，为什么会这样，我想了很久 [causes]
      · 下一步，我想这样做 [measures]
        一要 把方向标定准
        二要 把担子挑在前头
      问题 P1 看得准风向，却没有校正方向（2 点）
      问题 P2 算得清雨量，却算不清分量
      原因 C1 当年红军过雪山
      整改 M1 把方向标定准
      整改 M2 把担子挑在前头`,
    ));

  it('aspects as parts, whose causes and measures follow in sentences', () =>
    check(
      '一、在带头严守纪律方面，学习不够深入。条例没有逐条对照。\n\n二、在带头服务群众方面，下基层走马观花。没有住过一晚。\n\n以上问题的原因，一是理论武装不扎实，二是宗旨意识淡薄。\n\n今后我将从以下几个方面整改：一要逐条学条例。二要每季度住村三天。\n',
      `
      一、 在带头严守纪律方面，学习不够深入 [other]
      二、 在带头服务群众方面，下基层走马观花 [other]
      · 以上问题的原因 [causes]
        一是 理论武装不扎实
        二是 宗旨意识淡薄
      · 今后我将从以下几个方面整改 [measures]
        一要 逐条学条例
        二要 每季度住村三天
      问题 P1 在带头严守纪律方面，学习不够深入
      问题 P2 在带头服务群众方面，下基层走马观花
      原因 C1 理论武装不扎实
      原因 C2 宗旨意识淡薄
      整改 M1 逐条学条例
      整改 M2 每季度住村三天`,
    ));

  it('items labelled by what they are, as 问题一： and 措施之二：', () =>
    check(
      '## 一、身上的问题\n\n**问题一：中心组学习成了“朗读者”**\n\n十二次里八次念报纸。\n\n**问题二：思政课冷清**\n\n一人带二十二个班。\n\n## 二、怎么办\n\n**措施之一：** 每月一次备课。不念稿。\n\n**措施之二：** 给思政课配人。五月到岗。\n',
      `
      一、 身上的问题 [problems]
        · 中心组学习成了“朗读者”
        · 思政课冷清
      二、 怎么办 [measures]
      问题 P1 中心组学习成了“朗读者”
      问题 P2 思政课冷清
      整改 M1 每月一次备课
      整改 M2 给思政课配人`,
    ));

  it('causes after the measures, as “思想上挖根”', () =>
    check(
      '## 一、查摆出来的问题\n\n（一）学得浅。\n\n## 二、今后的打算\n\n（一）每月学一次。\n\n## 三、思想上挖根\n\n（一）自律靠别人看着。\n',
      `
      一、 查摆出来的问题 [problems]
        （一） 学得浅
      二、 今后的打算 [measures]
        （一） 每月学一次
      三、 思想上挖根 [causes]
        （一） 自律靠别人看着
      问题 P1 学得浅
      原因 C1 自律靠别人看着
      整改 M1 每月学一次`,
    ));

  it('“第一部分　自我批评”, which holds the parts, beside what is said of others', () =>
    check(
      '我先说自己，再说别人。\n\n**第一部分　自我批评**\n\n**一、我的问题**\n\n（一）学习方面。读得少。\n\n（二）作风方面。走得少。\n\n**二、病根在哪里**\n\n（一）图省事。\n\n**三、往后怎么办**\n\n（一）每周读一篇。\n\n**第二部分　批评意见**\n\n**一、对老陈的意见**\n\n开会长。\n\n**二、对老赵的意见**\n\n问题问得少。\n',
      `
      · 第一部分　自我批评 [other]
        一、 我的问题 [problems]
          （一） 学习方面
          （二） 作风方面
        二、 病根在哪里 [causes]
          （一） 图省事
        三、 往后怎么办 [measures]
          （一） 每周读一篇
      · 第二部分　批评意见 [other]
        一、 对老陈的意见
        二、 对老赵的意见
      问题 P1 学习方面
      问题 P2 作风方面
      原因 C1 图省事
      整改 M1 每周读一篇`,
    ));

  it('aspects with parts of their own inside “自我批评”', () =>
    check(
      '## 一、自我批评\n\n### （一）学习方面\n\n问题：读得少。\n\n整改：每周读一篇。\n\n### （二）作风方面\n\n问题：走得少。\n\n整改：每月走访十户。\n\n## 二、批评意见\n\n老陈开会长。\n',
      `
      一、 自我批评 [other]
        （一） 学习方面 [other]
          · 问题 [problems]
          · 整改 [measures]
        （二） 作风方面 [other]
          · 问题 [problems]
          · 整改 [measures]
      二、 批评意见 [other]
      问题 P1 学习方面
      问题 P2 作风方面
      整改 M1 每周读一篇
      整改 M2 每月走访十户`,
    ));

  it('several 部分 with 问题 and 整改 of their own, each of which is an aspect', () =>
    check(
      '按照安排，我作检查。\n\n第一部分　思想政治\n\n一、主要问题\n\n读得少。\n\n二、整改措施\n\n每周读一篇。\n\n第二部分　工作作风\n\n一、主要问题\n\n走得少。\n\n二、整改措施\n\n每月走访十户。\n',
      `
      · 第一部分　思想政治 [other]
        一、 主要问题 [problems]
        二、 整改措施 [measures]
      · 第二部分　工作作风 [other]
        一、 主要问题 [problems]
        二、 整改措施 [measures]
      问题 P1 第一部分　思想政治
      问题 P2 第二部分　工作作风
      整改 M1 每周读一篇
      整改 M2 每月走访十户`,
    ));

  it('measures sorted by when they are due, by headings with numbers or by plain lines', () => {
    const text = (...terms: string[]) =>
      `一、存在的问题\n\n（一）灯坏了没人修。\n\n二、整改措施\n\n${terms[0]}\n\n1.修灯。今天修。\n\n2.查线。明天查。\n\n${terms[1]}\n\n1.换灯杆。五月换完。\n\n2.立规矩。定一本册子。\n`;
    const found = (...terms: string[]) => parseSpeech(text(...terms)).measures.map(({ title }) => title);
    const items = ['修灯', '查线', '换灯杆', '立规矩'];
    for (const terms of [
      ['（一）立行立改事项', '（二）限期整改事项'],
      ['（一）马上就改的', '（二）长期坚持（2项）'],
      ['**短期措施**', '**中长期措施**'],
      ['立行立改类', '持续整改类'],
      ['近期能办的事项：', '三个月内完成的事项：'],
      ['（一）3月底前办完', '（二）全年坚持'],
      ['### （一）上半年要见效的', '### （二）年底前全部销号'],
      ['**第一批，本月办结**', '**第二批，春节前做完的三件事**'],
      ['第二季度', '6月30日前'],
    ] as const)
      assert.deepEqual(found(...terms), items, terms.join());
    const matters = ['立行立改事项', '抓好灯杆'];
    assert.deepEqual(found('（一）立行立改事项', '（二）抓好灯杆'), matters);
    for (const terms of [
      ['（一）3月底前修完灯杆', '（二）全年坚持巡线'],
      ['（一）今年的灯今年修', '（二）一季度抓灯杆'],
      ['（一）节前修灯', '（二）两年换杆'],
    ] as const)
      assert.deepEqual(
        found(...terms),
        terms.map((words) => words.slice(3)),
      );
  });

  it('measures whose numbers run on below the terms', () =>
    check(
      '一、存在的问题\n\n（一）灯坏了没人修。\n\n二、整改措施\n\n（一）短期措施\n\n1.修灯。\n\n2.查线。\n\n（二）长期措施\n\n3.立规矩。\n',
      `
      一、 存在的问题 [problems]
        （一） 灯坏了没人修
      二、 整改措施 [measures]
        （一） 短期措施
          1. 修灯
          2. 查线
        （二） 长期措施
          3. 立规矩
      问题 P1 灯坏了没人修
      整改 M1 修灯
      整改 M2 查线
      整改 M3 立规矩`,
    ));
});
