import type { Context } from '../context.ts';
import { titleOrFirstLine } from '../reading/title.ts';
import type { Speech } from '../speech.ts';
import { profileOf, valuesOf } from './profile.ts';
import { speakerOf } from './speaker.ts';

/** Whether a 班子 speaks: as its profile says, else by its words. */
export function isTeam(speech: Speech, context: Context): boolean {
  const { profile, from } = profileOf(speech, context);
  return (from === 'frontMatter' ? (profile.speaker ?? speakerOf(speech)) : speakerOf(speech)) === 'team';
}

/** The year of the meeting, by front matter or title, else by its theme. */
export function yearOf(speech: Speech, context: Context): number | undefined {
  return profileOf(speech, context).year;
}

/**
 * The 年度 that the front matter or the title states with this word. A year that merely occurs in
 * the title does not count.
 */
export function statedYear(speech: Speech): number | undefined {
  const { text, frontMatter } = speech;
  const own = frontMatter && /^年度[ \t]*[:：].*/m.exec(text.slice(frontMatter.start, frontMatter.end))?.[0];
  const said =
    /20[0-9]{2}/.exec(valuesOf(speech).年度 ?? own ?? '') ?? /20[0-9]{2}(?=年度)/.exec(titleOrFirstLine(speech));
  return said ? Number(said[0]) : undefined;
}
