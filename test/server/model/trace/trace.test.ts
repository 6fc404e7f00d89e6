import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { outlineOf } from '../../../../server/src/model/parse/retouch.ts';
import type { Speech } from '../../../../server/src/model/speech.ts';
import { type Comparison, compare } from '../../../../server/src/model/trace/comparison.ts';
import { trace } from '../../../../server/src/model/trace/trace.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';

function verdicts(text: string): string[] {
  return trace(parseSpeech(text), defaultContext).verdicts.map(
    ({ problem, verdict }) => `${problem.title}: ${verdict}`,
  );
}

/** Two aspects with parts of their own, the second with this measure. */
function nested(measure: string): string {
  const [problem, cause, answer] = ['存在问题', '原因分析', '整改措施'];
  return [
    '# 对照检查材料',
    '## 一、理论学习方面',
    `**${problem}：**一是读书零敲碎打，原著没有通读过一本。二是心得体会抄现成的，讨论时讲不出自己的话。`,
    `**${cause}：**总觉得业务是硬任务，读书是软任务。`,
    `**${answer}：**每天早上读原著半小时，一年通读两本，心得体会自己动手写，讨论时脱稿讲。`,
    '## 二、组织纪律方面',
    `**${problem}：**一是请假外出不报告，去年两次离开本县都是事后才说。二是支委会议题临时动议，会前不酝酿。`,
    `**${cause}：**对程序看得淡，图省事。`,
    `**${answer}：**${measure}`,
  ].join('\n\n');
}

describe('what the trace leaves open', () => {
  it('a measure that stands with the problem and speaks of something else', () =>
    assert.deepEqual(
      verdicts(nested('把欠供应商的货款分三批付清，第一批本月到账，付不出的由我上门说明，不再让人来回跑。')),
      ['理论学习方面: met', '组织纪律方面: unsure'],
    ));
  it('one that takes up words of the heading and of nothing else', () =>
    assert.deepEqual(
      verdicts(nested('把欠组织代垫的货款分三批付清，第一批本月到账，付不出的由我上门说明，不再让人来回跑。')),
      ['理论学习方面: met', '组织纪律方面: unsure'],
    ));
  it('not one that takes up the matter in words of its own', () =>
    assert.deepEqual(
      verdicts(
        nested('离开本县提前一天书面请假，批了再走；支委会的议题提前三天送到每名委员手里，会前不酝酿的不上会。'),
      ),
      ['理论学习方面: met', '组织纪律方面: met'],
    ));
  it('nor one that is too short to tell, or still to be written', () =>
    assert.deepEqual(
      ['立行立改，长期坚持。', '〔写明措施、时限、责任人〕，每月由〔谁〕检查一次，结果在支部大会上通报并存档。'].map(
        (measure) => verdicts(nested(measure))[1],
      ),
      ['组织纪律方面: met', '组织纪律方面: met'],
    ));
  it('nor one that the author has pinned, behind it in the same line', () =>
    assert.equal(
      verdicts(nested('重新划分三个车间的工位，添置货架二十组，把通道漆成黄色。<!-- 对应：“组织纪律” -->'))[1],
      '组织纪律方面: met',
    ));
});

it('what a comparison has found holds whatever is compared after it', () => {
  const text = nested('外出都先请假，每次离开本县前报告，支委会议题提前三天送到各位手里。');
  const speech = parseSpeech(text);
  const found = compared(speech);
  const before = weights(found);
  // The problem no longer shares a word with its measure, which the next comparison takes over from this one.
  const typed = parseSpeech(text.replace('支委会议题临时动议', '支委会的事临时动议'), speech);
  const after = weights(compared(typed));
  assert.notDeepEqual(after, before);
  assert.deepEqual(weights(found), before);
  assert.deepEqual(after, weights(compared(parseSpeech(typed.text))));

  function compared(own: Speech): Comparison {
    const { problems, measures } = outlineOf(own).outline;
    return compare(own, problems, measures, defaultContext);
  }

  function weights({ beyondHeading }: Comparison): string[][] {
    return [...beyondHeading.values()].map((row) => [...row.values()].map((weight) => weight.toFixed(6)));
  }
});

it('judges a problem by the measures, though it is compared with the causes too', () => {
  const found = verdicts(readFileSync('test/speeches/45-blood-station-director-2019.md', 'utf8'));
  assert.deepEqual(
    found.filter((line) => !line.endsWith(': met')),
    [],
  );
});

it('matters that are answered by a word of their topic alone', () => {
  const speech = (problem: string, measure: string) =>
    `一、存在的问题\n\n（一）${problem}\n\n（二）服务居民不细。对独居老人上门走访少，门禁损坏三个月没有修好。\n\n（三）矛盾调处不力。停车纠纷反复发生，没有拿出根治办法。\n\n` +
    `二、整改措施\n\n（一）${measure}\n\n（二）独居老人每周上门两次，一周内修好门禁。\n\n（三）成立停车自治委员会，划定车位、错时共享，彻底解决停车纠纷。\n`;
  const first = (problem: string, measure: string) => verdicts(speech(problem, measure))[0];
  assert.equal(
    first('学习抓得不紧。一忙起来学习就往后放，理论水平提高不快。', '每天学习半小时，每月上一次党课。'),
    '学习抓得不紧: met',
  );
  assert.equal(
    first('担当作为不够。对村干部“微腐败”怕得罪人，处理失之于宽。', '敢于碰硬。“微腐败”发现一起查处一起，绝不手软。'),
    '担当作为不够: met',
  );
});

describe('one measure for each problem', () => {
  /** The second of three; the two around it are answered plainly. */
  const speech = (...measures: string[]) =>
    [
      '一、存在的问题',
      '（一）理论学习方面。原著没有通读过一本，心得体会抄现成的，讨论时讲不出自己的话。',
      '（二）待人接物方面。同食堂师傅说话冲，端错一碗面也要训人。',
      '（三）合同管理方面。合同不经法务就签字，去年吃了两场官司，违约金赔了三万元。',
      '二、原因分析',
      '（一）放松了自我要求，满足于过得去，党性锻炼不经常。',
      '三、整改措施',
      '（一）把原著读进去。每年通读原著两本，心得体会自己动手写，讨论时脱稿讲。',
      ...measures,
      `（${measures.length > 0 ? '三' : '二'}）把合同管起来。合同一律先送法务，签字前逐条过，违约金由经办人说明。`,
    ].join('\n\n');

  it('one in words of its own, at the place of the problem: to be looked at, no warning', () =>
    assert.equal(verdicts(speech('（二）学会微笑。见人先开口问好，有气到院子里走一圈。'))[1], '待人接物方面: unsure'));
  it('one measure less: a warning', () => assert.equal(verdicts(speech())[1], '待人接物方面: unmet'));
});

describe('a measure elsewhere that no problem claims', () => {
  const speech = (...measures: string[]) =>
    [
      '一、存在的问题',
      '（一）学习教育方面。翻开原著十分钟就犯困，全年笔记只写了薄薄一本。',
      '（二）服务群众方面。窗口排队要等两个小时，群众怨声不断。',
      '（三）厉行节约方面。公务接待超标准，烟酒开支说不清楚。',
      '二、整改措施',
      '（一）窗口再添两个。群众排队超过半个小时就增开，服务窗口的怨声由我来听；每月请排队的群众评一次。',
      '（二）公务接待一律食堂。烟酒不上桌，接待标准贴在墙上；超标准的开支自己掏。',
      ...measures,
    ].join('\n\n');

  it('may be the answer in words of its own: to be looked at, no warning', () =>
    assert.equal(
      verdicts(speech('（三）天不亮就起来。五点半坐到桌前；一天啃十页；啃完讲给同事听。'))[0],
      '学习教育方面: unsure',
    ));
  it('no such measure: a warning', () => assert.equal(verdicts(speech())[0], '学习教育方面: unmet'));
});

describe('a measure for another problem, all of whose clauses are claimed', () => {
  const speech = (...measures: string[]) =>
    [
      '一、存在的问题',
      '（一）理论学习方面。一是原著读得少，读书日流于形式。二是笔记抄现成的，讲不出自己的话。',
      '（二）服务群众方面。一是北山四个村吃水靠拉，水管没有前进一米。二是窗口排队要等两个小时。',
      '（三）管党治党方面。一是工程标段的监理同施工方一个锅里吃饭。二是水管站长把抽水机租给亲戚，站所的账一年没有查过。',
      '二、整改措施',
      '（一）把原著读进去。每月读书日原著读一章、讲一章；施工方的人一起来听；笔记自己写，讲自己的话。',
      '（二）把水送上山。腊月前给北山四个村接通水管；窗口再添两个，排队不超过一刻钟。',
      ...measures,
    ].join('\n\n');

  it('and that names the matter in passing: unmet', () => assert.equal(verdicts(speech())[2], '管党治党方面: unmet'));
  it('beside one that acts on it: met', () =>
    assert.equal(
      verdicts(speech('（三）把篱笆扎紧。监理同施工方分开吃住；站所的账每季度查一遍，抽水机的租金追回。'))[2],
      '管党治党方面: met',
    ));
});

describe('what is done for others besides answers nothing', () => {
  it('where it stands with the problem', () =>
    assert.deepEqual(
      [
        '重新划分三个车间的工位，添置货架二十组，把通道漆成黄色，年底前评出红旗班组。',
        '组织职工学唱行业歌曲，举办组织史知识竞赛两场，评出优秀组织奖五个，奖状挂进新建的荣誉室，请家属来看。',
      ].map((measure) => verdicts(nested(measure))[1]),
      ['组织纪律方面: unmet', '组织纪律方面: unmet'],
    ));
  it('nor where it stands at its place and has two clauses that nobody claims', () => {
    const speech = (measure: string) =>
      [
        '一、存在的问题',
        '（一）理论学习方面。一是原著没有通读过一本。二是心得体会抄现成的。',
        '（二）服务群众方面。一是窗口中午没有人。二是热线打进来没有人接。',
        '（三）生活纪律方面。一是爱打牌，带点彩头。二是酒喝得没有节制。',
        '二、整改措施',
        '（一）把原著读进去。每天早上读原著半小时，心得体会自己动手写。',
        '（二）把窗口守住。中午两人值守窗口，热线三声之内接起来，群众留言当天回。',
        measure,
      ].join('\n\n');
    assert.deepEqual(
      [
        '（三）扮靓小区。新建凉亭两座，栽植樱花六十株；举办邻里运动会一场，评选文明楼栋十个。',
        '（三）手放干净。今后晚上八点以后不再出门，谁来叫都不去；欠下的账月底前向本人说清。',
      ].map((measure) => verdicts(speech(measure))[2]),
      ['生活纪律方面: unmet', '生活纪律方面: unsure'],
    );
  });
});

it('a problem whose points two measures answer, one each, among longer measures for others, is to be looked at', () =>
  assert.equal(
    verdicts(
      [
        '一、存在的问题',
        '（一）理论学习方面。一是原著读得少，读书日流于形式，一年只读完半本。二是笔记抄现成的，讲不出自己的话。',
        '（二）对照党章党规方面。一是离开县城不请假，去省城开会走了三天才补电话。二是楼道里的办公桌椅还没有用旧就换新的，旧的堆在车库。',
        '（三）服务群众方面。一是北山四个村吃水靠拉，水管没有前进一米。二是窗口排队要等两个小时，热线打不通。',
        '（四）管理干部方面。一是值班室夜里没有人，带班领导不见面。二是库房钥匙谁都有一把，账物对不上。',
        '二、整改措施',
        '（一）把原著读进去。每月读书日原著读一章、讲一章；笔记自己写，讲自己的话；年底前原著读完两本；读书日缺课的补笔记。',
        '（二）把水送上山。腊月前给北山四个村接通水管；窗口再添两个，排队不超过一刻钟；热线三声之内接起来；水管每周巡一遍；办公桌椅先紧着窗口用。',
        '（三）把班值好。值班室夜里双岗；带班领导在值班室签到；夜里值班室抽查；带班不见面的通报；离开县城先请假，批了再走。',
        '（四）把库看住。库房钥匙交两个人分管；账物一季度对一次；对不上的当天查清。',
      ].join('\n\n'),
    )[1],
    '对照党章党规方面: unsure',
  ));

it('a problem that no measure says a word about is not met by room alone', () =>
  assert.equal(
    verdicts(
      [
        '一、存在的问题',
        '（一）理论学习方面。原著读得少，笔记抄现成的。',
        '（二）意识形态方面。公众号转发失实消息，评论区骂声一片。',
        '（三）服务群众方面。窗口排队要等两个小时，热线没有人接。',
        '二、整改措施',
        '（一）静下心来。原著每月读一章；天不亮就起床；晚上九点关掉手机。窗口排队不超过一刻钟；热线三声之内有人接；下班再晚也等最后一个人。',
      ].join('\n\n'),
    )[1],
    '意识形态方面: unsure',
  ));

describe('a measure at the place of a problem that speaks of the same topic', () => {
  const speech = (first: string) =>
    [
      '一、检视问题',
      '1.学习上走马观花。必读书目发下来四个月，翻得最勤的是目录，笔记本上抄的是别人的金句。',
      '2.工作上安于现状。智慧收费创新小组没有报名，业务比武都是凑数。',
      '3.管理上抹不开情面。班里有人打盹、有人玩手机，月底考核一律打满分。',
      '二、整改措施',
      `1.${first}`,
      '2.给自己加码。报名参加创新小组，业务比武进前三名，学会智慧收费故障的远程处置。',
      '3.敢唱黑脸。发现打盹、玩手机当场指出，月底考核结果贴在班务栏里。',
    ].join('\n\n');

  it('answers it in words of its own', () =>
    assert.equal(
      verdicts(
        speech('静下心来。每天下班静坐四十分钟，一章一章往下走，每周给班里讲一个小故事，年底交支部一篇体会。'),
      )[0],
      '学习上走马观花: met',
    ));
});

describe('what the trace tells of a link', () => {
  it('the words in common, without the 项 of what was counted', () => {
    const text = [
      '一、存在的问题',
      '（一）担当作为方面。年初定下的六项重点任务，过了半年只调度过一次。',
      '（二）廉洁自律方面。家风教育抓得不紧，对子女过问少。',
      '二、整改措施',
      '（一）敢抓敢管。六项重点任务逐月调度，完不成的当面说明。',
      '（二）严于律己。每季度开一次家庭会，把家风教育落到子女身上。',
    ].join('\n\n');
    const words = trace(parseSpeech(text), defaultContext).links.map(({ evidence }) =>
      evidence.filter(({ kind }) => kind === 'terms').flatMap((one) => one.words),
    );
    assert.deepEqual(words, [
      ['家风教育', '子女'],
      ['重点任务', '调度'],
    ]);
  });
});
