import assert from 'node:assert/strict';
import misspellings from '../../../server/data/misspellings.json' with { type: 'json' };
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { withPhrases } from '../../../server/src/model/wording/phrases.ts';
import { disorderedPhrase } from '../../../server/src/rules/disordered-phrase.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { misspeltWord } from '../../../server/src/rules/misspelt-word.ts';
import { miswordedPhrase } from '../../../server/src/rules/misworded-phrase.ts';
import { nearMissPhrase } from '../../../server/src/rules/near-miss-phrase.ts';
import { unquotedTerm } from '../../../server/src/rules/unquoted-term.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { checkRule } from '../marked.ts';

describe('misworded-phrase', () => {
  const silent = [
    '物质有四种状态，方程有两个确定的解。\n',
    '第二个一百年怎么写，第十二个维护小组来回答。\n',
    '公布署名文章，阳台帐篷收好，把困难当做为民服务的考题。\n',
    '学习总书记的重要讲话，认真学习思想政治课。\n',
    '压实企业主体责任和监管责任。\n',
    '见习书记到岗，依法制国家标准。\n',
    '祀与戎，国之大事也。\n',
    '陈规陋习思想根源深，集中学习大大放松，实习大大压缩。\n',
    '涉及到期债券3笔、到账时间、到龄退休，尤其它还牵着职工的利益。\n',
    '学习自治区党委八项规定精神实施细则，把先进当做表率，少做为妙。\n',
    '做到“两个确立”入脑入心，平台帐号无人管，目的是为了什么没有想清楚。\n',
    '`布署` 是错别字。\n',
  ];
  for (const text of silent) it(`leaves ${JSON.stringify(text)}`, () => checkRule(miswordedPhrase, text));

  it('corrects what is surely a misprint', () => {
    checkRule(miswordedPhrase, '推进⟦意识形态工方面⟧的工作。\n', '推进意识形态工作方面的工作。\n');
    checkRule(miswordedPhrase, '严肃⟦党内正治生活⟧。\n', '严肃党内政治生活。\n');
    checkRule(miswordedPhrase, '⟦全心全意为人名服务⟧。\n', '全心全意为人民服务。\n');
  });

  it('knows 截止 before a date, and a term that ends', () => {
    checkRule(miswordedPhrase, '⟦截止12月⟧底，⟦截止11月⟧30日，⟦截止8月⟧。\n', '截至12月底，截止11月30日，截止8月。\n');
    checkRule(miswordedPhrase, '截止日期，报名截止12月底，投标截止8月。\n');
  });

  it('knows misprints in titles of documents', () => {
    checkRule(miswordedPhrase, '学⟦《中国共产党纪律处分条列》⟧⟦《中国共产党党内监督条列》⟧。\n');
    checkRule(
      miswordedPhrase,
      '学⟦《关于新形势下党内政治生活若干准则》⟧。\n',
      '学《关于新形势下党内政治生活的若干准则》。\n',
    );
  });

  it('reads straight quotation marks as curly ones', () => {
    checkRule(miswordedPhrase, '统筹推进⟦"五位一体"战略布局⟧。\n', '统筹推进“五位一体”总体布局。\n');
  });

  it('judges dated wordings by the year of the speech', () => {
    const of = (year: number, words: string) => `# ${year}年度民主生活会对照检查材料\n\n${words}\n`;
    checkRule(miswordedPhrase, of(2024, '防控⟦新冠肺炎⟧。'));
    checkRule(miswordedPhrase, of(2021, '防控新冠肺炎。'));
  });

  it('takes the words of the user', () => {
    const own = [
      { phrase: '柳河工委', wrong: [{ text: '柳河公委', to: '柳河工委', level: 'error' as const }] },
      { phrase: '部署', off: true },
    ];
    const context = { ...defaultContext, phrases: withPhrases(defaultContext.phrases, own) };
    checkRule(miswordedPhrase, '⟦柳河公委⟧布署。\n', '柳河工委布署。\n', context);
  });
});

describe('near-miss-phrase', () => {
  const slips: ReadonlyArray<readonly [string, string]> = [
    ['实现⟦中华民族伟复兴⟧。\n', '实现中华民族伟大复兴。\n'],
    ['发挥⟦先锋摸范作用⟧。\n', '发挥先锋模范作用。\n'],
    ['坚持⟦民主集集中制⟧。\n', '坚持民主集中制。\n'],
    ['发挥⟦战斗保垒作用⟧。\n', '发挥战斗堡垒作用。\n'],
    ['用好⟦批评和自我批平⟧。\n', '用好批评和自我批评。\n'],
    ['落实⟦“三会一科”⟧制度。\n', '落实“三会一课”制度。\n'],
    ['落实⟦“第一议提”制度⟧。\n', '落实“第一议题”制度。\n'],
    ['⟦贯彻洛实⟧不力，⟦理想信年⟧动摇，没有⟦长效机置⟧。\n', '贯彻落实不力，理想信年动摇，没有长效机置。\n'],
  ];
  for (const [marked, fixed] of slips) it(fixed.trim(), () => checkRule(nearMissPhrase, marked, fixed));

  it('changes no words where it only suspects', () => {
    // 人命 is a word.
    const unchanged = '发展全过程人命民主。\n';
    checkRule(nearMissPhrase, '发展⟦全过程人命民主⟧。\n', unchanged);
    const [report] = lint(parseSpeech(unchanged));
    assert.equal(report?.message, '疑似“全过程人民民主”，把“民”写成了“命”');
  });

  const silent = [
    '深入学习习近平新时代中国特色社会主义思想。\n',
    '全心全意地为人民服务，开展反腐斗争。\n',
    '构建马克思主义中国话语体系，排演中国式现代话剧，意识形态工作责任至关重要。\n',
    '主体教育、党性休养、整风肃纪、贯彻督促，为民办实事，落实不利因素排查。\n',
    '做到“四个自我”“两个轮子”，答好“三会一问”。\n',
    '中华民族的伟大复兴，中国的现代化，密切地联系群众。\n',
    '先锋示范作用，党内政治生态，民主集中的制度。\n',
    '理论学习中心组学习，意识形态领域工作。\n',
    '批评与自我批评，贯彻落实中央决策部署。\n',
    '贯彻落实好党中央决策部署，贯彻落实党中央各决策部署，锲而不舍抓落实，密切联系好群众。\n',
    '以人民为中心的新发展思想，求真务实、真抓真干，完整、准确、全面贯彻好新发展理念。\n',
    '伟大长征精神，党性学习教育，全心全意为病人服务，获得感、幸福感、归属感，中国共产党党章。\n',
    '中央八项规定及实施细则，重要决策部署，全面从严治警，第二个百年奋斗目标。\n',
  ];
  for (const text of silent) it(`leaves ${JSON.stringify(text)}`, () => checkRule(nearMissPhrase, text));
});

describe('disordered-phrase', () => {
  it('puts the members in their order and keeps the marks between them', () => {
    checkRule(
      disorderedPhrase,
      '坚定⟦理论自信、道路自信、制度自信和文化自信⟧。\n',
      '坚定道路自信、理论自信、制度自信和文化自信。\n',
    );
  });

  it('asks for all members before it judges', () => {
    checkRule(disorderedPhrase, '讲看齐意识、大局意识；享乐主义、官僚主义有所抬头。\n');
  });

  it('orders terms that stand side by side, and asks for no verbs there', () => {
    checkRule(disorderedPhrase, '对⟦“四个自信”“四个意识”“两个维护”⟧理解不深。\n');
    checkRule(disorderedPhrase, '深入理解“四个意识”“四个自信”“两个维护”。\n');
  });

  it('leaves verbs that say something else', () => {
    checkRule(disorderedPhrase, '淡化“四个意识”、动摇“四个自信”、背离“两个维护”的教训。\n');
    checkRule(disorderedPhrase, '⟦坚定“四个意识”⟧、⟦增强“四个自信”⟧、做到“两个维护”。\n');
  });

  it('judges verbs only inside the triple', () => {
    checkRule(disorderedPhrase, '增强“四个自信”。\n\n增强“四个意识”、坚定“四个自信”、⟦坚定“两个维护”⟧。\n');
  });
});

describe('unquoted-term', () => {
  it('adds the marks', () => {
    checkRule(unquotedTerm, '坚持⟦三会一课⟧制度。\n', '坚持“三会一课”制度。\n');
  });

  it('leaves quotations and titles', () => {
    checkRule(unquotedTerm, '增强⟦四个意识⟧、坚定⟦四个自信⟧、做到⟦两个维护⟧。\n');
    checkRule(unquotedTerm, '对”两个确立“领悟不深，增强四个意识”。\n');
    checkRule(unquotedTerm, '对“四个意识”⟦两个维护⟧理解不深。\n', '对“四个意识”“两个维护”理解不深。\n');
    checkRule(unquotedTerm, '一岗双责任务单、两个责任清单、四个自信心强的人、两个维护员。\n');
    checkRule(unquotedTerm, '他说：“要增强四个意识。”学习《坚定四个自信》。\n');
    checkRule(unquotedTerm, '两个责任部门互相推，两个责任科室没有到场，这两个责任、有两个责任没有尽到。\n');
    checkRule(unquotedTerm, '第四风电场、四风井照旧，⟦两个责任⟧压得不实，没有⟦一岗双责⟧。\n');
  });
});

describe('misspelt-word', () => {
  it('tells 不力 from 不利', () => {
    checkRule(misspeltWord, '对难点问题⟦督办不利⟧，措施⟦落实不利⟧。\n', '对难点问题督办不力，措施落实不利。\n');
    checkRule(misspeltWord, '汛期对项目推进不利，对监管不利。落实不利因素排查，督办不利于团结的事。\n');
  });

  it('is told once, by the rule that knows most', () => {
    const told = (words: string) => lint(parseSpeech(`${words}\n`)).map(({ rule }) => rule.id);
    assert.deepEqual(told('没有做到以身做则。'), ['misspelt-word']);
    assert.deepEqual(told('开展党史学习教肓。'), ['misworded-phrase']);
    assert.deepEqual(told('反对形式主议、官僚主义、享乐主义和奢靡之风。'), ['near-miss-phrase']);
  });

  it('tells one slip once', () => {
    checkRule(
      misspeltWord,
      '以习近平新时代中国⟦特色社会注意⟧思想为指导。\n',
      '以习近平新时代中国特色社会主义思想为指导。\n',
    );
  });

  it('knows 已 from 己 where no right words run so', () => {
    checkRule(misspeltWord, '把⟦事不关已⟧当处世之道。\n', '把事不关己当处世之道。\n');
    checkRule(misspeltWord, '能力出自已有的经验，情不能自已，他自己经历过。\n');
  });

  it('leaves two words that meet', () => {
    const right = [
      '一心拼博士点，与家长签暑期承诺书，渐渐愧对军装，在通知中指意识形态阵地。',
      '攻坚可难住了我，两家各自已在6月退场，便民服务群重复建了7个，党员联系群从未有人说话。',
      '该拆不拆不扣分，八纲辨证法、脏腑辨证法掌握不牢。',
    ];
    for (const words of right) checkRule(misspeltWord, `${words}\n`);
    checkRule(misspeltWord, '缺少⟦拼博⟧精神，⟦服务群重⟧不够，学唯物⟦辨证法⟧。\n');
  });

  it('leaves quoted code and right neighbours alone', () => {
    checkRule(
      misspeltWord,
      '错别字如 `以身做则`，放松驰骋的心，聘请投诉律师，不满意律师，把信札紧紧收好，围绕幸福，交流与形式。\n',
    );
  });

  it('has no wrong spelling that holds the right one', () => {
    for (const [word, wrong] of Object.entries(misspellings))
      assert.deepEqual(
        wrong.filter((written) => written.includes(word)),
        [],
      );
  });
});
