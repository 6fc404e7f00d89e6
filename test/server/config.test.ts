import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { lint } from '../../server/src/rules/lint.ts';
import { readerOf } from '../../server/src/userData/dataReader.ts';
import { type JsonPath, placeOf } from '../../server/src/userData/jsonPlace.ts';
import { readProfileFile } from '../../server/src/userData/profileReader.ts';
import { workspaceContext } from '../../server/src/userData/workspaceContext.ts';
import { mark, unmark } from './marked.ts';

/** Checks that a file is faulted at exactly the marked places. */
function check(path: string, marked: string, messages: readonly string[]): void {
  it(`${path}: ${marked}`, () => {
    const { faults } = workspaceContext([{ path, text: unmark(marked) }]);
    assert.equal(
      mark(
        unmark(marked),
        faults.map(({ span }) => span),
      ),
      marked,
    );
    assert.deepEqual(
      faults.map(({ message }) => message),
      messages,
    );
  });
}

describe('.fayan', () => {
  check('config.json', '{"rules": {"broken-numbering": "off"}}', []);
  check('config.json', '{"rules": {"broken-numbering": ⟦"never"⟧}}', [
    '此处应为“off”、“hint”、“information”、“warning”、“error”之一',
  ]);
  check('config.json', '{"rules": {⟦"no-such-rule"⟧: "off"}, ⟦"colour"⟧: 1}', [
    '不认识的属性“colour”，未采用',
    '没有“no-such-rule”这条规则',
  ]);
  check('config.json', '⟦[⟧]', ['此处应为对象 { }']);
  check('config.json', '{"defaultProfile": "剖析发言"}', []);
  check('profiles/a.json', '{"profiles": [{"name": "甲", "rate": ⟦"快"⟧}, ⟦{⟧"aliases": []}]}', [
    '此处应为 60 到 600 的数',
    '缺少“name”，这一项未采用',
  ]);
  check('profiles/a.json', '{"aspects": [{"theme": "甲", "items": ["一", ⟦2⟧, {"title": "三", "evidence": ⟦"X"⟧}]}]}', [
    '此处应为对象 { }',
    '此处应为“D”、“I”、“K”之一',
  ]);

  check('themes.json', '{"themes": [{"id": "theory", "problem": [⟦7⟧]}]}', ['此处应为文字，不超过 500 字']);
  check('themes.json', '{"themes": [{"id": "theory", "problem": [⟦" "⟧]}]}', ['此处不能空着']);

  check('styles/a.json', '{"name": "本局", "extends": "讲话稿", "size": 20, "title": {"font": "黑体"}}', []);
  check(
    'styles/a.json',
    '{"name": "本局", "extends": ⟦"红头"⟧, "size": ⟦"三号"⟧, ⟦"colour"⟧: "red", "title": {"font": ⟦"a;b"⟧}, "body": ⟦7⟧}',
    [
      '不认识的属性“colour”，未采用',
      '此处应为“公文”、“讲话稿”、“简洁”之一',
      '此处应为 5 到 72 的数',
      '此处应为对象 { }',
      '此处应为名称，不超过 80 字，不含引号和 < > & ; { }',
    ],
  );
  check('styles/a.json', '{"name": "本局", "margins": ⟦{⟧"left": 110, "right": 110}}', [
    '页边距以内排不下几个字，纸张、页边距和每行字数未采用',
  ]);
  check('styles/a.json', '⟦{⟧"size": 20}', ['缺少“name”，这一项未采用']);
  for (const none of ['⟦[⟧]', '⟦7⟧', '⟦null⟧', '⟦"公文"⟧']) check('styles/a.json', none, ['此处应为对象 { }']);

  check(
    'profiles/a.json',
    '{"profiles": [{"name": "甲", "length": {⟦"mim"⟧: 3}, "shares": [{"roles": ["problems"], ⟦"mix"⟧: 1}, ⟦{⟧"min": 0.1}, {"roles": ⟦[⟧]}]}]}',
    ['不认识的属性“mim”，未采用', '不认识的属性“mix”，未采用', '缺少“roles”，这一项未采用', '至少要有 1 项'],
  );
  check('profiles/a.json', '{"aspects": [{"theme": "甲", "year": ⟦2025.5⟧, "count": ⟦2.5⟧, "items": ["一"]}]}', [
    '此处应为 1990 到 2100 的整数',
    '此处应为 1 到 30 的整数',
  ]);
  check('profiles/a.json', '{"aspects": [⟦{⟧"theme": "甲"}, {"theme": "乙", "items": ⟦"一"⟧}]}', [
    '缺少“items”，这一项未采用',
    '此处应为数组 [ ]',
  ]);
  check('profiles/a.json', '{"profiles": [{"name": "甲", "length": {"min": 3000, "max": ⟦1000⟧}}]}', [
    '此处应为 3000 到 100000 的数',
  ]);
  check('phrases.json', '[{"phrase": "甲", "since": 2030, "until": ⟦2000⟧}]', ['此处应为 2030 到 2100 的数']);
  check('phrases.json', '[{"phrase": "甲", "wrong": [{"text": "乙", "to": ⟦"乙"⟧}]}]', ['不能与“text”相同']);
  check('phrases.json', '[{"phrase": "甲", "since": ⟦2020.5⟧, "order": {"members": ["甲", "乙"], "least": ⟦1.5⟧}}]', [
    '此处应为 2 到 2 的整数',
    '此处应为 1921 到 2100 的整数',
  ]);
  check('styles/a.json', '{"name": "本局", "charsPerLine": ⟦28.4⟧}', ['此处应为 0 到 80 的整数']);

  const unread = '这个文件未采用：.fayan 里只认 config.json、phrases.json、themes.json、profiles/*.json、styles/*.json';
  for (const path of ['Config.json', 'phrase.json', 'profiles.json', '词表.json', 'profile/ours.json', 'Styles/a.json'])
    check(path, '⟦{⟧}', [unread]);
  for (const path of ['备份/ours.json', 'old/config.json', '.vscode/settings.json', '._config.json', 'styles/._a.txt'])
    check(path, '{}', []);

  // JSON keeps the last of two members of one name.
  check('profiles/a.json', '{"profiles": [{"name": "甲", "rate": 100, "rate": ⟦"快"⟧}]}', ['此处应为 60 到 600 的数']);
  check('profiles/a.json', '{"profiles": [{"rate": "快"}], "profiles": [{"name": "甲", "rate": ⟦"慢"⟧}]}', [
    '此处应为 60 到 600 的数',
  ]);

  check('profiles/a.json', '{"profiles": [{"name": "甲", "rate": 100}, {"name": ⟦"甲"⟧, "rate": 300}]}', [
    '“甲”前面已经定过，这一项未采用',
  ]);
  check(
    'profiles/a.json',
    '{"aspects": [{"theme": "甲", "year": 2025, "items": []}, {"theme": "甲", "year": 2024, "items": []}, {"theme": ⟦"甲"⟧, "year": 2025, "items": ["一"]}]}',
    ['“甲”前面已经定过，这一项未采用'],
  );

  it('of two entries of one name takes the first, and says which file it is in', () => {
    const { context, faults } = workspaceContext([
      { path: 'profiles/b.json', text: '{"profiles": [{"name": "甲", "rate": 300}, {"name": "剖析发言"}]}' },
      { path: 'profiles/a.json', text: '{"profiles": [{"name": "甲", "rate": 100}]}' },
      { path: 'styles/a.json', text: '{"name": "公文", "size": 15}' },
      { path: 'styles/b.json', text: '{"name": "公文", "size": 18}' },
    ]);
    assert.deepEqual(
      faults.map(({ path, text, span, message }) => [path, text.slice(span.start, span.end), message]),
      [
        ['profiles/b.json', '"甲"', '“甲”已在 profiles/a.json 里定过，这一项未采用'],
        ['styles/b.json', '"公文"', '“公文”已在 styles/a.json 里定过，这一项未采用'],
      ],
    );
    const rates = (name: string) => context.profiles.filter((one) => one.name === name).map(({ rate }) => rate);
    assert.deepEqual([rates('甲'), rates('剖析发言')], [[100], [200]]);
    assert.deepEqual(
      context.styles.map(({ size }) => size),
      [15],
    );
  });

  it('an entry that is left out takes no name', () => {
    const text = '{"aspects": [{"theme": "甲"}, {"theme": "甲", "items": ["一"]}]}';
    const { context, faults } = workspaceContext([{ path: 'profiles/a.json', text }]);
    assert.deepEqual(
      faults.map(({ message }) => message),
      ['缺少“items”，这一项未采用'],
    );
    assert.deepEqual(
      context.aspectSets.filter(({ theme }) => theme === '甲').map(({ items }) => items.map(({ title }) => title)),
      [['一']],
    );
  });

  it('two entries of one expression are both used: each adds wrong spellings', () => {
    const text =
      '[{"phrase": "甲乙丙丁", "wrong": [{"text": "甲乙丙钉"}]}, {"phrase": "甲乙丙丁", "wrong": [{"text": "甲乙丙叮"}]}]';
    const { context, faults } = workspaceContext([{ path: 'phrases.json', text }]);
    const speech = '学了甲乙丙钉，又学了甲乙丙叮。\n';
    assert.deepEqual(faults, []);
    assert.deepEqual(
      lint(parseSpeech(speech), {}, context).map(({ span }) => speech.slice(span.start, span.end)),
      ['甲乙丙钉', '甲乙丙叮'],
    );
  });

  it('a file for one run goes before those of the folder without a word', () => {
    const own = { path: 'profiles/+.json', text: '{"profiles": [{"name": "甲", "rate": 100}]}' };
    const extra = { path: 'profiles/--profile.json', text: '{"profiles": [{"name": "甲", "rate": 300}]}' };
    const { context, faults } = workspaceContext([own, { ...extra, overrides: true }]);
    assert.deepEqual([faults, context.profiles.find(({ name }) => name === '甲')?.rate], [[], 300]);
  });

  it('asks for no less where one of several words or parts is wrong', () => {
    const text =
      '{"profiles": [{"name": "甲", "titles": [["乙", 7], ["丙", "丁"]], "shares": [{"roles": ["problems", "cause"], "min": 0.6}, {"roles": ["measures"], "max": 0.5}]}]}';
    const { context, faults } = workspaceContext([{ path: 'profiles/a.json', text }]);
    const profile = context.profiles.find(({ name }) => name === '甲');
    assert.equal(faults.length, 2);
    assert.deepEqual(profile?.titles, [['丙', '丁']]);
    assert.deepEqual(profile?.shares, [{ roles: ['measures'], min: undefined, max: 0.5 }]);
  });

  it('a number that is wrong leaves what is built in', () => {
    const text = '{"name": "本局", "extends": "公文", "charsPerLine": 24.6}';
    const [style] = workspaceContext([{ path: 'styles/a.json', text }]).context.styles;
    assert.equal(style?.charsPerLine, 28);
  });

  it('keeps what is right of a style, and takes the rest from the style below', () => {
    const text = '{"name": "本局", "size": "三号", "linePitch": 30}';
    const [style] = workspaceContext([{ path: 'styles/a.json', text }]).context.styles;
    assert.deepEqual([style?.name, style?.size, style?.linePitch, style?.charsPerLine], ['本局', 16, 30, 28]);
  });

  it('adds words to a theme, and themes', () => {
    const text = '{"themes": [{"id": "theory", "problem": ["夜读"]}, {"id": "flood", "name": "防汛"}]}';
    const { themes } = workspaceContext([{ path: 'themes.json', text }]).context;
    assert.ok(themes.find(({ id }) => id === 'theory')?.problem.includes('夜读'));
    assert.ok(themes.find(({ id }) => id === 'theory')?.problem.includes('理论学习'));
    assert.equal(themes.at(-1)?.name, '防汛');
  });

  it('names no kind of speech that nobody describes, and those of its own', () => {
    const text = '{"defaultProfile": ⟦"述职报告"⟧}';
    const config = { path: 'config.json', text: unmark(text) };
    const own = { path: 'profiles/ours.json', text: '{"profiles": [{"name": "述职报告"}]}' };
    const { context, faults } = workspaceContext([config]);
    const spans = faults.map(({ span }) => span);
    assert.equal(mark(unmark(text), spans), text);
    assert.match(faults[0]?.message ?? '', /^没有“述职报告”这种类型，未采用；有 .*、剖析发言、/);
    assert.equal(context.defaultProfile, undefined);
    assert.deepEqual(workspaceContext([config, own]).faults, []);
    assert.equal(workspaceContext([config, own]).context.defaultProfile, '述职报告');
  });

  for (const text of [
    '{ "profiles": [ ⟦}⟧',
    '{ "profiles": [], ⟦}⟧',
    '{ "profiles": [1 ⟦2⟧] }',
    '{ "profiles": [1⟦，⟧ 2] }',
    '{⟦　⟧"profiles": [] }',
    '{ ⟦“⟧profiles”: [] }',
    '{ "profiles"⟦：⟧ [] }',
    '{ "profiles": ⟦[⟧ // 本院\n] }'.replace('⟦[⟧ //', '[ ⟦/⟧/'),
    '{ "profiles": [⟦"⟧甲\n] }',
    '{ "profiles": [] }⟦]⟧',
    '{ "profiles": ⟦[⟧\n',
    '\uFEFF{ "profiles"⟦}⟧',
    '⟦甲⟧',
  ])
    check('profiles/a.json', text, ['不是合法的 JSON，已改用内置的规定']);

  it('that is no JSON counts as not there', () => {
    const { context, faults } = workspaceContext([{ path: 'config.json', text: '{"rules": ' }]);
    assert.deepEqual(context.config.rules, {});
    assert.deepEqual(
      faults.map(({ message }) => message),
      ['不是合法的 JSON，已改用内置的规定'],
    );
  });

  it('keeps what is right beside what is wrong', () => {
    const text = '{"rules": {"broken-numbering": "hint", "halfwidth-punctuation": 7}}';
    assert.deepEqual(workspaceContext([{ path: 'config.json', text }]).context.config.rules, {
      'broken-numbering': 'hint',
    });
  });

  it('goes before the user’s settings', () => {
    const { context } = workspaceContext([
      { path: 'config.json', text: '{"rules": {"halfwidth-punctuation": "off"}}' },
    ]);
    assert.deepEqual(lint(parseSpeech('甲,乙\n'), { 'halfwidth-punctuation': 'error' }, context), []);
  });

  it('never fails, whatever it holds', () => {
    const paths = fc.constantFrom('config.json', 'profiles/a.json', 'themes.json', 'phrases.json', 'other.json');
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.string().map((text) => `{"profiles":[{"name":"${text}"}]}`),
    );
    fc.assert(
      fc.property(paths, texts, (path, text) => {
        for (const { span } of workspaceContext([{ path, text }]).faults) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
    const deep = `{"profiles": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    assert.equal(workspaceContext([{ path: 'profiles/a.json', text: deep }]).faults.length > 0, true);
  });

  it('finds any value of any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.jsonValue())), (value) => {
        const text = JSON.stringify(value, null, 1);
        for (const [key, items] of Object.entries(value)) {
          for (const [index, item] of items.entries()) {
            const { start, end } = placeOf(text, [key, index]);
            if (typeof item !== 'object' || item === null) assert.equal(text.slice(start, end), JSON.stringify(item));
          }
        }
      }),
    );
  });
});

/** What stands in `.fayan`, right and whole; each is spoilt in one place. */
const samples: Readonly<Record<string, { readonly schema: string; readonly value: Json }>> = {
  'config.json': {
    schema: 'config',
    value: { rules: { 'broken-numbering': 'off' }, defaultProfile: '剖析发言', organisations: ['盐场'] },
  },
  'profiles/a.json': {
    schema: 'profile',
    value: {
      profiles: [
        {
          name: '甲',
          aliases: ['乙'],
          description: '说明',
          meeting: '民主生活会',
          evidence: 'D',
          speaker: 'team',
          titles: [['丙', '丁']],
          parts: [{ role: 'causes', title: '原因', need: 'usual', evidence: 'I' }],
          length: { min: 100, max: 200 },
          shares: [{ roles: ['problems', 'preamble'], min: 0.1, max: 0.5 }],
          rate: 200,
        },
      ],
      aspects: [
        {
          meeting: '组织生活会',
          year: 2024,
          yearTo: 2025,
          theme: '甲',
          words: ['乙'],
          count: 3,
          lead: '带头',
          items: ['一', { title: '二', keywords: ['丙'], evidence: 'K', note: '注' }],
          parts: [{ role: 'case', title: '案例' }],
          evidence: 'I',
          sources: ['通知'],
          note: '注',
        },
      ],
    },
  },
  'styles/a.json': {
    schema: 'style',
    value: {
      name: '本局',
      extends: '简洁',
      paper: { width: 210, height: 297 },
      margins: { left: 28 },
      size: 16,
      linePitch: 28,
      charsPerLine: 28,
      wordGrid: 'lines',
      indent: 2,
      western: 'Times New Roman',
      body: { font: '仿宋', bold: false },
      title: { font: '黑体', size: 22, linePitch: 35 },
      subtitle: { font: '楷体' },
      author: { font: '楷体', size: 16 },
      date: { font: '楷体', bold: false },
      spaceAfterTitle: 1,
      table: { font: '仿宋', size: 12 },
      headings: [{ font: '黑体' }, { font: '楷体' }, { font: '仿宋' }, { font: '仿宋', bold: true }],
      runIn: 'none',
      pageNumber: { form: '1', place: 'center', font: '宋体', size: 14 },
      fonts: { 仿宋: '仿宋_GB2312' },
    },
  },
  'themes.json': {
    schema: 'themes',
    value: { themes: [{ id: 'flood', name: '防汛', problem: ['水'], measure: ['坝'], cause: ['松'], kin: ['duty'] }] },
  },
  'phrases.json': {
    schema: 'phrases',
    value: [
      {
        phrase: '甲乙',
        about: '注',
        since: 2012,
        until: 2030,
        right: ['丙'],
        wrong: [{ text: '甲丁', to: '甲乙', level: 'hint', since: 2013 }],
        unquoted: ['做到甲乙'],
        order: { members: ['甲', '乙', '丙'], least: 2, verbs: [['做到']], level: 'warning' },
        near: true,
        evidence: 'D',
        off: false,
      },
    ],
  },
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a writer may put in the place of a value. */
const junk: readonly Json[] = [
  '',
  '  ',
  '甲"乙',
  '字'.repeat(501),
  0.5,
  -7,
  1e6,
  true,
  null,
  [],
  {},
  { 甲: 1 },
  Array(301).fill('甲'),
];

describe('the schemas', () => {
  for (const [path, { schema, value }] of Object.entries(samples)) {
    const parsed = JSON.parse(readFileSync(`schemas/${schema}.schema.json`, 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true }).compile(parsed);
    const faultsOf = (wrong: Json) => workspaceContext([{ path, text: JSON.stringify(wrong) }]).faults;

    it(`${schema}: a sound file has no fault`, () => {
      assert.deepEqual(faultsOf(value), []);
      assert.ok(validate(value), JSON.stringify(validate.errors));
    });

    it(`${schema}: say all that the client leaves to them`, () => {
      for (const at of pathsIn(value)) {
        for (const other of junk) {
          const wrong = put(value, at, other);
          const left = faultsOf(wrong).filter(({ inSchema }) => inSchema);
          if (left.length > 0) assert.ok(!validate(wrong), `${JSON.stringify(at)}: ${left[0]?.message}`);
        }
      }
    });

    it(`${schema}: leave nothing that the client is silent about`, () => {
      for (const wrong of spoilt(value)) {
        if (!validate(wrong)) assert.notDeepEqual(faultsOf(wrong), [], JSON.stringify(wrong));
      }
    });

    it(`${schema}: describe every property, in Chinese`, () => {
      assert.deepEqual([...withoutWords(parsed, parsed.definitions ?? {})], []);
    });
  }

  it('offer to begin with what is right', () => {
    const { defaultSnippets, definitions } = JSON.parse(readFileSync('schemas/profile.schema.json', 'utf8'));
    const inLists = Object.entries({ profiles: definitions.profile, aspects: definitions.aspectSet }).flatMap(
      ([key, { defaultSnippets: own }]) => own.map(({ label, body }: Snippet) => ({ label, body: { [key]: [body] } })),
    );
    const filled = ({ body }: Snippet) =>
      JSON.stringify(body)
        .replaceAll(/"\^\$\{\d:(\d+)\}"/g, '$1')
        .replaceAll(/\$\{\d:([^}]*)\}/g, '$1');
    for (const snippet of [...defaultSnippets, ...inLists]) {
      assert.deepEqual(
        workspaceContext([{ path: 'profiles/a.json', text: filled(snippet) }]).faults,
        [],
        snippet.label,
      );
    }
    assert.deepEqual(
      inLists.map(({ body }) => body),
      defaultSnippets.map(({ body }: Snippet) => body),
    );
  });

  it('leave to the reader what no schema can say', () => {
    const own = (path: string, text: string) =>
      workspaceContext([{ path, text }])
        .faults.filter(({ inSchema }) => !inSchema)
        .map(({ message }) => message);
    assert.deepEqual(own('styles/a.json', '{"name": "本局", "margins": {"left": 110, "right": 110}, "size": "大"}'), [
      '页边距以内排不下几个字，纸张、页边距和每行字数未采用',
    ]);
    assert.deepEqual(own('phrases.json', '[{"phrase": "甲", "order": {"members": ["甲", "乙"], "least": 3}}]'), [
      '此处应为 2 到 2 的数',
    ]);
    assert.deepEqual(own('config.json', `{"rules": {}}${' '.repeat(600_000)}`), ['文件太大，未采用']);
  });
});

interface Snippet {
  readonly label: string;
  readonly body: Json;
}

/** The ways to all values inside. */
function pathsIn(value: Json): JsonPath[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner: Array<readonly [string | number, Json]> = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [[], ...inner.flatMap(([key, item]) => pathsIn(item).map((rest) => [key, ...rest]))];
}

/** The value with one mistake each: another value, a wrong key beside the others, a key less, a fraction. */
function* spoilt(value: Json): Iterable<Json> {
  for (const at of pathsIn(value)) {
    for (const other of junk) yield put(value, at, other);
    const own = at.reduce<Json>((inner, key) => (inner as Record<string | number, Json>)[key] ?? null, value);
    if (typeof own === 'number') yield put(value, at, own + 0.4);
    if (typeof own !== 'object' || own === null || Array.isArray(own)) continue;
    yield put(value, at, { ...own, mim: 1 });
    for (const key of Object.keys(own)) {
      yield put(value, at, Object.fromEntries(Object.entries(own).filter(([other]) => other !== key)));
    }
  }
}

function put(value: Json, [key, ...rest]: JsonPath, other: Json): Json {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? put(item, rest, other) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([k, item]) => [k, k === key ? put(item, rest, other) : item]),
  );
}

/** The properties of a schema that the hover has nothing to say of. */
function* withoutWords(schema: Schema, definitions: Record<string, Schema>, path = ''): Iterable<string> {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const named = definitions[inner.$ref?.replace('#/definitions/', '') ?? ''];
    const words = inner.description ?? inner.markdownDescription ?? named?.description ?? '';
    if (!/\p{Script=Han}/u.test(words) && key !== '$schema') yield `${path}/${key}`;
    yield* withoutWords(inner, definitions, `${path}/${key}`);
  }
  for (const inner of [schema.items, ...(schema.anyOf ?? [])]) if (inner) yield* withoutWords(inner, definitions, path);
  for (const [name, inner] of Object.entries(schema.definitions ?? {})) yield* withoutWords(inner, definitions, name);
}

interface Schema {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly $ref?: string;
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Record<string, Schema>;
}

describe('the built-in data', () => {
  const schema = JSON.parse(readFileSync('schemas/profile.schema.json', 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  for (const name of ['profiles', 'aspects']) {
    const data = JSON.parse(readFileSync(`server/data/${name}.json`, 'utf8'));

    it(`${name}.json follows the schema`, () => {
      validate(data);
      assert.deepEqual(validate.errors ?? [], []);
    });

    it(`${name}.json is read without a fault`, () => {
      const reader = readerOf(data);
      readProfileFile(reader);
      assert.deepEqual(reader.faults, []);
    });
  }

  it('says of what nobody confirmed that nobody did', () => {
    const { aspects } = JSON.parse(readFileSync('server/data/aspects.json', 'utf8'));
    for (const { theme, evidence, note, items } of aspects) {
      if (evidence === 'K') assert.match(note, /未经核实/, theme);
      for (const item of items) if (item.evidence === 'K') assert.match(item.note, /未经核实/, item.title);
    }
  });
});
