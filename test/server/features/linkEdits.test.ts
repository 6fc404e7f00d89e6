import assert from 'node:assert/strict';
import { candidatesFor } from '../../../server/src/features/linkCandidates.ts';
import { linkEdits, unitById } from '../../../server/src/features/linkEdits.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { type Speech, unitsOf } from '../../../server/src/model/speech.ts';
import { pinsOf } from '../../../server/src/model/trace/pins.ts';
import { measuresFor, trace, verdictOn } from '../../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { fixture, fixtures } from '../../speeches.ts';
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

/** The titles of all units, in order. */
function titles(text: string): string[] {
  return unitsOf(parseSpeech(text)).map(({ kind, title }) => `${kind} ${title}`);
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

  it('brings in no other measure for the one that is taken away', () => {
    const { text } = fixture(1);
    const told = (linked: string) => {
      const speech = parseSpeech(linked);
      const found = trace(speech, defaultContext);
      return speech.problems.map((problem) => {
        const answers = measuresFor(problem, found).map(({ to }) => to.id);
        return `${problem.id} ${verdictOn(problem, found)?.verdict} ${answers.join('、')}`.trim();
      });
    };
    assert.deepEqual(told(text), ['P1 met M1', 'P2 met M4', 'P3 unmet', 'P4 met M3', 'P5 met M2']);
    assert.deepEqual(told(link(text, 'P2', [])), ['P1 met M1', 'P2 unmet', 'P3 unmet', 'P4 met M3', 'P5 met M2']);
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
    'one paragraph': '一是强化学习。每周通读。二是走访群众，每月两次。三是厉行节约。\n',
    'one paragraph of demands': '一要强化学习，每周通读；二要走访群众，每月两次。\n\n以上请监督。\n',
    'a paragraph of bold points': '**一是强化学习。**每周通读。**二是走访群众。**每月两次。\n',
    'a list of paragraphs': '- 一是强化学习。每周通读。二是走访群众。每月两次。\n',
    'a list with lists above a rule':
      '1. 强化学习\n   - 每周通读。\n2. 走访群众\n   - 每月走访。\n\n---\n\n以上请监督。\n',
    'the last line': '（一）强化学习。每周通读。\n\n（二）走访群众。',
  };
  for (const [name, measures] of Object.entries(layouts)) {
    it(`finds its own pins again in ${name}`, () => {
      const text = problems + measures;
      const once = link(text, 'M1', ['P1', 'P2']);
      const twice = link(once, 'M2', ['P2']);
      assert.deepEqual(pins(twice), ['M1 ← P1、P2', 'M2 ← P2'], twice);
      assert.deepEqual(titles(twice), titles(text), twice);
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

  it('takes back a pin that begins a paragraph, and leaves the paragraph', () => {
    const text = '一、存在的问题\n\n我学得少，一年一本。\n\n我下去得少，一年一次。\n\n二、整改措施\n\n每周通读原著。\n';
    const none = link(text, 'P2', 'none');
    assert.match(none, /<!-- 对应：无 -->我下去/);
    assert.equal(link(none, 'P2', []), text);
  });

  it('names by its title a problem without a number, with commas and quotation marks', () => {
    const text =
      '一、存在的问题\n\n- **跟人动气、不团结。**吵过两次。\n\n- **“两个维护”学得不深。**一年一本。\n\n- **“两个维护”学得不深、不透。**只看标题。\n\n二、整改措施\n\n（一）走访群众。\n';
    const all = link(text, 'M1', ['P1', 'P2', 'P3']);
    assert.match(all, /对应：“跟人动气、不团结”#\w{4}、“两个维护学得不深”#\w{4}、“两个维护学得不深、不透”#\w{4} -->/);
    assert.deepEqual(pins(all), ['M1 ← P1、P2、P3']);
  });

  it('links any unit of the labelled speeches to what it likeliest answers, and changes nothing else', function () {
    this.timeout(120_000);
    const told = (speech: Speech) => unitsOf(speech).map(({ id, title }) => `${id} ${title}`);
    for (const { name, text } of fixtures()) {
      const speech = parseSpeech(text);
      const titles = told(speech);
      for (const unit of [...speech.problems, ...speech.measures]) {
        const other = candidatesFor(speech, unit, defaultContext)[0]?.unit;
        if (!other) continue;
        const linked = parseSpeech(applyEdits(text, linkEdits(speech, unit, [other], defaultContext)), speech);
        const [problem, measure] = unit.kind === 'problem' ? [unit, other] : [other, unit];
        const { pairs, pins: found } = pinsOf(linked);
        const isPair = pairs.some((pair) => pair.problem.id === problem.id && pair.measure.id === measure.id);
        const areClear = found.every(
          ({ owner, references }) => owner && references.every(({ units }) => units.length === 1),
        );
        assert.ok(isPair && areClear, `${name}: ${unit.id} to ${other.id}`);
        assert.deepEqual(told(linked), titles, name);
      }
    }
  });

  it('leaves items that tell problem and measure in one paragraph what they are', () => {
    const text =
      '1.学习不够。问题：读得少。原因：懒得学。整改：每天多学。\n\n2.下去太少。问题：走得少。原因：懒得走。整改：每月多走。\n';
    const linked = link(text, 'P1', ['M2']);
    assert.match(linked, /整改：<!-- 对应：[^>]+ -->每月多走/);
    assert.deepEqual(pins(linked), ['M1 ← 无', 'M2 ← P1、P2']);
    const told = (whole: string) => unitsOf(parseSpeech(whole)).map(({ id, title }) => `${id} ${title}`);
    assert.deepEqual(told(linked), told(text));
    assert.deepEqual(told(text), [
      'P1 学习不够',
      'P2 下去太少',
      'C1 懒得学',
      'C2 懒得走',
      'M1 每天多学',
      'M2 每月多走',
    ]);
  });
});
