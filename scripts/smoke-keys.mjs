// The round of the keys: everything that changes numbers, with `fayan.typing.numbering` on, in
// `test/host/workspace/发言.speech.md`.
import * as workbench from './workbench.mjs';

/** In this order. Each throws, or says what it saw. */
export const keys = {
  'offers to suggest while typing, once': async (page) => {
    await workbench.waitForSquiggle(page);
    await atEndOf(page, 9);
    await workbench.commit(page, '群众说话少');
    const offer = await workbench.waitForMessage(page, '要不要边写边提示', '打开');
    await workbench.press(page, 'Escape');
    return offer;
  },

  'makes marks full-width as they are typed': async (page) => {
    await atEndOf(page, 9);
    // The settings that were just agreed to are on their way.
    for (let tries = 0; tries < 20 && !(await shows(page, '群众说话少，')); tries += 1) {
      if (tries > 0) await workbench.press(page, 'Backspace');
      await workbench.type(page, ',');
      await page.waitForTimeout(300);
    }
    await workbench.see(page, '群众说话少，');
    await workbench.commit(page, '讲');
    await workbench.type(page, '"');
    await workbench.see(page, '讲“');
    await workbench.commit(page, '行话');
    await workbench.type(page, '"');
    await workbench.see(page, '讲“行话”');
    await workbench.commit(page, '多');
    await workbench.type(page, '.');
    await workbench.see(page, '群众说话少，讲“行话”多。');
  },

  'suggests without being asked': async (page) => {
    await workbench.commit(page, '不够');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '不够深入' }).first().waitFor();
  },

  'Enter takes the suggestion where one is shown': async (page) => {
    await workbench.press(page, 'Enter');
    await workbench.see(page, '〔事项〕不够深入。');
    await workbench.fillStops(page, ['下沉一线', 1]);
    await workbench.see(page, '下沉一线不够系统。');
    await workbench.press(page, 'Escape');
  },

  'Enter begins the next number': async (page) => {
    await slowly(page, 'Enter');
    await lineIs(page, 11, '（三）');
    await workbench.commit(page, '工作作风方面。会议多，实效少。');
  },

  'Enter on a number alone steps out, and the following move on': async (page) => {
    await slowly(page, 'Enter');
    await lineIs(page, 13, '（四）');
    await slowly(page, 'Enter');
    await lineIs(page, 13, '**二、**');
    await lineIs(page, 15, '**三、原因分析**');
  },

  'Tab goes down a level, Shift+Tab up again': async (page) => {
    await slowly(page, 'Tab');
    await lineIs(page, 13, '（四）');
    await lineIs(page, 15, '**二、原因分析**');
    await slowly(page, 'Shift+Tab');
    await lineIs(page, 13, '**二、**');
    await lineIs(page, 15, '**三、原因分析**');
  },

  'Tab counts even where the writer types on at once': async (page) => {
    await workbench.goToLine(page, 9);
    for (let right = 0; right < 5; right += 1) await workbench.press(page, 'ArrowRight');
    await slowly(page, 'Tab');
    await workbench.commit(page, '甲');
    await workbench.see(page, /1[.]联系甲群众方面/);
    for (let undo = 0; undo < 8 && !(await shows(page, '（二）联系群众')); undo += 1) await slowly(page, 'Control+z');
    await workbench.goToLine(page, 13, 10);
    await workbench.press(page, 'End');
  },

  'Enter at the outermost takes the number away': async (page) => {
    await slowly(page, 'Enter');
    await lineIs(page, 15, '**二、原因分析**');
  },

  'Enter is plain in lists and in the text': async (page) => {
    await workbench.type(page, '- ');
    await workbench.commit(page, '甲');
    await workbench.press(page, 'Enter');
    await workbench.commit(page, '乙');
    await workbench.press(page, 'Enter');
    await workbench.see(page, '- 甲');
    const lines = (await workbench.visibleText(page)).split('\n');
    if (!lines.includes('乙')) throw new Error(`no line of its own for 乙 in ${lines.join(' | ')}`);
    for (let undo = 0; undo < 12 && (await shows(page, '- 甲')); undo += 1) await workbench.press(page, 'Control+z');
    for (const key of ['Home', 'Shift+End', 'Delete']) await workbench.press(page, key);
    await lineIs(page, 13, '');
  },

  'changes no number under several cursors': async (page) => {
    const before = await marks(page);
    const text = await sortedLines(page);
    // Behind the mark: a 汉字 is two columns wide.
    await workbench.goToLine(page, 7, 11);
    for (let down = 0; down < 2; down += 1) await workbench.press(page, 'Shift+Alt+ArrowDown');
    for (const key of ['Tab', 'Enter']) await slowly(page, key);
    await workbench.commit(page, '甲');
    // What a single cursor would have set off has had its time.
    await page.waitForTimeout(1500);
    const after = await marks(page);
    await workbench.press(page, 'Escape');
    for (let undo = 0; undo < 8 && (await sortedLines(page)) !== text; undo += 1) await slowly(page, 'Control+z');
    if (after !== before) throw new Error(`${before} became ${after}`);
    return after;
  },

  'leaves the keys to the input method': async (page) => {
    await atEndOf(page, 11);
    await workbench.compose(page, 'shixiao');
    await workbench.see(page, 'shixiao');
    await workbench.commit(page, '时效也差。');
    await workbench.see(page, '会议多，实效少。时效也差。');
  },

  'moves a unit up and down with its body': async (page) => {
    await workbench.runCommand(page, '上移');
    await workbench.see(page, '（二）工作作风方面');
    await workbench.see(page, '（三）联系群众方面');
    await workbench.runCommand(page, '下移');
    await workbench.see(page, '（三）工作作风方面');
    await workbench.see(page, '（二）联系群众方面');
  },

  'lists the parts that can be inserted': async (page) => {
    await workbench.askCommand(page, '插入章节');
    await workbench.see(page, '插入哪一部分');
    return workbench.among(await workbench.listed(page), '未写');
  },

  'inserts one in its place with its number': async (page) => {
    await workbench.pick(page, '上年度整改措施落实情况');
    await workbench.see(page, '一、上年度整改措施落实情况');
    await workbench.see(page, '二、存在的问题');
    await workbench.see(page, '四、整改措施');
    await workbench.press(page, 'Control+z');
    await workbench.see(page, '一、存在的问题');
  },

  'renumbers all of it': async (page) => {
    await workbench.runCommand(page, '重排序号');
    await workbench.see(page, '（二）密切联系群众');
  },

  'makes the numbers alike': async (page) => {
    await replaceMark(page, '（二）密切联系群众', '(二)');
    await workbench.runCommand(page, '统一序号样式');
    await workbench.see(page, '（二）密切联系群众');
  },

  'expands the selection by heading, point, unit and section': async (page) => {
    await workbench.goToLine(page, 7, 15);
    const sizes = [];
    for (let step = 0; step < 8; step += 1) {
      await slowly(page, 'Shift+Alt+ArrowRight');
      await page.waitForTimeout(300);
      sizes.push(Number(/（?已选择 ?(\d+)|\((\d+) selected/.exec(await workbench.cursor(page))?.[1]));
    }
    if (sizes.some((size, index) => index > 0 && size < sizes[index - 1])) throw new Error(`shrinks: ${sizes}`);
    return sizes.join(' < ');
  },

  'inserts a snippet by its prefix': async (page) => {
    await workbench.press(page, 'Control+End');
    await workbench.press(page, 'Enter');
    await workbench.press(page, 'Enter');
    await workbench.askCommand(page, '插入片段');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench.type(page, 'zgcs');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '一条整改措施' }).waitFor();
    await workbench.press(page, 'Enter');
    await workbench.see(page, '〔可检验的结果〕');
    await workbench.press(page, 'Escape');
    await workbench.press(page, 'Escape');
    await workbench.press(page, 'Control+z');
    await workbench.press(page, 'Control+Home');
  },

  'folds a section': async (page) => {
    await workbench.goToLine(page, 5);
    await workbench.press(page, 'Control+Shift+BracketLeft');
    await page.getByText('联系群众方面').waitFor({ state: 'detached' });
    await workbench.press(page, 'Control+Shift+BracketRight');
    await workbench.see(page, '联系群众方面');
  },
};

/**
 * After a moment: what a key does depends on where the cursor is, and VS Code hears of that a
 * little later than it moves.
 */
async function slowly(page, keys) {
  await page.waitForTimeout(300);
  await workbench.press(page, keys);
}

async function atEndOf(page, line) {
  await workbench.goToLine(page, line);
  // Twice, for the line may be wrapped.
  await workbench.press(page, 'End');
  await workbench.press(page, 'End');
}

/** Waits until a line, counted from 1, is this text: by the number in the margin beside it. */
async function lineIs(page, line, text) {
  await page.waitForFunction(
    ([number, words]) => {
      const { document } = globalThis;
      const margin = [...document.querySelectorAll('.line-numbers')].find((one) => one.textContent === number);
      const top = margin?.getBoundingClientRect().top;
      const found = [...document.querySelectorAll('.view-line')].find(
        (one) => top !== undefined && Math.abs(one.getBoundingClientRect().top - top) < 4,
      );
      return found?.textContent.trim() === words;
    },
    [String(line), text],
  );
}

/** The page keeps its lines in the order in which they came up. */
async function sortedLines(page) {
  return (await workbench.visibleText(page)).split('\n').sort().join('\n');
}

/** The numbers that open a line, in no order. */
async function marks(page) {
  const found = (await workbench.visibleText(page)).match(/^[*\s]*(?:[一二三四五]、|（[一二三四五]）)/gm) ?? [];
  return found
    .map((mark) => mark.replaceAll(/[*\s]/g, ''))
    .sort()
    .join(' ');
}

async function shows(page, text) {
  return (await workbench.visibleText(page)).includes(text);
}

/** Writes another mark at the start of the line that shows this text. */
async function replaceMark(page, text, mark) {
  await page
    .locator('.view-line', { hasText: text })
    .last()
    .click({ position: { x: 2, y: 8 } });
  await workbench.press(page, 'Home');
  for (let typed = 0; typed < 3; typed += 1) await workbench.press(page, 'Delete');
  await workbench.commit(page, mark);
  await workbench.see(page, mark);
}
