import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { metricsOf } from '../../server/src/page/metrics.ts';
import type { PreviewAnswer, PreviewResult } from '../../server/src/protocol.ts';
import { changesBetween } from '../../server/src/render/changes.ts';
import { pageCss } from '../../server/src/render/pageCss.ts';
import { builtInStyles } from '../../server/src/userData/styleReader.ts';
import { fixture } from '../speeches.ts';
import { attacks } from './attacks.ts';
import { browserAtHand, inPreview, type Page, resultOf } from './inBrowser.ts';

/** The bundled script in a real browser, under the policy that VS Code gives it. */
describe('the preview in a browser', function () {
  this.timeout(180_000);
  let browser = '';
  before(function () {
    browser = browserAtHand() ?? '';
    if (browser === '') this.skip();
  });

  it('runs nothing of a malicious speech, loads nothing, and needs no policy to hold it back', () => {
    const results = attacks.flatMap((text) => (['pages', 'flow'] as const).map((view) => resultOf(text, view)));
    const finding = { from: 0, severity: 'warning', message: '<img src=x onerror=owned()>' } as const;
    const { seen, blocked, control, links } = inPreview(
      browser,
      results.map((result) => ({ ...result, findings: [finding] })),
      attackPage,
    );
    assert.deepEqual(seen, []);
    assert.deepEqual(blocked, []);
    for (const href of links) assert.match(href, /^(?:https?:|mailto:)/);
    // The same page with a hole in it: the hooks do see a handler, and the policy does stop it.
    assert.deepEqual(control, { violations: ['script-src-attr'], owned: false });
  });

  it('makes anew only the lines that an edit changed, and keeps the place of the reader', () => {
    const { text } = fixture(26);
    const at = text.indexOf('。', 900);
    const before = resultOf(text, 'pages');
    const after = resultOf(`${text.slice(0, at)}一${text.slice(at)}`, 'pages');
    const other = (lines: readonly string[], known: readonly string[]) =>
      lines.filter((one) => !known.includes(one)).length;
    const [mine, theirs] = [linesIn(before), linesIn(after)];
    for (const answer of [after, changesBetween(before, after)]) {
      const seen = inPreview(browser, { before, after: answer }, editPage);
      assert.equal(seen.made, other(theirs, mine));
      assert.ok(seen.made < 10 && theirs.length > 150, `${seen.made} of ${theirs.length} lines`);
      assert.equal(seen.scrolled, 3_000);
      assert.deepEqual(
        seen.lines,
        after.pages.flatMap(({ lines }) => lines.map(({ from, paragraph }) => `${paragraph} ${from}`)),
      );
      assert.deepEqual(seen.asked, ['ready']);
    }
  });

  it('moves nothing that stays in its place', () => {
    const { text } = fixture(26);
    const at = text.indexOf('，', 900);
    const typed = `${text.slice(0, at)}一${text.slice(at)}`;
    for (const [view, most] of [
      ['pages', 10],
      ['flow', 1],
    ] as const) {
      const seen = inPreview(browser, { before: resultOf(text, view), after: resultOf(typed, view) }, editPage);
      assert.ok(seen.made > 0 && seen.made <= most, `${view}: ${seen.made} made`);
      assert.deepEqual([seen.putIn, seen.takenOut], [seen.made, seen.made], view);
    }
  });

  it('keeps the buttons that zoom on one line, however narrow it is', () => {
    const tops = inPreview(browser, [150, 200, 250, 300], barPage);
    for (const [out, percent, more] of tops) {
      assert.equal(out, percent);
      assert.equal(percent, more);
    }
  });

  it('asks for everything when it is told what has changed in something else than it shows', () => {
    const before = resultOf('# 题\n\n甲。\n', 'pages');
    const after = resultOf('# 题\n\n甲。\n\n乙。\n', 'pages');
    const changes = { ...changesBetween(before, after), since: before.answer + 1 };
    const seen = inPreview(browser, { before, after: changes }, editPage);
    assert.deepEqual([seen.lines.length, seen.asked], [2, ['ready', 'ready']]);
  });

  it('tells the editor where it stands between two pages, and comes back to the place where it was', () => {
    const { text } = fixture(26);
    const { pages } = resultOf(text, 'pages');
    const third = pages[2]?.lines[0]?.from;
    assert.ok(third);
    const seen = inPreview(browser, { result: resultOf(text, 'pages'), third }, placePage);
    assert.deepEqual(seen, { told: third, kept: third, first: third });
  });

  it('is rehearsed with by keys: the unit that is read lit up, the clock going, the text moving at the rate', () => {
    const unit = (mark: string) => `（${mark}）甲。${'一是学得少。'.repeat(40)}`;
    const text = `# 题\n\n张三\n\n一、存在的问题\n\n${unit('一')}\n\n${unit('二')}\n\n${unit('三')}\n\n张三\n\n2024年1月5日\n`;
    const result = resultOf(text, 'reading');
    const { start, next, back, first, last, faster, later, left } = inPreview(browser, result, readingPage);
    assert.deepEqual(start, { lit: ['一、存在的问'], clock: '已讲 0:00　还需 3:04　每分钟 200 字' });
    assert.deepEqual(next, { lit: ['（二）甲。一'], clock: '已讲 0:00　还需 2:01　每分钟 200 字' });
    assert.deepEqual(back, { lit: ['（一）甲。一'], clock: '已讲 0:00　还需 3:02　每分钟 200 字' });
    assert.deepEqual(first, start);
    assert.deepEqual(last, { lit: ['（三）甲。一'], clock: '已讲 0:00　还需 0:00　每分钟 200 字' });
    assert.equal(faster.clock, '已讲 0:00　还需 2:53　每分钟 210 字');
    const [, said, rest] = /已讲 0:(\d\d)　还需 (\d:\d\d)/.exec(later.clock) ?? [];
    assert.ok(Number(said) >= 2 && rest !== '2:53' && later.moved > 0, JSON.stringify(later));
    assert.equal(left, 'pages');
  });

  it('stays at the paragraph that is read aloud, when the view is entered, left, and entered again', () => {
    const unit = (number: number) => `${number}.第${number}条。${'学得少。'.repeat(60)}`;
    const text = `# 题\n\n一、存在的问题\n\n${Array.from({ length: 20 }, (_, index) => unit(index + 1)).join('\n\n')}\n`;
    const results = Object.fromEntries(
      (['pages', 'flow', 'reading'] as const).map((view) => [view, resultOf(text, view)]),
    );
    const seen = inPreview(browser, results, enteredPage);
    assert.deepEqual(seen.top, {
      'pages, scrolled down': '学得少。学得',
      reading: '题 > 一、存在的问',
      // The line that is read stands a third from the top, as far as there is text above it.
      '↓×8': '7.第7条。 > 8.第8条。',
      flow: '8.第8条。',
      'flow, scrolled up': '题',
      'reading again': '7.第7条。 > 8.第8条。',
      pages: '8.第8条。',
    });
    assert.deepEqual(seen.told, ['pages, scrolled down', 'flow, scrolled up']);
  });

  it('asks for one frame at a time, however fast it is started and stopped', () => {
    assert.deepEqual(inPreview(browser, resultOf('# 题\n\n正文。\n', 'reading'), framesPage), [1, 0, 1, 1]);
  });

  it('is rehearsed with in the colours of the editor, and white wherever it stands for paper', () => {
    const text = '# 题\n\n正文。\n';
    const looks = (['pages', 'flow', 'reading'] as const).map((view) => {
      const look = inPreview(browser, { result: resultOf(text, view), view }, coloursPage);
      return [view, look] as const;
    });
    assert.deepEqual(Object.fromEntries(looks), {
      pages: 'rgb(0, 0, 0) on rgb(255, 255, 255)',
      flow: 'rgb(0, 0, 0) on rgb(255, 255, 255)',
      reading: 'rgb(204, 204, 204) on rgb(31, 31, 31)',
    });
  });

  it('is read in large type, however small that of the pages is', () => {
    const result = resultOf('# 题\n\n正文。\n', 'reading');
    const sizes = builtInStyles.map((style) => {
      const own = { ...result.style, css: pageCss(style), charPitch: metricsOf(style).charPitch };
      return [style.name, inPreview(browser, { ...result, style: own }, typePage)] as const;
    });
    assert.deepEqual(Object.fromEntries(sizes), { 公文: 22, 讲话稿: 31, 简洁: 22 });
  });

  it('sets a table as the Word file does: its head in 黑体 and centred, the cells in the middle of their row', () => {
    const table = '| 问题 | 措施 |\n|---|---|\n| 学习少 | 每月学<br>每季查 |\n';
    for (const view of ['pages', 'flow'] as const) {
      const { head, cell } = inPreview(browser, resultOf(table, view), tablePage);
      assert.deepEqual([head.font, head.align, head.weight], ['黑体', 'center', '400']);
      assert.equal(cell.font, '仿宋_GB2312');
      assert.ok(Math.abs(cell.above - cell.below) <= 1, JSON.stringify(cell));
    }
  });

  it('puts what is found beside its line: in the order of the text, each thing once, and nothing over another', () => {
    const bad = '（一）学习,少,记,得,少,,不"深"。'.repeat(3);
    const text = `# 题\n\n一、存在的各种各样的问题\n\n${`${bad}\n\n`.repeat(20)}`;
    const found = (result: PreviewResult) => ({
      ...result,
      // In the first line of each: a title of one 字 has no room for three.
      findings: result.paragraphs.slice(1).flatMap(({ start }) => [
        { from: start + 6, severity: 'warning' as const, message: '二' },
        { from: start + 1, severity: 'warning' as const, message: '一' },
        { from: start + 4, severity: 'warning' as const, message: '一' },
      ]),
    });
    const pages = inPreview(browser, found(resultOf(text, 'pages')), notesPage);
    assert.ok(pages.frames > 1, `${pages.frames} pages`);
    assert.deepEqual([...new Set(pages.notes)], ['一 ×2', '二']);
    assert.deepEqual(pages.overlaps, []);
    const flow = inPreview(browser, found(resultOf('# 题\n\n正文在此处。\n', 'flow')), notesPage);
    assert.deepEqual(flow.order, ['题', '正文在此处。', '一 ×2', '二']);
  });

  it('puts what is found behind a note where it stands, though the note is shown last', () => {
    const text = '---\n年度: 2024\n---\n# 题\n\n正文[^1]，又[^2]。\n\n[^1]: 出处。\n\n一、问题\n\n学得少。\n';
    const at = (words: string) => ({ from: text.indexOf(words), severity: 'warning', message: words }) as const;
    const findings = ['年度', '正文', '出处', '一、', '学得'].map(at);
    const flow = inPreview(browser, { ...resultOf(text, 'flow'), findings }, notesPage);
    assert.deepEqual(flow.order, [
      ...['题', '正文〔1〕，又〔2〕。', '正文', '一、问题', '一、', '学得少。', '学得'],
      ...['〔1〕出处。', '出处', '〔2〕'],
    ]);
    const pages = inPreview(browser, { ...resultOf(text, 'pages'), findings }, notesPage);
    assert.deepEqual([pages.notes, pages.overlaps], [['正文', '一、', '学得', '出处'], []]);
  });

  it('breaks a title between words, however narrow the view is', () => {
    const title = '县农业农村局领导班子2024年度民主生活会对照检查材料';
    const lines = inPreview(browser, resultOf(`# ${title}\n\n正文。\n`, 'flow'), titlePage);
    for (const line of lines)
      assert.match(line, /^(?:县|农业|农村|农业农村|局|领导班子|2024年度|民主生活会|对照检查材料|对照)+$/);
    assert.equal(lines.join(''), title);
    assert.ok(lines.length > 2, lines.join('|'));
  });

  it('says what it lacks, until that has been put away, here or in another preview', () => {
    const result = resultOf('# 题\n\n正文。\n', 'pages');
    const lacking = { ...result, style: { ...result.style, wanted: '我局', faces: [] } };
    const notice = '没有“我局”这个版式，现在按“公文”排。';
    const here = inPreview(browser, { result: lacking, read: '' }, noticePage);
    assert.deepEqual(here, { notice, shown: true, after: false, told: [notice] });
    const another = inPreview(browser, { result: lacking, read: notice }, noticePage);
    assert.equal(another.shown, false);
  });

  it('zooms pages and text each by itself, by steps that are seen, and by keys while reading aloud too', () => {
    const { pages, fitted, reading, larger, back } = inPreview(
      browser,
      resultOf('# 题\n\n正文。\n', 'pages'),
      zoomPage,
    );
    assert.deepEqual(pages, ['40%', '30%', '30%', '40%', '50%']);
    assert.notEqual(fitted, '50%');
    assert.deepEqual([reading, larger], ['100%', '110%']);
    assert.equal(back, fitted);
  });

  it('shows the pictures beside the speech, however their names are written, and no others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fayan-pictures-'));
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    try {
      mkdirSync(join(folder, '稿'));
      for (const name of ['图.png', '稿/图 一.png', '稿/满100%.png', '稿/二#.png'])
        writeFileSync(join(folder, name), dot);
      const names = ['图%20一.png', '<图 一.png>', '%E5%9B%BE%20%E4%B8%80.png', '满100%.png', '二#.png'];
      const others = ['../图.png', '%2E%2E/图.png', '..%2F图.png', '/图%20一.png', 'https://a.cn/图.png', '没有.png'];
      const text = `# 题\n\n${[...names, ...others].map((name) => `![](${name})`).join('\n\n')}\n`;
      const base = pathToFileURL(join(folder, '稿')).href;
      assert.deepEqual(inPreview(browser, { result: resultOf(text, 'flow'), base }, picturePage), {
        stale: 0,
        shown: ['图 一.png', '图 一.png', '图 一.png', '满100%.png', '二#.png'],
        described: ['../图', '../图', '../图', '/图 一', 'https://a.cn/图', '没有'].map(
          (name) => `〔图：${name}.png〕`,
        ),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  function linesIn({ pages }: PreviewResult): string[] {
    return pages.flatMap(({ lines }) => lines.map(({ html }) => html));
  }
});

// biome-ignore lint/suspicious/noExplicitAny: the types of a page clash with those of a worker.
type Dom = any;

/** Runs in the page: shows each result, clicks what there is, and tells what happened. */
async function attackPage(results: readonly PreviewResult[]) {
  const page = globalThis as unknown as Record<string, Dom>;
  const { document } = page;
  const seen: string[] = [];
  const blocked: string[] = [];
  const links = new Set<string>();
  let current = '';
  const owned = () => seen.push(`ran: ${current}`);
  for (const name of ['owned', 'alert', 'confirm', 'prompt', 'open', 'fetch', 'eval']) page[name] = owned;
  document.addEventListener('securitypolicyviolation', (event: Dom) =>
    blocked.push(`${event.effectiveDirective} ${event.blockedURI}: ${current}`),
  );
  page.acquireVsCodeApi = () => ({
    getState: () => page.state,
    setState: (state: unknown) => {
      page.state = state;
    },
    postMessage: (message: Dom) => {
      if (message.type === 'link') links.add(message.href);
    },
  });
  await new Promise((resolve) => page.addEventListener('load', resolve));
  const stage = document.getElementById('stage');
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (const result of results) {
    const view = result.pages.length > 0 ? 'pages' : 'flow';
    current = `${view} ${(result.pages[0]?.lines ?? result.paragraphs)
      .map(({ html }) => html)
      .join('')
      .slice(0, 300)}`;
    document.querySelector(`[data-do=${view}]`).click();
    document.querySelector('[data-do=findings][aria-pressed=false]')?.click();
    page.postMessage(
      {
        type: 'content',
        result,
        base: 'file:///nowhere',
        uri: `file:///${Math.random()}`,
      },
      '*',
    );
    await turn();
    if (stage.childElementCount === 0) seen.push(`nothing shown: ${current}`);
    for (const node of document.body.querySelectorAll('*')) {
      const tag = node.tagName.toLowerCase();
      if (
        !/^(?:div|span|b|i|s|p|h[1-6]|a|br|wbr|sup|table|tbody|tr|td|th|img|section|header|footer|main|button|script|template)$/.test(
          tag,
        )
      )
        seen.push(`<${tag}>: ${current}`);
      if (tag === 'script' && stage.contains(node)) seen.push(`script: ${current}`);
      for (const { name, value } of node.attributes) {
        if (/^on|^srcdoc$|^formaction$/.test(name)) seen.push(`${name}: ${current}`);
        if (
          /^(?:src|href)$/.test(name) &&
          !/^(?:https?:|mailto:)/.test(value) &&
          stage.contains(node) &&
          !/^file:\/\/\/nowhere\//.test(value)
        )
          seen.push(`${name}=${value}: ${current}`);
        if (name === 'src' && tag === 'img' && /^https?:|\.\.|%2F/i.test(value))
          seen.push(`${name}=${value}: ${current}`);
      }
    }
    for (const node of stage.querySelectorAll('a,img,button,.ln,[tabindex]')) {
      node.dispatchEvent(new page.MouseEvent('mouseover', { bubbles: true }));
      node.click();
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = { seen: [...seen], blocked: [...blocked] };
  stage.innerHTML = '<img src="file:///nowhere/x" onerror="owned()">';
  await new Promise((resolve) => setTimeout(resolve, 300));
  const violations = blocked.slice(before.blocked.length).map((one) => one.split(' ')[0]);
  return { ...before, links: [...links], control: { violations, owned: seen.length > before.seen.length } };
}

/**
 * Runs in the page: goes from view to view as the extension answers; says what stands at the top each time, and what is
 * read aloud in the view where something is, and after which steps the editor has been told to scroll.
 */
async function enteredPage(results: Readonly<Record<string, PreviewResult>>, { page, document, loaded, click }: Page) {
  const told = new Set<string>();
  const top: Record<string, string> = {};
  let step = '';
  const send = (message: Dom) => page.postMessage({ base: '', uri: 'file:///a.speech.md', at: 0, ...message }, '*');
  page.acquireVsCodeApi = () => ({
    getState: () => ({ zoom: 1 }),
    setState() {},
    postMessage({ type, state, offset }: Dom) {
      if (type === 'scroll') told.add(step);
      if (type !== 'ready' && type !== 'state') return;
      // The server takes its time, in which the page is seen as it is.
      setTimeout(() => {
        send({ type: 'content', result: results[state.view] });
        if (offset !== undefined) send({ type: 'scrollTo', offset });
      }, 400);
    },
  });
  await loaded();
  const stage = document.getElementById('stage');
  let scrolled = 0;
  const wait = (time: number) => {
    const start = page.performance.now();
    return new Promise<void>((resolve) => {
      const look = () => {
        // A browser without a window draws too seldom to send it.
        if (stage.scrollTop !== scrolled) stage.dispatchEvent(new page.Event('scroll'));
        scrolled = stage.scrollTop;
        if (page.performance.now() < start + time) setTimeout(look, 20);
        else resolve();
      };
      look();
    });
  };
  const after = async (name: string, act: () => void, time = 600) => {
    step = name;
    act();
    await wait(time);
    // The page leaves a little room above what it scrolls to.
    const edge = stage.getBoundingClientRect().top + 14;
    const pieces = [...stage.querySelectorAll('[data-at]')];
    const first = pieces.find((one: Dom) => one.getBoundingClientRect().bottom > edge);
    const lit = pieces.find((one: Dom) => one.classList.contains('lit'));
    const isReading = document.body.dataset.view === 'reading' && lit !== first;
    top[name] = [first, ...(isReading ? [lit] : [])].map(({ textContent }: Dom) => textContent.slice(0, 6)).join(' > ');
  };
  const press = (key: string) => stage.dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true }));
  const scroll = (to: number) => {
    stage.scrollTop = to;
  };
  await wait(1_000);
  told.clear();
  await after('pages, scrolled down', () => scroll(stage.scrollHeight * 0.85));
  await after('reading', () => click('reading'));
  await after('↓×8', () => Array.from({ length: 8 }, () => press('ArrowDown')));
  await after('flow', () => click('flow'));
  await after('flow, scrolled up', () => scroll(0));
  await after('reading again', () => click('reading'));
  await after('pages', () => press('Escape'));
  return { top, told: [...told] };
}

/** Runs in the page: makes the bar so wide, one after another; says how far down its buttons − and % and + stand. */
async function barPage(widths: number[], { document }: Page) {
  const bar = document.getElementById('bar');
  return widths.map((width) => {
    bar.style.width = `${width}px`;
    return ['out', 'fit', 'in'].map((what): number => {
      const { top, height } = bar.querySelector(`[data-do="${what}"]`).getBoundingClientRect();
      return Math.round(top + height / 2);
    });
  });
}

/**
 * Runs in the page: shows a speech, scrolls, shows it again with an edit, and counts the lines
 * that were not there before.
 */
async function editPage(
  { before, after }: { before: PreviewResult; after: PreviewAnswer },
  { page, document, loaded, show }: Page,
) {
  const asked: string[] = [];
  page.acquireVsCodeApi = () => ({ getState() {}, setState() {}, postMessage: ({ type }: Dom) => asked.push(type) });
  await loaded();
  if (before.pages.length === 0) document.querySelector('[data-do=flow]').click();
  await show(before);
  const stage = document.getElementById('stage');
  stage.scrollTop = 3_000;
  const pieces = () => [...document.querySelectorAll('.ln, .flow > [data-at]')];
  const known = new Set(pieces());
  const changes: Dom[] = [];
  new page.MutationObserver((records: Dom[]) => changes.push(...records)).observe(stage, {
    childList: true,
    subtree: true,
  });
  await show(after);
  const now = pieces();
  return {
    putIn: changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0),
    takenOut: changes.reduce((sum, { removedNodes }) => sum + removedNodes.length, 0),
    made: now.filter((one) => !known.has(one)).length,
    lines: now.map(({ dataset }: Dom) => `${dataset.paragraph} ${dataset.at}`),
    scrolled: stage.scrollTop,
    asked: asked.filter((type) => type !== 'scroll'),
  };
}

/**
 * Runs in the page: shows a speech at its third page, then scrolls to the gap above it; says where
 * the page thinks it stands.
 */
async function placePage({ result, third }: { result: PreviewResult; third: number }) {
  const page = globalThis as unknown as Record<string, Dom>;
  const { document } = page;
  let told: number | undefined;
  let kept: number | undefined;
  page.acquireVsCodeApi = () => ({
    getState: () => ({ zoom: 1 }),
    setState: ({ top }: Dom) => {
      kept = top;
    },
    postMessage: ({ type, offset }: Dom) => {
      if (type === 'scroll') told = offset;
    },
  });
  await new Promise((resolve) => page.addEventListener('load', resolve));
  // What was scrolled by the page itself is not told; its clock does not follow the timers here.
  const turn = async () => {
    const start = page.performance.now();
    while (page.performance.now() < start + 2_000) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  page.postMessage({ type: 'content', result, base: '', uri: 'file:///b.speech.md', at: third }, '*');
  await turn();
  const stage = document.getElementById('stage');
  const lines = [...document.querySelectorAll('.ln')];
  const top = stage.getBoundingClientRect().top;
  const first = Number(lines.find((one: Dom) => one.getBoundingClientRect().top >= top)?.dataset.at);
  stage.scrollTop += document.querySelectorAll('.sheet')[2].getBoundingClientRect().top - top - 8;
  // A browser without a window draws too seldom to send it.
  stage.dispatchEvent(new page.Event('scroll'));
  return { told, kept, first };
}

/**
 * Runs in the page: shows a speech; says which pictures can be seen, what stands for the others, and how many
 * still stand when a speech in another folder has the same ones.
 */
async function picturePage({ result, base }: { result: PreviewResult; base: string }) {
  const page = globalThis as unknown as Record<string, Dom>;
  const { document } = page;
  page.acquireVsCodeApi = () => ({ getState() {}, setState() {}, postMessage() {} });
  await new Promise((resolve) => page.addEventListener('load', resolve));
  document.querySelector('[data-do=flow]').click();
  const stage = document.getElementById('stage');
  page.postMessage({ type: 'content', result, base, uri: 'file:///a.speech.md' }, '*');
  for (let left = 200; left > 0; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const images = [...stage.querySelectorAll('img')];
    if (images.length > 0 && images.every(({ naturalWidth }: Dom) => naturalWidth > 0)) break;
  }
  const shown = [...stage.querySelectorAll('img')].filter(({ naturalWidth }: Dom) => naturalWidth > 0);
  const described = [...stage.querySelectorAll('[data-at]')].map(({ textContent }: Dom) => textContent);
  page.postMessage({ type: 'content', result, base: `${base}/另册`, uri: 'file:///b.speech.md' }, '*');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stale = [...stage.querySelectorAll('img')].filter(
    ({ src }: Dom) => !decodeURIComponent(src).includes('/另册/'),
  );
  return {
    stale: stale.length,
    shown: shown.map(({ src }: Dom) => decodeURIComponent(src.slice(base.length + 1))),
    described: described.filter((text: string) => text.startsWith('〔')),
  };
}

/** Runs in the page: shows a speech with its findings; says what stands beside the pages, or below the paragraphs. */
async function notesPage(result: PreviewResult, { document, loaded, show, click }: Page) {
  await loaded();
  if (result.pages.length === 0) click('flow');
  click('findings');
  await show(result);
  const notes = [...document.querySelectorAll('.frame .finding')];
  const boxes = notes.map((note: Dom) => note.getBoundingClientRect());
  const overlaps = boxes.slice(1).flatMap(({ top }: Dom, index: number) => {
    const { bottom } = boxes[index];
    return top < bottom ? [`${notes[index].textContent} ${bottom} > ${top}`] : [];
  });
  return {
    frames: document.querySelectorAll('.frame').length,
    notes: notes.map(({ textContent }: Dom) => textContent),
    overlaps,
    order: [...document.querySelectorAll('.flow > *')].map(({ textContent }: Dom) => textContent),
  };
}

/** Runs in the page: shows a title where there is room for a few words; says its lines. */
async function titlePage(result: PreviewResult, { document, loaded, show, click }: Page) {
  await loaded();
  click('flow');
  await show(result);
  document.querySelector('.flow').style.width = '320px';
  const lines: Array<{ top: number; text: string }> = [];
  const words = document.createTreeWalker(document.querySelector('h1'), 4);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      const one = document.createRange();
      one.setStart(node, at);
      one.setEnd(node, at + 1);
      const { top, bottom } = one.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && (top + bottom) / 2 - last.top < 8) last.text += node.data[at];
      else lines.push({ top: (top + bottom) / 2, text: node.data[at] });
    }
  }
  return lines.map(({ text }) => text);
}

/**
 * Runs in the page: shows a speech; says what the notice is, and whether it can be seen before
 * and after it is put away.
 */
async function noticePage(
  { result, read }: { result: PreviewResult; read: string },
  { page, document, loaded, show, click }: Page,
) {
  const told: string[] = [];
  page.acquireVsCodeApi = () => ({
    getState() {},
    setState() {},
    postMessage({ type, notice }: Dom) {
      if (type === 'read') told.push(notice);
    },
  });
  document.body.dataset.read = read;
  await loaded();
  await show(result);
  const box = document.getElementById('notice');
  const shown = !box.hidden;
  click('read');
  return { notice: document.getElementById('noticeText').textContent, shown, after: !box.hidden, told };
}

/** Runs in the page: shows a speech to be read aloud; says how large its type is, in points. */
async function typePage(result: PreviewResult, { page, document, loaded, show, click }: Page) {
  await loaded();
  click('reading');
  await show(result);
  const flow = document.querySelector('.flow');
  const points = Number.parseFloat(page.getComputedStyle(flow).fontSize) * 0.75;
  return Math.round(points * Number(flow.style.zoom));
}

/** Runs in the page: shows a view in a dark theme; says in which colours its words stand. */
async function coloursPage(
  { result, view }: { result: PreviewResult; view: string },
  { page, document, loaded, show, click }: Page,
): Promise<string> {
  await loaded();
  document.documentElement.style.setProperty('--vscode-editor-background', '#1f1f1f');
  document.documentElement.style.setProperty('--vscode-editor-foreground', '#cccccc');
  click(view);
  await show(result);
  const words = document.querySelector('.r-text');
  let behind = words;
  while (page.getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
  return `${page.getComputedStyle(words).color} on ${page.getComputedStyle(behind).backgroundColor}`;
}

/** Runs in the page: zooms; says what the button between − and + shows each time. */
async function zoomPage(result: PreviewResult, { page, document, loaded, show, click }: Page) {
  page.acquireVsCodeApi = () => ({ getState: () => ({ zoom: 0.5 }), setState() {}, postMessage() {} });
  await loaded();
  await show(result);
  const after = (what: string) => {
    click(what);
    return document.getElementById('percent').textContent;
  };
  const pages = ['out', 'out', 'out', 'in', 'in'].map(after);
  const fitted = after('fit');
  const reading = after('reading');
  page.dispatchEvent(new page.KeyboardEvent('keydown', { key: '+', ctrlKey: true }));
  const larger = document.getElementById('percent').textContent;
  return { pages, fitted, reading, larger, back: after('pages') };
}

/** Runs in the page: shows a table; says how its first heading and the shorter cell below are set, in pixels. */
async function tablePage(result: PreviewResult, { page, document, loaded, show, click }: Page) {
  await loaded();
  const isFlow = result.pages.length === 0;
  if (isFlow) click('flow');
  await show(result);
  const [head, cell] = (isFlow ? ['th', 'td'] : ['.th .td', '.tr:not(.th) .td']).map((one) =>
    document.querySelector(one),
  );
  const fontOf = (node: Dom) => page.getComputedStyle(node).fontFamily.split(',')[0].replaceAll('"', '');
  const { textAlign, fontWeight } = page.getComputedStyle(head);
  const words = document.createRange();
  words.selectNodeContents(cell);
  const [inner, outer] = [words.getBoundingClientRect(), cell.getBoundingClientRect()];
  return {
    head: { font: fontOf(head), align: textAlign, weight: fontWeight },
    cell: { font: fontOf(cell), above: inner.top - outer.top, below: outer.bottom - inner.bottom },
  };
}

/** How many frames are to come after space has been pressed once, and again and again before the first of them. */
async function framesPage(result: PreviewResult) {
  const page = globalThis as unknown as Record<string, Dom>;
  const { document } = page;
  page.acquireVsCodeApi = () => ({ getState() {}, setState() {}, postMessage() {} });
  await new Promise((resolve) => page.addEventListener('load', resolve));
  const stage = document.getElementById('stage');
  document.querySelector('[data-do=reading]').click();
  page.postMessage({ type: 'content', result, base: '', uri: 'file:///a.speech.md' }, '*');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const frames = new Map<number, (time: number) => void>();
  let last = 0;
  page.requestAnimationFrame = (draw: (time: number) => void) => {
    last += 1;
    frames.set(last, draw);
    return last;
  };
  page.cancelAnimationFrame = (frame: number) => frames.delete(frame);
  const now = page.performance.now();
  const draw = () => {
    const asked = [...frames.values()];
    frames.clear();
    for (const one of asked) one(now);
  };
  const after = (...steps: Array<() => void>) => {
    for (const step of steps) step();
    return frames.size;
  };
  const press = () => stage.dispatchEvent(new page.KeyboardEvent('keydown', { key: ' ', bubbles: true }));
  return [after(press), after(press, draw), after(press, press, press), after(draw)];
}

/**
 * Runs in the page: shows a speech to be read aloud and presses keys; says what is lit up, the clock, and
 * how far the text has moved.
 */
async function readingPage(result: PreviewResult, { page, document, loaded, show, click }: Page) {
  await loaded();
  const stage = document.getElementById('stage');
  const press = (key: string) => stage.dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true }));
  const seen = () => ({
    lit: [...stage.querySelectorAll('.lit')].map(({ textContent }: Dom) => textContent.slice(0, 6)),
    clock: document.getElementById('clock').textContent,
  });
  click('reading');
  await show(result);
  const start = seen();
  const after = (...keys: string[]) => {
    for (const key of keys) press(key);
    return seen();
  };
  const next = after('ArrowDown', 'ArrowDown');
  const back = after('ArrowUp');
  const first = after('ArrowUp', 'ArrowUp');
  const last = after('End');
  after('Home', 'ArrowDown');
  press('+');
  const faster = seen();
  const top = stage.scrollTop;
  // A browser without a window draws too seldom: here are frames a tenth of a second apart.
  let now = page.performance.now();
  page.requestAnimationFrame = (draw: (time: number) => void) =>
    setTimeout(() => {
      now += 100;
      draw(now);
    });
  press(' ');
  while (now < page.performance.now() + 3_000) await new Promise((resolve) => setTimeout(resolve));
  const later = { ...seen(), moved: stage.scrollTop - top };
  press('Escape');
  return { start, next, back, first, last, faster, later, left: document.body.dataset.view };
}
