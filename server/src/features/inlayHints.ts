import { t } from '@vscode/l10n';
import type { InlayHint, Range } from 'vscode-languageserver';
import type { Context } from '../model/context.ts';
import { profileOf } from '../model/profile/profile.ts';
import { withoutComments } from '../model/reading/comments.ts';
import { type Speech, unitsOf } from '../model/speech.ts';
import { contains } from '../model/text/span.ts';
import { spokenIn } from '../report/statistics.ts';
import { minutesText } from '../report/words.ts';
import { toRange, toSpan } from './range.ts';

/** `textDocument/inlayHint`: behind the heading of each unit, the number of its points and the time to read it out. */
export function inlayHints(speech: Speech, range: Range, context: Context): InlayHint[] {
  const asked = toSpan(speech, range);
  const { rate } = profileOf(speech, context).profile;
  return unitsOf(speech).flatMap(({ headSpan, span, points }) => {
    const isUnwritten = withoutComments(speech.text.slice(headSpan.end, span.end)).trim() === '';
    if (isUnwritten || !contains(asked, headSpan)) return [];
    const minutes = minutesText(spokenIn(speech, span) / rate);
    const label = points.length > 0 ? t('{0} 点，{1}', points.length, minutes) : minutes;
    return [{ position: toRange(speech, headSpan).end, label, paddingLeft: true, paddingRight: true }];
  });
}
