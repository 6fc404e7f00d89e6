// node scripts/look.mjs FILE OUT.png [STEP…]: a picture of the workbench with the extension
// under development and a file.
//
// Each step is a word, some with a value:
//   size=1280x800  scale=2  theme=NAME  set=SETTING=JSON  chinese    how the workbench is opened, wherever they stand
//   squiggle  problems  outline  fixes  suggest  hover[=TEXT]    show it, and wait until it is there
//   line=N[:COLUMN]  type=TEXT  press=KEYS  click=TEXT  run=COMMAND TITLE    do it
//   see=TEXT  webview=TEXT  shot=OTHER.png    wait for a text in the workbench or the webview; take one more picture
// Example: node scripts/look.mjs 发言.speech.md out.png theme="Default Light Modern" squiggle line=25:2 fixes
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { main, Obstacle, temporaryFolder } from './processes.mjs';
import { buildExtension, installDependencies, root } from './setup.mjs';
import * as workbench from './workbench.mjs';

const steps = {
  squiggle: workbench.waitForSquiggle,
  problems: workbench.showProblems,
  outline: workbench.showOutline,
  fixes: workbench.showQuickFixes,
  suggest: workbench.showSuggestions,
  hover: workbench.hover,
  line: (page, value) => workbench.goToLine(page, ...value.split(':')),
  type: workbench.type,
  press: workbench.press,
  click: workbench.click,
  run: workbench.runCommand,
  see: workbench.see,
  webview: (page, text) => workbench.webview(page).getByText(text).first().waitFor(),
  shot: picture,
};

await main(async () => {
  const [file, out, ...words] = process.argv.slice(2);
  if (!out) throw new Obstacle('Usage: node scripts/look.mjs FILE OUT.png [STEP…], see the head of the script.');
  const { options, todo } = read(words);
  await installDependencies();
  await buildExtension();
  const folder = join(temporaryFolder(), '发言');
  const copy = join(folder, basename(file));
  mkdirSync(folder);
  copyFileSync(file, copy);
  const page = await workbench.openWorkbench({ file: copy, development: root, ...options });
  try {
    for (const { name, value } of todo) {
      const seen = await steps[name](page, value);
      console.log(
        `${name}${value === undefined ? '' : ` ${value}`}${seen === undefined ? '' : `: ${JSON.stringify(seen)}`}`,
      );
    }
  } finally {
    await picture(page, out);
  }
});

/** The words apart: what the workbench is opened with, and what is to be done in it. */
function read(words) {
  const options = { settings: {} };
  const todo = [];
  for (const word of words) {
    const [, name, value] = /^([a-z]+)(?:=(.*))?$/s.exec(word) ?? [undefined, word];
    if (name === 'size') [options.width, options.height] = value.split('x').map(Number);
    else if (name === 'chinese') options.chinese = true;
    else if (name === 'scale') options.scale = Number(value);
    else if (name === 'theme') options.settings['workbench.colorTheme'] = value;
    else if (name === 'set')
      options.settings[value.slice(0, value.indexOf('='))] = JSON.parse(value.slice(value.indexOf('=') + 1));
    else if (name in steps) todo.push({ name, value });
    else throw new Obstacle(`There is no step “${name}”; the head of scripts/look.mjs lists them.`);
  }
  return { options, todo };
}

async function picture(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  await workbench.screenshot(page, path);
}
