// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is the syntax under test.
import assert from 'node:assert/strict';
import { expand } from './expand.ts';

function check(title: string, snippet: string, text: string): void {
  it(title, () => assert.equal(expand(snippet, { CURRENT_YEAR: '2025' }).text, text));
}

describe('expand', () => {
  check('leaves tab stops empty', '甲$1乙${2}丙$0', '甲乙丙');
  check('shows defaults', '由${1:〔责任人〕}牵头', '由〔责任人〕牵头');
  check('repeats the default of the same stop, before and after it', '$1、${1:甲}、${1}', '甲、甲、甲');
  check('nests placeholders', '${1:甲${2:乙${3:丙}}}丁', '甲乙丙丁');
  check('takes the first choice', '${1|每周,每月|}一次', '每周一次');
  check('unescapes choices', '${1|甲\\,乙,丙\\|丁|}', '甲,乙');
  check('knows variables and their defaults', '$CURRENT_YEAR年${CURRENT_YEAR}${OTHER:甲${1:乙}}', '2025年2025甲乙');
  check('unescapes dollar, brace and backslash', '\\$1 ${1:甲\\}乙} \\\\ }', '$1 甲}乙 \\ }');
  check('joins lines', ['甲', '乙'].join('\n'), '甲\n乙');

  it('tells the stops and the choices', () => {
    const { stops, choices } = expand(['${2:甲$1}', '${3|乙,丙|}$2$0']);
    assert.deepEqual(stops, [2, 1, 3, 0]);
    assert.deepEqual(choices, [['乙', '丙']]);
  });

  it('throws where the editor would show the syntax itself', () => {
    for (const broken of ['${1:甲', '${1|甲,乙}', '${', '$', '${1/甲/乙/}', '${1||}']) {
      assert.throws(() => expand(broken), broken);
    }
  });
});
