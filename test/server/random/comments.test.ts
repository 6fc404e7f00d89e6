import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit, movedOffset } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { allSections, type Speech, unitsOf } from '../../../server/src/model/speech.ts';
import type { Span } from '../../../server/src/model/text/span.ts';
import { lineStartOf } from '../../../server/src/model/text/textLines.ts';
import { brokenNumbering } from '../../../server/src/rules/broken-numbering.ts';
import { disableInFile, disableOnLine } from '../../../server/src/rules/disableEdits.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { lint, type Report } from '../../../server/src/rules/lint.ts';
import { uselessDisable } from '../../../server/src/rules/useless-disable.ts';
import { unmark } from '../marked.ts';
import { bounded, documents, effort, heldOut, speeches, splices } from './texts.ts';

const examples = rules.flatMap((rule) => rule.examples.map(({ bad }) => unmark(bad)));

describe('a comment', function () {
  this.timeout(240_000 * effort);

  it('changes nothing of what is read around it', () => {
    const words = ['改过', '每月由办公室负责，2023年12月底前完成三次,但是〔待填〕能够始终坚持。'];
    const texts = fc.constantFrom(...examples, ...speeches, ...heldOut);
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom(...words), (text, at, word) => {
        const speech = parseSpeech(text);
        const places = speech.entries.flatMap((entry) => {
          const start = lineStartOf(text, entry.span.start);
          const mayBreak =
            entry.kind === 'line' && entry.opensParagraph && /^[#\s]*$/.test(text.slice(start, entry.span.start));
          // What a comment above switches off is the next line, and that would be this one.
          return mayBreak && !/fayan-\S*\s\S*\s*-->\s*$/.test(text.slice(0, start)) ? [start] : [];
        });
        const start = places[at % places.length];
        if (start === undefined) return;
        const edit = { span: { start, end: start }, newText: `<!-- ${word} -->\n` };
        const after = parseSpeech(applyEdits(text, [edit]));
        assert.deepEqual(outline(after), outline(speech, edit));
        assert.deepEqual(lint(after).map(told()), lint(speech).map(told(edit)), text.slice(start - 40, start + 40));
      }),
      bounded(400),
    );
  });

  it('changes nothing at the start of a paragraph, and before a point inside it', () => {
    const texts = fc.constantFrom(...examples, ...speeches, ...heldOut);
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const speech = parseSpeech(text);
        const points = speech.entries.flatMap((entry): Span[] => {
          if (entry.kind !== 'line') return [];
          const { span, depth, series } = entry;
          const isApart = /\n\s*\n$/.test(text.slice(0, span.start)) && /^\s*\n\s*\n/.test(text.slice(span.end));
          const isRow = isApart && depth === 0 && !text.slice(span.start, span.end).includes('\n');
          return [...(isRow ? [span] : []), ...series.map((mark) => mark.span)];
        });
        // Behind `。**` a comment makes bold what a character leaves as asterisks.
        const places = points.map(({ start }) => start).filter((start) => text.charAt(start - 1) !== '*');
        const start = places[at % places.length];
        if (start === undefined) return;
        const edit = { span: { start, end: start }, newText: '<!-- 改过,但是〔待填〕。 -->' };
        const after = parseSpeech(applyEdits(text, [edit]));
        assert.deepEqual(outline(after), outline(speech, edit));
        assert.deepEqual(lint(after).map(told()), lint(speech).map(told(edit)), text.slice(start - 40, start + 40));
      }),
      bounded(200),
    );
  });

  it('changes nothing between the words that open something inside a paragraph and what they open', () => {
    for (const text of layouts) {
      const before = parseSpeech(text);
      const expected = [...outline(before).map(withoutOffset), ...titles(before)];
      for (const { index, 0: stop } of text.matchAll(/[。：，；](?:\*\*)?|(?<=[.）])(?=甲)/g)) {
        const at = index + stop.length;
        for (const words of ['记', '改过,但是。原因：忙；整改：学！']) {
          const commented = `${text.slice(0, at)}<!-- ${words} -->${text.slice(at)}`;
          const after = parseSpeech(commented);
          assert.deepEqual([...outline(after).map(withoutOffset), ...titles(after)], expected, commented);
        }
      }
    }
  });

  it('that switches a rule off where it finds something silences that alone', () => {
    for (const text of examples) checkSilenced(text);
  });

  it('does so in whole speeches and in texts cut about, or is not offered', () => {
    fc.assert(
      fc.property(fc.oneof(splices, documents, fc.constantFrom(...speeches, ...heldOut)), checkSilenced),
      bounded(150),
    );
  });
});

/** Paragraphs that tell several things each. */
const layouts = [
  '1.甲方面。问题：学习不够。原因：懒得学。整改：每天多学。\n\n2.乙方面。问题：下去太少。原因：懒得走。整改：每月多走。\n',
  '问题：学习不够。原因：懒得学。整改：每天多学。\n\n问题：下去太少。原因：懒得走。整改：每月多走。\n',
  '**问题：** 学习不够。**原因：** 懒得学。**整改：** 每天多学。\n\n**问题：** 下去太少。**原因：** 懒得走。**整改：** 每月多走。\n',
  '1.甲方面。问题是学习不够。原因是懒得学。下一步，每天多学。\n\n2.乙方面。问题是下去太少。原因是懒得走。下一步，每月多走。\n',
  '一、存在的问题\n\n学习上，读得少。办案上，看得粗。作风上，走得慢。\n\n二、原因分析\n\n主观上，学得不够。客观上，人手太少。\n\n三、整改措施\n\n学习上，每天读书。办案上，每周看卷。作风上，每月下去。\n',
  '一、存在的问题\n\n（一）甲方面。主要有两条。一是学得太少。二是走得太慢。\n\n二、整改措施\n\n（一）甲方面要改。第一，每天多学。第二，每月多走。\n',
];

function titles(speech: Speech): string[] {
  return unitsOf(speech).flatMap(({ id, title, points }) => [id, title, ...points.map((point) => point.title)]);
}

function withoutOffset(words: string): string {
  return words.replace(/^[0-9]+ /, '');
}

/** What the comments that are offered leave of the findings. */
function checkSilenced(text: string): void {
  const speech = parseSpeech(text);
  const before = lint(speech);
  for (const { rule, span } of before) {
    if (rule === uselessDisable) continue;
    const isOnLine = (other: Report) => lineStartOf(text, other.span.start) === lineStartOf(text, span.start);
    check(disableOnLine(speech, rule.id, span.start), (other) => other.rule === rule && isOnLine(other));
    check(disableInFile(speech, rule.id, span.start), (other) => other.rule === rule);
  }

  function check(edit: Edit | undefined, goes: (report: Report) => boolean): void {
    if (!edit) return;
    // A number that another finding explains goes with it.
    const explained = before.filter(goes).flatMap(({ explains = [] }) => explains.map(({ start }) => start));
    const stays = (report: Report) =>
      !goes(report) &&
      !(report.rule === brokenNumbering && report.severity === 'hint' && explained.includes(report.span.start));
    const after = lint(parseSpeech(applyEdits(text, [edit])));
    // A comment in the midst of a passage makes what is repeated shorter.
    const parts = before.some(
      ({ rule, span, related = [] }) =>
        rule.id === 'repeated-passage' &&
        [span, ...related.map((other) => other.span)].some(
          ({ start, end }) => start <= edit.span.start && edit.span.start <= end,
        ),
    );
    const isApart = ({ rule }: Report) => !parts || rule.id !== 'repeated-passage';
    assert.deepEqual(
      after.filter(isApart).map(told()),
      before.filter(stays).filter(isApart).map(told(edit)),
      `${edit.newText} in ${JSON.stringify(text)}`,
    );
  }
}

/**
 * A finding in words and where it stands after an edit; lines are counted in the text, and what is
 * repeated around a comment too.
 */
function told(...edits: Edit[]): (report: Report) => string {
  return ({ rule, span, message }) =>
    `${movedOffset(edits, span.start)} ${rule.id}: ${message.replace(/第 \d+ 行重复（\d+ 字）/, '重复')}`;
}

function outline(speech: Speech, ...edits: Edit[]): string[] {
  return allSections(speech).map(
    ({ heading, role, body, sections }) =>
      `${movedOffset(edits, heading.span.start)} ${heading.title} ${role} ${body.filter(({ kind }) => kind !== 'comment').length} ${sections.length}`,
  );
}
