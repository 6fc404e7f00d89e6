import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line tool as users get it: bundled, and run as a process in a folder of its own. */
export function commandLine() {
  // The temporary folder is a link on macOS and a short name on Windows; a process sees the real one.
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'fayan-cli-')));
  const script = join(folder, 'cli.cjs');
  return {
    folder,
    script,
    build: () =>
      build({
        entryPoints: ['server/src/cli/main.ts'],
        outfile: script,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        mainFields: ['module', 'main'],
        target: 'es2023',
        charset: 'utf8',
        logLevel: 'warning',
      }),
    /** In Chinese, unless another language is asked for. */
    run(args: readonly string[], input = '', language = 'C.UTF-8'): Ended {
      const env = { ...process.env, LC_ALL: language };
      return spawnSync(process.execPath, [script, ...args], { cwd: folder, input, env, encoding: 'utf8' });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const flawed =
  '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入,不够系统。\n\n（三）作风方面。不够扎实。\n';
export const mended =
  '# 对照检查材料\n\n一、存在的问题\n\n（一）学习方面。不够深入，不够系统。\n\n（二）作风方面。不够扎实。\n';
