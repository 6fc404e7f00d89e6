import type { Edit } from '../model/change/edits.ts';
import { withPins } from '../model/change/pinRepair.ts';
import type { Context } from '../model/context.ts';
import type { Role } from '../model/outline/role.ts';
import { formatNumbering } from '../model/parse/numbering.ts';
import { expectedParts, profileOf } from '../model/profile/profile.ts';
import type { Part } from '../model/profile/profileData.ts';
import { hasPart, placeFor } from '../model/reading/sectionsByRole.ts';
import type { Speech } from '../model/speech.ts';
import { lineEndOf } from '../model/text/textLines.ts';
import { insertionEdits } from '../rules/insertion.ts';

/** A part that this kind of speech has, and whether it is missing. */
export interface SectionChoice {
  readonly role: Role;
  readonly title: string;
  readonly need: Part['need'];
  readonly isMissing: boolean;
}

/** The parts of the profile, missing ones first. */
export function sectionChoices(speech: Speech, context: Context): SectionChoice[] {
  const parts = expectedParts(profileOf(speech, context)).map(({ role, title, need }) => ({
    role,
    title,
    need,
    isMissing: !hasPart(speech, role),
  }));
  return [...parts.filter(({ isMissing }) => isMissing), ...parts.filter(({ isMissing }) => !isMissing)];
}

/** The edits that insert a part at its place, with its number, and renumber what follows. */
export function insertSection(speech: Speech, role: Role, title: string, context: Context): Edit[] {
  const { text, sections } = speech;
  if (sections.length === 0) {
    const eol = lineEndOf(text);
    const end = text.trimEnd().length;
    const gap = end === 0 ? '' : eol + eol;
    return [{ span: { start: end, end: text.length }, newText: `${gap}## ${formatNumbering('han', 1)}${title}${eol}` }];
  }
  const order = expectedParts(profileOf(speech, context)).map((part) => part.role);
  return withPins(speech, insertionEdits(speech, sections, placeFor(sections, role, order), { title, paragraphs: [] }));
}
