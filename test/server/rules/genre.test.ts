import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { excuseInCause } from '../../../server/src/rules/excuse-in-cause.ts';
import { genericProblem } from '../../../server/src/rules/generic-problem.ts';
import { impossibleDate } from '../../../server/src/rules/impossible-date.ts';
import { inconsistentWording } from '../../../server/src/rules/inconsistent-wording.ts';
import { leftoverPlaceholder } from '../../../server/src/rules/leftover-placeholder.ts';
import { findings, lint } from '../../../server/src/rules/lint.ts';
import { longSentence } from '../../../server/src/rules/long-sentence.ts';
import { lopsidedParts } from '../../../server/src/rules/lopsided-parts.ts';
import { misplacedMeasure } from '../../../server/src/rules/misplaced-measure.ts';
import { mixedDate } from '../../../server/src/rules/mixed-date.ts';
import { negativeMeasureHeading } from '../../../server/src/rules/negative-measure-heading.ts';
import { praiseFirst } from '../../../server/src/rules/praise-first.ts';
import { templateResidue } from '../../../server/src/rules/template-residue.ts';
import { thinUnit } from '../../../server/src/rules/thin-unit.ts';
import { unevenParallelHeadings } from '../../../server/src/rules/uneven-parallel-headings.ts';
import { wrongPerson } from '../../../server/src/rules/wrong-person.ts';
import { yearMismatch } from '../../../server/src/rules/year-mismatch.ts';
import { checkRule } from '../marked.ts';

/** A speech around what a unit of problems and one of causes say. */
function speech(problem: string, title = '个人对照检查材料', preamble = '', cause = '（一）党性不强。'): string {
  return `# ${title}\n\n${preamble}\n\n一、存在的问题\n\n（一）作风不实。${problem}\n\n二、原因分析\n\n${cause}\n\n三、整改措施\n\n（一）每月下村一次。\n`;
}

describe('template-residue', () => {
  it('knows the masks of templates', () => {
    checkRule(templateResidue, speech('到⟦**⟧镇⟦××⟧村，⟦20××⟧年⟦XX⟧月，⟦[单位名称]⟧负责，电话⟦____⟧。'));
  });

  it('knows single letters, rings, braces, blanks and notes to the writer', () => {
    checkRule(
      templateResidue,
      speech('去年⟦X⟧月到⟦○○⟧村，征求意见⟦  ⟧条，⟦202X⟧年由⟦[村名]⟧⟦{姓名}⟧负责，⟦____⟧村没有去。'),
    );
    checkRule(templateResidue, speech('原著读得少。⟦（注：本段字数控制在300字左右）⟧'));
    checkRule(templateResidue, speech('自学不少于⟦X⟧小时，投入⟦×⟧万元，拍X光片。'));
    checkRule(templateResidue, speech('找⟦XXX⟧同志谈过，又找⟦XXX⟧\n'));
  });

  it('knows what a chat program says of its work', () => {
    checkRule(templateResidue, speech('⟦以下是根据您的要求撰写的对照检查材料：⟧原著读得少。'));
    checkRule(templateResidue, speech('原著读得少。⟦以上内容仅供参考，请结合实际修改。⟧'));
    checkRule(templateResidue, speech('群众说：“您提供的材料够了。”以下是三点不足，仅供参考的表格没有人看。'));
  });

  it('sees masks that Markdown takes for bold', () => {
    checkRule(templateResidue, speech('⟦**⟧镇党委在⟦**⟧村没有开过会。'));
  });

  it('takes a surname before a mask for a name that is hidden on purpose', () => {
    const severities = (text: string) =>
      [...findings(templateResidue, parseSpeech(speech(text)))].map(({ severity }) => severity);
    assert.deepEqual(severities('信访户李××的低保申请拖了2个月。'), ['hint']);
    assert.deepEqual(severities('到李××村只去过一次，××镇没有去。'), [undefined, undefined]);
    assert.deepEqual(severities('信访户马××、高××同志、村民周××的事没有办。'), ['hint', 'hint', 'hint']);
    assert.deepEqual(severities('每周××次，工程××个，国有林××亩。'), [undefined, undefined, undefined]);
  });

  it('knows what else templates and chat programs leave', () => {
    checkRule(templateResidue, speech('⟦（请结合实际补充）⟧在⟦（姓名）⟧的⟦□□⟧村，电话⟦XXXXXXXXXXX⟧。'));
    checkRule(templateResidue, speech('⟦以下是一篇对照检查材料：⟧原著读得少。⟦以上内容请根据实际情况修改。⟧'));
  });

  it('leaves labels, remarks and products', () => {
    checkRule(
      templateResidue,
      speech('【数字乡村】平台、【支部主题党日】栏目没有人看，⟦【单位名称】⟧⟦[时间、地点]⟧。'),
    );
    checkRule(templateResidue, speech('下村少。\n\n【具体表现】全年3次。\n\n【案例1】5月14日拒收材料。'));
    checkRule(
      templateResidue,
      speech('村“两委”（此处指两个委员会）没有去，按人×天、“人×次”算，考核表（姓名）栏空着。'),
    );
  });

  it('takes a military unit for one that is hidden on purpose', () => {
    const [finding] = findings(templateResidue, parseSpeech(speech('在××部队服役16年。')));
    assert.equal(finding?.severity, 'hint');
  });

  it('leaves ordinary uses', () => {
    checkRule(
      templateResidue,
      speech(
        '长3×4米，XX染色体，X射线，XL号，二○○八年，长×宽，[见附件](a.md)，**要紧**的事，按[2023]5号文件，张某某。',
      ),
    );
  });

  it('is silent in texts of another kind', () => {
    checkRule(templateResidue, '把 XX 换成XX的名字，××是代号。\n');
  });
});

describe('leftover-placeholder', () => {
  it('leaves the numbers of documents', () => {
    checkRule(leftoverPlaceholder, '《办法〔试行〕》，安全生产法〔2021修正〕。\n');
    checkRule(leftoverPlaceholder, '国办发〔2012〕5号，〔二〇一二〕5号，由⟦〔责任人〕⟧负责。\n');
  });

  it('is said once a line, for the first that is left', () => {
    const text = '由〔责任人〕负责，〔N〕月底前完成。\n\n每〔周期〕通报。\n';
    const found = lint(parseSpeech(text)).filter(({ rule }) => rule === leftoverPlaceholder);
    assert.deepEqual(
      found.map(({ severity, message }) => `${severity}: ${message}`),
      ['information: “〔责任人〕”等 2 处还没有填写', 'information: “〔周期〕”还没有填写'],
    );
  });
});

describe('wrong-person', () => {
  const materials = {
    team: (words: string) =>
      `# 局党组班子对照检查材料\n\n一、存在的问题\n\n（一）学习不系统。${words}\n\n二、整改措施\n\n（一）班子每周读。\n`,
    own: (words: string) =>
      `# 个人对照检查材料\n\n一、存在的问题\n\n（一）学习不系统。${words}\n\n二、整改措施\n\n（一）我每周读。\n`,
  };
  const othersSpeak = {
    team: [
      '有同志说：‘我从来没学过。’',
      "有同志说：'我从来没学过。'",
      '有的同志讲，我又不是党员。',
      '总觉得我不分管、我不负责。',
      '要我学变成我要学还没有做到。',
      '我代表班子作检查。',
      '护林员说，石头上的字\n我认得，跟我有啥关系。',
    ],
    own: [
      '群众反映，部分党员干部办事拖拉。',
      '部分同志说：‘学了也没用。’没有批评。',
      '个别同志推诿扯皮，没有及时批评。',
    ],
  };
  for (const who of ['team', 'own'] as const) {
    for (const words of othersSpeak[who])
      it(`leaves reported speech: ${words}`, () => checkRule(wrongPerson, materials[who](words)));
  }

  it('sees the speaker of a team all the same', () => {
    checkRule(wrongPerson, materials.team('在讲政治上，⟦我⟧学得不够。'));
  });

  it('takes somebody who says 我 throughout for one person, though the title names the 支部', () => {
    const own = '一是我读得少，我怕难。二是我记得少，我嫌烦。三是我写得少，我图快。';
    checkRule(
      wrongPerson,
      `# 第四党支部组织生活会发言材料\n\n我开了六年车。\n\n一、我的问题\n\n（一）学习不系统。${own}\n`,
    );
  });

  it('leaves what the speaker has not done for others', () => {
    for (const words of [
      '部分干部的培训需求没有摸清',
      '一些干部家里的难处不了解',
      '班子会上不表态，会后议论',
      '班子没有研究的事项，口子没有守住',
      '部分党员对支部活动不满意',
      '个别同志违规饮酒，负有领导责任',
    ])
      checkRule(wrongPerson, speech(`${words}。`));
    checkRule(wrongPerson, speech('⟦部分党员⟧的党性不强。'));
  });

  it('leaves a personal unit that speaks of oneself', () => {
    checkRule(wrongPerson, speech('有的同志不敢碰硬，我也跟着绕着走。'));
  });

  it('marks a fault of others in a unit without 我', () => {
    checkRule(wrongPerson, speech('⟦有的党员⟧不敢碰硬，绕着矛盾走。'));
  });

  it('leaves 我 in the words of others and in 我局, 自我', () => {
    checkRule(
      wrongPerson,
      speech('群众说：“我跑了三趟。”我局、我市都有，自我要求不严。', '县水利局领导班子对照检查材料'),
    );
  });

  it('hears one person at the meeting of a 班子', () => {
    const speech = (title: string) =>
      `# ${title}\n\n王建国\n\n一、存在的问题\n\n（一）学习方面。我原著读得少。\n\n二、整改措施\n\n（一）每周读原著。\n`;
    for (const title of ['在2024年度县委管理领导班子民主生活会上的发言', '县长在县政府班子专题民主生活会上的发言'])
      checkRule(wrongPerson, speech(title));
    checkRule(wrongPerson, speech('局领导班子在民主生活会上的发言').replace('方面。我', '方面。⟦我⟧'));
  });

  const setPhrases = [
    '时不我待的紧迫感不强，功成不必在我的境界、功成必定有我的担当还差得远，舍我其谁的劲头不足。',
    '党建和业务没有做到你中有我、我中有你，品牌建设没有做到人无我有、人有我优、人优我特。',
    '抹不开情面，你好我好，你推我让，你不说我，我不说你。',
    '没有解决好我是谁、为了谁、依靠谁的问题，从我做起的自觉不够，跟我上的劲头不足。',
    '我为群众办实事活动走了形式，民主集中制变成我说了算。',
  ];
  for (const words of setPhrases)
    it(`leaves set phrases: ${words}`, () => checkRule(wrongPerson, materials.team(words)));

  it('leaves the organisation that speaks of itself', () => {
    for (const name of '州 旗 盟 总队 大队 医院 学院 开发区 高新区 法院 林场 机关 管委会 总公司 委员会 税务局 农业农村局 市场监管局 教育系统 小学 自然保护区管理局'.split(
      ' ',
    ))
      checkRule(wrongPerson, materials.team(`我${name}底子薄不是理由。`));
  });

  it('sees the speaker before what only begins like an organisation', () => {
    for (const words of ['总是怕得罪人', '总觉得还早', '大会上没有表态', '教育孩子不严', '机械照搬'])
      checkRule(wrongPerson, materials.team(`⟦我⟧${words}。`));
    checkRule(wrongPerson, materials.team('时不我待，⟦我⟧却没有动。责任在⟦我⟧。'));
  });
});

describe('excuse-in-cause', () => {
  it('marks pleading', () => {
    checkRule(excuseInCause, speech('', undefined, '', '（一）抓得不紧。平时⟦任务重⟧，没有精力学习。'));
    for (const words of [
      '⟦任务重⟧压力大',
      '⟦工作太重⟧了',
      '⟦人手紧张⟧',
      '⟦时间紧⟧',
      '⟦时间紧⟧迫得很',
      '由于⟦基础薄弱⟧',
      '产业⟦基础薄弱⟧',
      '⟦客观上⟧人少事多',
      '⟦日常事务性工作多⟧',
      '⟦受疫情影响⟧',
      '⟦编制少⟧',
      '由于⟦工作忙⟧的缘故',
      '受⟦客观条件⟧限制',
      '刚到任⟦情况不熟⟧',
    ])
      checkRule(excuseInCause, speech('', undefined, '', `（一）抓得不紧。${words}，学得少。`));
  });

  it('leaves what is said of a thought', () => {
    checkRule(excuseInCause, speech('', undefined, '', '（一）抓得不紧。工作忙是忙，忙得有没有意义没有想过。'));
    checkRule(excuseInCause, speech('', undefined, '', '（一）锐气不足。年龄偏大，存在船到码头车到站的思想。'));
  });

  const ownFaults = [
    '对党建工作重视不够，对党务工作轻视。',
    '日常工作重部署、轻检查，工作重心偏移，工作重点不突出。',
    '任务重大的责任感不强，任务重在落实认识不足，时间紧迫感不强。',
    '抓业务工作重，抓党建工作轻。',
    '理论基础薄弱，思想政治基础较薄弱，群众基础薄弱。',
    '总是工作忙于应付，忙乱无序。',
    '查找问题时讲客观原因多，主客观原因分析不透，不顾客观条件上项目。',
    '迁就照顾，客观上助长了形式主义。',
    '对基层情况不熟，情况不熟、底数不清。',
    '把人手少挂在嘴边。',
    '有时以时间紧、任务重自我开脱。',
    '时间紧不紧，看的是心。',
    '精力有限时先放下的总是学习，时间紧张的时候先压缩调研，年龄偏大后求稳怕乱。',
    '经费不足的话说了三年，条件所限固然存在。',
    '遇到条件有限就绕道，首先想到的是人手不足。',
    '对人手不足的岗位关心不够，对受疫情影响的商户帮扶少。',
    '没有处理好工作忙与学习紧的关系，没有把经费紧张的压力变成动力。',
    '群众工作基础薄弱，党务工作基础薄弱。',
    '客观上的困难讲得多。',
    '表面上是时间紧，深层次是党性弱。',
    '即使工作忙，也不该放松学习，越是任务重，越要讲方法。',
    '工作忙了就把学习放一放，没有看到人手少要靠组织群众。',
    '受疫情影响形成的惯性没有改。',
  ];
  for (const words of ownFaults)
    it(`leaves one's own faults: ${words}`, () =>
      checkRule(excuseInCause, speech('', undefined, '', `（一）抓得不紧。${words}`)));

  it('leaves an excuse that is taken back', () => {
    checkRule(
      excuseInCause,
      speech('', undefined, '', '（一）抓得不紧。任务重、压力大是实情，可一样的岗位别人站得直。'),
    );
  });
});

describe('year-mismatch', () => {
  it('marks a session that had not been held', () => {
    checkRule(
      yearMismatch,
      speech('学习二十届⟦⟧三中全会精神不深。'.replace('⟦⟧', ''), '2021年度民主生活会对照检查材料').replace(
        '二十届三中',
        '⟦二十届三中⟧',
      ),
    );
  });

  it('hints at last year’s session', () => {
    checkRule(yearMismatch, speech('学习⟦二十届三中⟧全会精神不深。', '2025年度民主生活会对照检查材料'));
  });

  it('sees the digits of this year or the next in another order', () => {
    const at2025 = (words: string) => speech(words, '2025年度民主生活会对照检查材料');
    checkRule(yearMismatch, at2025('从⟦2062⟧年3月起，每季抽查。'), at2025('从2026年3月起，每季抽查。'));
    checkRule(yearMismatch, at2025('到2035年基本实现现代化，2050年、2060年前另有目标，2012年以来没有变。'));
  });

  it('marks a deadline that was over when the meeting was held', () => {
    const held = (words: string) =>
      `# 2025年度组织生活会对照检查材料\n\n（2026年1月20日）\n\n按照要求，检查如下。\n\n一、存在的问题\n\n（一）抽查少。\n\n二、整改措施\n\n（一）每季抽查。${words}\n`;
    checkRule(yearMismatch, held('台账⟦2025年3月底前⟧完成，系统2026年3月底前上线。'));
    checkRule(yearMismatch, held('首批已于2025年10月底前完成，其余2026年1月底前完成。'));
  });

  it('takes the year of the front matter, below 发言 or not', () => {
    for (const front of ['发言: {年度: 2025}', '年度: 2025']) {
      const text = speech('学得不深。', '个人对照检查材料', '按照⟦2024年度⟧民主生活会的安排，检查如下。');
      checkRule(yearMismatch, `---\n${front}\n---\n\n${text}`);
    }
  });

  it('leaves last year’s meeting that this one looks back on', () => {
    const preamble = '按照2025年度民主生活会的安排，根据2024年度民主生活会查摆的问题，检查如下。';
    checkRule(yearMismatch, speech('学得不深。', '2025年度民主生活会对照检查材料', preamble));
  });

  it('hints at a session after the meeting, but not at one of the same winter', () => {
    checkRule(yearMismatch, speech('学习⟦二十届四中⟧全会精神不深。', '2024年度民主生活会对照检查材料'));
    checkRule(
      yearMismatch,
      speech('学习二十届二中全会精神不深。', '2022年度民主生活会对照检查材料').replace(
        '二十届二中',
        '党的二十大和二十届一中、二十届二中',
      ),
    );
  });

  it('takes sessions that are listed together', () => {
    for (const words of ['党的二十届三中、四中全会', '二十届三中全会和二十届历次全会'])
      checkRule(yearMismatch, speech(`学习${words}精神不深。`, '2025年度民主生活会对照检查材料'));
  });

  it('leaves the latest session and last year’s meeting', () => {
    const preamble = '按照召开2025年度民主生活会的通知，通报2024年度民主生活会整改情况。';
    checkRule(
      yearMismatch,
      speech('学习二十届三中、四中全会精神不深，二十届四中全会精神更少。', '2025年度民主生活会对照检查材料', preamble),
    );
  });
});

describe('thin-unit', () => {
  it('marks what outgrows its siblings as well', () => {
    const unit = (title: string, times: number) =>
      `（${title}）⟦学习方面⟧。${'篇目没有定，笔记没有写。'.repeat(times)}\n\n`;
    const plain = (title: string, times: number) => unit(title, times).replace(/[⟦⟧]/g, '');
    checkRule(thinUnit, `一、存在的问题\n\n${plain('一', 8)}${plain('二', 8)}${unit('三', 60)}`);
  });
});

describe('long-sentence', () => {
  it('hears a half-width comma, which another rule tells of', () => {
    checkRule(longSentence, `分管的民政、扶贫两条线${',我管进度管得紧'.repeat(8)}。\n`);
  });

  it('tells where to break', () => {
    const half = '甲乙丙丁戊己庚辛壬癸，'.repeat(7);
    checkRule(longSentence, `⟦${half}${half}完了。⟧\n`, `${half.slice(0, -1)}。${half}完了。\n`);
  });

  it('asks for more than two sentences where two would be too long as well', () => {
    const messages = (times: number) =>
      [...findings(longSentence, parseSpeech(`${'甲乙丙丁戊己庚辛壬癸，'.repeat(times)}完了。\n`))].map(
        ({ message }) => message,
      );
    assert.deepEqual(messages(13), ['这一句有 132 字，宜分成两句']);
    assert.deepEqual(messages(30), ['这一句有 302 字，宜分成几句']);
  });

  it('takes a breath at a semicolon, and breaks there first', () => {
    const part = `${'甲乙丙丁戊己庚辛壬癸，'.repeat(4)}完了`;
    checkRule(longSentence, `${part}；${part}；${part}；${part}。\n`);
    checkRule(
      longSentence,
      `⟦${part}；${part}；${part}；${part}；${part}。⟧\n`,
      `${part}；${part}；${part}。${part}；${part}。\n`,
    );
  });

  it('tells before which words a clause could take a breath', () => {
    const clause = '会上布置的全县农村生活污水治理项目前期手续办理和资金筹措以及施工队伍招标采购工作到年底也推动不下去';
    const [finding] = findings(longSentence, parseSpeech(`${clause}，没有人过问。\n`));
    assert.match(finding?.message ?? '', /可在“以及施工”前断开$/);
  });

  it('leaves the list of the aspects', () => {
    const listed =
      '带头深刻领悟“两个确立”的决定性意义，带头坚持不懈用党的创新理论凝心铸魂，带头坚持和加强党的全面领导，带头坚持以人民为中心推动高质量发展，带头发扬斗争精神防范化解风险挑战，带头落实全面从严治党政治责任六个方面';
    checkRule(longSentence, `对照${listed}，深入查摆问题、剖析原因、明确措施。\n`);
    checkRule(longSentence, `围绕“六个带头”，即${listed.slice(0, -4)}，查摆问题、剖析原因、明确措施。\n`);
    checkRule(longSentence, `⟦${'我下村时只看路边的点，'.repeat(12)}对照${listed}查摆。⟧\n`);
  });

  it('leaves the name of a document', () => {
    const title = '关于深化医药卫生体制改革全面推进紧密型县域医疗卫生共同体建设促进优质资源扩容下沉均衡布局的实施方案';
    checkRule(longSentence, `落实《${title}》不力，没有动。\n`);
    checkRule(longSentence, `⟦落实${title}不力⟧，没有动。\n`);
  });

  it('leaves the fixed expressions out of the count of a breath', () => {
    checkRule(longSentence, '深入学习贯彻习近平新时代中国特色社会主义思想和锲而不舍落实中央八项规定精神情况。\n');
  });
});

describe('uneven-parallel-headings', () => {
  const measures = (...titles: string[]) =>
    `一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n${titles.map((title, at) => `（${'一二三四五'.charAt(at)}）${title}。每周一次。\n`).join('\n')}`;

  it('allows one character more or less', () => {
    checkRule(unevenParallelHeadings, measures('破解停车难', '提升物业服务', '建强社区队伍', '用好数字平台'));
    checkRule(
      unevenParallelHeadings,
      measures('提高站位，把牢方向', '敢于攻坚，推动大发展', '走近群众，解决难事', '严于律己，守住底线'),
    );
  });

  it('sees the one that is built otherwise', () => {
    checkRule(
      unevenParallelHeadings,
      measures(
        '提高站位，把牢方向',
        '⟦敢于攻坚，把几个老大难项目一个一个推着往前走⟧',
        '走近群众，解决难事',
        '严于律己，守住底线',
      ),
    );
  });

  it('leaves paragraphs alone that only happen to begin alike', () => {
    const causes = [
      '认为会多事多，学习往后放。',
      '把效率当成目标，盯着表。',
      '满足于会用系统，不看文件。',
      '觉得没事，没有往深处想。',
    ];
    const text = `一、存在的问题\n\n（一）学习不深。\n\n二、原因分析\n\n${causes.join('\n\n')}\n\n三、整改措施\n\n（一）每周读书。\n`;
    checkRule(unevenParallelHeadings, text);
  });

  const even = [
    ['在提升政治功能上用力', '在建强组织上用力', '在严管党员上用力', '在服务群众上用力'],
    ['在学深悟透上下功夫', '在服务群众上见真章', '在改进作风上求突破', '在从严管党治党上作表率'],
    ['理想信念有所松动', '宗旨意识有所淡化', '斗争精神有所不足', '管党治党意识有所弱化'],
    ['深化理论武装', '转变工作作风', '勇于攻坚克难', '压实管党治党责任'],
    ['把理论的“底子”打厚', '把就医的“路程”缩短', '把监督的“刀口”磨利', '把干部职工的“钱袋子”看牢'],
    [
      '强化理论武装，筑牢思想根基',
      '强化为民情怀，站稳人民立场',
      '强化担当作为，扛起发展责任',
      '强化党风廉政建设，守住纪律底线',
    ],
  ];
  for (const titles of even)
    it(`one form, however long: ${titles.at(-1)}`, () => checkRule(unevenParallelHeadings, measures(...titles)));

  it('but not of what the team will do and what the speaker will', () => {
    const below = (...titles: string[]) => titles.map((title, at) => `${at + 1}.${title}。每月一次。\n\n`).join('');
    const text =
      `一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）班子的整改措施\n\n${below('提高政治站位', '强化责任意识')}` +
      `（二）个人的整改措施\n\n${below('改进工作作风', '坚持每天读原著')}`;
    checkRule(unevenParallelHeadings, text);
  });

  const uneven = [
    ['在学深悟透上用力', '在建强组织上用力', '在严管党员上用力', '⟦推进作风建设走深⟧'],
    ['深化理论武装', '转变工作作风', '勇于攻坚克难', '⟦压实全面从严治党主体责任⟧'],
    ['持续深化理论武装', '不断转变工作作风', '主动投身攻坚克难', '⟦扛牢责任⟧'],
    [
      '强化理论武装，在学深悟透上用力',
      '厚植为民情怀，在服务群众上用力',
      '严守纪律规矩，在廉洁自律上用力',
      '⟦锤炼担当作风，破解发展难题⟧',
    ],
  ];
  for (const titles of uneven)
    it(`another form: ${titles.at(-1)}`, () => checkRule(unevenParallelHeadings, measures(...titles)));
});

describe('lopsided-parts', () => {
  it('leaves a part beside problems and measures out of the count, where it makes these too few', () => {
    const speech = (beside: string) =>
      `一、工作情况\n\n${beside}\n\n二、存在的问题\n\n（一）学习不深。${'篇目没有定，笔记没有写。'.repeat(16)}\n\n三、原因分析\n\n（一）认识不足。${'想得少，看得浅。'.repeat(8)}\n\n四、整改措施\n\n（一）每周读原著。${'定好篇目，写好笔记，交支部检查。'.repeat(8)}\n`;
    checkRule(lopsidedParts, speech('组织学习十二次。'.repeat(30)));
  });
});

describe('what a unit ought not to say', () => {
  const draft = (problem: string, cause: string, measure: string) =>
    `# 2025年度民主生活会个人对照检查材料\n\n一、存在的问题\n\n${problem}\n\n二、原因分析\n\n${cause}\n\n三、整改措施\n\n${measure}\n`;
  const problem = '（一）学习方面。原著读得少。';
  const cause = '（一）认识不足。';
  const measure = '（一）每周读原著。';

  it('praise before the first point', () => {
    const praised = '⟦近年来，我能够立足本职、攻坚克难，连续三年获得全市先进。⟧';
    checkRule(praiseFirst, draft(`（一）担当方面。${praised}一是绕着走。二是拖着办。`, cause, measure));
    checkRule(praiseFirst, draft('（一）担当方面。主要有以下两点。一是绕着走。二是拖着办。', cause, measure));
  });

  it('no praise in what is asked of all, or in formalism', () => {
    for (const norm of [
      '党章规定党员必须认真学习、带头实干、积极工作。',
      '群众期盼干部能够主动上门、认真听意见。',
      '坚持以会议落实会议、以文件落实文件，认真程度停留在纸面。',
    ])
      checkRule(praiseFirst, draft(`（一）担当方面。${norm}但绕着走。`, cause, measure));
  });

  it('a plan in the middle of a sentence', () => {
    checkRule(misplacedMeasure, draft(problem, '（一）认识不足。入党多年，⟦今后我要每天读原著⟧。', measure));
    checkRule(misplacedMeasure, draft(problem, '（一）认识不足。入党多年，今后怎么学没有想过。', measure));
  });

  const unplanned = [
    '下一步要干什么、怎么干，心中没数。',
    '今后要往哪个方向发展，思考不多。',
    '下一步要不要推进，犹豫不决。',
    '今后要走的路、要干的事，没有打算。',
    '下一步将如何开展，心里没底。',
    '今后必须抓的重点工作，谋划不够。',
  ];
  for (const words of unplanned)
    it(`no plan in what nobody has thought of: ${words}`, () =>
      checkRule(misplacedMeasure, draft(`（一）谋划方面。${words}`, cause, measure)));

  const planned = [
    '下一步，我将围绕如何转变作风搞调研',
    '今后要弄清楚每个村缺什么',
    '今后要缺什么补什么',
    '下一步必须谁分管谁负责',
    '今后我要克服方向不明、谋划不够',
    '下一步要把不敢管的事管起来',
  ];
  for (const words of planned)
    it(`a plan, though it asks or names a fault: ${words}`, () =>
      checkRule(misplacedMeasure, draft(`（一）学习方面。原著读得少。⟦${words}⟧。`, cause, measure)));

  it('a fault for a measure, whatever set words stand in it', () => {
    checkRule(negativeMeasureHeading, draft(problem, cause, '（一）⟦攻坚克难的劲头不足⟧。每周读原著。'));
    checkRule(negativeMeasureHeading, draft(problem, cause, '（一）克服攻坚克难的劲头不足。每周读原著。'));
    checkRule(negativeMeasureHeading, draft(problem, cause, '（一）关于学习不够深入的问题\n\n整改措施：每周读原著。'));
    checkRule(negativeMeasureHeading, draft(problem, cause, '（一）学习不够深入问题。每周读原著。'));
  });

  it('a measure due in a year that is over', () => {
    checkRule(yearMismatch, draft(problem, cause, '（一）⟦2023年3月底前⟧完成，2026年底前验收。'));
    checkRule(yearMismatch, draft(problem, cause, '（一）2023年底前完成的项目，一个一个回头看。'));
    checkRule(yearMismatch, draft(problem, cause, '（一）遗留的1项已于2024年12月底前完成。'));
    checkRule(yearMismatch, draft(problem, cause, '（一）2023年6月底前建成、2024年用上的系统，回头看。'));
  });

  it('no plain fault without an instance', () => {
    checkRule(
      genericProblem,
      draft('（一）学习方面。一是⟦攻坚克难的劲头不足⟧。遇到困难有畏难情绪。二是笔记少。', cause, measure),
    );
    checkRule(
      genericProblem,
      draft('（一）学习方面。一是求真务实的劲头不足。专题材料沿用往年内容。二是笔记少。', cause, measure),
    );
  });

  const withFacts = [
    '学习不够深入，全年原著只读完1本',
    '服务意识不强，7月被群众投诉1次',
    '联系群众不够，11个村有4个没有去过',
    '调查研究不够深入，群众说“没见过你”',
    '全年只读完1本原著，学习不够深入',
    '担当意识不强（信访积案3件没有动）',
    '理论学习不够系统：三中全会《决定》只读了前三部分',
  ];
  for (const words of withFacts)
    it(`an instance in the sentence of the fault: ${words}`, () =>
      checkRule(genericProblem, draft(`（一）学习方面。一是${words}。二是笔记少。`, cause, measure)));

  const told = [
    '联系群众不够。村东头老李家的井塌了，绕着走',
    '责任意识不强。锅炉房的压力表坏了一冬天',
    '斗争精神不强。看见同事收礼装作没有看见',
    '担当意识不强。信访户堵门，从后门走',
  ];
  for (const words of told)
    it(`what happened, though without a number: ${words}`, () =>
      checkRule(genericProblem, draft(`（一）${words}。`, cause, measure)));

  const withoutFacts = [
    '学习不够深入，满足于一知半解',
    '落实“一岗双责”的责任意识不强',
    '作为一名党员，学习不够深入',
    '对《准则》的学习不够深入',
    '践行两个维护的大局意识不强',
  ];
  for (const words of withoutFacts)
    it(`no instance in a set phrase: ${words}`, () =>
      checkRule(genericProblem, draft(`（一）学习方面。一是⟦${words}⟧。二是笔记少。`, cause, measure)));
});

it('…上下功夫 is one form, however long the matter is', () => {
  checkRule(
    unevenParallelHeadings,
    '一、存在的问题\n\n（一）学习不深。\n\n二、整改措施\n\n（一）在学深悟透上下功夫。\n\n（二）在严肃党内政治生活上下功夫。\n\n（三）在联系群众上下功夫。\n\n（四）在攻坚克难上下功夫。\n',
  );
});

it('a date without a year is mixed all the same', () => {
  checkRule(
    mixedDate,
    '⟦五月1日⟧上线，5月1日、五月一日都行，二十五月1日没有。\n',
    '5月1日上线，5月1日、五月一日都行，二十五月1日没有。\n',
  );
});

it('a year and a month are written alike', () => {
  checkRule(mixedDate, '⟦二〇二五年3月⟧召开。\n', '二〇二五年三月召开。\n');
  checkRule(mixedDate, '2025年八月底前，2025年三月三歌圩节，2025年正月、二〇二五年三月。\n');
});

it('a title is worded as it is', () => {
  checkRule(inconsistentWording, '用好批评和自我批评，学习《开展批评与自我批评》，他说：“批评与自我批评。”\n');
});

it('any month of 农历 may have thirty days, and none has more', () => {
  checkRule(impossibleDate, '农历2月30日走访，农历⟦2月31日⟧、农历⟦4月31日⟧、⟦2月30日⟧回访。\n');
});

describe('a mixed date', () => {
  /** By what is written: the message, and the fix with ！ where “fix all” applies it. */
  const told = (text: string) => {
    const found = [...findings(mixedDate, parseSpeech(`${text}\n`))];
    return found.map(({ span, message, fixes = [] }) => [
      text.slice(span.start, span.end),
      message,
      ...fixes.map(({ edits, safe }) => `${edits[0]?.newText}${safe ? '！' : ''}`),
    ]);
  };
  const lunar = (written: string, right: string, ...fixes: string[]) => [
    [written, `农历的日期用汉字，应为“${right}”`, ...fixes],
  ];
  const solar = (written: string, right: string) => [[written, `日期里数字写法不一致，应为“${right}”`, `${right}！`]];
  const open = (written: string) => [[written, '日期里数字写法不一致']];

  const rows: ReadonlyArray<readonly [string, string[][]]> = [
    ['农历八月15日走访。', lunar('八月15日', '八月十五日', '八月十五日！')],
    ['农历8月十五日走访。', lunar('8月十五日', '八月十五日', '八月十五日！')],
    ['2025年农历八月15日走访。', lunar('八月15日', '八月十五日', '八月十五日！')],
    [
      '（阴历）八月15日、夏历去年八月21日走访。',
      [...lunar('八月15日', '八月十五日', '八月十五日！'), ...lunar('八月21日', '八月二十一日', '八月二十一日！')],
    ],
    ['八月15日（农历）走访。', lunar('八月15日', '八月十五日', '八月十五日！')],
    ['闰六月15日走访。', lunar('六月15日', '六月十五日', '六月十五日！')],
    [
      '正月15日走访，腊月23日回访。',
      [...lunar('正月15日', '正月十五日', '正月十五日！'), ...lunar('腊月23日', '腊月二十三日', '腊月二十三日！')],
    ],
    ['2025年正月15日走访。', lunar('2025年正月15日', '2025年正月十五日', '2025年正月十五日！')],
    // 初五 is usual, 五日 is no mistake.
    ['农历八月5日走访。', lunar('八月5日', '八月初五', '八月初五')],
    // 正月, and no thirty-first day.
    ['农历1月十五日走访。', open('1月十五日')],
    ['农历八月31日走访。', open('八月31日')],
    ['农历2025年八月15日走访。', open('2025年八月15日')],
    // Nothing says by which calendar.
    ['乙巳年八月15日走访。', open('八月15日')],
    ['光绪三十年八月15日立碑。', open('八月15日')],
    ['藏历八月15日走访。', open('八月15日')],
    ['中秋节（八月15日）走访。', open('八月15日')],
    ['按农历算，我在八月15日走访。', open('八月15日')],
    ['我查了农历。八月15日走访。', solar('八月15日', '8月15日')],
    ['农历七月初一，即公历八月15日走访。', solar('八月15日', '8月15日')],
    ['2025年十月15日（农历八月廿四）走访。', solar('2025年十月15日', '2025年10月15日')],
    [
      '二〇二五年八月15日、二〇二五年8月五日走访。',
      [...solar('八月15日', '八月十五日'), ...solar('8月五日', '八月五日')],
    ],
    ['农历八月十五、八月十五日、正月初五、腊月廿三、农历8月15日走访。', []],
    ['校正月15日前报来，十个月15日一轮。', []],
  ];
  for (const [text, expected] of rows) it(text, () => assert.deepEqual(told(text), expected));
});
