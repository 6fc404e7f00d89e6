// Scenes that are played in a real workbench, step by step; each step leaves a picture.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './setup.mjs';
import * as workbench from './workbench.mjs';

/**
 * Plays the scenes in turn and resolves to how many of their steps passed and failed. A scene opens a workbench of its
 * own and resolves to its page and the steps to take in it, or to nothing when it has to be left out. One that fails is
 * played once more from the start, for a busy machine drops a key now and then: both are shown, the second one counts,
 * and a scene that passes only then is counted as `flaky`.
 */
export async function playScenes(scenes, pictures) {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const total = { passed: 0, failed: 0, flaky: 0 };
  for (const [name, scene] of Object.entries(scenes)) {
    let counts = await play(name);
    if (counts.failed > 0) {
      console.log('Once more, from the start:');
      counts = await play(`${name}-again`);
      if (counts.failed === 0) {
        total.flaky += 1;
        console.log(`FLAKY ${name}: it failed at first, and passed when played once more.`);
      }
    }
    total.passed += counts.passed;
    total.failed += counts.failed;

    async function play(title) {
      console.log(`\n== ${title}`);
      let opened;
      try {
        opened = await scene();
      } catch (error) {
        console.log(`FAIL the workbench does not open: ${error.message}`);
        return { passed: 0, failed: 1 };
      }
      if (!opened) return { passed: 0, failed: 0 };
      const { page, steps } = opened;
      try {
        return await take(steps, page, (number) => join(pictures, `${title}-${number}.png`));
      } finally {
        await workbench.close(page);
      }
    }
  }
  return total;
}

/** Each step throws, or says what it saw. It builds on those before, so the first failure is the last. */
async function take(steps, page, pictureOf) {
  let passed = 0;
  for (const [name, step] of Object.entries(steps)) {
    let failure;
    const seen = await step(page).catch((error) => {
      failure = error;
    });
    const picture = pictureOf(String(passed + 1).padStart(2, '0'));
    await workbench.screenshot(page, picture).catch((error) => {
      failure ??= error;
    });
    if (failure) {
      console.log(`FAIL ${name}: ${failure.message} (see ${relative(root, picture)})`);
      return { passed, failed: 1 };
    }
    passed += 1;
    console.log(`ok   ${name}${seen ? `: ${seen}` : ''}`);
  }
  return { passed, failed: 0 };
}
