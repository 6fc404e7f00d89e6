import { t } from '@vscode/l10n';
import type { Standing } from '../model/trace/counterparts.ts';
import type { OutlineJson } from './outlineJson.ts';

/** The outline as text: units with their points, and under each problem its measures and causes. */
export function outlineText({ title, problems, causes, measures, links }: OutlineJson): string {
  const titles = new Map(
    [...problems, ...causes, ...measures].map(({ id, marker, title: words }) => [id, marker + words]),
  );
  const parts = [
    [t('问题'), problems],
    [t('原因'), causes],
    [t('整改'), measures],
  ] as const;
  return [
    title,
    ...parts.flatMap(([name, items]) => [
      '',
      t('{0}（{1}）', name, items.filter(({ level }) => level === 'aspect').length),
      ...items.flatMap((item) => [
        `${indent(item.id)}${item.marker}${item.title}  ${item.line}:${item.col}`,
        ...answers(item.id),
      ]),
    ]),
  ].join('\n');

  function answers(id: string): string[] {
    const link = links.find(({ problem }) => problem === id);
    if (!link) return [];
    const found = link.measures.map((measure) => titles.get(measure) ?? measure);
    return [`${indent(id)}  → ${found.length > 0 ? found.join('；') : withoutMeasures(link.standing)}`];
  }
}

function withoutMeasures(standing: Standing): string {
  if (standing === 'begun') return t('待填写');
  return standing === 'waived' ? t('注明不需整改') : t('没有对应的整改');
}

function indent(id: string): string {
  return '  '.repeat(id.split('.').length);
}
