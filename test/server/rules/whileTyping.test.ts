import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import type { Speech } from '../../../server/src/model/speech.ts';
import { lint } from '../../../server/src/rules/lint.ts';

const draft = `某局领导班子2025年度民主生活会对照检查材料

按照县委部署，班子认真学习、征求意见，对照“四个带头”逐项查摆。

一、存在的问题

（一）学习方面。班子能够始终坚持集中学习，认真落实“第一议题”制度，取得较好成效，但原著（含单行本）读得少。全年只研讨三次，有两次没有形成书面成果。中心组领学多、研讨少，领学的多半是办公室写的稿子，班子成员自己动手的不到三成。

（二）作风方面。下基层不够，去年全班子只住村三天。来访的群众等了两个钟头才有人接，答复又拖了一个星期。窗口的号叫到一半停过两回，没有人出来说明。

（三）纪律方面。报告制度执行不严，外出有两次没有事先报备。警示教育只开了一次会，念了通报就散会，没有对照自己的岗位讲。廉政谈话半年一轮，谈的内容千篇一律。

二、反面典型案例剖析

县里通报的案件教训深刻。

三、原因分析

（一）理论武装不实。总认为业务干好就行。

（二）宗旨意识不牢。换位思考不够。
`;

describe('while a speech is typed', function () {
  this.timeout(60_000);

  /** What is told at some moment between the first character and the last, but not in the end. */
  const passing = new Set<string>();

  before(() => {
    let speech: Speech | undefined;
    let told: string[] = [];
    for (let end = 1; end <= draft.length; end += 1) {
      speech = parseSpeech(draft.slice(0, end), speech);
      told = lint(speech).map(({ rule, severity, message }) => `${severity} ${rule.id} ${message}`);
      for (const one of told) passing.add(one);
    }
    for (const one of told) passing.delete(one);
  });

  it('no error or warning comes and goes', () => {
    assert.deepEqual(
      [...passing].filter((told) => /^(?:error|warning)/.test(told)),
      [],
    );
  });

  it('a paragraph, an item or a heading on its way is told nothing about its end', () => {
    const rules = [...passing].map((told) => told.split(' ')[1]);
    assert.deepEqual([...new Set(rules)].sort(), ['empty-section', 'missing-section', 'praise-first']);
  });
});
