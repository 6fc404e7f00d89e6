import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/change/edits.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { lint } from '../../../server/src/rules/lint.ts';
import { soundFixes } from '../../../server/src/rules/soundFixes.ts';

/**
 * What the fixes of the first finding make of the text, those that are only one of several
 * readings behind a question mark.
 */
function checkOffers(text: string, expected: readonly string[]): void {
  const lintAgain = (other: string) => lint(parseSpeech(other));
  const reports = lintAgain(text);
  const [report] = reports.filter(({ rule }) => rule.category === 'punctuation');
  assert.ok(report);
  const offered = soundFixes(text, report, reports, lintAgain).map(
    ({ edits, guess }) => `${guess ? '? ' : ''}${applyEdits(text, edits)}`,
  );
  assert.deepEqual(offered, expected);
}

describe('half a pair, whose other half could stand in several places', () => {
  it('is closed in front of the pause, or where the sentence ends, or taken out', () => {
    checkOffers('立下“公车不捎私物的规矩，谁也不能破。', [
      '? 立下“公车不捎私物的规矩”，谁也不能破。',
      '? 立下“公车不捎私物的规矩，谁也不能破”。',
      '? 立下公车不捎私物的规矩，谁也不能破。',
    ]);
    checkOffers('去石门村（海拔1480米，一次也没有。', [
      '? 去石门村（海拔1480米），一次也没有。',
      '? 去石门村（海拔1480米，一次也没有）。',
      '? 去石门村海拔1480米，一次也没有。',
    ]);
  });

  it('closes behind the full stop what somebody says', () => {
    checkOffers('老支书说：“先修路，再修桥。大家都听了。', [
      '? 老支书说：“先修路”，再修桥。大家都听了。',
      '? 老支书说：“先修路，再修桥。”大家都听了。',
      '? 老支书说：先修路，再修桥。大家都听了。',
    ]);
  });

  it('never crosses another pair, and goes into none', () => {
    checkOffers('老王说“路太烂，群众说“桥太窄”。', [
      '? 老王说“路太烂”，群众说“桥太窄”。',
      '? 老王说路太烂，群众说“桥太窄”。',
    ]);
    checkOffers('会议（老王“不常来，小李常来）开了三次。', [
      '? 会议（老王“不常来”，小李常来）开了三次。',
      '? 会议（老王“不常来，小李常来”）开了三次。',
      '? 会议（老王不常来，小李常来）开了三次。',
    ]);
  });

  it('lets a title end at the first pause, in front of 和, and begin behind the verb', () => {
    checkOffers('学《党章及其修改说明，不深。', ['? 学《党章及其修改说明》，不深。', '? 学党章及其修改说明，不深。']);
    checkOffers('学习《党章和《准则》，不深。', ['? 学习《党章》和《准则》，不深。', '? 学习党章和《准则》，不深。']);
    checkOffers('学习中国共产党章程》，逐条对照。', [
      '? 学习《中国共产党章程》，逐条对照。',
      '? 学习中国共产党章程，逐条对照。',
    ]);
  });

  it('opens behind a number, never in front of it', () => {
    checkOffers('（一）学习抓得不紧）。自学少。', [
      '? （一）（学习抓得不紧）。自学少。',
      '? （一）学习抓得不紧。自学少。',
    ]);
    checkOffers('一是公车不捎私物”没有守住。', ['? 一是“公车不捎私物”没有守住。', '? 一是公车不捎私物没有守住。']);
  });

  it('is no guess beside a known term, nor within a title', () => {
    checkOffers('一岗双责”落实不力。', ['“一岗双责”落实不力。']);
    checkOffers('学习《关于印发〈条例的通知》不深。', ['学习《关于印发〈条例〉的通知》不深。']);
  });

  it('lets what crosses change places', () => {
    checkOffers('见（附件《条例）的说明》。', ['? 见（附件《条例》的说明）。']);
  });
});
