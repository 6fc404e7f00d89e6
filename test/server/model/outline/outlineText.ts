import type { Section, Speech, Unit } from '../../../../server/src/model/speech.ts';

/** A speech's outline as lines of text, to be read in a diff. */
export function outlineText(speech: Speech): string {
  const { text, titleBlock } = speech;
  const words = (line: { readonly span: { readonly start: number; readonly end: number } }) =>
    text.slice(line.span.start, line.span.end).replace(/\s+/g, ' ');
  const lines = [
    ...titleBlock.title.map((line) => `题目 ${words(line)}`),
    ...(titleBlock.author ? [`署名 ${words(titleBlock.author)}`] : []),
    ...(titleBlock.date ? [`日期 ${words(titleBlock.date)}`] : []),
    ...speech.preamble.map((entry) => `帽段 ${entry.kind === 'line' ? short(words(entry)) : `（${entry.kind}）`}`),
    ...speech.sections.flatMap((section) => sectionLines(section, 0)),
    ...speech.closing.map((line) => `结尾 ${short(words(line))}`),
    '',
    ...unitLines('问题', speech.problems),
    ...unitLines('原因', speech.causes),
    ...unitLines('整改', speech.measures),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ heading, role, sections }: Section, depth: number): string[] {
  const mark = heading.numbering?.text ?? '·';
  const own = `${'  '.repeat(depth)}${mark} ${short(heading.title)}${role ? ` [${role}]` : ''}`;
  return [own, ...sections.flatMap((inner) => sectionLines(inner, depth + 1))];
}

function unitLines(kind: string, units: readonly Unit[]): string[] {
  return units.map(
    ({ id, title, points }) => `${kind} ${id} ${short(title)}${points.length > 0 ? `（${points.length} 点）` : ''}`,
  );
}

function short(words: string): string {
  const characters = [...words];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : words;
}
