// The round of a 党员: a whole speech for an 组织生活会, from an empty folder, in a light workbench.
import * as workbench from './workbench.mjs';

/** In this order. Each throws, or says what it saw. */
export const member = {
  'asks for kind, year and speaker': async (page) => {
    await workbench.askCommand(page, '新建发言稿');
    await workbench.pick(page, '组织生活会党员');
    await workbench.see(page, '新建发言稿（2/3）');
    await workbench.pick(page, '创新理论、党性修养');
    await workbench.see(page, '新建发言稿（3/3）');
    await workbench.pick(page, '普通党员');
    await page.locator('.tab.active', { hasText: '组织生活会党员.speech.md' }).waitFor();
    await workbench.see(page, '（六）廉洁自律方面');
    await page.locator('[id="status.editor.selection"]', { hasText: /已选择 ?6/ }).waitFor();
  },

  'leads through the beginning and 问题': async (page) => {
    const fill = (...stops) => workbench.fillStops(page, stops);
    await fill('镇财政所党支部', 0, '镇财政所出纳岗位', '周敏', '2025年2月20日');
    await fill('党的二十届三中全会精神', '账要算给群众听');
    await fill('学习原文', 0, '去年发的读本翻了不到一半，测试前一晚才突击背题，错了四道');
    await fill('参加组织生活', 3, '8月的主题党日赶上月末结账，请了假，事后没有补课');
    await fill('解释惠农政策', 0, '3月有位老人来问补贴为什么少了，说的是系统里就这样，没有把算法讲清楚');
    await fill('带新同志', 3, '新来的同事第一次做决算，两次问到门口，都让人家先看说明书');
    await fill('核对报销单据', 1, '6月有一张差旅单的天数多写一天，到复核才退回来');
    await fill('抵制人情', 0, '有熟人托先拨一笔款，手续不全也没有当面回绝，拖了两天');
  },

  'leads through the causes and 整改': async (page) => {
    const fill = (...stops) => workbench.fillStops(page, stops);
    await fill(0, '总觉得出纳靠手上的功夫，理论学不学一个样', '读本翻不完、党日补不上', 0);
    await fill(0, '坐在窗口里久了，眼里只有单子', '对老人、对新同事都少了耐心', 0);
    await fill(0, '把人情看得比规矩重一点点', '单据松、回绝软', 0);
    await fill('强化理论学习', 0, '读原著做笔记', '4', '3', '补齐去年落下的读本', '笔记本和测试成绩');
    await fill('强化党性锻炼', 0, '参加主题党日', '1', '3', '补上8月落下的党课', '支部考勤');
    await fill('改进窗口服务', 0, '到村里讲惠农补贴的算法', '1', '4', '写出一张补贴算法明白纸', '群众问得明白');
    await fill('做好传帮带', 0, '陪新同事做月结', '1', '6', '把决算步骤写成清单', '新同事独立完成决算');
    await fill('严把单据关', 0, '自查报销单据', '1', '3', '列出差旅单核对要点', '复核退单为零');
    await fill('守住廉洁底线', 2, '向支部报告人情请托', '1', '3', '公示拨款手续', '没有一笔手续不全的拨款');
    await workbench.waitForCounts(page, 0, 0);
    await workbench.see(page, '整改 6/6');
  },

  'warns of nothing while a sentence is being written': async (page) => {
    await workbench.goToLine(page, 18);
    await workbench.press(page, 'End');
    await workbench.press(page, 'End');
    await workbench.commit(page, '再如，9月支部');
    await page.locator('.view-line', { hasText: '9月支部' }).waitFor();
    await page.waitForTimeout(1000);
    await workbench.waitForCounts(page, 0, 0);
    await workbench.commit(page, '组织分组讨论，我只念了一段摘抄。');
  },

  'tells in the status bar how long each part is, beside what is usual': async (page) => {
    await page.locator('[id$="fayan.profile"]').hover();
    const tooltip = page.locator('.monaco-hover:not(.hidden)', { hasText: '这类材料一般' });
    await tooltip.waitFor();
    return (await tooltip.innerText()).replaceAll(/\s+/g, ' ').trim();
  },

  'is ready, says the report': async (page) => {
    await page.mouse.move(600, 300);
    await page.locator('[id$="fayan.profile"] a').click();
    const verdict = workbench.webview(page).locator('.verdict');
    await verdict.filter({ hasText: '可以交了' }).waitFor();
    return verdict.innerText();
  },
};
