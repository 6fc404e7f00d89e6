import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { soundFixes } from '../../../server/src/rules/soundFixes.ts';

it('a number that stands twice is mended by the title of either', () => {
  const text =
    '一、存在的问题\n\n（一）读书不够。很少自学。\n\n（一）作风、纪律不实。下去少。\n\n二、原因分析\n\n（一）懒。\n\n（二）散。\n\n三、整改措施\n\n（一）走访群众。每月下去两次。<!-- 对应：（一） -->\n\n（二）自学。每天读书。\n';
  const lintAgain = (other: string) => lint(parseSpeech(other));
  const reports = lintAgain(text);
  const [pin] = reports.filter(({ rule }) => rule.id === 'broken-pin');
  assert.ok(pin);
  const pins = soundFixes(text, pin, reports, lintAgain).map(
    ({ edits }) => /<!--.*-->/.exec(applyEdits(text, edits))?.[0],
  );
  assert.deepEqual(pins, ['<!-- 对应：“读书不够” -->', '<!-- 对应：“作风、纪律不实” -->']);
});
