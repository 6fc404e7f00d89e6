import assert from 'node:assert/strict';
import { linkCandidates } from '../../../server/src/features/linkCandidates.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { cursorAt } from './pinned.ts';

describe('the list of what may be linked', () => {
  it('says how sure a link is, and nothing where there is next to none', () => {
    const { speech, position } = cursorAt('（二）联系群众');
    const { candidates } = linkCandidates(speech, position, defaultContext);
    assert.deepEqual(
      candidates.map(({ name, confidence }) => `${name} ${confidence}`.trimEnd()),
      ['（二）常到村里去 100%', '（一）强化理论武装', '（三）勤俭办一切事情'],
    );
  });

  it('gives the reasons that tell one from another, each once', () => {
    const speech = parseSpeech(
      '一、存在的问题\n\n（一）组织生活不严肃。“三会一课”走过场，民主生活会上批评放不开，征求意见的办法有不足。\n\n（二）下村不够。到柳河村只去过一次，饮水问题没有解决。\n\n二、整改措施\n\n（一）严肃组织生活。“三会一课”按月开，民主生活会上先揭短，征求意见走到支部，补上不足。\n\n（二）常到村里去。每月到柳河村住两天，饮水问题6月底前解决。\n\n（三）勤俭办事。压减开支。\n',
    );
    const position = speech.source.positionAt(speech.problems[0]?.headSpan.start ?? 0);
    assert.deepEqual(
      linkCandidates(speech, position, defaultContext).candidates.map(({ name, evidence }) => `${name}：${evidence}`),
      [
        '（一）严肃组织生活：共同用语：征求意见、民主生活会上、组织生活、严肃；主题：组织生活·民主集中制·班子建设',
        '（三）勤俭办事：主题：作风建设·形式主义官僚主义',
        '（二）常到村里去：',
      ],
    );
  });

  it('has those that nothing speaks for in reading order', () => {
    const speech = parseSpeech(
      '一、存在的问题\n\n（一）带头干事创业、担当作为方面。碰到难事有绕道走的思想，管网改造卡在两户，我没有上门。\n\n二、整改措施\n\n（一）强化理论武装。每月精读一篇原著。\n\n（二）站稳人民立场。每月到河口镇走访1次，夜间断水3月底前办结。\n\n（三）扛起管党治党责任。每季度与科室负责人谈话1次。\n',
    );
    const position = speech.source.positionAt(speech.problems[0]?.headSpan.start ?? 0);
    assert.deepEqual(
      linkCandidates(speech, position, defaultContext).candidates.map(({ name, evidence }) => `${name}：${evidence}`),
      ['（一）强化理论武装：', '（二）站稳人民立场：', '（三）扛起管党治党责任：'],
    );
  });
});
