import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import { pictureNodes, tracePicture } from '../../../server/src/features/tracePicture.ts';
import { parseSpeech } from '../../../server/src/model/parse/parse.ts';
import { renderPicture } from '../../../server/src/render/pictureSvg.ts';
import { defaultContext } from '../../../server/src/userData/defaultContext.ts';
import { pinnedText } from './pinned.ts';

const speech = parseSpeech(pinnedText);

describe('the picture of problems and measures', () => {
  it('has three columns, and shows the state of each box', () => {
    const { columns } = tracePicture(speech, defaultContext);
    const shown = columns.map(
      ({ title, boxes }) => `${title}：${boxes.map(({ id, state }) => `${id} ${state}`).join('，')}`,
    );
    assert.deepEqual(shown, ['原因：C1 plain', '问题：P1 met，P2 met，P3 unmet', '整改：M1 plain，M2 plain，M3 plain']);
  });

  it('draws strong lines above weak ones', () => {
    const { lines } = tracePicture(speech, defaultContext);
    assert.deepEqual(lines.map(({ from, to }) => `${from}–${to}`).sort(), ['P1–M1', 'P2–C1', 'P2–M2']);
    const weights = lines.map(({ confidence }) => confidence);
    assert.deepEqual(weights, [...weights].sort());
  });

  it('leads each line through one gap between two columns', () => {
    const svg = renderPicture(tracePicture(speech, defaultContext), true);
    const boxes = [...svg.matchAll(/<rect x="(\d+)" y="\d+" width="(\d{2,})"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ]);
    const edges = boxes.map(([x = 0, width = 0]) => `${x}–${x + width}`);
    const columns = [...new Set(edges)].map((edge) => edge.split('–').map(Number)).sort(([a = 0], [b = 0]) => a - b);
    const gaps = columns.slice(1).map(([start], at) => `${columns[at]?.[1]}–${start}`);
    const lines = [...svg.matchAll(/class="stroke" d="M(\d+) .*? (\d+) [\d.]+"/g)].map(([, from, to]) =>
      [Number(from), Number(to)].sort((a, b) => a - b).join('–'),
    );
    assert.equal(gaps.length, 2);
    assert.deepEqual([...new Set(lines)].sort(), gaps.sort());
  });

  it('has something to say about every box', () => {
    const nodes = pictureNodes(speech, defaultContext);
    const about = nodes.find(({ id }) => id === 'P3');
    assert.deepEqual(about?.details, ['（三）意识形态阵地管理松懈', '未见整改']);
  });

  it('escapes the text of the speech', () => {
    const bad = parseSpeech(
      '一、存在的问题\n\n（一）学习<script>alert(1)</script>不够&"松懈"。\n\n二、整改措施\n\n（一）加强学习。\n',
    );
    const svg = renderPicture(tracePicture(bad, defaultContext), false);
    assert.ok(!svg.includes('<script'), svg);
    assert.match(svg, /&amp;/);
  });

  it('is XML that other programs read, whatever characters the speech has', () => {
    const odd = parseSpeech(
      '一、存在的问题\n\n（一）学习\v不够\u0000“&<\u{d800}”。\n\n二、整改措施\n\n（一）加强\u001b学习。\n',
    );
    assert.equal(parseXml(renderPicture(tracePicture(odd, defaultContext), true)).root?.name, 'svg');
  });

  it('carries its own colours only as a file', () => {
    const picture = tracePicture(speech, defaultContext);
    assert.match(renderPicture(picture, true), /<style>/);
    assert.doesNotMatch(renderPicture(picture, false), /<style|style=/);
  });

  it('fits the width it is given, and draws an empty speech', () => {
    for (const width of [380, 600])
      assert.match(
        renderPicture(tracePicture(speech, defaultContext), false, width),
        new RegExp(`viewBox="0 0 ${width} `),
      );
    assert.match(renderPicture(tracePicture(parseSpeech(''), defaultContext), false), /<svg[\s\S]*<\/svg>/);
  });
});
