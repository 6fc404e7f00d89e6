import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { findings } from '../../../server/src/rules/lint.ts';
import { problemWithoutCause } from '../../../server/src/rules/problem-without-cause.ts';
import { fixture } from '../../speeches.ts';
import { checkRule, mark } from '../marked.ts';

const problems = [
  '（一）理论学习方面。原著读得少。',
  '（二）工作作风方面。下村少，去年只有四次。',
  '（三）担当作为方面。车棚拖了半年没有修。',
  '⟦（四）廉洁自律方面⟧。公车私用过两次。',
];

/** Four problems, the last marked, and these causes. */
function speech(...causes: string[]): string {
  return [
    '一、存在的问题',
    ...problems,
    '二、原因分析',
    ...causes.map((cause, at) => `（${'一二三四'.charAt(at)}）${cause}`),
    '三、整改措施',
    '（一）逐条改。每周读原著，每月下村四次，车棚月底前修好，油费退清。\n',
  ].join('\n\n');
}

const silent = (...causes: string[]) => speech(...causes).replace(/[⟦⟧]/g, '');

describe('causes that say whose they are', () => {
  it('by name', () =>
    checkRule(
      problemWithoutCause,
      speech('理论学习抓得不紧。把学习当成软任务。', '工作作风不实。图省事。', '担当作为不够。怕惹麻烦。'),
    ));
  it('by number', () =>
    checkRule(
      problemWithoutCause,
      speech(
        '针对第一个问题，根子是把学习当成软任务。',
        '针对第二个问题，主要是图省事。',
        '针对第三个问题，主要是怕惹麻烦。',
      ),
    ));
});

describe('says nothing', () => {
  it('of general causes, the usual case', () => {
    checkRule(
      problemWithoutCause,
      silent('理论学习不够。把学习当成软任务。', '宗旨意识淡化。图省事。', '担当精神不足。怕惹麻烦。'),
    );
    checkRule(
      problemWithoutCause,
      silent('理论学习不够。把学习当成软任务。', '工作作风漂浮。图省事。', '党性锻炼不严。原则性减弱。'),
    );
  });
  it('where a cause is for several', () =>
    checkRule(
      problemWithoutCause,
      silent(
        '针对第一、四个问题，根子是放松了自己。',
        '针对第二个问题，主要是图省事。',
        '针对第三个问题，主要是怕惹麻烦。',
      ),
    ));
  it('where half of the problems have none', () =>
    checkRule(problemWithoutCause, silent('理论学习抓得不紧。软任务。', '工作作风不实。图省事。')));
  it('of a problem that says itself why, or that a cause speaks of', () => {
    const causes = ['理论学习抓得不紧。软任务。', '工作作风不实。图省事。', '担当作为不够。怕惹麻烦。'];
    checkRule(problemWithoutCause, silent(...causes).replace('过两次', '过两次，说到底是以为小事不算事'));
    checkRule(
      problemWithoutCause,
      silent(...causes).replace('怕惹麻烦', '怕惹麻烦。廉洁自律上公车私用，是以为小事不算事'),
    );
  });
});

/** Speeches whose aspects each hold a 原因 of one paragraph below a heading of its own, as “（二）原因分析”. */
const interleaved = [138, 204, 226].map(fixture);

describe('an interleaved speech', () => {
  for (const { name, text } of interleaved) {
    const { causes, problems } = parseSpeech(text);
    it(`${name}: nothing`, () => checkRule(problemWithoutCause, text));
    it(`${name}: the one aspect whose 原因 is taken out`, () => {
      const told = causes.flatMap(({ within, aspect }) => {
        const cut = text.slice(0, within.span.start) + text.slice(within.span.end);
        const own = problems.find((problem) => problem.aspect === aspect);
        const found = [...findings(problemWithoutCause, parseSpeech(cut))].map(({ span }) => span);
        if (found.length === 0) return [];
        assert.equal(mark(cut, found), mark(cut, [own?.headSpan ?? within.span]));
        return [within];
      });
      assert(told.length >= Math.max(4, causes.length - 2), `${told.length} of ${causes.length}`);
    });
  }
});
