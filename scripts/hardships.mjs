// npm run hardships [-- SCENE…]: the extension in a real workbench where things go wrong around it. By keys and clicks,
// as in smoke.mjs. As root on Linux without any network, but the one that a machine has with itself. Each step leaves a
// picture in .cache/hardships; to add one, add it to the list.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { which } from './host-browser.mjs';
import { installHost } from './host-install.mjs';
import { atEnd, main, Obstacle, startGroup, temporaryFolder, within } from './processes.mjs';
import { playScenes } from './scenes.mjs';
import { buildExtension, installDependencies, root } from './setup.mjs';
import { readWatch } from './watched.mjs';
import * as workbench from './workbench.mjs';

const pictures = join(root, '.cache/hardships');

/** In one workbench that shows the speech. Each throws, or says what it saw. */
const crashes = (speech) => ({
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

  'and comes back when it is restarted': async (page) => {
    await workbench.waitForMessage(page, 'keeps stopping', 'Restart');
    if (!(await within(30_000, async () => serverPid() && (await commas(page)) > 0))) throw new Error('no finding');
  },
});

/** In a workbench that asks the server for a number after Enter. */
const hanging = (speech) => ({
  'a server that hangs holds no key back, and puts none elsewhere when it answers': async (page) => {
    await workbench.waitForSquiggle(page);
    await workbench.press(page, 'Control+End');
    const counted = await workbench.standing(page);
    const lines = ['', '（三）会风方面。会多。', '文也多。', '', '（四）学风方面。', '（五）文风方面。', '长。'];
    const pid = serverPid();
    process.kill(pid, 'SIGSTOP');
    try {
      for (const line of lines) {
        await page.keyboard.press('Enter');
        await page.keyboard.type(line);
      }
      await workbench.see(page, '长。');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    if (!(await within(30_000, async () => (await workbench.standing(page)) !== counted)))
      throw new Error('the server does not answer any more');
    await workbench.press(page, 'Control+s');
    if (!(await within(10_000, () => readFileSync(speech, 'utf8').trimEnd().endsWith(lines.join('\n')))))
      throw new Error(`keys were lost or moved:\n${readFileSync(speech, 'utf8').slice(-300)}`);
    return `${lines.length} lines`;
  },
});

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

  'but none of its settings has another folder read, until it is trusted': async (page) => {
    // In the index at once, while the folder that the setting names would be.
    await listed(page, '另一人');
    const compared = async () => (await workbench.showProblems(page)).join(' | ').includes('去年的');
    if (await within(5000, compared)) throw new Error('the other folder was read');
    await workbench.runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).click();
    if (!(await within(30_000, compared))) throw new Error('the other folder is not read when the folder is trusted');
  },
};

/** Where the server keeps its compiled code, and the folders that are made for it. */
const compiled = /\/globalStorage(?:\/fayan\.fayan(?:\/compiled(?:\/server\.bin(?:\.new)?)?)?)?$/;

/** In a workbench without a network, whose processes strace watches into `log`. */
const alone = (log, folder) => ({
  'without a network everything works': async (page) => {
    await workbench.waitForSquiggle(page);
    await workbench.press(page, 'Control+End');
    await workbench.type(page, '\n\n还在写。');
    await workbench.press(page, 'Control+s');
    await workbench.runCommand(page, '发言: Preview');
    await workbench.webview(page).getByText('还在写').first().waitFor();
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.askCommand(page, '发言: Export to Word');
    return basename(await workbench.acceptFile(page));
  },

  'the server opens no socket and writes nothing but its compiled code, the extension writes into its storage and what was asked for':
    async (page) => {
      const data = workbench.dataOf(page);
      const index = () =>
        readWatch(log).some(({ writes }) => writes.some((path) => path.includes('/fayan.fayan/similar/')));
      if (!(await within(20_000, index))) throw new Error('the index was not stored, or strace saw nothing');
      const all = readWatch(log);
      const servers = all.filter(({ command }) => command.some((word) => word.endsWith('dist/node/start.js')));
      const hosts = all.filter(({ command }) => command.includes('--type=extensionHost'));
      if (servers.length === 0 || hosts.length === 0) throw new Error('no server or no extension host was seen');
      const wrong = [
        ...servers.flatMap(({ sockets, writes }) => [...sockets, ...writes.filter((path) => !compiled.test(path))]),
        ...hosts.flatMap(({ sockets }) => sockets.filter((socket) => !socket.includes('AF_UNIX'))),
        // What VS Code's server does itself is its own business.
        ...all
          .filter(({ command }) => !command.some((word) => word.endsWith('server-main.js')))
          .flatMap(({ command, writes }) =>
            writes
              .filter((path) => path.startsWith('/') && !expected(path))
              .map((path) => `${path} by ${command.join(' ').slice(0, 300)}`),
          ),
      ];
      if (wrong.length > 0) throw new Error([...new Set(wrong)].join(' | '));
      return `${servers.length} server, ${hosts.length} extension host, ${all.length} processes in all`;

      function expected(path) {
        if (path.startsWith(`${folder}/`)) return /\.(?:docx|docx\.\w+\.part|speech\.md)$/.test(path);
        return path.startsWith(`${data}/`) || path === data || path.startsWith('/dev/') || path.startsWith('/proc/');
      }
    },
});

/** In a workbench whose folder is on a disk that can be filled, and closed for writing. */
const full = (disk) => ({
  'a full disk keeps the file that was there, and the reason is said': async (page) => {
    await workbench.waitForSquiggle(page);
    const name = '在机关支部组织生活会上的剖析发言.docx';
    writeFileSync(join(disk, name), '旧');
    fill(disk);
    const said = await refused(page, /the disk is full/);
    if (readFileSync(join(disk, name), 'utf8') !== '旧') throw new Error('the old file is gone');
    const left = readdirSync(disk).filter((file) => file.endsWith('.part'));
    if (left.length > 0) throw new Error(`left behind: ${left}`);
    return said;
  },

  'what is typed while it is full can be saved when there is room': async (page) => {
    await workbench.focusEditor(page, '发言.speech.md');
    const before = readFileSync(join(disk, '发言.speech.md'), 'utf8');
    await workbench.press(page, 'Control+End');
    await page.keyboard.insertText(`\n\n${'盘满的时候写的。'.repeat(300)}`);
    await page.locator('.tab.dirty', { hasText: '发言.speech.md' }).waitFor();
    await workbench.press(page, 'Control+s');
    await workbench.waitForMessage(page, 'was not saved completely');
    await page.locator('.tab.dirty', { hasText: '发言.speech.md' }).waitFor();
    rmSync(join(disk, '满'));
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.runCommand(page, 'File: Save');
    const saved = () => readFileSync(join(disk, '发言.speech.md'), 'utf8');
    if (!(await within(10_000, () => saved().trimEnd().endsWith('盘满的时候写的。')))) throw new Error('not saved');
    return `${before.length} characters, then ${saved().length}`;
  },

  'a read-only folder is read as any other, and the reason is said': async (page) => {
    remount(disk, 'ro');
    const said = await refused(page, /read-only/);
    await workbench.press(page, 'Escape');
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.press(page, 'Control+End');
    await workbench.type(page, '\n\n只读,也能写。');
    if (!(await within(10_000, async () => (await commas(page)) > 0))) throw new Error('no finding');
    remount(disk, 'rw');
    return said;
  },
});

/** In two windows on one folder. */
const two = (folder, other) => ({
  'two windows agree on what the folder says': async (page) => {
    // Only by about then VS Code begins to watch the files: what it misses has to be found all the same.
    for (const window of [page, other]) await workbench.waitForSquiggle(window);
    mkdirSync(join(folder, '.fayan'));
    writeFileSync(join(folder, '.fayan/phrases.json'), phrases);
    for (const window of [page, other]) await listed(window, '到服务窗口轮值');
  },

  'what is saved in one is found in the other': async (page) => {
    await workbench.focusEditor(page, '发言.speech.md');
    await workbench.press(page, 'Control+End');
    await workbench.type(page, '\n\n两边,都看见。');
    await workbench.press(page, 'Control+s');
    await listed(other, '“,”');
  },

  'both compare with a speech that comes, each with an index of its own': async (page) => {
    cpSync(join(folder, '发言.speech.md'), join(folder, '另一人.speech.md'));
    for (const window of [page, other]) await listed(window, '另一人');
    rmSync(join(folder, '另一人.speech.md'));
    for (const window of [page, other])
      if (!(await within(30_000, async () => !(await workbench.showProblems(window)).join('').includes('另一人'))))
        throw new Error('what is gone is still compared with');
    const told = [...(await workbench.messages(page)), ...(await workbench.messages(other))];
    if (told.some((text) => /server|client|服务|索引|index/i.test(text))) throw new Error(told.join(' | '));
  },
});

const phrases = JSON.stringify([
  { phrase: '到服务窗口轮值', wrong: [{ text: '到服务窗口值班', to: '到服务窗口轮值' }] },
]);

const scenes = {
  crashes: async () => {
    const speech = copy('发言');
    return { page: await open(speech), steps: crashes(speech) };
  },
  restricted: async () => {
    const speech = copy('不信任');
    const folder = dirname(speech);
    const lastYear = join(folder, '../上年');
    for (const name of ['.fayan', '.vscode', '../上年']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, '.fayan/phrases.json'), phrases);
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'fayan.lastYearFolder': '../上年' }));
    for (const name of [join(folder, '另一人.speech.md'), join(lastYear, '去年的.speech.md')]) cpSync(speech, name);
    return { page: await open(speech, { restricted: true }), steps: restricted };
  },
  hanging: async () => {
    const speech = copy('卡住');
    return { page: await open(speech, { settings: { 'fayan.typing.numbering': true } }), steps: hanging(speech) };
  },
  windows: async () => {
    const speech = copy('两窗');
    const page = await open(speech);
    return { page, steps: two(dirname(speech), await open(speech, { beside: page })) };
  },
  alone: async () => {
    if (!process.env.FAYAN_CUT_OFF || !which('strace'))
      return console.log('Left out: what the processes open is watched with strace, without a network.');
    const log = join(temporaryFolder(), 'strace.log');
    const speech = copy('断网');
    return { page: await open(speech, { watch: log }), steps: alone(log, dirname(speech)) };
  },
  full: async () => {
    const folder = temporaryFolder();
    const disk = join(folder, '小盘');
    mkdirSync(disk);
    if (!can('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk))
      return console.log('Left out: a disk that fills up can be mounted only as root.');
    atEnd(() => spawnSync('umount', ['-l', disk]));
    return { page: await open(copy('小盘', folder)), steps: full(disk) };
  },
};

await main(async () => {
  if (process.platform !== 'linux') throw new Obstacle('The server is found and killed by /proc: only Linux has that.');
  if (!process.env.FAYAN_CUT_OFF) {
    await installDependencies();
    await installHost();
    await buildExtension();
    if (can('unshare', '-n', 'ip', 'link', 'set', 'lo', 'up')) return withoutNetwork();
    console.log('The network stays: it can be cut off (unshare -n, ip) only as root.');
  }
  const wanted = process.argv.slice(2);
  const asked = Object.entries(scenes).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const counts = await playScenes(Object.fromEntries(asked), pictures);
  console.log(`@@tests ${JSON.stringify(counts)}`);
  return counts.failed === 0 ? 0 : 1;
});

function open(file, options) {
  return workbench.openWorkbench({ file, development: root, ...options });
}

/** A copy of the workspace in a folder of this name; the speech in it. */
function copy(name, beside = temporaryFolder()) {
  const folder = join(beside, name);
  cpSync(join(root, 'test/host/workspace'), folder, { recursive: true });
  return join(folder, '发言.speech.md');
}

function can(command, ...args) {
  return spawnSync(command, args).status === 0;
}

/** This script again, in a machine that reaches none but itself. */
async function withoutNetwork() {
  const again = 'ip link set lo up && exec "$0" "$@"';
  const command = ['-n', 'sh', '-c', again, process.execPath, ...process.argv.slice(1)];
  const { exited } = startGroup('unshare', command, { stdio: 'inherit', env: { ...process.env, FAYAN_CUT_OFF: '1' } });
  return exited;
}

/** Leaves no room on a disk. */
function fill(disk) {
  try {
    writeFileSync(join(disk, '满'), Buffer.alloc(100_000));
  } catch {
    // It is full.
  }
}

function remount(disk, how) {
  execFileSync('mount', ['-o', `remount,${how}`, disk]);
}

/** Exports over the Word file that is there; what is said of it. */
async function refused(page, reason) {
  await workbench.focusEditor(page, '发言.speech.md');
  await workbench.askCommand(page, '发言: Export to Word');
  await workbench.takeProposed(page);
  await page
    .getByText(/already exists/)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const said = await workbench.waitForMessage(page, 'was not saved');
  if (!reason.test(said)) throw new Error(`not the reason: ${said}`);
  return said;
}

/** Waits until the problems name this. */
async function listed(page, text) {
  if (!(await within(30_000, async () => (await workbench.showProblems(page)).join(' | ').includes(text))))
    throw new Error(`no ${text} among ${await workbench.showProblems(page)}`);
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
    ([pid, , ...args]) => ours.has(pid) && args.some((arg) => arg.endsWith('dist/node/start.js')),
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
