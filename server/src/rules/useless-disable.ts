import { t } from '@vscode/l10n';
import type { Edit } from '../model/change/edits.ts';
import type { Speech } from '../model/speech.ts';
import { lineStartOf } from '../model/text/textLines.ts';
import { type Directive, directivesOf, disables } from './disable.ts';
import type { Finding, Fix, Rule } from './rule.ts';

export const uselessDisable: Rule = {
  id: 'useless-disable',
  category: 'structure',
  severity: 'information',
  title: '停用检查的注释应当有用',
  why: '规则名写错的注释什么也没有停用；问题改好以后留下的注释，会把下一次的差错也遮住。',
  source: '本扩展的注释写法',
  examples: [
    {
      bad: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n<!-- fayan-disable-next-line ⟦broken-numbring⟧ -->\n\n（二）作风方面。不够扎实。\n',
      good: '一、存在的问题\n\n（一）学习方面。不够深入。\n\n<!-- fayan-disable-next-line broken-numbering -->\n\n（三）作风方面。不够扎实。\n',
    },
    {
      bad: '<!-- fayan-disable-next-line ⟦halfwidth-punctuation⟧ -->\n\n学习不够深入。\n',
      good: '<!-- fayan-disable-next-line halfwidth-punctuation -->\n\n学习,不够深入。\n',
    },
  ],

  *checkFindings(speech, all) {
    const directives = directivesOf(speech);
    if (directives.length === 0) return;
    const found = Array.from(all.found(), ([{ id }, { span }]) => ({ rule: id, start: span.start }));
    for (const directive of directives) {
      if (directive.verb === 'enable') yield* uselessEnable(speech, directive, directives);
      else yield* uselessParts(speech, directive, { rules: all.rules, found });
    }
  },
};

/** Rules whose findings depend on other files, which may not have been indexed. */
const fromOtherFiles: ReadonlySet<string> = new Set(['copied-passage', 'last-year-problem']);

/** The rules that there are, and what they find, even those that are off by default. */
interface Known {
  readonly rules: readonly Rule[];
  readonly found: ReadonlyArray<{ readonly rule: string; readonly start: number }>;
}

function* uselessParts(speech: Speech, directive: Directive, { rules, found }: Known): Iterable<Finding> {
  const { names, span } = directive;
  if (names.length === 0 && !found.some(({ rule, start }) => disables(directive, rule, start))) {
    yield { span, message: t('这条注释没有停用任何检查结果'), fixes: [removal(speech, directive)] };
  }
  for (const { id, span: at } of names) {
    const fixes = [removal(speech, directive, id)];
    if (!rules.some((rule) => rule.id === id)) {
      const near = nearestRule(id, rules);
      const edits = near ? [{ span: at, newText: near }] : [];
      const slip = near ? [{ title: t('改为“{0}”', near), edits }] : [];
      yield { span: at, message: t('没有“{0}”这条规则', id), fixes: [...slip, ...fixes] };
    } else if (
      id !== uselessDisable.id &&
      !fromOtherFiles.has(id) &&
      !found.some(({ rule, start }) => rule === id && disables(directive, rule, start))
    ) {
      yield { span: at, message: t('“{0}”在这里没有可停用的检查结果', id), fixes };
    }
  }
}

/** The rule that a misspelt name probably means: the one with the most pairs of letters in common, if they are many. */
function nearestRule(name: string, rules: readonly Rule[]): string | undefined {
  const pairs = pairsOf(name);
  const alike = rules.map(({ id }) => {
    const own = pairsOf(id);
    const common = [...own].filter((pair) => pairs.has(pair)).length;
    return { id, score: (2 * common) / (own.size + pairs.size) };
  });
  const best = alike.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.7 ? best.id : undefined;
}

function pairsOf(name: string): ReadonlySet<string> {
  return new Set(Array.from(name, (letter, index) => letter + (name[index + 1] ?? '')));
}

function* uselessEnable(speech: Speech, directive: Directive, all: readonly Directive[]): Iterable<Finding> {
  const before = all.filter(({ verb, span }) => verb === 'disable' && span.start < directive.span.start);
  const useful =
    directive.names.length === 0
      ? before.length > 0
      : directive.names.every(({ id }) =>
          before.some(({ names }) => names.length === 0 || names.some((name) => name.id === id)),
        );
  if (!useful) {
    yield { span: directive.span, message: t('前面没有停用，不必启用'), fixes: [removal(speech, directive)] };
  }
}

/** Removes one name from a comment, or the whole comment with its line. */
function removal({ text }: Speech, { span, names }: Directive, id?: string): Fix {
  const name = names.find((known) => known.id === id);
  if (name && names.length > 1) {
    const after = /^[\s,，、]*/.exec(text.slice(name.span.end, span.end))?.[0].length ?? 0;
    const edit: Edit = { span: { start: name.span.start, end: name.span.end + after }, newText: '' };
    return { title: t('从注释中删去“{0}”', name.id), edits: [edit] };
  }
  const lineStart = lineStartOf(text, span.start);
  const rest = /^[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?/.exec(text.slice(span.end))?.[0];
  const alone = rest !== undefined && text.slice(lineStart, span.start).trim() === '';
  const whole = alone ? { start: lineStart, end: span.end + rest.length } : span;
  return { title: t('删去这条注释'), edits: [{ span: whole, newText: '' }] };
}
