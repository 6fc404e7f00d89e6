/**
 * What `docs`, the page of all rules, says of one, as a page of its own: under what the rule asks for instead of its
 * name, which stands with what else is needed for the settings.
 */
export function ruleText(docs: string, id: string): string | undefined {
  const heading = `## ${id}\n`;
  const page = docs.split(/^(?=## )/m).find((part) => part.startsWith(heading));
  return page
    ?.slice(heading.length)
    .trimStart()
    .replace(/^([^。\n]+)。/, '# $1\n\n')
    .replace(/^(?=类别：)/m, `规则：\`${id}\`　`);
}
