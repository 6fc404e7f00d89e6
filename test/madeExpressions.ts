// Prints the expressions that `new RegExp` makes when the server is loaded and reads the speeches, as [expression, caller][].
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const speeches = join(__dirname, 'speeches');
const made = new Map<string, string>();
const Original = RegExp;
globalThis.RegExp = new Proxy(Original, {
  construct(target, args, newTarget) {
    const expression: RegExp = Reflect.construct(target, args, newTarget);
    const place = /server[\\/]src[\\/]([^:]+)/.exec(new Error().stack ?? '')?.[1];
    if (place) made.set(String(expression), place);
    return expression;
  },
});

async function main(): Promise<void> {
  const { parseSpeech } = await import('../server/src/model/parse.ts');
  const { defaultContext } = await import('../server/src/model/context.ts');
  const { lint } = await import('../server/src/rules/lint.ts');
  const { ledgerOf } = await import('../server/src/render/ledger.ts');
  for (const name of readdirSync(speeches)) {
    if (!name.endsWith('.md')) continue;
    const speech = parseSpeech(readFileSync(join(speeches, name), 'utf8'));
    lint(speech);
    ledgerOf(speech, defaultContext);
  }
  console.log(JSON.stringify([...made]));
}

void main();
