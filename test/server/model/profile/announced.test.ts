import assert from 'node:assert/strict';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { announcedAspects, announcedNumber } from '../../../../server/src/model/profile/announced.ts';
import { mark, unmark } from '../../marked.ts';

/** Checks that a preamble announces exactly the marked aspects. */
function check(marked: string): void {
  it(marked, () => {
    const text = `# 对照检查材料\n\n${unmark(marked)}\n\n一、存在的问题\n`;
    const found = announcedAspects(parseSpeech(text)).map(({ span }) => span);
    assert.equal(mark(text, found), `# 对照检查材料\n\n${marked}\n\n一、存在的问题\n`);
  });
}

describe('announced aspects', () => {
  check('我重点对照⟦党性观念⟧、⟦纪律意识⟧、⟦工作作风⟧三个方面作了检查。');
  check('对照⟦严以修身⟧、⟦严以用权⟧、⟦做人要实⟧的要求，召开座谈会五次。');
  check('围绕⟦思想政治⟧、⟦精神状态⟧以及⟦意识形态⟧、⟦党风廉政⟧四个方面，报告如下。');
  check('围绕⟦理想信念⟧、⟦政治纪律和政治规矩⟧、⟦作风⟧三个方面，报告如下。');
  check('对照⟦感悟“两个确立”⟧、⟦心怀“国之大者”⟧、⟦增强斗争精神⟧“三个带头”要求，汇报如下。');
  check('对照⟦带头讲政治⟧，⟦带头学思想⟧，⟦带头抓落实⟧三个方面，我进行了检查。');
  check('对照⟦带头讲政治⟧，⟦带头学思想⟧，⟦带头抓落实⟧，以及⟦做好保密工作⟧、⟦执行民主集中制⟧五个方面，报告如下。');
  check('对照⟦带头讲政治⟧，⟦带头学思想⟧，⟦带头抓落实⟧，以及保密、财务、档案制度，报告如下。');
  check('围绕⟦讲政治、有担当⟧，⟦守纪律、讲规矩⟧，⟦改作风、办实事⟧三个方面，我走访村组、学校、企业征求意见。');
  check('紧扣“⟦讲政治、有担当⟧，⟦守纪律、讲规矩⟧，⟦改作风、办实事⟧”三个方面，报告如下。');
  check('围绕“三个带头”，即在⟦讲政治、有担当⟧，⟦守纪律、讲规矩⟧，⟦改作风、办实事⟧等三个方面，报告如下。');
  check('对照“三个带头”，即⟦带头讲“两个确立”⟧、⟦带头担当作为⟧、⟦带头为民服务⟧，报告如下。');
  check('我对照“三个带头”的要求作检查，三个带头是：⟦带头讲政治、有担当⟧，⟦带头守纪律、讲规矩⟧，⟦带头改作风、办实事⟧。');
  check('对照“四个带头”，即带头讲政治、带头担当作为、带头为民服务，报告如下。');
  check('对照⟦讲政治、有担当⟧；⟦守纪律、讲规矩⟧；以及⟦改作风、办实事⟧三个方面，报告如下。');
  check('围绕⟦讲政治、有担当⟧，⟦守纪律、讲规矩⟧，⟦改作风、办实事⟧，⟦敢斗争、防风险⟧以及⟦意识形态⟧等方面，报告如下。');
  check('围绕讲政治、有担当，走访村组、学校，听取干部、群众对守纪律、讲规矩，改作风、办实事等方面的意见。');
  check('围绕讲政治、有担当，守纪律、讲规矩等方面，报告如下。');
  check('围绕讲政治、有担当，走访村组、学校，守纪律、讲规矩，改作风、办实事三个方面，报告如下。');
  check('按照“四个对照”“四个找一找”的要求，⟦对照党章党规⟧，⟦对照群众期待⟧，⟦对照身边榜样⟧，班子开会检视如下。');
  check('从⟦对照党中央部署⟧、⟦对照党章党规⟧、⟦对照先进典型⟧三个方面检视。');

  check('对照学习、作风、纪律五个方面，报告如下。');
  check('按照“照镜子、正衣冠、洗洗澡、治治病”的总要求，认真查摆。');
  check('围绕高质量发展，走访工程师、调度员、值班员听取意见。');
  check('同局长、科长、股长谈心，向干部、群众、代表征求意见。');
  check('对照“五个带头”，报告如下。');

  it('a number in short', () => {
    const speech = parseSpeech('# 对照检查材料\n\n对照“五个带头”，报告如下。\n\n一、存在的问题\n');
    assert.equal(announcedNumber(speech)?.count, 5);
  });
});
