import type { Context } from './context.ts';
import { profileOf } from './profile.ts';
import { speakerOf } from './speaker.ts';
import type { Speech } from './speech.ts';

/** Whether a 班子 speaks: as its profile says, else by its words. */
export function isTeam(speech: Speech, context: Context): boolean {
  const { profile, from } = profileOf(speech, context);
  return (from === 'frontMatter' ? (profile.speaker ?? speakerOf(speech)) : speakerOf(speech)) === 'team';
}

/** 年度 of the meeting, by front matter or title. */
export function yearOf(speech: Speech, context: Context): number | undefined {
  return profileOf(speech, context).year;
}
