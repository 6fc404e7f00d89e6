import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { brokenBold } from '../../../server/src/rules/broken-bold.ts';
import { confusedDe } from '../../../server/src/rules/confused-de.ts';
import { doubledApproximation } from '../../../server/src/rules/doubled-approximation.ts';
import { doubledPunctuation } from '../../../server/src/rules/doubled-punctuation.ts';
import { doubledWord } from '../../../server/src/rules/doubled-word.ts';
import { fixedText } from '../../../server/src/rules/fixAll.ts';
import { halfwidthPunctuation } from '../../../server/src/rules/halfwidth-punctuation.ts';
import { headingEndPunctuation } from '../../../server/src/rules/heading-end-punctuation.ts';
import { hyphenatedRange } from '../../../server/src/rules/hyphenated-range.ts';
import { invisibleCharacter } from '../../../server/src/rules/invisible-character.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { malformedDash } from '../../../server/src/rules/malformed-dash.ts';
import { malformedEllipsis } from '../../../server/src/rules/malformed-ellipsis.ts';
import { misbracketedYear } from '../../../server/src/rules/misbracketed-year.ts';
import { spaceInChinese } from '../../../server/src/rules/space-in-chinese.ts';
import { unbalancedBrackets } from '../../../server/src/rules/unbalanced-brackets.ts';
import { unendedParagraph } from '../../../server/src/rules/unended-paragraph.ts';
import { checkRule } from '../marked.ts';

describe('halfwidth-punctuation', () => {
  const silent = [
    '拨付1,000元，8:30到岗，见 https://example.com/a?b=1,2。\n',
    '甲&nbsp;乙，好的:)\n',
    '1.学习方面。2.作风方面。\n',
    '（一）学习方面\n',
    '运行`git log --oneline, 中文`即可。\n',
    '比分27:49，版本v1.2.3，文件notes.md。\n',
  ];
  for (const text of silent) it(`leaves ${JSON.stringify(text)}`, () => checkRule(halfwidthPunctuation, text));

  it('takes the blank behind a mark along, but no end of a line, and none before Latin letters or digits', () => {
    const mended = [
      ['敏锐性不强⟦.⟧ 对言论不管。\n', '敏锐性不强。对言论不管。\n'],
      ['对言论不管⟦,⟧\u00a0 “四个意识”不牢。\n', '对言论不管，“四个意识”不牢。\n'],
      ['接到来信⟦,⟧ 3件没有办。\n', '接到来信， 3件没有办。\n'],
      ['培训不够⟦,⟧ A类人员没有参加。\n', '培训不够， A类人员没有参加。\n'],
      ['没有办的有三件⟦;⟧  \n另有两件。\n', '没有办的有三件；  \n另有两件。\n'],
    ] as const;
    for (const [bad, good] of mended) checkRule(halfwidthPunctuation, bad, good);
  });

  it('sees a mark beside a rare character', () => {
    checkRule(halfwidthPunctuation, '没有帮过吴𠮷⟦,⟧\n', '没有帮过吴𠮷，\n');
    checkRule(halfwidthPunctuation, 'A⟦,⟧𠮷家洼村没有去过。\n', 'A，𠮷家洼村没有去过。\n');
    checkRule(halfwidthPunctuation, '没有走访⟦(⟧𠮷家洼村。\n', '没有走访（𠮷家洼村。\n');
  });

  it('leaves what closes a title to unbalanced-brackets', () => {
    const text = '根据《安全生产法)第五条，按照《实施办法（试行）》执行。\n';
    checkRule(halfwidthPunctuation, text);
    checkRule(unbalancedBrackets, text.replace(')', '⟦)⟧'), text.replace(')', '》'));
  });

  it('sees a mark beside a quotation mark', () => {
    checkRule(halfwidthPunctuation, '心怀"国之大者"⟦,⟧贯彻新发展理念。\n', '心怀"国之大者"，贯彻新发展理念。\n');
  });
});

describe('unbalanced-brackets', () => {
  const silent = [
    '分三步：1）登记，2）核对，3）归档。\n',
    '学习《准则》（试行）〔2023〕号【附件】。\n',
    '若 a < b，则取 (a, b]。\n',
    '（一）学习方面\n\n(1)作风方面\n',
  ];
  for (const text of silent) it(`leaves ${JSON.stringify(text)}`, () => checkRule(unbalancedBrackets, text));

  it('tells a pair of two kinds once', () => {
    checkRule(unbalancedBrackets, '学习《条例⟦〉⟧和〈准则〉。\n', '学习《条例》和〈准则〉。\n');
    checkRule(unbalancedBrackets, '学习⟦〈⟧条例》不深。\n', '学习《条例》不深。\n');
    checkRule(unbalancedBrackets, '学《关于〈条例⟦》⟧的通知》。\n', '学《关于〈条例〉的通知》。\n');
    checkRule(unbalancedBrackets, '按（2023⟦〕⟧12号办理。\n', '按（2023）12号办理。\n');
  });

  it('sees what crosses at a distance, once', () => {
    checkRule(unbalancedBrackets, '见（附件《条例）的说明⟦》⟧。\n');
  });

  it('closes a title behind the kind of document, where something else follows', () => {
    checkRule(
      unbalancedBrackets,
      '县委⟦《⟧关于加强公路管护的意见（清发〔2025〕12号）提出要求。\n',
      '县委《关于加强公路管护的意见》（清发〔2025〕12号）提出要求。\n',
    );
    checkRule(
      unbalancedBrackets,
      '学《防洪法》⟦《⟧取水许可管理条例几部法规。\n',
      '学《防洪法》《取水许可管理条例》几部法规。\n',
    );
  });

  it('closes a bracket within a title', () => {
    checkRule(unbalancedBrackets, '学《支部工作条例⟦（⟧试行》。\n', '学《支部工作条例（试行）》。\n');
    checkRule(
      unbalancedBrackets,
      '制定“十五五”规划⟦（⟧征求意见稿，报县长。\n',
      '制定“十五五”规划（征求意见稿），报县长。\n',
    );
  });

  it('sees each unclosed one', () => {
    checkRule(unbalancedBrackets, '学习⟦《⟧党章和⟦《⟧准则，落到实处。\n');
  });
});

describe('broken-bold', () => {
  it('mends all at once, and keeps pairs of marks together', () => {
    checkRule(
      brokenBold,
      '（一）⟦**学习方面。**⟧看得少。\n\n（二）落实**“一岗双责”**不力。\n',
      '（一）**学习方面**。看得少。\n\n（二）落实“**一岗双责**”不力。\n',
    );
  });

  it('leaves to the writer what it would tear', () => {
    checkRule(brokenBold, '落实⟦**“两个责任”工作**⟧不力。\n', '落实**“两个责任”工作**不力。\n');
    checkRule(brokenBold, '去了**镇调研，**村没有去。⟦**下步打算，**⟧两处都去。\n');
  });
});

describe('doubled-punctuation', () => {
  it('sees one key pressed twice before another', () => {
    checkRule(doubledPunctuation, '学得不深⟦，，。⟧\n', '学得不深。\n');
  });

  it('keeps the stronger of two marks', () => {
    checkRule(doubledPunctuation, '学得不深⟦，。⟧\n', '学得不深。\n');
  });

  it('leaves lists of marks', () => {
    checkRule(doubledPunctuation, '点号有，。、；：五种，连用“，。”也见过！！！\n');
  });
});

describe('malformed-ellipsis', () => {
  it('leaves ranges, patterns and long omissions', () => {
    checkRule(malformedEllipsis, '从 0...n 起，用“从…到…”造句，省略一段…………\n');
  });
});

describe('hyphenated-range', () => {
  it('joins months, and leaves dates, models and codes', () => {
    checkRule(hyphenatedRange, '8⟦-⟧10月没有谈话。\n', '8—10月没有谈话。\n');
    checkRule(hyphenatedRange, '2025-8-10月报，M3-5月台，电话0551-6月报。\n');
  });

  it('joins years, months and days with a dash, whatever key was pressed', () => {
    checkRule(hyphenatedRange, '2019⟦~⟧2021年，8⟦~⟧10月，8月⟦-⟧10月。\n', '2019—2021年，8~10月，8月-10月。\n');
    checkRule(hyphenatedRange, '2019年3月⟦-⟧2021年5月，3月-2021年。\n', '2019年3月—2021年5月，3月-2021年。\n');
    checkRule(hyphenatedRange, '7月15日⟦-⟧18日，12月30日⟦-⟧2025年1月2日，7月15⟦-⟧18日。\n');
  });

  it('joins what is counted with a wave dash, and leaves scores, buildings and numbers', () => {
    checkRule(hyphenatedRange, '每周2⟦-⟧3次，15⟦-⟧20人，5%⟦-⟧10%。\n', '每周2～3次，15-20人，5%-10%。\n');
    checkRule(hyphenatedRange, '以3-1获胜，3-1号楼，第1-3项，K12-3个，2024-05-01，电话0551-6213人工台，2-3-4次。\n');
  });

  it('joins amounts with a wave dash', () => {
    checkRule(hyphenatedRange, '安排15⟦~⟧20人，约占3%⟦~⟧5%。\n', '安排15～20人，约占3%~5%。\n');
    checkRule(hyphenatedRange, '`1~2人`，路径 ~/3、v1.2~3 版，约~20人。\n');
  });
});

describe('misbracketed-year', () => {
  it('tells half-width and mixed forms once', () => {
    checkRule(misbracketedYear, '按照清发⟦(2025)⟧12号文件。\n', '按照清发〔2025〕12号文件。\n');
    checkRule(halfwidthPunctuation, '按照清发(2025)12号文件。\n');
  });

  it('knows any office that issues, and is less sure of one it does not know', () => {
    checkRule(
      misbracketedYear,
      '按财行⟦（2016）⟧540号、建城⟦[2021]⟧33号、国资发改革⟦（2023）⟧5号。\n',
      '按财行〔2016〕540号、建城[2021]33号、国资发改革（2023）5号。\n',
    );
    checkRule(misbracketedYear, '（2023）京01民初5号，判决书（2020）5号，地块（2022）3号楼，项目（2022）3号地块。\n');
  });

  it('leaves certificates, contracts and cases', () => {
    checkRule(misbracketedYear, '建字第（2025）12号、合同（2025）3号、（2023）京01民终12号、发票（2025）年。\n');
  });
});

describe('malformed-dash', () => {
  it('knows a single one by the words that explain', () => {
    checkRule(malformedDash, '管住“一把手”⟦—⟧特别是下属单位的。\n', '管住“一把手”——特别是下属单位的。\n');
  });

  it('leaves options, ranges and right dashes', () => {
    checkRule(malformedDash, '加上 --watch，北京—上海，他走了——没有回头。团结—批评—团结。\n');
  });
});

describe('space-in-chinese', () => {
  const silent = [
    '局长　张明\n',
    '第三条　为了维护权益，制定本公约。业主应当遵守。\n',
    '春眠不觉晓 处处闻啼鸟\n',
    '本报讯（记者 杜若川 通讯员 覃小满），开通一个月。联系人：体卫艺科　林老师，电话照旧。欢迎来电。\n',
    '用 Git 管理，写完就提交。每周一次。\n',
    '参加的有张 明、李 红，都签了名。会后存档。\n',
  ];
  for (const text of silent) it(`leaves ${JSON.stringify(text)}`, () => checkRule(spaceInChinese, text));
});

describe('invisible-character', () => {
  it('removes them and turns radicals into characters', () => {
    checkRule(invisibleCharacter, '⟦\u2f83⟧查⟦\u200b⟧自纠。\n', '自查\u200b自纠。\n');
  });

  it('makes a line break of what begins a line in Word and in old systems, and joins no lines by itself', () => {
    checkRule(
      invisibleCharacter,
      '（一）学习不深入。⟦\v⟧1.笔记少。⟦\u0085⟧2.读书少。\n',
      '（一）学习不深入。\n1.笔记少。\u00852.读书少。\n',
    );
    const text = '学习不深。\f作风不实。\n';
    const lintAgain = (other: string) => lint(parseSpeech(other));
    assert.equal(fixedText(text, lintAgain(text), lintAgain), text);
  });

  it('leaves emoji and no-break spaces between Latin words', () => {
    checkRule(invisibleCharacter, '一家 👨‍👩‍👧，约 5\u00a0km。\n');
  });
});

describe('heading-end-punctuation', () => {
  it('leaves the colon of what leads in to the points below', () => {
    checkRule(
      headingEndPunctuation,
      '一、查摆的问题\n\n（一）对照“带头增强党性”，主要存在以下问题：\n\n1.下村少，全年只去12次。\n\n2.标准低，方案3年没有改。\n',
    );
  });

  it('sees every bold line alike, with and without blank lines', () => {
    checkRule(
      headingEndPunctuation,
      '一、查摆的问题\n\n**1.理论武装不深入⟦。⟧**\n全年领学仅3次。\n**2.政治判断力不强⟦。⟧**\n处置滞后26小时。\n',
    );
  });
});

describe('unended-paragraph', () => {
  it('sees that the last words have no full stop', () => {
    checkRule(
      unendedParagraph,
      '（一）学得不深，没有系统读原著。\n\n以上是我的对照检查，敬请各位领导和同志们批评指⟦正⟧\n',
    );
  });

  it('lets lists run on', () => {
    checkRule(unendedParagraph, '（一）学得不深，没有系统读原著；\n\n（二）用得不够，没有结合工作实际。\n');
  });

  it('leaves titles, names and salutations', () => {
    checkRule(unendedParagraph, '# 关于作风，我想说的话。再说几句\n\n各位同志，上午好：\n');
  });
});

describe('doubled-word', () => {
  it('sees longer doubles and clauses', () => {
    checkRule(doubledWord, '有⟦的的⟧同志，二⟦是是⟧学得浅，请⟦各位各位⟧领导批评。\n');
    checkRule(doubledWord, '将落实落实到行动，筹备推进推进会。\n');
    checkRule(doubledWord, '一是是否到会，二是是非不分，凡是是党员的都来，无的的放矢。\n');
    checkRule(doubledWord, '三月⟦底底⟧前，每年⟦开展开展⟧检查。\n', '三月底前，每年开展开展检查。\n');
    checkRule(doubledWord, '没有⟦走进群众走进群众⟧当中。\n', '没有走进群众当中。\n');
    checkRule(doubledWord, '干部干部，干字当头。通报全体⟦干部干部⟧，没有下文。\n');
    checkRule(doubledWord, '⟦在在⟧学习上松，⟦我我⟧没有警醒。在在乎口碑上差一截，现在在学。\n');
    checkRule(doubledWord, '求稳怕乱，⟦怕得罪了人，怕得罪了人⟧，怕担责任。\n', '求稳怕乱，怕得罪了人，怕担责任。\n');
  });

  it('leaves what is said twice on purpose', () => {
    checkRule(doubledWord, '一个货位一个货位地对，一条线一条线铺开，研究研究，学习、学习、再学习，哈哈哈哈哈哈。\n');
  });
});

describe('confused-de', () => {
  it('leaves what a noun follows, and what one lacks or does', () => {
    const right = [
      '缺乏持之以恒的坚持，没有始终如一的坚持，缺少坚定不移的贯彻执行，靠的是不断的加强和改进。',
      '持之以恒的学习毅力，是不断的学习让人清醒，离不开不断的学习积累，切实的将心比心没有做到。',
      '不折不扣的执行者，不折不扣的执行力，原原本本的学习态度，在不断的学习中、不断的学习积累中提高。',
      '该抓的不紧，该落实的不及时。有积极的做，也有消极的拖。该做的不够实、应当学的不够深，管用的不到位。',
    ];
    for (const words of right) checkRule(confusedDe, `${words}\n`);
  });

  it('sees the object of a verb, and how well a thing is done', () => {
    checkRule(confusedDe, '没有认真⟦的⟧履行职责，不断⟦的⟧提高自己，坚定不移⟦的⟧贯彻党中央决策。\n');
    checkRule(confusedDe, '做⟦的⟧不到位，讲⟦的⟧不够透。\n', '做得不到位，讲的不够透。\n');
  });
});

describe('doubled-approximation', () => {
  it('drops the second word', () => {
    checkRule(doubledApproximation, '⟦约3公里左右⟧。\n', '约3公里。\n');
    checkRule(doubledApproximation, '⟦不少于半小时以上⟧，⟦不少于三条左右⟧。\n', '不少于半小时，不少于三条左右。\n');
    checkRule(doubledApproximation, '⟦近1,200余亩⟧撂荒。\n', '近1,200亩撂荒。\n');
    checkRule(doubledApproximation, '⟦将近一半以上⟧的人，⟦接近80%以上⟧。\n', '将近一半的人，接近80%以上。\n');
    checkRule(doubledApproximation, '至少1名副高以上职称，不少于20学时以上年为基数，10多人左右为难。\n');
    checkRule(doubledApproximation, '⟦约有20人左右⟧，⟦至少有5次以上⟧。\n', '约有20人，至少有5次以上。\n');
  });

  it('sees percentages', () => {
    checkRule(
      doubledApproximation,
      '⟦不低于95%以上⟧，⟦约占30%左右⟧，⟦超过80%以上⟧。\n',
      '不低于95%，约占30%左右，超过80%以上。\n',
    );
  });

  it('leaves words that begin with 上下 and 左右', () => {
    checkRule(doubledApproximation, '20多家上下游企业，约3公里左右岸堤防，80多人上下一致，至少2名科级以上干部。\n');
  });

  it('leaves one word and other meanings', () => {
    checkRule(
      doubledApproximation,
      '近20余年来，约30人，30人左右，不少于3天，每天8小时以上，超过一半的人在县以上单位工作，约请5位老师，不超过3次。\n',
    );
  });
});

describe('halfwidth-punctuation', () => {
  it('takes <…> for 书名号', () => {
    checkRule(
      halfwidthPunctuation,
      '读⟦<习近平谈治国理政>⟧时，1<2，<br>换行。\n',
      '读《习近平谈治国理政》时，1<2，<br>换行。\n',
    );
  });
});

it('full-width digits and letters are told, but not in marks of numbering', () => {
  checkRule(invisibleCharacter, '入党⟦２１⟧年，分管⟦ＯＡ⟧系统。\n', '入党21年，分管ＯＡ系统。\n');
  checkRule(invisibleCharacter, '１．学习。原著读得少。\n\n２．作风。下去得少。\n');
});
