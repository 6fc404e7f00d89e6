import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { expand } from './expand.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  /** A whole document, which “Fill File with Snippet” offers too. */
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

const files = readdirSync('snippets').filter((file) => file.endsWith('.json'));
const snippets = files.flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(`snippets/${file}`, 'utf8')) as Record<string, Snippet>).map(
    ([name, snippet]) => ({ file, name, ...snippet }),
  ),
);

describe('snippets', () => {
  it('are contributed by package.json, file by file', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(
      (contributes?.snippets ?? []).map(({ path }: { path: string }) => path.replace('./snippets/', '')).sort(),
      files.toSorted(),
    );
  });

  it('have names and prefixes of their own', () => {
    for (const all of [snippets.map(({ name }) => name), snippets.flatMap(({ prefix }) => prefix)]) {
      assert.deepEqual(
        all.filter((one, index) => all.indexOf(one) !== index),
        [],
      );
    }
  });

  for (const { file, name, prefix, description, isFileTemplate: whole = false, body } of snippets) {
    describe(`${file}: ${name}`, () => {
      const { text, stops, choices } = expand(body);

      it('is named in Chinese and called by pinyin and by Chinese', () => {
        assert.match(name, /^\p{Script=Han}+$/u);
        assert.equal(name.endsWith('全文'), whole);
        assert.match(description, /^[\p{Script=Han}，、：“”]+$/u);
        for (const one of prefix) assert.match(one, /^(?:[a-z]{3,8}|\p{Script=Han}{2,8})$/u);
        assert.ok(prefix.some((one) => /^[a-z]/.test(one)) && prefix.some((one) => !/^[a-z]/.test(one)));
      });

      it('leads through its stops in reading order and ends after the text', () => {
        assert.deepEqual(stops, [...stops.slice(0, -1).map((_, index) => index + 1), 0]);
        assert.match(body.at(-1) ?? '', /\$0$/);
      });

      it('ends a sentence, a table or a clause', () => {
        if (body.at(-1) === '$0') assert.match(text, whole ? /[。）]\n$/ : /[。：）|]\n\n$/);
        else assert.match(text, /[\p{Script=Han}。：|]$/u);
      });

      it('writes Chinese punctuation', () => {
        for (const one of [text, ...choices.flat()]) {
          assert.doesNotMatch(one, /["']|\p{Script=Han} *[,;:?!()[\]]|[,;:?!()[\]] *\p{Script=Han}|\p{Script=Han}\./u);
          assert.equal(unbalanced(one), '');
        }
      });

      it('marks what is to be filled in as 〔…〕', () => {
        for (const [, inner = ''] of text.matchAll(/〔([^〕]*)〕/g)) assert.match(inner, /^[\p{Script=Han}N、]+$/u);
        assert.doesNotMatch(text.replace(/〔[^〕]*〕/g, ''), /[×X…]|\*\*|\[/u);
      });

      it('is without findings', () => {
        const reports = lint(parseSpeech(text)).filter(
          ({ severity, rule }) =>
            severity !== 'hint' && rule.id !== unfilled && (whole || !['structure', 'trace'].includes(rule.category)),
        );
        assert.deepEqual(
          reports.map(({ rule, message, span }) => `${rule.id}: ${text.slice(span.start, span.end)} ${message}`),
          [],
        );
      });
    });
  }
});

/** The rule that reports 〔…〕: to do so is the point of a placeholder. */
const unfilled = 'leftover-placeholder';

/** The brackets and quotation marks that stay open or close nothing. */
function unbalanced(text: string): string {
  const pairs = ['〔〕', '（）', '《》', '“”', '‘’'];
  let open = '';
  let lost = '';
  for (const mark of text.match(/[〔〕（）《》“”‘’]/g) ?? []) {
    const pair = pairs.find((one) => one.includes(mark)) ?? '';
    if (mark === pair[0]) open += mark;
    else if (open.endsWith(pair[0] ?? '')) open = open.slice(0, -1);
    else lost += mark;
  }
  return open + lost;
}
