import assert from 'node:assert/strict';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { deadlineIn, leaderIn, ownerIn } from '../../../server/src/render/commitments.ts';
import { type Ledger, ledgerOf } from '../../../server/src/render/ledger.ts';
import { ledgerCsv, ledgerFile, ledgerMarkdown } from '../../../server/src/render/ledgerFiles.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { pinnedText } from '../features/pinned.ts';

/** Each row with the cells that are filled: `存在问题=…`. */
function rows({ columns, rows }: Ledger): string[][] {
  return rows.map((cells) => columns.flatMap((column, index) => (cells[index] ? [`${column}=${cells[index]}`] : [])));
}

describe('the ledger', () => {
  it('has a row for every problem, and for every measure that answers none', () => {
    assert.deepEqual(rows(ledgerOf(parseSpeech(pinnedText), defaultContext)), [
      [
        '序号=1',
        '问题来源=对照检查',
        '存在问题=理论学习不系统',
        '具体表现=一是原著读得少；二是笔记记得浅',
        '整改措施=（一）强化理论武装。2025年6月底前通读原著，由办公室负责督促。',
        '责任人/责任单位=办公室',
        '完成时限=2025年6月底前',
      ],
      [
        '序号=2',
        '问题来源=对照检查',
        '存在问题=联系群众不紧密',
        '具体表现=下乡走马观花。',
        '整改措施=（二）常到村里去。每月走访10户，长期坚持。',
        '完成时限=长期坚持',
      ],
      ['序号=3', '问题来源=对照检查', '存在问题=意识形态阵地管理松懈', '具体表现=对舆情不敏感。', '备注=未见整改措施'],
      ['序号=4', '整改措施=（三）勤俭办一切事情。压减开支。'],
    ]);
  });

  it('takes 责任人 and 时限 from the columns of a table', () => {
    const text =
      '一、存在的问题\n\n（一）学习不够。\n\n二、整改措施\n\n| 对应问题 | 整改措施 | 责任人 | 完成时限 |\n| --- | --- | --- | --- |\n| 第一个问题 | 每周通读原著 | 王某 | 6月底 |\n';
    const [first] = rows(ledgerOf(parseSpeech(text), defaultContext));
    const cells = first?.filter((cell) => /^(?:整改措施|责任人|完成时限)/.test(cell));
    assert.deepEqual(cells, ['整改措施=每周通读原著', '责任人/责任单位=王某', '完成时限=6月底']);
  });

  it('takes 时限 from the heading that sorts the measures, where a measure states none', () => {
    const text =
      '一、存在的问题\n\n（一）灯坏了没人修。\n\n二、整改措施\n\n（一）立行立改事项\n\n1.把灯修好。\n\n（二）限期整改事项\n\n1.换灯杆。五月底前换完。\n\n2.查线路。\n';
    const terms = ledgerOf(parseSpeech(text), defaultContext).rows.map((row) => row[8]);
    assert.deepEqual(terms, ['', '立行立改', '五月底前', '限期整改']);
    const dated = text.replace('立行立改事项', '6月底前办完').replace('限期整改事项', '全年坚持');
    const dates = ledgerOf(parseSpeech(dated), defaultContext).rows.map((row) => row[8]);
    assert.deepEqual(dates, ['', '6月底前', '五月底前', '全年']);
  });

  it('ends a heading that stands on a line of its own, so that it does not run into the text', () => {
    const text =
      '## 一、存在的问题\n\n### （一）学习不够\n\n书读得少\n\n笔记也少\n\n## 二、整改措施\n\n### （一）**强化学习**\n2026年3月底前读完原著。\n\n### （二）落实“三会一课”\n\n每月一次。\n\n### （三）抓实抓细：\n\n每周一查。\n';
    const cells = ledgerOf(parseSpeech(text), defaultContext).rows.flatMap((row) => [row[3], row[5]]);
    assert.deepEqual(
      cells.filter((cell) => cell),
      [
        '书读得少。笔记也少',
        '（一）强化学习。2026年3月底前读完原著。',
        '（二）落实“三会一课”。每月一次。',
        '（三）抓实抓细：每周一查。',
      ],
    );
  });

  it('has the words as they are printed, without Markdown, comments and notes', () => {
    const text =
      '# 对照检查材料[^1]\n\n一、存在的问题\n\n（一）学习*不够*深入，见[通报](http://a.b)，5\\*3[^1]。**读得少**。\n\n二、整改措施\n\n（一）每周*学习*`一次`<!-- 内部 -->。\n\n> 学*用*结合\n\n*目标：*记得住。\n\n1. 记[笔记](http://a.b)\n2. 写体会\n\n[^1]: 出处。\n';
    const ledger = ledgerOf(parseSpeech(text), defaultContext);
    assert.equal(ledger.title, '对照检查材料 整改台账');
    assert.deepEqual(
      ledger.rows.map((row) => [row[2], row[3], row[5]]),
      [['学习不够深入，见通报，5*3', '读得少。', '（一）每周学习一次。学用结合。目标：记得住。1. 记笔记。2. 写体会']],
    );
    assert.match(ledgerMarkdown(ledger), /\| 学习不够深入，见通报，5\\\*3 \|/);
  });

  it('parts the cells of a table below a measure', () => {
    const text =
      '一、存在的问题\n\n（一）学习不深入。\n\n二、整改措施\n\n（一）深入学习。\n\n| 时间 | 内容 |\n| --- | --- |\n| 一月 | 读\\|写<br>原著 |\n';
    assert.deepEqual(
      ledgerOf(parseSpeech(text), defaultContext).rows.map((row) => row[5]),
      ['（一）深入学习。时间；内容；一月；读|写原著'],
    );
  });

  it('tells where a problem comes from by the heading above it', () => {
    const text =
      '一、存在的问题\n\n（一）巡察反馈的问题\n\n1.台账不全。漏记三笔。\n\n2.公示不及时。晚了一月。\n\n（二）群众提出的意见\n\n1.办事慢。排队久。\n\n2.回复慢。等得久。\n\n二、整改措施\n\n（一）补齐台账。\n';
    const sources = rows(ledgerOf(parseSpeech(text), defaultContext)).flatMap((cells) =>
      cells.filter((cell) => cell.startsWith('问题来源')),
    );
    assert.deepEqual(sources, [
      '问题来源=巡视巡察反馈',
      '问题来源=巡视巡察反馈',
      '问题来源=征求意见',
      '问题来源=征求意见',
    ]);
  });

  it('is a Markdown table', () => {
    const ledger = { title: '台账', columns: ['序号', '整改措施'], rows: [['1', '甲|乙\n丙']] };
    assert.equal(ledgerMarkdown(ledger), '# 台账\n\n| 序号 | 整改措施 |\n| --- | --- |\n| 1 | 甲\\|乙<br>丙 |\n');
  });

  it('is CSV that a spreadsheet opens and does not run', () => {
    const cells = ['=1+1', '+86', '-减', '@某', ' =2', '＝3', '\t4', '甲,"乙"', '甲\n乙', '3-4月'];
    assert.equal(
      ledgerCsv({ title: '', columns: ['列'], rows: cells.map((cell) => [cell]) }),
      `\ufeff列\r\n'=1+1\r\n'+86\r\n'-减\r\n'@某\r\n' =2\r\n'＝3\r\n'\t4\r\n"甲,""乙"""\r\n"甲\n乙"\r\n3-4月\r\n`,
    );
  });

  it('is named after the speech', async () => {
    const name = async (uri: string) => (await ledgerFile(parseSpeech(pinnedText), defaultContext, uri, 'csv')).name;
    assert.equal(await name('file:///d/%E5%BC%A0%E4%B8%89.speech.md'), '张三-整改台账.csv');
    assert.equal(await name('untitled:Untitled-1'), 'Untitled-1-整改台账.csv');
  });
});

describe('what a measure commits to', () => {
  for (const [text, deadline, owner] of [
    ['立行立改，今年6月底前完成。', '立行立改、今年6月底前', ''],
    ['由办公室牵头，9月30日前建成系统。', '9月30日前', '办公室'],
    ['我亲自牵头，年底前全部办结，每季度检查一次。', '年底前', '本人'],
    ['三个月内补齐台账，责任人：李某，责任单位：财务科。', '三个月内', '李某、财务科'],
    ['2025年第一季度学完原著。', '', ''],
    ['3月以来走访十户，一年内不再发生。', '一年内', ''],
    ['加强学习，提高认识。', '', ''],
    ['针对“抓落实”的问题，〔写明措施、时限、责任人〕。', '', ''],
    ['由〔责任人〕牵头，〔×〕月底前完成，由办公室督促。', '', ''],
    ['6月底前办结，责任人：〔姓名〕；由办公室负责。', '6月底前', '办公室'],
    ['清水河二期6户由党组书记包保，5月底前全部签约。', '5月底前', '党组书记'],
    ['难点村由班子成员包联，经费由县财政包干使用。', '', '班子成员'],
    ['畅通热线。群众反映的问题，7个工作日内到现场。', '', ''],
    ['二是凡来信来访，接件后3天内回复；每次会后5个工作日内交办，年底前清零。', '年底前', ''],
    ['群众反映的12个问题，15天内办结。对照清单，10天内补齐。', '15天内、10天内', ''],
  ] as const) {
    it(text, () => {
      assert.deepEqual([deadlineIn(text), ownerIn(text)], [deadline, owner]);
    });
  }

  it('the leader, where one is named', () => {
    assert.equal(leaderIn('责任领导：张某；责任人：李某'), '张某');
  });
});
