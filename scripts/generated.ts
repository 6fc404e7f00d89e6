import profiles from '../server/data/profiles.json' with { type: 'json' };
import { rules } from '../server/src/rules/index.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { categoryName, severityName } from '../server/src/rules/ruleNames.ts';
import { severities } from '../server/src/rules/severity.ts';

/**
 * The schema of the setting `fayan.rules` and of `rules` in `.fayan/config.json`: one property a rule, in
 * words or by the key of them.
 */
export function ruleSettings(words: (rule: Rule) => string = inChinese): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        {
          type: 'string',
          enum: ['off', ...severities],
          default: rule.severity,
          markdownDescription: words(rule),
        },
      ]),
    ),
  };
}

/** The key of a rule's words in `package.nls.json`, which is written by hand, and in its Chinese table. */
export function keyOf({ id }: Rule): string {
  return `rule.${id}`;
}

/** `package.nls.zh-cn.json`, with what the rules say of themselves. */
export function withRules(words: Readonly<Record<string, string>>): Record<string, string> {
  const others = Object.entries(words).filter(([key]) => !key.startsWith('rule.'));
  return Object.fromEntries([...others, ...rules.map((rule) => [keyOf(rule), inChinese(rule)])]);
}

/** `l10n/bundle.l10n.en.json`, with what the rules ask for in the words of `package.nls.json`. */
export function withTitles(
  english: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const titles = Object.fromEntries(
    rules.map((rule) => [rule.title, words[keyOf(rule)]?.replace(/\.$/, '') ?? rule.id]),
  );
  const others = Object.entries(english).filter(([text]) => !(text in titles));
  return { ...Object.fromEntries(others), ...titles };
}

function inChinese({ title, why }: Rule): string {
  return `${title}。${why}`;
}

/** `schemas/config.schema.json` */
export function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '发言：团队约定',
    description: '放在工作区的 .fayan/config.json。这里写的高于各人的设置。',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', doNotSuggest: true },
      rules: {
        description: '各条规则的级别：off（关）、hint（提示）、information（信息）、warning（警告）、error（错误）。',
        ...ruleSettings(),
      },
      defaultProfile: {
        description: '文前信息没有写明、标题也看不出类型的材料，按哪一种检查，如“班子对照检查”。',
        type: 'string',
        pattern: '\\S',
        patternErrorMessage: '此处不能空着。',
        maxLength: 500,
        examples: profiles.profiles.map(({ name }) => name),
      },
      organisations: {
        description:
          '班子材料里“我”后面可以接的单位名称，如“盐场”：写“我盐场”就不再提示应当讲“班子”。常见的单位不用写。',
        type: 'array',
        maxItems: 300,
        items: { type: 'string', pattern: '\\S', patternErrorMessage: '此处不能空着。', maxLength: 500 },
      },
    },
  };
}

/** `docs/rules.md` */
export function ruleDocs(): string {
  return `# 规则\n\n${generatedNotice}\n\n${intro}\n\n${rules.map(describeRule).join('\n')}`;
}

const intro =
  '各条规则的级别在设置 `fayan.rules` 里改，`off` 是不查。个别地方有意那样写的，在快速修复里选“本段不查”或者“全文不查”。';

function ruleTable(): string {
  const rows = rules.map((rule) => {
    const { id, category, title } = rule;
    return `| [\`${id}\`](docs/rules.md#${id}) | ${categoryName(category)} | ${defaultOf(rule)} | ${title} |`;
  });
  return ['| 规则 | 类别 | 默认 | 查什么 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The table of the settings of package.json, in the words of package.nls.zh-cn.json. */
function settingTable(settings: Readonly<Record<string, Setting>>, words: Readonly<Record<string, string>>): string {
  const rows = Object.entries(settings)
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([name, { default: value, markdownDescription }]) => {
      const told = words[markdownDescription.slice(1, -1)]?.replace(/`#([\w.]+)#`/g, '`$1`');
      return `| \`${name}\` | ${typeof value === 'boolean' ? (value ? '开' : '关') : value === '' ? '空' : `\`${JSON.stringify(value)}\``} | ${told} |`;
    });
  return ['| 设置 | 默认 | 作用 |', '| --- | --- | --- |', ...rows].join('\n');
}

interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly markdownDescription: string;
}

/**
 * The README with its tables made afresh between their markers; `manifest` and `words` are package.json
 * and package.nls.zh-cn.json.
 */
export function withTables(
  readme: string,
  manifest: {
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
  },
  words: Readonly<Record<string, string>>,
): string {
  const tables = { rules: ruleTable(), settings: settingTable(manifest.contributes.configuration.properties, words) };
  return Object.entries(tables).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open: string, close: string) => `${open}${table}\n${close}`,
      ),
    readme,
  );
}

const generatedNotice = '<!-- Generated by `npm run generate` from `server/src/rules`. -->';

/** `关` for a rule that is off by default. */
function defaultOf({ severity }: Rule): string {
  return severity === 'off' ? '关' : severityName(severity);
}

function describeRule(rule: Rule): string {
  const { id, category, title, why, source, examples } = rule;
  const shown = examples.map(
    ({ bad, good }) => `不宜：\n\n${fence(bad.replaceAll(/[⟦⟧]/g, ''))}\n宜：\n\n${fence(good)}`,
  );
  const facts = `类别：${categoryName(category)}　默认：${defaultOf(rule)}　依据：${source}`;
  return `## ${id}\n\n${title}。${why}\n\n${facts}\n\n${shown.join('\n')}`;
}

function fence(text: string): string {
  return `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\`\n`;
}
