import type { Speech } from '../../../server/src/model/speech.ts';
import { atCursor } from '../cursor.ts';

/** A speech whose links stand in it, so that a test of what shows them does not depend on how they are found. */
export const pinnedText = `# 个人对照检查材料

一、存在的问题

（一）理论学习不系统。一是原著读得少。二是笔记记得浅。

（二）联系群众不紧密。下乡走马观花。

（三）意识形态阵地管理松懈。对舆情不敏感。

二、原因分析

（一）宗旨观念淡化。对群众少了感情，下乡走访不多，联系群众不紧密。

三、整改措施

（一）强化理论武装。2025年6月底前通读原著，由办公室负责督促。

<!-- 对应：（一） -->

（二）常到村里去。每月走访10户，长期坚持。

<!-- 对应：（二） -->

（三）勤俭办一切事情。压减开支。

<!-- 对应：无 -->
`;

export const uri = 'file:///speech.md';

/** The speech, and the position of `|` in it. */
export function withCursor(text: string): { speech: Speech; position: { line: number; character: number } } {
  const { speech, offset } = atCursor(text);
  return { speech, position: speech.source.positionAt(offset) };
}

/** The pinned speech with the cursor in front of these words. */
export function cursorAt(words: string): ReturnType<typeof withCursor> {
  return withCursor(pinnedText.replace(words, `|${words}`));
}

/** The text of a range. */
export function textOf(
  { text, source }: Speech,
  { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } },
): string {
  return text.slice(source.offsetAt(start), source.offsetAt(end));
}

/** Problems whose numbers begin anew in each group, and two measures of one number; likewise pinned. */
export const restarting = `# 对照检查材料

一、存在的问题

（一）巡察反馈的问题

1.理论学习不系统。原著读得少。

2.联系群众不紧密。下乡走马观花。

（二）自查的问题

1.意识形态阵地管理松懈。对舆情不敏感。

二、整改措施

1、强化理论武装。2025年6月底前通读原著。

<!-- 对应：（一）1 -->

2、常到村里去。每月走访10户。

<!-- 对应：（一）2 -->

3、把原著读完。每月一本。

<!-- 对应：（一）1 -->

3、守好“责任田”。每季度研判一次。

<!-- 对应：（二）1 -->
`;
