import { t } from '@vscode/l10n';
import { endsSentence } from '../model/reading/ending.ts';
import { spokenLength } from '../model/reading/prose.ts';
import type { Speech, Unit } from '../model/speech.ts';
import type { Finding, Rule } from './rule.ts';
import { bodyOf, textOf } from './unitBody.ts';

export const praiseFirst: Rule = {
  id: 'praise-first',
  category: 'wording',
  severity: 'hint',
  title: '讲问题不先扬后抑',
  why: '“能够……，但……”先表一番成绩再讲问题，督导组会说开的是“表功会”。',
  source: '一家企业审核脚本的口径，各地宽严不一；一成半的阈值是本扩展的取值',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）理论学习方面。⟦我能够始终坚持认真学习党的创新理论，理想信念更加坚定，党性修养显著提升。⟧但学得不够系统，原著读得少。\n\n二、整改措施\n\n（一）每周读原著。\n',
      good: '一、存在的问题\n\n（一）理论学习方面。学得不够系统，原著读得少，能够背下来的没有几句。\n\n二、整改措施\n\n（一）每周读原著。\n',
    },
  ],

  *checkUnit(unit, speech) {
    const finding = unit.kind === 'problem' ? praiseOf(speech, unit) : undefined;
    if (finding) yield finding;
  },
};

const praise =
  /能够|始终|坚持|做到|更加坚定|显著|总体|总的|一直|认真|注重|积极|明显|较强|较好|取得|扎实|主动|带头|获得|肯定|好评|先进|成绩|成效/g;
const fault =
  /不|没|未|缺|少|差|但|问题|弱|虚|浅|空|浮|忘|漏|晚|迟|拖|难|推|躲|怕|懒|只|光|偏|松|软|慢|旧|乱|停留|流于|初步|念头/;
/** Set phrases of praise that contain a word for a fault. */
const brave = /攻坚克难|迎难而上|不忘初心|不断/g;
/** What is asked of all is no praise of oneself: 党章规定党员必须带头, 群众期盼干部主动上门. */
const norm =
  /(?:要求|规定|强调|指出|期盼|期待|号召|希望)[^，。；按照]{0,6}(?:我们|党员|干部|领导|全党|各级|每[名个位])|必须|应当|应该/;
const turn =
  /但是?|然而|不过|却|存在的(?:主要|突出)?问题|存在(?:一些|一定)?(?:的)?(?:问题|差距|不足)|还(?:存在|有)|(?:主要)?表现(?:在|为)/;

/**
 * The praise at the start of a unit, before a turn or the first point, if it names no fault and takes a notable share.
 */
function praiseOf(speech: Speech, unit: Unit): Finding | undefined {
  const body = bodyOf(unit);
  const words = textOf(speech, body);
  // How much of the whole the praise is, shows when the whole is there.
  if (!endsSentence(words)) return undefined;
  const points = unit.points[0]?.span.start;
  const lead = /^[\s*。：；]*/.exec(words)?.[0].length ?? 0;
  const turned = [words.slice(lead).search(turn), (points ?? 0) - body.start - lead].find((at) => at > 0);
  if (turned === undefined) return undefined;
  const said = words.slice(lead, lead + turned);
  const end = Math.max(said.lastIndexOf('。'), said.lastIndexOf('，'), said.lastIndexOf('；')) + 1;
  const praised = said.slice(0, end);
  if (norm.test(praised)) return undefined;
  if (spokenLength(praised) < 12 || fault.test(praised.replace(brave, '')) || (praised.match(praise)?.length ?? 0) < 2)
    return undefined;
  const share = Math.round((100 * spokenLength(praised)) / Math.max(1, spokenLength(words)));
  if (share < leastShare) return undefined;
  const start = body.start + lead;
  return {
    span: { start, end: start + praised.length },
    message: t('先扬后抑：先讲了 {0} 字成绩，占这一条的 {1}%，可直接讲问题', spokenLength(praised), share),
  };
}

/** Per cent of the unit. A clause of praise before a page of faults is only a way to begin. */
const leastShare = 15;
