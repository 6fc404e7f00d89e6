// Prints the expressions that `new RegExp` makes when the server is loaded and reads the speeches, as [expression,
// caller][].
import { fixtures } from './speeches.ts';

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
  const { parseSpeech } = await import('../server/src/model/parse/parse.ts');
  const { defaultContext } = await import('../server/src/userData/defaultContext.ts');
  const { lint } = await import('../server/src/rules/lint.ts');
  const { ledgerOf } = await import('../server/src/render/ledger.ts');
  for (const { text } of fixtures()) {
    const speech = parseSpeech(text);
    lint(speech);
    ledgerOf(speech, defaultContext);
  }
  console.log(JSON.stringify([...made]));
}

void main();
