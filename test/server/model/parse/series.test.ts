import assert from 'node:assert/strict';
import { parseSeries } from '../../../../server/src/model/parse/series.ts';

/** `⟦…⟧` marks the words that count. */
function check(marked: string): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  const found = parseSeries(text, 0);
  let out = text;
  for (const { span } of [...found].reverse()) {
    out = `${out.slice(0, span.start)}⟦${out.slice(span.start, span.end)}⟧${out.slice(span.end)}`;
  }
  assert.equal(out, marked);
}

describe('series inside a paragraph', () => {
  it('一是…二是…', () => check('存在的问题：⟦一是⟧自学少。书看得不多。⟦二是⟧笔记少。'));
  it('after semicolons and commas', () => check('针对上述问题，⟦一是⟧每周自学；⟦二是⟧每月交流。'));
  it('with commas between', () => check('有三个教训：⟦一是⟧权力没有边界，⟦二是⟧账目没有公开，⟦三是⟧没人说真话。'));
  it('一要…二要…', () => check('⟦一要⟧带头学，每周读书两次。⟦二要⟧勤下去，吃住一要自理。⟦三要⟧守规矩。'));
  it('一要 at the start, which may go on in the next line', () => check('⟦一要⟧带头学。再要勤下去。'));
  it('一要 amid the text, without a first or amid a sentence is prose', () => {
    check('说到底一条。一要带头学。再要勤下去。');
    check('三要素缺一不可。二要件也是。');
    check('说到底，一要肯学，二要肯干。');
    check('⟦一是⟧带头学。一要多读，二要多记。⟦二是⟧勤下去。');
  });
  it('一来…二来…', () => check('⟦一来⟧脾气大，说话冲。⟦二来⟧公开少，一来二去就没人问了。'));
  it('一来 amid a sentence is prose', () => check('没有去成，一来路远，二来怕见人。一来就是三天。'));
  it('其一，…其二，…', () => check('⟦其一，⟧学得零碎。只知其一，不知其二。⟦其二，⟧学得取巧。'));
  it('其一 and 第一 may stand in one another', () =>
    check('⟦第一，⟧学得浅。原因有二：⟦其一，⟧忙；⟦其二，⟧懒。⟦第二，⟧用得少。'));
  it('第一，…第二，…', () => check('⟦第一，⟧学习不够。不深。⟦第二，⟧一次性告知不到位。'));
  it('a blank before the comma', () => check('⟦第一，⟧学习不够。⟦第二 ，⟧作风不实。⟦第三，⟧担当不足。'));
  it('第一、 for 第一，', () => check('⟦第一、⟧学习不够。⟦第二、⟧作风不实。'));
  it('首先，…其次，…最后，…', () => check('⟦首先，⟧抓学习。⟦其次，⟧抓作风。⟦最后，⟧抓落实。'));
  it('首先是…其次是…最后是…', () => check('⟦首先是⟧学得少。⟦其次是⟧记得少。⟦最后是⟧用得少。'));
  it('一个是…再一个是…还有一个是…', () => {
    check('⟦一个是⟧懒。一个人的时候不读书。⟦再一个是⟧怕，怕得罪人；⟦还有一个是⟧忙。');
    check('说来有三条：⟦头一个是⟧懒。⟦二个是⟧怕。⟦三个是⟧忙。');
    check('⟦一个是⟧懒。⟦另一个是⟧怕。');
  });
  it('one of two things, or one and one more, is prose', () => {
    check('联系的村有两个：一个是大湾村；另一个是小湾村。');
    check('联系的村有两个：一个是大湾村；一个是小湾村。');
    check('说到底，一个是下村少，再一个是读书少。');
    check('学习不够。再一个是作风不实。');
    check('⟦首先，⟧学习不够，原因有二：一个是懒；再一个是忙。⟦其次，⟧作风不实。');
  });
  it('第一个是…第二个是…', () => check('⟦第一个是⟧读得少。⟦第二个是⟧记得少。'));
  it('第一个问题是…第二个问题是…', () => check('⟦第一个问题是⟧读得少，一本没有读完。⟦第二个问题是⟧记得少。'));
  it('①②', () => check('⟦①⟧回应迟缓。⟦②⟧执行不到位。'));
  it('（1）（2）', () => check('表现在：⟦（1）⟧不请假。⟦（2）⟧不销假。'));
  it('1.2. behind whatever ends a sentence', () => {
    for (const end of ['。', '。 ', '。　', '！', '？', '……', '。”', '。\n'])
      check(`要做到：⟦1.⟧学得深${end}⟦2.⟧走得勤${end}⟦3、⟧改得实`);
    check('到年底第2.5条也落实了。 2.走得勤。');
  });
  it('a series in two manners', () => check('⟦第一，⟧自学少。⟦二是⟧笔记少。'));
  it('a count inside a clause while a series runs', () =>
    check('⟦一是⟧学得浅。原因有二，一是忙，二是懒。⟦二是⟧用得少。'));

  it('统一是, 之一是, 唯一是 are words', () => check('口径统一是前提，原因之一是忙，唯一是不肯学。'));
  it('一是一、二是二 is a saying', () => {
    check('报数字要一是一、二是二。');
    check('巡线的老规矩，一是一遍，二是两遍，不打马虎眼。');
  });
  it('一是一些党员, 二是二线员工, 三是三会一课: the matter begins with the numeral of its mark', () =>
    check('⟦一是⟧一些党员不到会。⟦二是⟧二线员工没人管；⟦三是⟧三会一课不经常。'));
  it('第一、二季度 are quarters, 第一批 a batch', () => check('第一、二季度完成，第一、第二批整改，第一批已销号。'));
  it('安全第一，生产第二位 are words', () => check('安全第一，生产第二位。'));
  it('a lone first, which may go on in the next line', () => check('学习不够。⟦首先，⟧要学习。'));
  it('quoted series are somebody else’s', () => check('他说：“一是要快，二是要好。”我没有听进去。'));
  it('a number in running text opens nothing', () => check('按照条例第（三）项和附件（2）的要求，比例为3:1。'));
});
