import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind } from '../../../server/src/features/codeActions.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { applied } from './applied.ts';

const text = '学习抓得不紧,没有以身做则。先锋摸范作用不够突出,涉及到的“三会一科”，大约缺席3次左右。\n';

/** The actions at the start of the text, of the kinds asked for. */
function actionsOf(only?: readonly string[], source = text): CodeAction[] {
  const speech = parseSpeech(source);
  const lintAgain = (other: string) => lint(parseSpeech(other));
  const start = { line: 0, character: 6 };
  const target = { uri: 'file:///甲.md', speech, version: 1 };
  return codeActions(target, { start, end: start }, { reports: lint(speech), lintAgain }, only);
}

it('“fix all” applies what is sure, and leaves what the writer must judge', () => {
  const [action, ...others] = actionsOf([fixAllKind]);
  assert.ok(action);
  assert.deepEqual(others, []);
  assert.equal(
    applied(text, action),
    '学习抓得不紧，没有以身作则。先锋摸范作用不够突出，涉及到的“三会一科”，大约缺席3次左右。\n',
  );
});

it('no blank is left behind a mark that is mended, by itself or with all', () => {
  const source = '学习抓得不紧, 没有时时跟进. 会上不说真话。\n';
  const mended = '学习抓得不紧，没有时时跟进。会上不说真话。\n';
  const [fix] = actionsOf(['quickfix'], source);
  assert.equal(fix && applied(source, fix), source.replace(', ', '，'));
  const [all] = actionsOf([fixAllKind], source);
  assert.equal(all && applied(source, all), mended);
});

it('“fix all” of a rule leaves what others find', () => {
  const kind = `${fixAllKind}.halfwidth-punctuation`;
  const [action, ...others] = actionsOf([kind]);
  assert.ok(action);
  assert.deepEqual([action.kind, others], [kind, []]);
  assert.equal(applied(text, action), text.replaceAll(',', '，'));
  assert.deepEqual(actionsOf([`${fixAllKind}.long-sentence`]), []);
});

it('is one of all fixes on saving, and none of the quick fixes', () => {
  const titles = (only?: readonly string[]) => actionsOf(only).map(({ title }) => title);
  assert.deepEqual(titles(['source.fixAll']), ['修正所有有把握的问题']);
  assert.deepEqual(titles(['quickfix']), ['改为“，”']);
  assert.deepEqual(titles(), ['改为“，”', '修正所有有把握的问题']);
  assert.deepEqual(titles(['source.organizeImports']), []);
});

it('prefers none of several readings', () => {
  const actions = actionsOf(['quickfix'], '去年我们立下“公车不捎私物的规矩，谁也不能破。\n');
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['补成“公车不捎私物的规矩”', false],
      ['补成“公车不捎私物的规矩，谁也不能破”', false],
      ['删去左引号', false],
    ],
  );
});

it('leads to the blank that a fix leaves, where the client can go there', () => {
  const source =
    '一、存在的问题\n\n（一）学习方面。读得少。\n\n（二）车辆方面。公车管得松。\n\n二、整改措施\n\n（一）多读书。每周读两章原著。\n';
  const speech = parseSpeech(source);
  const lintAgain = (other: string) => lint(parseSpeech(other));
  const start = speech.source.positionAt(source.indexOf('车辆'));
  const linted = { reports: lint(speech), lintAgain };
  const leads = [true, false].map((canCommand) => {
    const target = { uri: 'file:///甲.md', speech, version: 1, canCommand };
    const [action] = codeActions(target, { start, end: start }, linted, ['quickfix']);
    assert.ok(action);
    const [uri, range] = action.command?.arguments ?? [];
    const made = TextDocument.create('', '', 0, applied(source, action));
    return [action.title, action.command?.command, uri, range && made.getText(range)];
  });
  assert.deepEqual(leads, [
    ['在整改部分添加一条措施“（二）”', '_fayan.select', 'file:///甲.md', '〔整改标题〕'],
    ['在整改部分添加一条措施“（二）”', undefined, undefined, undefined],
  ]);
});

it('makes a tab stop of each blank that a fix leaves, where the client takes that', () => {
  const source =
    '一、存在的问题\n\n（一）学习方面。读得少。\n\n（二）车辆方面。公车管得松。\n\n二、整改措施\n\n（一）多读书。每周读两章原著。\n\n三、结束语\n\n请批评。\n';
  const fixed = (text: string, at: string) => {
    const speech = parseSpeech(text);
    const lintAgain = (other: string) => lint(parseSpeech(other));
    const start = speech.source.positionAt(text.indexOf(at));
    const target = { uri: 'file:///甲.md', speech, version: 1, canStop: true };
    const [action] = codeActions(target, { start, end: start }, { reports: lint(speech), lintAgain }, ['quickfix']);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change && change.textDocument.version === 1);
    return change.edits.map((edit) => ('snippet' in edit ? edit.snippet.value : `plain: ${edit.newText}`));
  };
  // `$` and `}` that are words are no part of the snippet.
  assert.deepEqual(fixed(source.replace('车辆方面', '用$换车}方面'), '用$'), [
    `\n\n（二）\${1:〔整改标题〕}。针对“用\\$换车\\}”的问题，\${2:〔写明措施、时限、责任人〕}。`,
  ]);
  // The client would indent what follows once more.
  assert.deepEqual(fixed(source.replace('（一）多', '  （一）多'), '车辆'), [
    'plain: \n\n  （二）〔整改标题〕。针对“车辆”的问题，〔写明措施、时限、责任人〕。',
  ]);
  assert.deepEqual(fixed('学习少,记得少。\n', ','), ['plain: ，']);
});
