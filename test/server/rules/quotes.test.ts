import { mismatchedQuotes } from '../../../server/src/rules/mismatched-quotes.ts';
import { straightQuotes } from '../../../server/src/rules/straight-quotes.ts';
import { checkRule } from '../marked.ts';

describe('straight-quotes', () => {
  it('turns all pairs of a paragraph in one fix', () => {
    checkRule(straightQuotes, '增强⟦"四个意识"⟧，坚定"四个自信"。\n', '增强“四个意识”，坚定“四个自信”。\n');
  });

  it('turns single marks, inner ones to inner ones', () => {
    checkRule(straightQuotes, '增强⟦\'四个意识\'⟧，坚定"四个自信"。\n', '增强“四个意识”，坚定“四个自信”。\n');
    checkRule(straightQuotes, "他说：“落实⟦'一岗双责'⟧。”\n", '他说：“落实‘一岗双责’。”\n');
    checkRule(straightQuotes, "歌名是 Don't Cry，学生's 笔记，5'10\" 高，rock 'n' roll。\n");
  });

  it('says one thing per paragraph', () => {
    checkRule(straightQuotes, '⟦"甲"⟧是"乙"。\n\n⟦"丙"⟧是"丁"。\n');
  });

  it('leaves Latin strings, inches and code alone', () => {
    checkRule(straightQuotes, '写成 "dark" 或 `"亮"`，屏幕 15" 宽，另有 24" 的。\n');
  });

  it('leaves marks that do not pair off to the writer', () => {
    checkRule(straightQuotes, '增强"四个意识，坚定四个自信。\n');
  });
});

describe('mismatched-quotes', () => {
  it('sees a quotation through soft line breaks', () => {
    checkRule(mismatchedQuotes, '他说：“先修路，\n再修桥。”\n');
  });

  it('allows a quotation of several paragraphs', () => {
    checkRule(mismatchedQuotes, '“第一天，下雨。\n\n“第二天，放晴。”\n');
    checkRule(mismatchedQuotes, '“第一天，下雨。\n\n“第二天，放晴。”\n\n大家笑了。\n');
    checkRule(mismatchedQuotes, '“第一天，下雨。\n\n第二天，放晴。”\n');
    checkRule(mismatchedQuotes, '“第一天，下雨。\n\n“测‘多测合一’，放晴。”\n\n推进⟦‘多测合一’⟧改革。\n');
  });

  it('wants the “ that begins a paragraph closed, but for the last paragraph, which may be written on', () => {
    checkRule(mismatchedQuotes, '⟦“⟧第一天，下雨。\n\n第二天，放晴。\n');
    checkRule(mismatchedQuotes, '“第一天，下雨。\n\n⟦“⟧第二天，放晴。\n\n大家笑了。\n');
    checkRule(mismatchedQuotes, '第一天，下雨。\n\n“第二天，放晴。\n');
  });

  it('allows a quotation that closes some paragraphs later', () => {
    checkRule(mismatchedQuotes, '他说：“第一，要下村。\n\n第二，要入户。\n\n第三，要记账。”\n');
    checkRule(mismatchedQuotes, '他说：“要下村。\n\n“不然，群众凭啥信你？”\n\n我没有说话。\n');
    checkRule(mismatchedQuotes, '他说：⟦“⟧要下村。\n\n“一岗双责”落实不力。\n');
    checkRule(mismatchedQuotes, '他说：⟦“⟧第一，要下村。\n\n第二，要入户。\n');
  });

  it('turns reversed marks round', () => {
    checkRule(mismatchedQuotes, '编制⟦”⟧十五五“规划，落实”一岗双责“。\n', '编制“十五五”规划，落实“一岗双责”。\n');
  });

  it('turns round one pair among others that are right', () => {
    checkRule(
      mismatchedQuotes,
      '他念过那句话：⟦”⟧有时去治愈，总是去安慰“，如今“安慰”最先丢了。\n',
      '他念过那句话：“有时去治愈，总是去安慰”，如今“安慰”最先丢了。\n',
    );
    checkRule(mismatchedQuotes, '落实一岗双责⟦”⟧，对⟦“⟧两个责任认识不足，“三会一课”不严。\n');
  });

  it('completes a pair of a curly and a straight mark', () => {
    checkRule(mismatchedQuotes, '落实“一岗双责⟦"⟧。\n', '落实“一岗双责”。\n');
  });

  it('wants “ ” outside, but for what runs through paragraphs', () => {
    checkRule(mismatchedQuotes, '推进⟦‘多测合一’⟧改革。\n', '推进“多测合一”改革。\n');
    checkRule(mismatchedQuotes, '他说：“先看‘多测合一’怎么推。”写‘don’t’的。\n');
    checkRule(mismatchedQuotes, '他说：“第一，要下村。\n\n第二，推进‘多测合一’改革。\n\n第三，要记账。”\n');
  });

  it('closes what surely ends: a known term, the words of somebody, a short quotation', () => {
    checkRule(mismatchedQuotes, '落实⟦“⟧三会一课制度不严，抓得不紧。\n', '落实“三会一课”制度不严，抓得不紧。\n');
    checkRule(mismatchedQuotes, '老支书问：⟦“⟧水从哪里来？\n', '老支书问：“水从哪里来？”\n');
    checkRule(
      mismatchedQuotes,
      '习惯于“我说你听”，不习惯于⟦“⟧你说我记。\n',
      '习惯于“我说你听”，不习惯于“你说我记”。\n',
    );
  });

  it('knows the apostrophe', () => {
    checkRule(mismatchedQuotes, '他唱的是“don’t worry”这一首。\n');
  });
});
