import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertBounded } from '../bounded.ts';
import { baseScopes, type Grammars, loadGrammars, markScopes, unmarkScopes } from './scopes.ts';

/** To try the same cases on the grammars of an editor: `EDITOR_EXTENSIONS=…/resources/app/extensions npm run unit`. */
const extensions = process.env.EDITOR_EXTENSIONS;

describe('the injected grammar', () => {
  let grammars: Grammars;
  const seen: string[] = [];

  before(async () => {
    grammars = await loadGrammars(extensions);
  });

  function check(title: string, ...marked: string[]): void {
    seen.push(...marked.map(unmarkScopes));
    it(title, () => {
      for (const text of marked) assert.equal(markScopes(grammars.injected, unmarkScopes(text)), text);
    });
  }

  check(
    'numerals of the five levels',
    '⟦level1:一、⟧⟦section:学习方面⟧',
    '⟦level1:十二、⟧⟦section:学习方面⟧',
    '⟦level2:（一）⟧⟦section:学习方面⟧',
    '⟦level3:1.⟧学习方面',
    '⟦level4:（1）⟧学习方面',
    '⟦level5:①⟧学习方面',
  );

  check(
    'numerals as they are pasted or mistyped',
    '⟦level2:(一)⟧⟦section:学习方面⟧',
    '⟦level2:（一)⟧⟦section:学习方面⟧',
    '⟦level3:１．⟧学习方面',
    '⟦level3:1、⟧学习方面',
    '⟦level3:1）⟧学习方面',
    '⟦level4:(12)⟧学习方面',
    '⟦level4:⑴⟧学习方面',
  );

  check(
    'numerals behind headings, bold, indents, quotation marks, bullets',
    '## ⟦level1:一、⟧学习方面',
    '### **⟦level2:（一）⟧学习方面**',
    '**⟦level1:一、⟧⟦section:学习方面⟧**',
    '**⟦level1:一、⟧**学习方面',
    '　　⟦level2:（一）⟧⟦section:学习方面⟧',
    '　　**⟦level2:（一）⟧⟦section:学习方面⟧**',
    '> ⟦level1:一、⟧⟦section:学习方面⟧',
    '- ⟦level2:（一）⟧学习方面',
    '第一段\n⟦level3:1.⟧学习方面\n⟦level3:2.⟧作风方面',
  );

  check(
    'no numerals inside a line, in numbers and in plain enumerations',
    '对照（一）和（二）',
    '见附件①',
    '1.5亿元',
    '2025年',
    '3、4月份',
    '一、二季度排名靠后',
    '一些同志',
  );

  check(
    'series at the start of a sentence',
    '⟦series:一是⟧学习不够。⟦series:二是⟧思考不深；⟦series:三是⟧落实不力',
    '不足：⟦series:一是⟧学习不够。',
    '“就事论事。”⟦series:二是⟧思考不深。',
    '**⟦series:一是⟧学习不够。**多为被动。**⟦series:二是⟧思考不深。**',
    '- ⟦series:十是⟧落实不力',
    '⟦series:第一⟧，学。⟦series:第二⟧，改。',
    '⟦series:其一⟧，学。⟦series:其二⟧，改。',
    '⟦series:首先⟧，学。⟦series:其次⟧，改。⟦series:再次⟧，查。⟦series:最后⟧，评。',
  );

  check(
    'no series in other words',
    '思想统一是前提，问题之一是学习，唯一是自觉。',
    '把安全放在第一，把质量放在首位。',
    '最后一名。第一季度。首先要学。',
    '一是一，二是二',
  );

  check(
    'the lead-in of problems',
    '总体较好。⟦lead-in:存在的问题⟧：⟦series:一是⟧学习不够。',
    '但⟦lead-in:存在一些问题⟧：⟦series:一是⟧学习不够。',
    '⟦lead-in:整改措施⟧：每月学习一次。',
    '认真研究整改措施：略。',
    '存在的问题不少。',
  );

  check(
    'all of a plain heading behind 一、 or （一）, nothing of a sentence',
    '⟦level1:一、⟧⟦section:对照检查出的突出问题：⟧',
    '⟦level2:（一）⟧⟦section:提高站位，把牢方向⟧',
    '⟦level2:（一）⟧学习抓得不紧。文件只看标题。',
    '⟦level2:（一）⟧学习抓得不紧：文件只看标题',
    '一、二季度的任务没有完成',
  );

  check(
    'the words of sections, in headings only',
    '## ⟦level1:一、⟧⟦section:存在的问题⟧',
    '**⟦level1:二、⟧⟦section:产生问题的原因分析⟧**',
    '⟦level1:二、⟧⟦section:问题产生的根源和原因分析⟧',
    '⟦level1:三、⟧⟦section:努力方向和整改措施⟧',
    '**⟦section:整改措施⟧**',
    '### ⟦level2:（一）⟧“五个方面”⟦section:检视问题⟧',
    '## ⟦section:上年度民主生活会整改措施落实情况⟧',
    '对整改措施抓得不紧',
    '⟦level2:（一）⟧落实方面。对整改措施抓得不紧。',
  );

  check(
    'placeholders',
    '按照⟦placeholder:〔上级〕⟧部署',
    '## ⟦placeholder:〔单位〕⟧材料',
    '| ⟦placeholder:〔N〕⟧ | 甲 |\n| --- | --- |',
    '国发〔2024〕5号',
    '〔未完',
  );

  check(
    'nothing in code, comments and front matter',
    '```\n一、甲\n一是乙〔丙〕\n```',
    '<!-- 一、甲〔乙〕 -->',
    '<!--\n一、甲\n-->',
    '内容`〔甲〕`如此',
    '内容<!-- 〔甲〕。一是乙 -->如此',
    '---\n一、甲: 〔乙〕\n---',
  );

  it('is contributed by package.json', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(contributes?.grammars, [
      {
        scopeName: 'markdown.fayan.injection',
        path: './syntaxes/fayan.injection.tmLanguage.json',
        injectTo: ['text.html.markdown'],
      },
    ]);
  });

  it('leaves the scopes of Markdown as they are', () => {
    for (const text of seen) {
      assert.deepEqual(baseScopes(grammars.injected, text), baseScopes(grammars.plain, text), text);
    }
  });

  it('reads a very long line in time', () => {
    const unit = '（一）对照“五个方面”，一是学习不够，存在的问题〔甲〕；二是';
    assertBounded('line', () => markScopes(grammars.injected, `${unit.repeat(600)}。`));
  });
});
