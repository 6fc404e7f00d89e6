import { titleOf } from '../reading/title.ts';
import type { Speech } from '../speech.ts';
import type { Speaker } from './profileData.ts';

/** Who speaks, by the title, else by whether 班子 or 我 says what follows. */
export function speakerOf(speech: Speech): Speaker {
  const { text, titleBlock, preamble } = speech;
  // 在县委常委班子民主生活会上的发言: whose meeting it is tells nothing of who speaks there.
  const title = titleOf(speech).replace(/在[^上]{2,40}会议?上(?=的|作|$)/, '');
  if (/个人|本人|一把手|剖析发言/.test(title)) return 'person';
  if (/班子|支部委员会|支委会|党组织/.test(title)) return 'team';
  if (titleBlock.author || office.test(title)) return 'person';
  const start = preamble[0]?.span.start ?? 0;
  const said = text.slice(start, start + 3000);
  const team = said.match(/班子|我们|支委/g)?.length ?? 0;
  const person = said.match(/本人|我(?![们国党省市县区乡镇局院校])/g)?.length ?? 0;
  // 班子 and 支部 quote people who say 我; somebody who says nothing but 我 speaks of himself.
  const isOfTeam = /(?:党委|党组|党总支|党支部|工委|支委)/.test(title);
  return team > person || (isOfTeam && person < 2 * team + 6) ? 'team' : 'person';
}

/** A title that ends in an office, as “党总支书记对照检查材料”. */
const office = /(?:书记|局长|主任|院长|校长|所长|科长|处长|部长|镇长|乡长|县长|市长|区长|经理|董事长|委员|站长|同志)/;
