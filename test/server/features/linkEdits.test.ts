import assert from 'node:assert/strict';
import { linkEdits, unitById } from '../../../server/src/features/linkEdits.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { pinsOf } from '../../../server/src/model/trace/pins.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { pinnedText } from './pinned.ts';

function link(text: string, id: string, others: readonly string[] | 'none'): string {
  const speech = parseSpeech(text);
  const unit = unitById(speech, id);
  assert.ok(unit, id);
  const wanted = others === 'none' ? others : others.flatMap((other) => unitById(speech, other) ?? []);
  const linked = applyEdits(text, linkEdits(speech, unit, wanted, defaultContext));
  // Linking changes comments and nothing else.
  const words = (whole: string) => whole.replace(/<!--.*?-->/g, '').replace(/\s/g, '');
  assert.equal(words(linked), words(text));
  return linked;
}

/** What the pins of a text say: `M1 ← P1`. */
function pins(text: string): string[] {
  return pinsOf(parseSpeech(text)).pins.map(({ owner, none, references }) => {
    const ids = references.map(({ units }) => units.map(({ id }) => id).join('?'));
    return `${owner?.id} ← ${none ? '无' : ids.join('、')}`;
  });
}

describe('linking', () => {
  it('pins a problem at the measure, beside those it has', () => {
    assert.deepEqual(pins(link(pinnedText, 'P3', ['M2'])), ['M1 ← P1', 'M2 ← P2、P3', 'M3 ← 无']);
  });

  it('takes a link away at the measure that has it', () => {
    assert.deepEqual(pins(link(pinnedText, 'P1', ['M2'])), ['M1 ← 无', 'M2 ← P1、P2', 'M3 ← 无']);
  });

  it('says at the problem that none is meant, and takes it back', () => {
    const none = link(pinnedText, 'P3', 'none');
    assert.deepEqual(pins(none), ['P3 ← 无', 'M1 ← P1', 'M2 ← P2', 'M3 ← 无']);
    assert.deepEqual(pins(link(none, 'P3', ['M1'])), ['M1 ← P1、P3', 'M2 ← P2', 'M3 ← 无']);
  });

  it('takes back all links of a problem without saying that none is meant', () => {
    assert.deepEqual(pins(link(pinnedText, 'P1', [])), ['M1 ← 无', 'M2 ← P2', 'M3 ← 无']);
    const none = link(pinnedText, 'P3', 'none');
    assert.deepEqual(pins(link(none, 'P3', [])), pins(pinnedText));
  });

  it('sets what a measure answers', () => {
    assert.deepEqual(pins(link(pinnedText, 'M3', ['P1', 'P3'])), ['M1 ← P1', 'M2 ← P2', 'M3 ← P1、P3']);
    assert.deepEqual(pins(link(pinnedText, 'M1', [])), ['M1 ← 无', 'M2 ← P2', 'M3 ← 无']);
  });

  const problems = '一、存在的问题\n\n（一）学习不够。\n\n（二）作风不实。\n\n二、整改措施\n\n';
  const layouts = {
    'headings of their own': '### （一）强化学习\n\n每周通读原著。\n\n### （二）走访群众\n\n每月走访。\n',
    'a list': '1. 强化学习。每周通读原著。\n\n2. 走访群众。每月走访。\n',
    'lines without blank lines': '（一）强化学习。每周通读。\n（二）走访群众。每月走访。\n（三）厉行节约。\n',
    'plain paragraphs': '每周通读原著，学深学透。\n\n每月走访群众不少于两次。\n',
    'a table': '| 措施 | 时限 |\n| --- | --- |\n| 每周通读原著 | 年底 |\n| 每月走访群众 | 长期 |\n',
    'carriage returns': '（一）强化学习。每周通读。\r\n\r\n（二）走访群众。\r\n',
    'the last line': '（一）强化学习。每周通读。\n\n（二）走访群众。',
  };
  for (const [name, measures] of Object.entries(layouts)) {
    it(`finds its own pins again in ${name}`, () => {
      const text = problems + measures;
      const units = (whole: string) => parseSpeech(whole).measures.map(({ title }) => title);
      const once = link(text, 'M1', ['P1', 'P2']);
      const twice = link(once, 'M2', ['P2']);
      assert.deepEqual(pins(twice), ['M1 ← P1、P2', 'M2 ← P2'], twice);
      assert.deepEqual(units(twice), units(text), twice);
    });
  }

  it('names by its title a problem that shares its number', () => {
    const text = '一、存在的问题\n\n（一）学习不够。\n\n（一）作风不实。\n\n二、整改措施\n\n（一）走访群众。\n';
    assert.deepEqual(pins(link(text, 'M1', ['P2'])), ['M1 ← P2']);
  });

  it('names it as far as a comment can hold it', () => {
    const text =
      '一、存在的问题\n\n（一）学习、调研不够。\n\n（一）作风、纪律不实。\n\n二、整改措施\n\n（一）走访群众。\n';
    assert.deepEqual(pins(link(text, 'M1', ['P2'])), ['M1 ← P2']);
  });
});
