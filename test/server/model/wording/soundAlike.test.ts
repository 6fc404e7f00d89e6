import assert from 'node:assert/strict';
import { pinyin } from 'pinyin-pro';
import { commonCharacters, soundsAlike } from '../../../../server/src/model/wording/soundAlike.ts';

describe('characters that sound alike', () => {
  it('knows what input methods confuse', () => {
    for (const pair of ['评平', '政正', '课科', '责则', '作做', '民名', '神申', '制置', '识思'])
      assert.ok(soundsAlike(pair.charAt(0), pair.charAt(1)), pair);
  });

  it('tells the rest apart, and a character from itself', () => {
    for (const pair of ['护拥', '信倍', '众从', '党常', '党党', '党A', '龘龖'])
      assert.ok(!soundsAlike(pair.charAt(0), pair.charAt(1)), pair);
  });

  it('gives each common character one of its readings', () => {
    const of = (character: string) =>
      pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).map((reading) =>
        reading
          .replace(/^([zcs])h/, '$1')
          .replace(/ng$/, 'n')
          .replace('v', 'u')
          .replace('ü', 'u'),
      );
    const characters = [...commonCharacters()];
    assert.equal(characters.slice(0, 8).join(''), '啊阿埃挨哎唉哀皑');
    // Neighbours in the list of which one sounds like nothing the other does.
    const wrong = characters.filter((character, at) => {
      const before = characters[at - 1];
      return (
        before !== undefined &&
        soundsAlike(before, character) &&
        !of(before).some((sound) => of(character).includes(sound))
      );
    });
    assert.equal(wrong.join(''), '');
  });
});
