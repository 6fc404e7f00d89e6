// The newcomer's round: from an empty folder to a speech that the report calls ready, by keys alone,
// with VS Code's own settings.
import * as workbench from './workbench.mjs';

/** In this order. Each throws, or says what it saw. */
export const newcomer = {
  'is led by the walkthrough, which asks for a speech where it needs one': async (page) => {
    await workbench.askCommand(page, '欢迎: 打开演练');
    await workbench.pick(page, '用“发言”写一篇剖析发言');
    await workbench.click(page, '交稿前看体检报告');
    await workbench.click(page, '打开体检报告');
    const said = await workbench.waitForMessage(page, '先打开一篇发言材料');
    await workbench.runCommand(page, '查看: 关闭编辑器');
    return said;
  },

  'is among the new files': async (page) => {
    await askForNewFile(page);
    const files = workbench.among(await workbench.listed(page), '新建发言稿');
    await workbench.press(page, 'Escape');
    return files;
  },

  'asks what kind of speech it is to be': async (page) => {
    await workbench.askCommand(page, '新建发言稿');
    await workbench.see(page, '新建发言稿（1/3）');
    return workbench.among(await workbench.listed(page), '民主生活会上本人宣读的剖析发言');
  },

  'asks for the year': async (page) => {
    await workbench.pick(page, '剖析发言');
    await workbench.see(page, '新建发言稿（2/3）');
    return workbench.among(await workbench.listed(page), '2025');
  },

  'asks who speaks': async (page) => {
    await workbench.pick(page, '2025');
    await workbench.see(page, '新建发言稿（3/3）');
    return workbench.among(await workbench.listed(page), '班子成员');
  },

  'opens the whole outline, at its first blank': async (page) => {
    await workbench.pick(page, '班子成员');
    await page.locator('.tab.active', { hasText: '剖析发言.speech.md' }).waitFor();
    await workbench.see(page, '带头强化政治忠诚、提高政治能力方面');
    await page.locator('[id="status.editor.selection"]', { hasText: /已选择 ?4/ }).waitFor();
  },

  'warns of nothing that is only to be filled in': async (page) => {
    await page.locator('[id="status.problems"]', { hasText: /^\D*0\D+0\D+[1-9]\d*\D*$/ }).waitFor();
  },

  'leads through the blanks of the beginning': async (page) => {
    await workbench.fillStops(page, ['某县发改局', 0, '副局长', '陈立', '2026年1月12日']);
    await workbench.fillStops(page, ['县委', '党的二十届四中全会精神', '23', '16']);
    await workbench.fillStops(page, ['6', '9', '8', '项目前期会商机制', '每季度复盘一次，由办公室通报结果']);
    await workbench.fillStops(page, ['学习党的创新理论']);
    // The next blank is a choice, and shows what there is to choose.
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '系统' }).waitFor();
  },

  'leads through 问题': async (page) => {
    await workbench.fillStops(page, [1, '领学全会精神时，有三次拿了通稿念，没有结合项目审批讲']);
    await workbench.fillStops(page, ['谋划项目', 0, '去年申报的12个项目里，有5个因为前期手续不全被退回']);
    await workbench.fillStops(page, ['锤炼党性', 2, '去年的党课讲稿有两篇从网上拼接，自己没有改']);
    await workbench.fillStops(page, ['参加双重组织生活', 1, '去年支部主题党日缺席3次，都是用开会挡掉的']);
    await workbench.fillStops(page, ['听取群众意见', 1, '两个搬迁安置点一年只去了一次，排水问题拖了四个月']);
    await workbench.fillStops(page, ['遵守请示报告规定', 0, '有一次外出调研没有事先报备，事后才补手续']);
    await workbench.fillStops(page, ['破解审批难题', 0, '企业反映的多头报送问题，去年只开过一次协调会']);
    await workbench.fillStops(page, ['推进重点工程', 2, '水库加固工程的可研批复晚了两个月，我没有到现场协调']);
    await workbench.fillStops(page, ['管理下属干部', 1, '分管科室有一名同志多次迟到，我没有找本人谈']);
    await workbench.fillStops(page, ['廉政提醒', 0, '分管领域廉政谈话去年只做了一轮，谈的内容千篇一律']);
  },

  'leads through the case and the causes': async (page) => {
    await workbench.fillStops(page, [
      '县里通报的两起插手项目招标的案件',
      '从收一次礼到以权谋私的蜕变',
      '碍于情面的苗头',
    ]);
    await workbench.fillStops(page, [0, '满足于看文件、听传达，没有把理论当作看家本领', '学习不系统', 0]);
    await workbench.fillStops(page, [0, '坐在办公室听汇报多，换位思考少', '群众诉求', 0]);
    await workbench.fillStops(page, [0, '总觉得小节无碍，放松了自我约束', '请示报告不及时', 0]);
  },

  'counts no measure that is only blanks': async (page) => {
    await workbench.see(page, '整改 0/5');
  },

  'leads through 整改, to the end': async (page) => {
    const fill = (...stops) => workbench.fillStops(page, stops);
    await fill('强化理论武装', '学以致用', 0, 0, '结合项目领学', '1', '3', '逐项复核12个申报项目的前期手续', '我');
    await fill('退回件数比去年减少一半', '强化党性锤炼', '严格自律', 0, 0, '参加支部主题党日', '1', '4');
    await fill('自己动手重写两篇党课讲稿', '我', '支部考勤表和党员评议', '强化群众观念', '解决急难愁盼', 1, 0);
    await fill('到两个搬迁安置点接访', '1', '6', '解决排水问题，外出调研一律事先报备', '我', '群众回访满意');
    await fill('强化担当作为', '破解审批难题', 2, 1, '召开企业多头报送协调会', '1', '5', '到水库加固工程现场办公');
    await fill('我', '可研批复按期办结', '强化管党治党', '从严管理', 0, 1, '开展分管领域廉政谈话', '1', '2');
    await fill('与迟到同志本人谈话', '我', '谈话记录和考勤情况');
    await workbench.waitForCounts(page, 0, 0);
    await workbench.see(page, '整改 5/5');
  },

  'completes the next point by Ctrl+Space': async (page) => {
    await workbench.goToLine(page, 21);
    await workbench.press(page, 'End');
    await workbench.press(page, 'End');
    const offered = workbench.among(await workbench.showSuggestions(page), '三是');
    await workbench.press(page, 'Enter');
    await workbench.see(page, '被退回。三是');
    return offered;
  },

  'completes what may be said of a subject': async (page) => {
    await workbench.commit(page, '领学理论');
    const offered = workbench.among(await workbench.showSuggestions(page), '不够深入');
    const wanted = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: '不够深入' });
    for (let down = 0; down < 12 && (await wanted.count()) === 0; down += 1) await workbench.press(page, 'ArrowDown');
    await workbench.press(page, 'Enter');
    await workbench.see(page, '三是领学理论不够深入。');
    await workbench.fillStops(page, [1]);
    await workbench.see(page, '三是领学理论不够系统。');
    return offered;
  },

  'completes by pinyin initials': async (page) => {
    await workbench.commit(page, '对');
    await workbench.type(page, 'sgys');
    const offered = workbench.among(await workbench.showSuggestions(page), '“四个意识”');
    await workbench.press(page, 'Enter');
    await workbench.see(page, '对“四个意识”');
    return offered;
  },

  'completes by 汉字': async (page) => {
    await workbench.commit(page, '和两个');
    const offered = workbench.among(await workbench.showSuggestions(page), '“两个维护”');
    await workbench.press(page, 'ArrowDown');
    await workbench.press(page, 'Enter');
    await workbench.see(page, '和“两个维护”');
    return offered;
  },

  'flags what is typed wrongly': async (page) => {
    // A comma of the wrong width, and a wrong 帐.
    await workbench.commit(page, '只会背条目,说不清怎样落到审批上，整改台帐也没有跟上。');
    await page.locator('.view-line', { hasText: '没有跟上' }).waitFor();
    await workbench.waitForCounts(page, 1, 1);
    await workbench.press(page, 'F8');
    await page.locator('.marker-widget', { hasText: 'misworded-phrase' }).waitFor();
  },

  'mends it by F8 and Ctrl+.': async (page) => {
    const titles = await workbench.showQuickFixes(page);
    await workbench.press(page, 'Enter');
    await workbench.see(page, '整改台账');
    await workbench.press(page, 'F8');
    await page.locator('.marker-widget', { hasText: 'halfwidth-punctuation' }).waitFor();
    titles.push(...(await workbench.showQuickFixes(page)));
    await workbench.press(page, 'Enter');
    await workbench.see(page, '只会背条目，说不清');
    await workbench.press(page, 'Escape');
    await workbench.waitForCounts(page, 0, 0);
    return titles.join(' | ');
  },

  'saves under a name of its own': async (page) => {
    await workbench.press(page, 'Control+s');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '剖析发言.speech.md' }).waitFor();
    await page.locator('.tab.active:not(.dirty)', { hasText: '剖析发言.speech.md' }).waitFor();
  },

  'is ready, says the report': async (page) => {
    await workbench.runCommand(page, '体检报告');
    const verdict = workbench.webview(page).locator('.verdict');
    await verdict.filter({ hasText: '可以交了' }).waitFor();
    return verdict.innerText();
  },
};

/**
 * VS Code's command fails as long as what it needs is not there, which VS Code makes in idle moments after the start.
 */
async function askForNewFile(page) {
  for (let tries = 0; tries < 5; tries += 1) {
    await workbench.askCommand(page, '新建文件...');
    const listed = page.getByText('新建发言稿').first();
    const failed = page.getByText('导致错误').first();
    await listed.or(failed).first().waitFor();
    if (!(await failed.isVisible())) return;
    await workbench.press(page, 'Escape');
    await page.waitForTimeout(3000);
  }
  throw new Error('新建文件 keeps failing');
}
