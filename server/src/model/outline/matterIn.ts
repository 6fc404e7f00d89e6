import type { Line } from '../speech.ts';
import type { Span } from '../text/span.ts';

/** Where “，表现在” and “，具体表现为” stand in the words of a paragraph: what stands before the first names the matter. */
export function manifestsIn(words: string): Span[] {
  return [...words.matchAll(manifest)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

const manifest = /，(?:主要|具体|突出)?表现/g;

/**
 * The matter that a paragraph tells, in offsets of its words: “先讲学习。我的毛病是【理论学习满足于“够用”】，表现在……”; undefined where it does
 * not say by what it shows.
 */
export function matterIn(words: string): Span | undefined {
  const [first] = manifestsIn(words);
  if (!first || first.start > longestOpening) return undefined;
  const before = words.slice(0, first.start);
  const clause = Math.max(...['，', '。', '；', '：', '！', '？'].map((stop) => before.lastIndexOf(stop))) + 1;
  const start = clause + (opening.exec(before.slice(clause))?.[0].length ?? 0);
  const length = first.start - start;
  return length >= shortestMatter && length <= longestMatter ? { start, end: first.start } : undefined;
}

/** In characters. */
const longestOpening = 80;
const [shortestMatter, longestMatter] = [4, 40];

/** “我的毛病是”, “群众意见最大的是”, and the word for oneself. */
const opening =
  /^(?:[^，。]{0,12}(?:问题|毛病|不足|短板|最[大多重深]的|突出的|明显的)(?:主要|就|还)?是|我(?!们|[局院校县镇市省]))/;

/** The title and the text of such a paragraph. */
export function matterHead(text: string, { span }: Line): Pick<Line, 'title' | 'titleEnd' | 'body'> | undefined {
  const matter = matterIn(text.slice(span.start, span.end));
  if (!matter) return undefined;
  const title = { start: span.start + matter.start, end: span.start + matter.end };
  return { title, titleEnd: '，', body: { start: title.end + 1, end: span.end } };
}
