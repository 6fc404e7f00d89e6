import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const draft = `# 在民主生活会上的剖析发言

一、存在的问题

（一）理论学习方面。😀读得不够,学用脱节。

（三）联系群众方面。下基层少。

二、整改措施

（一）抓实理论学习。每月读一本书。
`;

/** Asks one thing after another and writes the answers down as JSON. */
const questions = `
local buffer = vim.api.nvim_get_current_buf()
local arrived = vim.wait(30000, function() return #vim.diagnostic.get(buffer) >= 2 end, 50)
local document = vim.lsp.util.make_text_document_params()
local function ask(method, params)
  params.textDocument = document
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local function at(line, character) return { line = line, character = character } end
local found = vim.diagnostic.get(buffer)
local out = {
  arrived = arrived,
  diagnostics = vim.tbl_map(function(one)
    local text = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return { code = one.code, text = text[1], message = one.message }
  end, found),
  symbols = ask('textDocument/documentSymbol', {}),
  actions = ask('textDocument/codeAction', {
    range = { start = at(6, 0), ['end'] = at(6, 3) },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, 6) },
  }),
  completion = ask('textDocument/completion', { position = at(6, 15) }),
}
-- What the writer sees after choosing the fix.
local client = vim.lsp.get_active_clients()[1]
vim.lsp.util.apply_workspace_edit(out.actions[1].edit, client.offset_encoding)
out.fixed = vim.api.nvim_buf_get_lines(buffer, 6, 7, true)[1]
out.left = vim.wait(30000, function() return #vim.diagnostic.get(buffer) < #found end, 50)
vim.fn.writefile({ vim.fn.json_encode(out) }, vim.env.FAYAN_ANSWERS)
vim.cmd('qall!')
`;

/** Neovim with nothing but the setup that docs/editors.md shows. */
describe('Neovim', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'fayan-neovim-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(function () {
    if (spawnSync('nvim', ['--version']).status === 0) return;
    // Continuous integration installs it where it can: there a missing program is a failure.
    assert.ok(!process.env.CI || process.platform !== 'linux', 'neovim is needed here');
    console.log('    Neovim is not installed: the setup of docs/editors.md is not tried in it.');
    this.skip();
  });

  it('gets diagnostics, symbols, code actions and completion by the setup in docs/editors.md', () => {
    const setup = /```lua\n(.*?)```/s.exec(readFileSync('docs/editors.md', 'utf8'))?.[1];
    assert.ok(setup, 'a setup in docs/editors.md');
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    chmodSync(file('fayan', `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/node/cli.cjs')}" "$@"\n`), 0o755);
    const speech = file('发言.speech.md', draft);
    const answers = join(folder, 'answers.json');
    const args = ['--headless', '--clean', '-c', `luafile ${file('init.lua', setup)}`, '-c', `edit ${speech}`];
    const { status, stderr } = spawnSync('nvim', [...args, '-c', `luafile ${file('ask.lua', questions)}`], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder, FAYAN_ANSWERS: answers },
      encoding: 'utf8',
      timeout: 110_000,
    });
    assert.equal(status, 0, stderr);
    const out = JSON.parse(readFileSync(answers, 'utf8'));
    assert.ok(out.arrived, 'diagnostics to arrive');
    const told = out.diagnostics.map(({ code, text }: { code: string; text: string }) => `${code}: ${text}`);
    assert.ok(told.includes('broken-numbering: （三）'), told.join(' | '));
    // Behind a character of two UTF-16 units.
    assert.ok(told.includes('halfwidth-punctuation: ,'), told.join(' | '));
    assert.deepEqual(
      out.symbols.map(({ name, children }: { name: string; children: unknown[] }) => `${name} ${children.length}`),
      ['一、存在的问题 2', '二、整改措施 1'],
    );
    assert.match(out.actions[0].title, /（二）/);
    assert.ok(out.completion.items.length > 0);
    assert.equal(out.fixed, '（二）联系群众方面。下基层少。');
    assert.ok(out.left, 'the diagnostic to go after the fix');
  });
});
