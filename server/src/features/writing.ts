import { changeLevel } from '../model/change/changeLevel.ts';
import { applyEdits, movedOffset } from '../model/change/edits.ts';
import { afterEnter } from '../model/change/enter.ts';
import { moveSection } from '../model/change/moveSection.ts';
import { renumberEdits, unifyMarksEdits } from '../model/change/renumber.ts';
import type { Typed } from '../model/change/typed.ts';
import { type Speech, sectionsAt } from '../model/speech.ts';
import type { WritingParams, WritingResult } from '../protocol.ts';
import { positionIn, toTextEdits } from './range.ts';

/**
 * The edits of a command or key that changes numbers, used at an offset, and the cursor where it does not simply move
 * along; both undefined where there is nothing to do.
 */
export function writingEdits(
  speech: Speech,
  offset: number,
  action: WritingParams['action'],
): Omit<WritingResult, 'version'> {
  const typed = typedBy(speech, offset, action);
  if (!typed) return { edits: undefined, cursor: undefined, outside: sectionsAt(speech, offset).length === 0 };
  const { edits, cursor } = typed;
  return {
    edits: toTextEdits(speech, edits),
    cursor: movedOffset(edits, offset) === cursor ? undefined : positionIn(applyEdits(speech.text, edits), cursor),
  };
}

function typedBy(speech: Speech, offset: number, action: WritingParams['action']): Typed | undefined {
  switch (action) {
    case 'enter':
      return afterEnter(speech, offset);
    case 'deeper':
      return changeLevel(speech, offset, 1);
    case 'shallower':
      return changeLevel(speech, offset, -1);
    case 'moveUp':
      return moveSection(speech, offset, -1);
    case 'moveDown':
      return moveSection(speech, offset, 1);
    default: {
      const edits = action === 'renumber' ? renumberEdits(speech) : unifyMarksEdits(speech);
      return { edits, cursor: movedOffset(edits, offset) };
    }
  }
}
