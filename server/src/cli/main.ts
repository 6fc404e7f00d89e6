import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultContext } from '../model/context.ts';
import { parseSpeech } from '../model/parse.ts';
import { lint } from '../rules/lint.ts';
import { outlineJson } from './outlineJson.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'text' } },
});
const [verb, ...files] = positionals;
if (verb === 'outline') {
  for (const file of files)
    console.log(JSON.stringify(outlineJson(parseSpeech(readFileSync(file, 'utf8')), defaultContext), null, 1));
} else if (verb === 'check') {
  console.log(
    JSON.stringify({
      files: files.map((file) => {
        const speech = parseSpeech(readFileSync(file, 'utf8'));
        return {
          file,
          diagnostics: lint(speech).map(({ rule, severity, message, span }) => {
            const start = speech.source.positionAt(span.start);
            const end = speech.source.positionAt(span.end);
            return {
              code: rule.id,
              category: rule.category,
              severity,
              message,
              line: start.line + 1,
              col: start.character + 1,
              endLine: end.line + 1,
              endCol: end.character + 1,
            };
          }),
        };
      }),
    }),
  );
}
void values;
