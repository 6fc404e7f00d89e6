import assert from 'node:assert/strict';
import { changeLevel } from '../../../../server/src/model/change/changeLevel.ts';
import { afterEnter, enter } from '../../../../server/src/model/change/enter.ts';
import { moveSection } from '../../../../server/src/model/change/moveSection.ts';
import { press } from '../../cursor.ts';

describe('Enter', () => {
  const check = (before: string, after: string) => assert.equal(press(before, enter), after);

  it('begins the next number, and moves the following on', () => {
    check('一、存在的问题\n\n（一）学习不够。|\n', '一、存在的问题\n\n（一）学习不够。\n\n（二）|\n');
    check(
      '一、存在的问题\n\n（一）甲不够。|\n\n（二）乙不够。\n\n（三）丙不够。\n',
      '一、存在的问题\n\n（一）甲不够。\n\n（二）|\n\n（三）乙不够。\n\n（四）丙不够。\n',
    );
    check('一、甲\n\n1、抓学习|', '一、甲\n\n1、抓学习\n\n2、|');
    check('## 一、存在的问题|\n', '## 一、存在的问题\n\n## 二、|\n');
    check('**一、存在的问题**|\n', '**一、存在的问题**\n\n**二、|**\n');
    check('**一、存在的问题|**\n', '**一、存在的问题**\n\n**二、|**\n');
    check('一、甲\n\n一是学习少。|\n', '一、甲\n\n一是学习少。\n\n二是|\n');
  });

  it('goes on after the last mark of a paragraph', () => {
    check(
      '一、甲\n\n一是学得少。只读标题。二是下去少。一年两次。|\n',
      '一、甲\n\n一是学得少。只读标题。二是下去少。一年两次。\n\n三是|\n',
    );
    check('（一）甲\n\n①学得少。②下去少。|\n', '（一）甲\n\n①学得少。②下去少。\n\n③|\n');
    check('一、甲\n\n（一）乙。一是丙。二是丁。|\n', '一、甲\n\n（一）乙。一是丙。二是丁。\n\n（二）|\n');
  });

  it('leaves the cursor behind the mark, whatever else becomes longer', () => {
    check(
      '一、问题\n\n（一）甲甲甲。学。\n\n2.乙乙乙。干。\n\n（三）丙丙丙。看。|\n',
      '一、问题\n\n（一）甲甲甲。学。\n\n（二）乙乙乙。干。\n\n（三）丙丙丙。看。\n\n（四）|\n',
    );
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10].map(
      (at) => `${at}.第${'甲乙丙丁戊己庚辛壬癸子'.charAt(at - 1)}件。`,
    );
    const right = nine.map((line, at) => line.replace(/^\d+/, String(at + 1)));
    check(`（一）甲\n\n${nine.join('\n\n')}|\n`, `（一）甲\n\n${right.join('\n\n')}\n\n12.|\n`);
  });

  it('keeps lines close that are close', () => {
    check('一、甲\n（一）乙\n（二）丙|\n', '一、甲\n（一）乙\n（二）丙\n（三）|\n');
  });

  it('steps out a level where there is nothing but the number', () => {
    check('一、甲\n\n（一）乙\n\n（二）|\n', '一、甲\n\n（一）乙\n\n二、|\n');
    check('一、甲\n\n（一）乙\n\n二、|\n', '一、甲\n\n（一）乙\n\n|\n');
    check('一、甲\n\n（一）乙\n\n1.丙不够。\n\n2.|\n', '一、甲\n\n（一）乙\n\n1.丙不够。\n\n（二）|\n');
    check('## 一、甲\n\n（一）乙\n\n（二）|\n', '## 一、甲\n\n（一）乙\n\n## 二、|\n');
    check('**一、甲**\n\n（一）乙\n\n（二）|\n', '**一、甲**\n\n（一）乙\n\n**二、|**\n');
    check('**一、甲**\n\n（一）乙\n\n**二、|**\n', '**一、甲**\n\n（一）乙\n\n|\n');
  });

  it('does the same in a text where the line is broken already', () => {
    const broken = (before: string, after: string) => assert.equal(press(before, afterEnter), after);
    broken('一、甲\n\n（一）学习不够。\n|\n', '一、甲\n\n（一）学习不够。\n\n（二）|\n');
    broken('**一、甲\n|**\n', '**一、甲**\n\n**二、|**\n');
    broken('**一、甲**\n\n（一）乙\n\n**二、\n|**\n', '**一、甲**\n\n（一）乙\n\n|\n');
    broken('一、甲\r\n\r\n（一）乙不够。\r\n|\r\n', '一、甲\r\n\r\n（一）乙不够。\r\n\r\n（二）|\r\n');
  });

  it('is the ordinary Enter elsewhere', () => {
    for (const text of ['一、甲\n\n（一）乙|丙\n', '一、甲|\n\n（一）乙\n', '正文|\n', '|\n', '一、甲\n\n正文|\n'])
      check(text, text);
  });

  it('keeps what comments name', () => {
    check(
      '一、存在的问题\n\n（一）甲不够。|\n\n（二）乙不够。\n\n二、整改措施\n\n（一）抓乙。<!-- 对应：（二） -->\n',
      '一、存在的问题\n\n（一）甲不够。\n\n（二）|\n\n（三）乙不够。\n\n二、整改措施\n\n（一）抓乙。<!-- 对应：（三） -->\n',
    );
  });
});

describe('Tab', () => {
  const check = (before: string, after: string) =>
    assert.equal(
      press(before, (speech, offset) => changeLevel(speech, offset, 1)),
      after,
    );

  it('makes the heading a child of the one before', () => {
    check('一、甲\n\n（一）乙\n\n（二）丙|\n\n（三）丁\n', '一、甲\n\n（一）乙\n\n1.丙|\n\n（二）丁\n');
    check('## 一、甲\n\n## 二、|\n', '## 一、甲\n\n（一）|\n');
    check('**一、甲**\n\n**二、|**\n', '**一、甲**\n\n（一）|\n');
    check('一、甲\n\n（一）乙\n\n1.丙不够。\n\n（二）丁|\n', '一、甲\n\n（一）乙\n\n1.丙不够。\n\n2.丁|\n');
    check('**一、甲**\n\n**二、乙|**\n', '**一、甲**\n\n（一）乙|\n');
  });

  it('takes along what stands below', () => {
    check('一、甲\n\n二、乙|\n\n（一）丙\n\n（二）丁\n', '一、甲\n\n（一）乙|\n\n1.丙\n\n2.丁\n');
  });

  it('takes along the marks inside a paragraph', () => {
    check(
      '（一）甲\n\n1.乙\n\n2.丙|\n\n（1）下去少。（2）办事慢。\n',
      '（一）甲\n\n1.乙\n\n（1）丙|\n\n①下去少。②办事慢。\n',
    );
  });

  it('leaves no comment with the number of another heading', () => {
    const measures = (first: string, second: string) =>
      `二、整改措施\n\n（一）抓乙。<!-- 对应：${first} -->\n\n（二）抓丙。<!-- 对应：${second} -->\n`;
    check(
      `一、存在的问题\n\n（一）甲不够。\n\n（二）|乙不够。\n\n（三）丙不够。\n\n${measures('（二）', '（三）')}`,
      `一、存在的问题\n\n（一）甲不够。\n\n1.|乙不够。\n\n（二）丙不够。\n\n${measures('“乙不够”', '（二）')}`,
    );
  });

  it('copies no comment', () => {
    const measures = '二、措施\n\n（一）甲甲甲。学。\n\n<!-- 对应：无 -->1.丙丙丙。下去少。\n\n';
    check(`${measures}（二）|丁丁丁。干。\n`, `${measures}2.|丁丁丁。干。\n`);
  });

  it('does nothing to the heading of a part, which is one wherever it stands', () => {
    const text =
      '## 一、存在的问题\n\n（一）学习方面\n\n1.学得不深。\n\n## 二、|原因分析\n\n（一）认识不够。\n\n（二）要求不严。\n\n## 三、整改措施\n';
    check(text, text);
  });

  it('leaves the blank of “1. ” behind', () => {
    check('（一）甲\n\n（二）乙|\n\n1. 丙\n2. 丁\n', '（一）甲\n\n1. 乙|\n\n（1）丙\n（2）丁\n');
    check('（一）甲\n\n1. 乙\n\n（二） 丙|\n', '（一）甲\n\n1. 乙\n\n2. 丙|\n');
  });

  it('does nothing without one before', () => {
    for (const text of ['一、甲|\n', '一、甲\n\n（一）乙|\n', '正文|\n']) check(text, text);
  });
});

describe('Shift+Tab', () => {
  const check = (before: string, after: string) =>
    assert.equal(
      press(before, (speech, offset) => changeLevel(speech, offset, -1)),
      after,
    );

  it('makes the heading the next after its parent', () => {
    check('一、甲\n\n（一）乙\n\n（二）丙|\n\n二、丁\n', '一、甲\n\n（一）乙\n\n二、丙|\n\n三、丁\n');
    check('## 一、甲\n\n（一）|\n', '## 一、甲\n\n## 二、|\n');
    check('**一、甲**\n\n（一）|\n', '**一、甲**\n\n**二、|**\n');
    check('**一、甲**\n\n（一）乙\n\n（二）丙|\n', '**一、甲**\n\n（一）乙\n\n**二、丙**|\n');
    check('**一、甲**\n\n（一）乙|。丙不够。\n', '**一、甲**\n\n二、乙|。丙不够。\n');
    check('一、甲\n\n（一）乙\n\n（二）丙|\n\n（三）丁\n', '一、甲\n\n（一）乙\n\n二、丙|\n\n（一）丁\n');
    check('（一）甲\n\n1. 乙|\n', '（一）甲\n\n（二）乙|\n');
  });

  it('makes no heading of a paragraph', () => {
    check(
      '## 一、甲\n\n（一）学习少。学得不深。\n\n（二）|作风散。下去少。\n',
      '## 一、甲\n\n（一）学习少。学得不深。\n\n二、|作风散。下去少。\n',
    );
  });

  it('does nothing at the outermost', () => {
    check('一、甲|\n', '一、甲|\n');
  });
});

describe('moving', () => {
  const down = (before: string, after: string) =>
    assert.equal(
      press(before, (speech, offset) => moveSection(speech, offset, 1)),
      after,
    );
  const up = (before: string, after: string) =>
    assert.equal(
      press(before, (speech, offset) => moveSection(speech, offset, -1)),
      after,
    );

  it('changes places with the neighbour, body and all; the numbers stay', () => {
    const before = '一、甲\n\n（一）乙\n\n乙的话。\n\n（二）丙|\n\n丙的话。\n\n（三）丁\n';
    up(before, '一、甲\n\n（一）丙|\n\n丙的话。\n\n（二）乙\n\n乙的话。\n\n（三）丁\n');
    down(before, '一、甲\n\n（一）乙\n\n乙的话。\n\n（二）丁\n\n（三）丙|\n\n丙的话。\n');
    down('**一、甲|**\n\n乙\n\n**二、丙**', '**一、丙**\n\n**二、甲|**\n\n乙');
  });

  it('leaves a number of another level at its place, too', () => {
    const before = '一、甲\n\n（一）乙\n\n（二）|丙\n\n3.丁\n\n（四）戊\n';
    down(before, '一、甲\n\n（一）乙\n\n（二）丁\n\n3.|丙\n\n（四）戊\n');
    down(
      '一、甲\n\n（一）乙\n\n（二）丁\n\n3.|丙\n\n（四）戊\n',
      '一、甲\n\n（一）乙\n\n（二）丁\n\n3.戊\n\n（四）|丙\n',
    );
    up('一、甲\n\n（一）乙\n\n（二）丁\n\n3.|丙\n\n（四）戊\n', before);
  });

  it('does nothing beside a heading that has lost its number, whose place has none', () => {
    const text = (third: string) =>
      `一、存在的问题\n\n（一）学习方面不够。只读标题。\n\n作风方面不实。下去少。\n\n（三）${third}办事太慢。一拖再拖。\n\n二、整改措施\n\n（一）学。读。\n`;
    up(text('|'), text('|'));
    const first = text('').replace('学习方面', '|学习方面');
    down(first, first);
    const lost = text('').replace('作风方面', '|作风方面');
    down(lost, lost);
    up(lost, lost);
  });

  it('does nothing at the end', () => {
    for (const text of ['一、甲\n\n（一）乙|\n', '正文|\n']) {
      up(text, text);
      down(text, text);
    }
  });

  it('takes along what switches rules off for its first line', () => {
    const off = '<!-- fayan-disable-next-line doubled-word -->';
    const [first, second] = [
      `一、甲\n\n${off}\n\n（一）|乙。\n\n（二）丙。\n`,
      `一、甲\n\n（一）丙。\n\n${off}\n\n（二）|乙。\n`,
    ];
    down(first, second);
    up(second, first);
    down(
      `一、甲\n\n（一）|乙。\n\n（二）丙。\n${off}\n（三）丁。\n`,
      `一、甲\n\n（一）丙。\n\n（二）|乙。\n${off}\n（三）丁。\n`,
    );
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    down(crlf(first), crlf(second));
    // It stands in the line of another section.
    const inLine = `一、甲\n\n（一）|乙。${off}\n\n（二）丙。\n`;
    down(inLine, inLine);
  });

  it('parts no comment that switches rules off from the one that switches them on again', () => {
    const [off, on] = ['<!-- fayan-disable -->', '<!-- fayan-enable -->'];
    up(
      `一、甲\n\n（一）乙\n\n${off}\n\n（二）丙|\n\n${on}\n\n（三）丁\n`,
      `一、甲\n\n${off}\n\n（一）丙|\n\n${on}\n\n（二）乙\n\n（三）丁\n`,
    );
    up(`一、甲\n\n${off}\n\n（一）乙\n\n（二）丙|\n\n${on}\n`, `一、甲\n\n${off}\n\n（一）乙\n\n（二）丙|\n\n${on}\n`);
    down(
      `一、甲\n\n${off}\n\n（一）|乙\n\n（二）丙\n\n（三）丁\n`,
      `一、甲\n\n${off}\n\n（一）丙\n\n（二）|乙\n\n（三）丁\n`,
    );
    const across = `一、甲\n\n（一）乙|\n\n${off}\n\n（二）丙\n\n（三）丁\n\n${on}\n`;
    down(across, across);
  });

  it('keeps what comments name', () => {
    down(
      '一、存在的问题\n\n（一）甲|不够。\n\n（二）乙不够。\n\n二、整改措施\n\n（一）抓乙。<!-- 对应：（二） -->\n\n（二）抓甲。<!-- 对应：（一） -->\n',
      '一、存在的问题\n\n（一）乙不够。\n\n（二）甲|不够。\n\n二、整改措施\n\n（一）抓乙。<!-- 对应：（一） -->\n\n（二）抓甲。<!-- 对应：（二） -->\n',
    );
  });
});
