// Copies of this project to try something in.
import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

/** What a clone does not have; see .gitignore. */
const notSources = new Set(['.git', 'node_modules', 'dist', '.vscode-host', '.vscode-test', '.cache']);

/** What is committed, as `git clone` gives it to everybody. */
export function cloneSources(folder) {
  execFileSync('git', ['clone', '--quiet', pathToFileURL(root).href, folder], { stdio: 'inherit' });
}

/** What stands here now, committed or not, with the packages that are installed here. */
export function copySources(folder) {
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !notSources.has(relative(root, path)) && !path.endsWith('.vsix'),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
