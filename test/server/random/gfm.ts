import { readFileSync } from 'node:fs';

/**
 * The text of the GitHub Flavored Markdown specification, 0.29: by John MacFarlane and GitHub, CC BY-SA 4.0, as its
 * first lines say. The file is that of the specification, unchanged.
 */
export const gfmSpecification: string = readFileSync(new URL('gfm-spec.txt', import.meta.url), 'utf8');

/** The Markdown of its examples. */
export const gfmSpecificationExamples: readonly string[] = [
  ...gfmSpecification.matchAll(/^`{32} example.*\n([\s\S]*?)^\.\n/gm),
].map(([, markdown = '']) => markdown.replaceAll('→', '\t'));

/** What GitHub's Markdown has beyond CommonMark, whole and broken, with Chinese. */
export const gfmExamples: readonly string[] = [
  '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
  '| 甲 | 乙 |\n| :-- | --: |\n| 丙 |',
  '| 甲 |\n| :-: |\n| 乙 | 丙 | 丁 |',
  '| 甲 | 乙 |\n| --- |\n| 丙 | 丁 |',
  '甲 | 乙\n--- | ---\n丙 | 丁',
  '| 甲\\|乙 | 丙 |\n| --- | --- |\n| `丁\\|戊` | \\| |',
  '| `甲|乙` | 丙 |\n|---|---|\n| ``丁`|`` | 戊 |',
  '| 甲 |\n| --- |',
  '|---|',
  '||\n|-|\n||',
  '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n一、存在的问题',
  '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n> 引文',
  '一、存在的问题\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |',
  '| （一）学习方面 | 一是不深；二是不细。 |\n| --- | --- |\n| 1.少 | **（二）作风** |',
  '| 甲 |\r\n| --- |\r\n| 乙 |\r\n',
  '| 😀 | 𠮷 |\n|--|--|\n| 👨‍👩‍👧 | é |',
  '| 甲 | 乙 |\n|\t---\t|---|\n|\t丙\t|丁|',
  '    | 甲 |\n    | --- |',
  '> | 甲 | 乙 |\n> | --- | --- |\n> | 丙 | 丁 |\n| 戊 | 己 |',
  '- | 甲 | 乙 |\n  | --- | --- |\n  | 丙 | 丁 |',
  '- 甲\n\n  | 乙 | 丙 |\n  | --- | --- |\n  | 丁 |\n\n  戊',
  '1. 甲\n   - 乙\n\n     | 丙 |\n     | --- |\n     | 丁 |\n2. 戊',
  '- [ ] | 甲 |\n      | --- |\n      | 乙 |',
  '> - | 甲 |\n>   | --- |\n>   | 乙\n丙 |',
  '| [甲](乙 "丙|丁") | ![](戊) |\n|---|---|\n| <div> | </div> |',
  '~~甲~~',
  '~甲~',
  '~~~甲~~~',
  '~~甲\n\n乙~~',
  '~~甲 ~~乙~~ 丙~~',
  '**~~甲**~~',
  '~~**（一）学习方面**~~。不深。',
  '一、~~存在的~~问题',
  '\\~~甲~~',
  '甲~~，乙~~丙',
  'www.example.com',
  '见www.example.com。',
  'https://example.com/甲（乙）。',
  'http://example.com/a_(b)_c).',
  'https://example.com/?a=1&amp;b=2&copy;',
  'a.b-c_d@example.com',
  'a.b-c_d@example.com_',
  'mailto:a@example.com xmpp:a@example.com/b',
  '<https://example.com>甲<a@example.com>',
  '[https://example.com](https://example.org)',
  'ftp://example.com www. http:// @ a@b',
  '- [ ] 甲\n- [x] 乙\n- [X] 丙',
  '- [ ]\n- [x]',
  '- [ ]甲\n- [y] 乙\n- [] 丙',
  '1. [x] 一是不深\n   - [ ] 二是不细',
  '* [ ] （一）学习方面。不深。\n\n* [x] （二）作风方面。不实。',
  '[ ] 甲',
  '甲[^1]。\n\n[^1]: 乙',
  '甲[^注]。\n\n[^注]: 乙\n\n    丙\n\n    - 丁',
  '甲[^1][^1][^2]。\n\n[^1]: 乙[^1]',
  '[^1]: 一、存在的问题',
  '[^ 甲]: 乙\n[^]: 丙\n\n丁[^]',
  '> [^1]: 甲\n\n乙[^1]',
  '- 甲[^1]\n\n  [^1]: 乙',
  '甲^[行内的注]乙',
  '<title>甲</title> <script>乙</script> <xmp>',
  '<TEXTAREA> <plaintext>\n\n一、存在的问题',
];
