import assert from 'node:assert/strict';
import { applyEdits, type Edit } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { allSections, type Heading, type Speech } from '../../../server/src/model/speech.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { labelledTexts } from '../../labels.ts';

/**
 * One speech, written down in another way: the same outline, and nothing to report. Of all speeches
 * in which nothing is wrong.
 */
const speeches = labelledTexts()
  .filter(({ labels }) => labels.clean)
  .map(({ name, text }) => ({ name, text: text.replaceAll('\r\n', '\n') }));

/** Headings without a number, in plain letters, are known by their dress alone. */
const needsDress = ['29-', '61-'];

const ways: Record<string, { write: (text: string) => string; not?: readonly string[] }> = {
  'headings in bold': { write: (text) => dressed(text, (words) => `**${words}**`) },
  'headings with #': { write: (text) => dressed(text, (words, depth) => `${'#'.repeat(depth + 2)} ${words}`) },
  'headings in plain letters': { write: (text) => dressed(text, (words) => words), not: needsDress },
  CRLF: { write: (text) => text.replaceAll('\n', '\r\n') },
  'paragraphs indented by full-width blanks': {
    write: (text) => text.replace(/(?<=\n\n)(?=[\p{Script=Han}（(0-9“①-⑳])/gu, '　　'),
  },
  'full-width blanks at the ends': { write: (text) => text.replace(/(?<=\p{Script=Han}[。：]?)$/gmu, '　') },
  'more blank lines': { write: (text) => text.replaceAll('\n\n', '\n\n\n') },
  'hard line breaks': { write: (text) => text.replace(/。(?=\p{Script=Han}{2})/gu, '。  \n') },
  'a blank after the mark': {
    write: (text) =>
      text.replace(/^((?:#+ )?\**[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.])(?=\p{Script=Han})/gmu, '$1 '),
  },
};

describe('another way of writing', function () {
  this.timeout(60_000);

  for (const [way, { write, not = [] }] of Object.entries(ways)) {
    it(`${way} gives the same outline and no alarm`, () => {
      let rewritten = 0;
      for (const { name, text } of speeches) {
        if (not.some((other) => name.startsWith(other))) continue;
        const other = write(text);
        if (other !== text) rewritten += 1;
        const [before, after] = [parseSpeech(text), parseSpeech(other)];
        assert.deepEqual(outline(after), outline(before), name);
        assert.deepEqual(alarms(after), [], name);
      }
      assert.ok(rewritten > 10, `${rewritten} of ${speeches.length} can be written so`);
    });
  }
});

/** Every heading that stands alone between blank lines, dressed otherwise. */
function dressed(text: string, dress: (words: string, depth: number) => string): string {
  const edits = new Map<number, Edit>();
  visit(parseSpeech(text), 0);
  return applyEdits(text, [...edits.values()]);

  function visit({ sections }: Pick<Speech, 'sections'>, depth: number): void {
    for (const { heading, sections: inner } of sections) {
      const start = text.lastIndexOf('\n', heading.line.span.start - 1) + 1;
      const end = text.indexOf('\n', heading.line.span.end);
      if (isDressable(heading) && text.slice(start - 2, start) === '\n\n' && text.slice(end, end + 2) === '\n\n') {
        const words = text.slice(start, end).replace(/^[\s　#]+|\*\*/g, '');
        edits.set(start, { span: { start, end }, newText: dress(words, depth) });
      }
      visit({ sections: inner }, Math.min(depth + 1, 3));
    }
  }
}

function isDressable({ inline, body, line }: Heading): boolean {
  return !inline && !line.bullet && line.opensParagraph && body.start === body.end;
}

function outline(speech: Speech): string[] {
  return [...allSections(speech)].map(
    ({ heading, role }) => `${heading.numbering?.text ?? '·'}${heading.title} ${role ?? ''}`,
  );
}

/** Rules above a hint; marks of punctuation and blanks belong to the way of writing. */
function alarms(speech: Speech): string[] {
  return lint(speech)
    .filter(({ severity, rule }) => /error|warning/.test(severity) && /numbering|structure|trace/.test(rule.category))
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}
