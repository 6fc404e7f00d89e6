import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { commandLine, flawed } from './command.ts';

const esc = '\x1b';

describe('fayan check', function () {
  this.timeout(60_000);
  const tool = commandLine();
  const write = (name: string, text: string | Buffer) => {
    mkdirSync(join(tool.folder, name, '..'), { recursive: true });
    writeFileSync(join(tool.folder, name), text);
  };

  before(async () => {
    await tool.build();
    write('members/甲.md', flawed);
    write('members/乙.md', flawed.replace(',', '，').replace('（三）', '（二）'));
    write('members/README.md', '# 说明\n\n不是材料,不查。\n');
    write('broken/GBK.md', Buffer.from([0xb7, 0xa2, 0xd1, 0xd4]));
    write('broken/UTF-16.md', Buffer.from('\uFEFF发言', 'utf16le'));
    write('broken/图.md', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    write('broken/甲.md', flawed);
  });
  after(() => tool.remove());

  it('says file, place, severity, message and rule on a line', () => {
    const { stdout, status } = tool.run(['check', 'members/甲.md']);
    assert.match(stdout, /^members\/甲\.md:5:\d+ 警告 半角“,”应为全角“，” \(halfwidth-punctuation\)$/m);
    assert.match(stdout, /^查了 1 个文件：警告 \d+ 处/m);
    assert.equal(status, 1);
  });

  it('leaves out of a folder what is no speech, but checks a file that is named', () => {
    const files = (args: string[]) =>
      JSON.parse(tool.run(['check', ...args, '--format', 'json']).stdout).files.map(
        ({ file }: { file: string }) => file,
      );
    assert.deepEqual(files(['members']), ['members/乙.md', 'members/甲.md']);
    assert.deepEqual(files(['members/README.md']), ['members/README.md']);
  });

  it('takes a blank that is left for an error when a material is handed in', () => {
    write('draft.md', `${flawed}\n（四）理论学习方面。〔写明表现〕。\n`);
    const blanks = (...args: string[]) =>
      tool
        .run(['check', 'draft.md', ...args])
        .stdout.match(/\S+ \S+(?= .*\(leftover-placeholder\)$)/gm)
        ?.map((line) => line.split(' ')[1]);
    assert.deepEqual([blanks(), blanks('--hand-in')], [['信息'], ['错误']]);
    // A team may want to see less of them until then.
    write('mild.json', '{ "rules": { "leftover-placeholder": "hint" } }');
    const mild = ['--profile', 'mild.json'];
    assert.deepEqual([blanks(...mild), blanks(...mild, '--hand-in')], [['提示'], ['错误']]);
  });

  it('keeps the shape that programs read', () => {
    const { files } = JSON.parse(tool.run(['check', 'members/甲.md', '--format', 'json']).stdout);
    assert.deepEqual(Object.keys(files[0]), ['file', 'diagnostics']);
    assert.deepEqual(Object.keys(files[0].diagnostics[0]), [
      'code',
      'category',
      'severity',
      'message',
      'line',
      'col',
      'endLine',
      'endCol',
    ]);
  });

  it('fails on the severity that is asked for', () => {
    const status = (...args: string[]) => tool.run(['check', 'members/甲.md', ...args]).status;
    assert.deepEqual(
      [status('--fail-on', 'warning'), status('--fail-on', 'error'), status('--fail-on', 'never')],
      [1, 0, 0],
    );
  });

  it('tells of a bad file and checks the rest', () => {
    const { stdout, status } = tool.run(['check', 'broken', 'broken/没有.md', 'broken/图.md', '--format', 'json']);
    const { files } = JSON.parse(stdout) as { files: Array<{ file: string; error?: string; diagnostics: unknown[] }> };
    const told = files.map(
      ({ file, error, diagnostics }) => `${file} ${error ?? (diagnostics.length > 0 ? '有' : '无')}`,
    );
    assert.deepEqual(told, [
      'broken/GBK.md 不是 UTF-8 文本；若是 GBK（GB18030）编码，请先转成 UTF-8',
      'broken/UTF-16.md 是 UTF-16 编码，请先转成 UTF-8',
      'broken/图.md 不是文本文件，不检查',
      'broken/甲.md 有',
      'broken/没有.md 没有这个文件',
    ]);
    assert.equal(status, 2);
  });

  it('says the same with helpers as without', () => {
    for (let number = 0; number < 60; number += 1) write(`many/${number}.md`, flawed.replace('学习', `学习${number}`));
    const run = (workers: string) => tool.run(['check', 'many', '--format', 'ndjson', '--workers', workers]).stdout;
    const alone = run('1');
    assert.equal(alone.trim().split('\n').length, 60);
    assert.equal(run('3'), alone);
  });

  it('fixes files in place, keeps their mode, and reports what is left', () => {
    write('fix/甲.md', flawed);
    chmodSync(join(tool.folder, 'fix/甲.md'), 0o640);
    const { stdout } = tool.run(['check', '--fix', 'fix']);
    assert.doesNotMatch(stdout, /halfwidth/);
    assert.match(readFileSync(join(tool.folder, 'fix/甲.md'), 'utf8'), /不够深入，不够系统/);
    // Windows knows but one bit of it.
    if (process.platform !== 'win32') assert.equal(statSync(join(tool.folder, 'fix/甲.md')).mode & 0o777, 0o640);
  });

  it('leaves a file alone that is marked as not to be written', function () {
    // Nothing is forbidden to root.
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    write('定稿/甲.md', flawed);
    chmodSync(join(tool.folder, '定稿/甲.md'), 0o444);
    const { status, stdout } = tool.run(['check', '定稿/甲.md', '--fix']);
    assert.equal(status, 2);
    assert.match(stdout, /没有写成，原文没有动：没有写入的权限/);
    assert.equal(readFileSync(join(tool.folder, '定稿/甲.md'), 'utf8'), flawed);
  });

  it('reads a speech from standard input, and gives it back fixed', () => {
    assert.match(tool.run(['check', '--stdin', '甲.md'], flawed).stdout, /^甲\.md:5:/m);
    const fixed = tool.run(['check', '--stdin', '--fix'], flawed);
    assert.match(fixed.stdout, /^# 对照检查材料\n[\s\S]*不够深入，不够系统/);
    assert.match(fixed.stderr, /查了 1 个文件/);
  });

  it('compares a speech from standard input with last year’s', () => {
    const passage = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
    const speech = `# 对照检查材料\n\n一、存在的问题\n\n（一）为民服务方面。${passage}\n\n二、原因分析\n\n（一）宗旨意识不强。\n`;
    write('去年/旧.md', speech);
    write('去年/GBK.md', Buffer.from([0xb7, 0xa2, 0xd1, 0xd4]));
    const { stdout, status } = tool.run(['check', '--stdin', '今.md', '--last-year', '去年'], speech);
    assert.match(stdout, /^今\.md:5:\d+ \S+ 这个问题上年的“旧\.md”里提过/m);
    assert.match(stdout, /^去年\/GBK\.md.*不是 UTF-8 文本/m);
    assert.equal(status, 2);
  });

  it('refuses beside standard input what is about several files', () => {
    const refused = (...args: string[]) => {
      const { stdout, stderr, status } = tool.run(['check', '--stdin', ...args], flawed);
      assert.deepEqual([stdout, status], ['', 2]);
      return stderr.split('\n')[0];
    };
    assert.equal(refused('--similar'), '--stdin 只查一篇，不能配 --similar');
    assert.equal(refused('--files-from', '名单'), '--stdin 只查一篇，不能配 --files-from');
    assert.equal(refused('--shard', '1/2'), '--stdin 只查一篇，不能配 --shard');
    assert.equal(refused('--workers', '2'), '--stdin 只查一篇，不能配 --workers');
    assert.equal(refused('甲.md', '乙.md'), '--stdin 只查一篇，最多写一个名字');
  });

  it('takes the list of files from standard input', () => {
    const { stdout } = tool.run(
      ['check', '--files-from', '-', '--format', 'ndjson'],
      'members/甲.md\r\nmembers/乙.md\n',
    );
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).file),
      ['members/甲.md', 'members/乙.md'],
    );
  });

  it('cuts the work into shards that make up the whole', () => {
    const shard = (i: number) =>
      tool
        .run(['check', 'many', '--format', 'ndjson', '--shard', `${i}/3`])
        .stdout.trim()
        .split('\n');
    const all = [1, 2, 3].flatMap(shard).sort();
    assert.deepEqual(all, tool.run(['check', 'many', '--format', 'ndjson']).stdout.trim().split('\n').sort());
  });

  it('obeys the `.fayan` above a file, and `--profile` more', () => {
    write('team/.fayan/config.json', '{ "rules": { "halfwidth-punctuation": "off" } }');
    write('team/甲.md', flawed);
    write('strict.json', '{ "rules": { "halfwidth-punctuation": "error" } }');
    assert.doesNotMatch(tool.run(['check', 'team/甲.md']).stdout, /halfwidth/);
    assert.match(tool.run(['check', 'team/甲.md', '--profile', 'strict.json']).stdout, /错误 半角/);
    assert.match(tool.run(['check', 'team/甲.md', '--profile', '没有这种']).stderr, /没有“没有这种”这种类型；有 /);
  });

  it('takes any `config.json` after `--profile`, and says what is wrong in the file itself, once', () => {
    write('own.json', '{ "organisations": ["盐场"], "rule": {} }');
    write('kinds.json', '{\n  "profiles": [{ "name": "甲", "rates": 3 }]\n}');
    for (const name of ['salt/甲.md', 'salt/再/乙.md'])
      write(name, '# 领导班子对照检查材料\n\n一、存在的问题\n\n（一）学习不深。我盐场学习不够。\n');
    write('salt/.fayan/config.json', '{}');
    write('salt/再/.fayan/config.json', '{}');
    const run = (...args: string[]) => tool.run(['check', 'salt', ...args]);
    assert.match(run().stdout, /wrong-person/);
    const own = run('--profile', 'own.json');
    assert.doesNotMatch(own.stdout, /wrong-person/);
    assert.equal(own.stderr, 'own.json:1:28：不认识的属性“rule”，未采用\n');
    assert.equal(run('--profile', 'kinds.json').stderr, 'kinds.json:2:31：不认识的属性“rates”，未采用\n');
  });

  it('checks a file once, however it is named, and compares none with itself', () => {
    write(
      'twice/甲.md',
      flawed.replace('不够扎实', '调查研究少，走马观花，下基层次数不多，听取群众意见不够，抓落实一阵风，雷声大雨点小'),
    );
    symlinkSync(join(tool.folder, 'twice/甲.md'), join(tool.folder, 'twice/链接.md'));
    const names = ['twice', './twice/甲.md', join(tool.folder, 'twice/甲.md')];
    const checked = tool.run(['check', '--similar', '--last-year', 'twice', ...names, '--format', 'ndjson']).stdout;
    assert.equal(checked.match(/"file":"[^"]*"/g)?.join(), '"file":"twice/甲.md"');
    assert.doesNotMatch(checked, /copied-passage|last-year-problem/);
    assert.match(tool.run(['similar', ...names]).stdout, /^比较了 1 篇，/m);
    assert.match(tool.run(['similar', '--last-year', 'twice', ...names]).stdout, /^比较了 1 篇，/m);
  });

  it('counts the columns of the first line without a byte order mark, and keeps the mark', () => {
    const marked = '\uFEFF学习不深入,不系统。\n';
    write('marked.md', marked);
    assert.match(tool.run(['check', 'marked.md']).stdout, /^marked\.md:1:6 警告 半角“,”/m);
    assert.match(tool.run(['check', '--stdin'], marked).stdout, /^-:1:6 警告 半角“,”/m);
    const fixed = marked.replace(',', '，');
    assert.equal(tool.run(['check', '--stdin', '--fix'], marked).stdout, fixed);
    tool.run(['check', '--fix', 'marked.md']);
    assert.equal(readFileSync(join(tool.folder, 'marked.md'), 'utf8'), fixed);
  });

  it('takes a speech that does not state its kind for the one that `--profile` names', () => {
    write('chair/甲.md', '# 会议发言\n\n同志们，现在开会。\n\n一、存在的问题\n\n学习不深入。\n');
    const missing = (...args: string[]) =>
      tool.run(['check', 'chair/甲.md', ...args]).stdout.match(/ .+(?= \(missing-section\)$)/gm);
    assert.deepEqual(missing(), [' 信息 缺少“原因分析”部分', ' 信息 缺少“整改措施”部分']);
    assert.equal(missing('--profile', '主持词'), null);
  });

  it('writes CSV that a spreadsheet opens and does not run', () => {
    write('=1+1.md', flawed);
    const { stdout } = tool.run(['check', '=1+1.md', '--format', 'csv']);
    assert.match(stdout, /^\uFEFFfile,line,col,endLine,endCol,severity,code,category,message\r\n'=1\+1\.md,\d+,/);
    // A spreadsheet looks behind blanks, and takes full-width signs too.
    for (const name of [' =1.md', '＝1.md', '　＋1.md']) {
      write(name, flawed);
      assert.ok(tool.run(['check', name, '--format', 'csv']).stdout.includes(`\r\n'${name},`), name);
    }
  });

  it('writes Markdown tables', () => {
    const { stdout } = tool.run(['check', 'members', '--format', 'markdown']);
    assert.match(stdout, /^## members\/甲\.md\n\n\| 位置 \| 级别 \| 说明 \| 规则 \|$/m);
    assert.match(stdout, /^\| 5:\d+ \| 警告 \| 半角“,”应为全角“，” \| `halfwidth-punctuation` \|$/m);
  });

  it('writes SARIF that its schema accepts, bad files among it', () => {
    const { stdout } = tool.run(['check', 'broken', 'members', '--format', 'sarif']);
    const log = JSON.parse(stdout);
    assert.deepEqual(sarifErrors(log), []);
    const [run] = log.runs;
    assert.equal(run.invocations[0].toolExecutionNotifications.length, 3);
    const first = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'halfwidth-punctuation');
    assert.equal(run.tool.driver.rules[first.ruleIndex].id, 'halfwidth-punctuation');
    const { uri, uriBaseId } = first.locations[0].physicalLocation.artifactLocation;
    assert.equal(decodeURIComponent(uri), 'broken/甲.md');
    assert.ok(uriBaseId in run.originalUriBaseIds);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    for (const rule of run.tool.driver.rules) {
      assert.match(rule.helpUri, new RegExp(`#${rule.id}$`));
      assert.match(
        rule.help.markdown,
        new RegExp(`^\\*\\*${rule.shortDescription.text.replace(/[^\p{Script=Han}]/gu, '.')}`, 'u'),
      );
      assert.match(rule.properties['problem.severity'], /^(?:error|warning|recommendation)$/);
    }
    assert.equal(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '，');
  });

  // https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
  it('gives code scanning what it asks of a SARIF file, within its limits', () => {
    const log = JSON.parse(tool.run(['check', 'members', '--format', 'sarif']).stdout);
    assert.match(log.$schema, /sarif-2\.1\.0\.json$/);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    const [{ tool: used, results, language }] = log.runs;
    // Without it the messages would count as American English.
    assert.equal(language, 'zh-CN');
    assert.notEqual(results.length, 0);
    const ids = used.driver.rules.map(({ id }: { id: string }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { shortDescription, fullDescription, help, properties } of used.driver.rules) {
      for (const { text } of [shortDescription, fullDescription]) assert.match(text, /^.{1,1024}$/su);
      assert.ok(help.text && help.markdown);
      assert.ok(properties.tags.length <= 10);
      assert.match(properties.precision, /^(?:very-high|high|medium|low)$/);
    }
    for (const { ruleId, level, message, locations, partialFingerprints } of results) {
      assert.ok(ids.includes(ruleId));
      assert.match(level, /^(?:note|warning|error)$/);
      assert.ok(message.text && partialFingerprints.primaryLocationLineHash);
      assert.equal(locations.length, 1);
      const { artifactLocation, region } = locations[0].physicalLocation;
      // A path from the root of the repository, and a URI: upload-sarif warns of Chinese characters as they are.
      assert.match(artifactLocation.uri, /^(?!\/)(?:[\w.~!*'()/-]|%[0-9A-F]{2})+$/);
      assert.ok(region.startLine >= 1 && region.startColumn >= 1);
      assert.ok(region.endLine > region.startLine || region.endColumn > region.startColumn);
    }
  });

  it('gives findings in SARIF a fingerprint that stays when the text around them moves', () => {
    const prints = (name: string, text: string): Array<[string, string]> => {
      write(name, text);
      const { stdout } = tool.run(['check', name, '--format', 'sarif']);
      return JSON.parse(stdout).runs[0].results.map(
        ({ ruleId, partialFingerprints }: { ruleId: string; partialFingerprints: Record<string, string> }) => [
          ruleId,
          partialFingerprints.primaryLocationLineHash,
        ],
      );
    };
    const before = prints('prints/前.md', flawed);
    assert.equal(new Set(before.map(String)).size, before.length);
    for (const [, print] of before) assert.match(print, /^[0-9a-f]{16}:[12]$/);
    const after = prints('prints/后.md', flawed.replace('一、', '\n\n一、'));
    assert.deepEqual(after, before);
  });

  it('finds what members share, and what was said last year', () => {
    const passage = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
    const speech = (name: string, text: string) =>
      `# 对照检查材料\n\n某局 ${name}\n\n一、存在的问题\n\n（一）为民服务方面。${text}\n\n二、原因分析\n\n（一）宗旨意识不强。\n`;
    write('team2/甲.md', speech('甲某某', passage));
    write('team2/乙.md', speech('乙某某', passage.replace('两回', '三回')));
    write('old/旧.md', speech('乙某某', passage));
    const { stdout } = tool.run(['check', 'team2', '--similar', '--last-year', 'old']);
    assert.match(stdout, /甲\.md:7:\d+ 警告 与“乙\.md”雷同：\d+ 字(?:全部|中有 \d+ 字)相同 \(copied-passage\)/);
    assert.match(
      stdout,
      /乙\.md:7:\d+ \S+ 这个问题上年的“旧\.md”里提过，有 \d+ 字相同，请写明今年的新情况 \(last-year-problem\)/,
    );
  });

  it('takes last year’s folder for last year’s, below this year’s too', () => {
    const passage = '对群众提的停车难题只在会上议过两回，物业换了三家也没有到现场看过一次，最后是居民自己画的线。';
    const speech = `# 对照检查材料\n\n某局 乙某某\n\n一、存在的问题\n\n（一）为民服务方面。${passage}\n\n二、原因分析\n\n（一）宗旨意识不强。\n`;
    write('years/乙.md', speech);
    write('years/上年/旧.md', speech);
    const { stdout } = tool.run(['check', 'years', '--last-year', 'years/上年', '--fail-on', 'never']);
    assert.match(stdout, /这个问题上年的“旧\.md”里提过/);
    assert.doesNotMatch(stdout, /^years\/上年/m);
    assert.match(stdout, /^查了 1 个文件/m);
    assert.match(
      tool.run(['similar', 'years', '--last-year', './years/上年']).stdout,
      /乙\.md ↔ .*旧\.md|旧\.md ↔ .*乙\.md/,
    );
  });

  it('counts on a terminal, and never on the line of a finding', function () {
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0) this.skip();
    for (let number = 0; number < 60; number += 1) write(`terminal/${number}.md`, flawed);
    const line = `${process.execPath} ${tool.script} check terminal --fail-on never`;
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
      cwd: tool.folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1' },
    });
    assert.match(stdout, /已检查 \d+\/60/);
    const seen = stdout.split(/\r?\n/).map((words) => words.split(`\r${esc}[K`).at(-1));
    assert.deepEqual(
      seen.filter((words) => words?.includes('已检查')),
      [],
    );
    assert.match(seen.join('\n'), /^terminal\/0\.md:\d+:\d+ 警告 /m);
  });

  it('says so when no file looks like a speech', () => {
    write('notes/笔记.md', '今天下雨。\n');
    assert.equal(tool.run(['check', 'notes']).stdout, '没有找到像发言材料的文件；点名的文件一律检查\n');
  });

  it('complains of wrong use in one sentence', () => {
    assert.equal(tool.run(['check', '--wrong']).stderr, '没有 --wrong 这个选项\n用法见 fayan check --help\n');
    assert.match(tool.run(['check', 'members', '--shard', '4/3']).stderr, /^--shard 应写成 i\/n/);
    assert.match(tool.run(['check', 'members', '--format', 'xml']).stderr, /^--format 只能是 text、json、/);
    assert.match(tool.run(['nothing']).stderr, /^没有“nothing”这个命令。/);
    assert.match(tool.run(['check', '--help']).stdout, /^用法：fayan check/);
    assert.match(tool.run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('spreads over processes with GNU parallel as docs/batch.md says', function () {
    if (spawnSync('parallel', ['--version']).status !== 0) {
      console.log('      (GNU parallel is not installed)');
      this.skip();
    }
    const recipe = /```sh\n(find [\s\S]*?parallel [\s\S]*?)\n```/.exec(readFileSync('docs/batch.md', 'utf8'))?.[1];
    assert.ok(recipe);
    const line = recipe.replaceAll('fayan', `${process.execPath} ${tool.script}`).replaceAll('材料', 'many');
    spawnSync('bash', ['-c', line], { cwd: tool.folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    const merged = readFileSync(join(tool.folder, '结果.ndjson'), 'utf8').trim().split('\n').sort();
    assert.deepEqual(merged, tool.run(['check', 'many', '--format', 'ndjson']).stdout.trim().split('\n').sort());
  });
});

/** The published JSON schema of SARIF 2.1.0, with the validator of the package that brings it: it is of draft 4. */
function sarifErrors(log: unknown): unknown[] {
  const bring = createRequire(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));
  const Validator = bring('ajv');
  const validator = new Validator({
    schemaId: 'auto',
    validateSchema: false,
    allErrors: true,
    unknownFormats: 'ignore',
  });
  validator.addMetaSchema(bring('ajv/lib/refs/json-schema-draft-04.json'));
  validator.validate(bring('./lib/schemas/sarif-2.1.0-rtm.5.json'), log);
  return validator.errors ?? [];
}
