import assert from 'node:assert/strict';
import { completion } from '../../../server/src/features/completion.ts';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { atCursor } from '../cursor.ts';

/** What is offered at the `|`, best first, and the line of the `|` after taking the one named. */
function complete(marked: string, trigger?: string, isTyping?: boolean) {
  const { speech, offset } = atCursor(marked);
  const { items } = completion(speech, offset, defaultContext, { trigger, isTyping: isTyping ?? false });
  return {
    labels: items.map(({ label }) => label),
    help: (label: string) => items.find((one) => one.label === label)?.detail,
    /** What an editor keeps of it, which filters by `filterText` what is typed already. */
    take(label: string) {
      const item = items.find((one) => one.label === label);
      assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} among ${items.map((one) => one.label)}`);
      const { start, end } = item.textEdit.range;
      const span = { start: speech.source.offsetAt(start), end: speech.source.offsetAt(end) };
      const typed = speech.text.slice(span.start, span.end);
      assert.ok((item.filterText ?? label).startsWith(typed), `${item.filterText} begins with ${typed}`);
      return applyEdits(speech.text, [{ span, newText: item.textEdit.newText }]).split('\n')[start.line];
    },
  };
}

const draft = `---
发言:
  类型: 剖析发言
  年度: 2025
---

# 在民主生活会上的剖析发言

## 一、存在的突出问题

（一）带头强化政治忠诚、提高政治能力方面。存在的问题：一是学习不够系统。二是调研少。@1
@2

## 二、产生问题的原因分析

（一）党性修养有所弱化。放松了要求，@3

## 三、整改措施

（一）抓学习。@4
@5
`;

const at = (place: number, typed = '') =>
  draft.replaceAll(/@(\d)/g, (_, digit) => (Number(digit) === place ? `${typed}|` : ''));

describe('completion', () => {
  it('offers the ways to disable in a comment, then the rules, those that find something first', () => {
    const speech = (comment: string) => `一、存在的问题\n\n${comment}\n\n学习不够,读书少。\n`;
    assert.deepEqual(complete(speech('<!-- fayan-| -->')).labels, [
      'fayan-disable-next-line',
      'fayan-disable-file',
      'fayan-disable',
      'fayan-enable',
    ]);
    assert.equal(complete(speech('<!-- fay|')).take('fayan-disable-file'), '<!-- fayan-disable-file ');
    const offered = complete(speech('<!-- fayan-disable-next-line half|'));
    assert.ok(offered.labels.indexOf('halfwidth-punctuation') < offered.labels.indexOf('broken-numbering'));
    assert.equal(offered.take('halfwidth-punctuation'), '<!-- fayan-disable-next-line halfwidth-punctuation -->');
    const second = complete(speech('<!-- fayan-disable halfwidth-punctuation, | -->'));
    assert.ok(!second.labels.includes('halfwidth-punctuation'), 'which is named already');
    assert.equal(second.take('lone-item'), '<!-- fayan-disable halfwidth-punctuation, lone-item -->');
    assert.deepEqual(complete(speech('<!-- fayan-disable lone-item -- 例| -->')).labels, []);
  });

  it('offers the missing parts behind the mark of a section, those first that come next, and no further mark', () => {
    const parts = complete('在民主生活会上的剖析发言\n\n一、|', '、');
    assert.equal(parts.labels[0], '上年度民主生活会整改措施落实情况');
    assert.ok(!parts.labels.some((label) => /、$|^（/.test(label)), 'no mark follows a mark');
    assert.equal(parts.help('存在的突出问题'), '应有的部分，还没有写');
    assert.equal(parts.take('存在的突出问题'), '一、存在的突出问题');
    const second = '在民主生活会上的剖析发言\n\n一、存在的问题\n\n（一）理论学习方面。学得不深。\n\n';
    const { labels } = complete(`${second}二、|`);
    const causes = labels.indexOf('产生问题的原因分析');
    assert.ok(causes >= 0 && causes < labels.indexOf('上年度民主生活会整改措施落实情况'), 'the next part first');
    assert.ok(!labels.includes('存在的突出问题'), 'which is written');
    assert.equal(complete(`${second}二、产生|`).take('产生问题的原因分析'), '二、产生问题的原因分析');
    assert.ok(!complete(`${second}（二）|`).labels.includes('产生问题的原因分析'), 'not inside a section');
  });

  it('offers the next point, then what is said in 问题', () => {
    const { labels } = complete(at(1));
    assert.equal(labels[0], '三是');
    assert.ok(labels.includes('不够深入') && labels.includes('比如，'));
    assert.ok(!labels.includes('立行立改'), 'nothing of 整改');
    assert.ok(!labels.includes('存在的问题：'), 'which stands there already');
    assert.ok(complete(at(2, '\n（二）带头固本培元方面。')).labels.includes('存在的问题：'));
  });

  it('offers a number once, where it is the next point as well', () => {
    const told = complete('一、存在的问题\n\n一是学习不深。\n\n二是调研不多。\n\n|');
    assert.deepEqual(
      told.labels.filter((label) => label === '三是'),
      ['三是'],
    );
    assert.equal(told.take('三是'), '三是');
  });

  it('offers the next numbers and the aspects of the year that are not examined yet', () => {
    const { labels, take } = complete(at(2, '\n'));
    assert.deepEqual(labels.slice(0, 3), ['（二）', '二、', '三是']);
    assert.ok(labels.includes('带头固本培元、增强党性方面'));
    assert.ok(!labels.includes('带头强化政治忠诚、提高政治能力方面'));
    assert.equal(take('带头固本培元、增强党性方面'), '（二）带头固本培元、增强党性方面。');
    assert.equal(complete(at(2, '\n（二）')).take('带头固本培元、增强党性方面'), '（二）带头固本培元、增强党性方面。');
  });

  it('writes an aspect as its siblings are written', () => {
    const label = '带头固本培元、增强党性方面';
    const take = (siblings: string, typed: string) =>
      complete(
        `---\n发言: {类型: 剖析发言, 年度: 2025}\n---\n\n# 剖析发言\n\n## 一、存在的问题\n\n${siblings}\n\n${typed}|\n`,
      ).take(label);
    const alone = '### （一）带头强化政治忠诚、提高政治能力方面\n\n学习不深。';
    for (const typed of ['', '### ', '### （', '### （二）', '（', '（二）'])
      assert.equal(take(alone, typed), '### （二）带头固本培元、增强党性方面', typed);
    const bold = '**（一）带头强化政治忠诚、提高政治能力方面。**学习不深。';
    for (const typed of ['', '**', '**（二）'])
      assert.equal(take(bold, typed), '**（二）带头固本培元、增强党性方面。**', typed);
    assert.equal(
      take('（一）带头强化政治忠诚、提高政治能力方面：学习不深。', ''),
      '（二）带头固本培元、增强党性方面：',
    );
    assert.equal(
      take('（一）带头强化政治忠诚、提高政治能力方面。', ''),
      '（二）带头固本培元、增强党性方面。',
      'a stub',
    );
    assert.equal(take('', '### '), '### （一）带头固本培元、增强党性方面', 'the first');
    assert.equal(take('', '（一）'), '（一）带头固本培元、增强党性方面。', 'the first');
  });

  it('says which aspects of a year nobody has confirmed', () => {
    const { help } = complete(
      '---\n发言: {类型: 剖析发言, 年度: 2016}\n---\n\n# “两学一做”专题民主生活会对照检查材料\n\n一、存在的问题\n\n（一）|\n',
    );
    assert.equal(help('理想信念方面'), '2016 年对照的方面，还没有写。未经核实。');
  });

  it('knows the roles', () => {
    assert.ok(complete(at(3)).labels.includes('究其根本'));
    const { labels } = complete(at(4));
    assert.equal(labels[0], '针对（一）带头强化政治忠诚、提高政治能力');
    for (const one of ['每月不少于', '月底前完成', '由我牵头', '以结果为检验标准'])
      assert.ok(labels.includes(one), one);
  });

  it('takes 汉字 and pinyin initials for the same words', () => {
    assert.equal(complete(at(3, '增强“四个')).take('“四个意识”'), '（一）党性修养有所弱化。放松了要求，增强“四个意识”');
    assert.equal(complete(at(3, '增强四个')).take('“四个意识”'), '（一）党性修养有所弱化。放松了要求，增强“四个意识”');
    const letters = complete(at(3, '增强sgys'));
    assert.deepEqual(letters.labels, ['“四个意识”']);
    assert.equal(letters.take('“四个意识”'), '（一）党性修养有所弱化。放松了要求，增强“四个意识”');
    assert.equal(complete(at(4, 'lxlg')).take('立行立改'), '（一）抓学习。立行立改');
  });

  it('offers marks right behind the front matter, and none at its last line', () => {
    for (const eol of ['\n', '\r\n']) {
      const offered = (marked: string) => complete(marked.replaceAll('\n', eol)).labels;
      assert.deepEqual(offered('---\ntitle: 甲\n---\n|\n'), ['一、'], JSON.stringify(eol));
      assert.deepEqual(offered('---\ntitle: 甲\n---|\n'), []);
    }
  });

  it('offers clauses where a clause can begin, and nowhere else', () => {
    const { labels } = complete(at(1, '三是对两个'));
    assert.ok(labels.includes('“两个确立”'));
    assert.ok(!labels.includes('不够深入'), labels.join(' '));
    assert.ok(complete(at(1, '三是')).labels.includes('缺乏韧劲'));
  });

  it('offers a writer who asks what may be said of a subject', () => {
    const line = '（一）带头强化政治忠诚、提高政治能力方面。存在的问题：一是学习不够系统。二是调研少。';
    const { labels, take } = complete(at(1, '三是谋划项目'));
    assert.deepEqual(labels, ['不够深入', '缺乏韧劲', '有所弱化', '存在差距', '讲得多、做得少', '比如，']);
    assert.equal(take('缺乏韧劲'), `${line}三是谋划项目缺乏\${1|韧劲,系统性,针对性,主动性|}。$0`);
    const measure = complete(at(4, '一是到村走访'));
    assert.equal(measure.take('负责同志'), `（一）抓学习。一是到村走访，由\${1:〔责任人〕}负责`);
    assert.deepEqual(complete(at(1, '三是谋划项目'), undefined, true).labels, [], 'at every letter');
    assert.deepEqual(complete(at(1, '三是谋划项目，')).labels.includes('不够深入'), true);
    assert.deepEqual(complete('# 说明\n\n一是谋划项目|\n').labels, []);
  });

  it('answers a character that asks by itself only where it is plain what is meant', () => {
    assert.deepEqual(complete(at(1, '三是对'), '对').labels, []);
    assert.ok(complete(at(4, '针对'), '对').labels.length > 0);
    assert.deepEqual(complete('# 说明\n\n这是|\n', '是').labels, []);
  });

  it('takes the phrases of the workspace, whatever they are', () => {
    const { speech, offset } = atCursor(at(1, '三是坚持co'));
    const context = { ...defaultContext, phrases: [{ phrase: 'constructor' }] };
    const { items } = completion(speech, offset, context, { trigger: undefined, isTyping: false });
    assert.deepEqual(
      items.map(({ label }) => label),
      [],
      'it has no initials',
    );
  });

  it('says nothing in comments, code and quotations', () => {
    for (const text of ['<!-- 一、| -->\n', '```\n一、|\n```\n', '> 一、|引文\n'])
      assert.deepEqual(complete(text).labels, [], text);
  });
});

describe('in a comment that says what goes with what', () => {
  const speech = (problem: string, measure: string) =>
    `一、存在的问题\n\n（一）作风不实。下去少。\n\n（二）学习不够。原著没有通读。${problem}\n\n二、原因分析\n\n（一）懒。\n\n三、整改措施\n\n（一）通读原著。每天学习，原著通读一遍。${measure}\n\n（二）多下去。每周下去一次。\n`;

  it('a measure is offered the problems, the likeliest first, or none', () =>
    assert.deepEqual(complete(speech('', '<!-- 对应：| -->')).labels, ['（二）', '（一）', '无']));
  it('a problem the measures, before the comment is closed as well', () => {
    const offered = complete(speech('<!-- 对应：|', ''), '：');
    assert.deepEqual(offered.labels, ['（一）', '（二）', '无']);
    assert.equal(offered.take('（一）'), '（二）学习不够。原著没有通读。<!-- 对应：（一） -->');
  });
  it('what is named already is not offered again', () => {
    const offered = complete(speech('', '<!-- 对应：（一）、（| -->'), '（');
    assert.deepEqual(offered.labels, ['（二）']);
    assert.match(offered.take('（二）') ?? '', /对应：（一）、（二）#[0-9a-f]{4} -->$/);
  });
  it('a title with commas is taken as a whole', () => {
    const text = (pin: string) =>
      `一、存在的问题\n\n- **作风、纪律不实。**下去少。\n\n- **学习不够。**没有通读。\n\n二、整改措施\n\n（一）通读原著。每天学习。<!-- 对应：${pin} -->\n`;
    const offered = complete(text('“作风、纪|'));
    assert.match(offered.take('“作风、纪律不实”') ?? '', /。<!-- 对应：“作风、纪律不实”#[0-9a-f]{4} -->$/);
    assert.deepEqual(complete(text('“作风、纪律不实”、|')).labels, ['“学习不够”']);
  });
});
