import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** A CommonJS file that has been run. */
export interface Compiled {
  readonly exports: unknown;
  /** Whether `stored` held its compiled code. */
  readonly wasStored: boolean;
  /** Writes the code that V8 has compiled by now to `stored`, if it can be written. Blocks for some 20 ms. */
  store(): void;
}

/**
 * Runs a file as `require` does, but with the code that V8 compiled earlier and `stored` holds, including the functions
 * called by then, so that nothing has to be compiled again. `key` must differ for every content of the file, because V8
 * itself checks only its version, its flags and the length of the source; code stored under another key, or damaged,
 * counts as missing. Where Node has no `crc32` (before 20.15) nothing is run and the result is undefined.
 */
export function runCompiled(file: string, stored: string, key: string): Compiled | undefined {
  if (!crc32) return undefined;
  const sumOf = (data: Uint8Array) => crc32(data, crc32(`${key} ${process.version} ${process.arch}`));
  const cachedData = read();
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = new Module(file);
  const require = createRequire(file);
  module.filename = file;
  // For chunks, which import from the main file.
  require.cache[file] = module;
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  module.loaded = true;
  return { exports: module.exports, wasStored: cachedData !== undefined && !script.cachedDataRejected, store };

  function read(): Buffer | undefined {
    try {
      const bytes = readFileSync(stored);
      const data = bytes.subarray(0, -sumBytes);
      return bytes.length > sumBytes && bytes.readUInt32LE(data.length) === sumOf(data) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  function store(): void {
    const data = script.createCachedData();
    const sum = Buffer.alloc(sumBytes);
    sum.writeUInt32LE(sumOf(data));
    const part = `${stored}.new`;
    try {
      mkdirSync(dirname(stored), { recursive: true });
      writeFileSync(part, Buffer.concat([data, sum]));
      renameSync(part, stored);
    } catch {
      try {
        rmSync(part);
      } catch {
        // There is none, or no way to be rid of it.
      }
    }
  }
}

const sumBytes = 4;
