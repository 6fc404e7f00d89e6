// npm run first-rule [-- --here]: does what CONTRIBUTING.md says under “A first rule”, word for word, in a fresh clone.
// With `--here` in a copy of what stands here now, with the packages that are installed already.
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, main, Obstacle, temporaryFolder } from './processes.mjs';
import { cloneSources, copySources } from './sources.mjs';

await main(async () => {
  const here = process.argv.includes('--here');
  const folder = join(temporaryFolder(), 'fayan');
  // From this folder rather than from the address in the text, so that what is tried is what stands here.
  (here ? copySources : cloneSources)(folder);
  const done = here ? /^(git clone|cd|npm ci)\b/ : /^(git clone|cd)\b/;
  await announce('A first rule', async () => {
    for (const step of steps(folder)) follow(step, folder, done);
  });
});

/** A `ts` block is the file, a `diff` block a change to the file, whose path the step names first. */
function steps(folder) {
  const text = readFileSync(join(folder, 'CONTRIBUTING.md'), 'utf8');
  const [section = ''] = /^## A first rule[\s\S]*?(?=^## )/m.exec(text) ?? [];
  const found = [...section.matchAll(/^\d\. (.*)\n\n {3}```(\w+)\n([\s\S]*?)^ {3}```$/gm)];
  if (found.length === 0) throw new Obstacle('CONTRIBUTING.md shows no step of a first rule.');
  return found.map(([, prose, language, block]) => ({
    path: join(folder, /`([^`]*\/[^`]*)`/.exec(prose)?.[1] ?? ''),
    language,
    block: block.replace(/^ {3}/gm, ''),
  }));
}

function follow({ path, language, block }, folder, done) {
  if (language === 'ts') writeFileSync(path, block);
  else if (language === 'diff') writeFileSync(path, patched(readFileSync(path, 'utf8'), block, path));
  else if (language === 'sh') for (const line of block.trim().split('\n')) if (!done.test(line)) run(line, folder);
}

function run(command, cwd) {
  try {
    execSync(command, { cwd, stdio: 'pipe', encoding: 'utf8' });
  } catch ({ stdout, stderr }) {
    throw new Obstacle(`“${command}” fails:\n${stdout}${stderr}`);
  }
}

/** The text with the added lines of each hunk behind the lines that it shows before them, which stand there once. */
function patched(text, diff, path) {
  for (const hunk of diff.split('@@\n')) {
    const before = hunk.match(/(?<=^ ).*\n/gm)?.join('') ?? '';
    const added = hunk.match(/(?<=^\+).*\n/gm)?.join('') ?? '';
    const pieces = text.split(before);
    if (pieces.length !== 2) throw new Obstacle(`${path} has ${pieces.length - 1} places that read\n${before}`);
    text = pieces.join(before + added);
  }
  return text;
}
