import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { codeLens } from '../../../../server/src/features/codeLens.ts';
import { documentSymbols } from '../../../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../../../server/src/features/foldingRanges.ts';
import type { Context } from '../../../../server/src/model/context.ts';
import { cutBlocks, frontMatterLength } from '../../../../server/src/model/parse/blocks.ts';
import { markdownEntries, parseBlock, parseSpeech } from '../../../../server/src/model/parse/parse.ts';
import { allSections, type Speech } from '../../../../server/src/model/speech.ts';
import { trace } from '../../../../server/src/model/trace/trace.ts';
import { directivesOf, isDisabled } from '../../../../server/src/rules/disable.ts';
import { rules } from '../../../../server/src/rules/index.ts';
import { findings, lint, type Report, withExplained } from '../../../../server/src/rules/lint.ts';
import type { Severity } from '../../../../server/src/rules/severity.ts';
import { defaultContext } from '../../../../server/src/userData/defaultContext.ts';
import { commonMarkExamples as examples } from '../../random/commonmark.ts';
import { gfmSpecification, gfmSpecificationExamples } from '../../random/gfm.ts';
import { applied, bounded, documents, edits, effort, speeches, splices } from '../../random/texts.ts';

const mixed = fc
  .array(fc.oneof(documents, fc.constantFrom(...examples), fc.constantFrom('甲。', '乙')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('\n\n'));
const texts = fc.oneof(documents, mixed, splices);

describe('blocks', function () {
  this.timeout(240_000 * effort);

  it('put end to end are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(cutBlocks(text).join(''), text);
      }),
      bounded(500),
    );
  });

  it('parse alone as they parse in the whole', () => {
    let cut = 0;
    const check = (text: string) => {
      const parts = cutBlocks(text);
      if (parts.length > 1) cut += 1;
      assert.deepEqual(nodesOf(parts), nodesOf([text]));
    };
    for (const example of [...examples, ...gfmSpecificationExamples, gfmSpecification]) {
      check(example);
      check(`甲\n\n${example}\n\n乙`);
    }
    fc.assert(fc.property(texts, check), bounded(1500));
    assert.ok(cut > 500, 'A generator whose texts are never cut proves nothing.');
  });

  it('of real speeches are their paragraphs', () => {
    for (const text of speeches) {
      const body = text.slice(frontMatterLength(text));
      assert.deepEqual(nodesOf(cutBlocks(body)), nodesOf([body]));
    }
  });

  it('without Markdown are read as Markdown reads them', () => {
    const check = (text: string) => {
      for (const part of cutBlocks(text))
        assert.deepEqual(parseBlock(part).entries, markdownEntries(part), JSON.stringify(part));
    };
    for (const text of [...examples, ...gfmSpecificationExamples, gfmSpecification, ...speeches])
      check(text.slice(frontMatterLength(text)));
    fc.assert(fc.property(texts, check), bounded(1500));
  });
});

describe('an edit', function () {
  this.timeout(240_000 * effort);

  it('gives what reading, judging and tracing afresh give', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        fc.oneof(documents, mixed, splices, fc.constantFrom(...speeches)),
        fc.array(edits, { minLength: 1, maxLength: 5 }),
        (text, list) => {
          let speech = parseSpeech(text);
          for (const edit of list) {
            const next = parseSpeech(applied(speech.text, edit), speech);
            kept += next.blocks.filter((block) => speech.blocks.includes(block)).length;
            sameAsAfresh(next);
            speech = next;
          }
        },
      ),
      bounded(250),
    );
    assert.ok(kept > 500, 'Nothing was taken over.');
  });

  it('within paragraphs does too, though nothing but its words is read again', () => {
    const places = fc.record({ line: fc.noBias(fc.nat()), at: fc.noBias(fc.nat(1000)) });
    const words = fc.constantFrom(
      '甲',
      '不',
      '，',
      '。',
      '；',
      '：',
      '“',
      '”',
      '我',
      '*',
      '**',
      ' ',
      '二是',
      '第一，',
      '（二）',
      '〔',
      '<',
      '2024年',
      '批评指正',
      '组织生活会',
      '三个方面',
      '为此，',
      '下一步',
      '学习不够，作风不实，',
    );
    const typings = fc.array(
      fc.record({
        by: fc.integer({ min: -3, max: 3 }),
        cut: fc.nat({ max: 2 }),
        word: fc.oneof(fc.constant(''), words),
        elsewhere: fc.option(places, { freq: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let [retouched, linked] = [0, 0];
    const check = (
      text: string,
      place: { line: number; at: number },
      list: ReadonlyArray<{ by: number; cut: number; word: string; elsewhere: typeof place | null }>,
    ) => {
      let speech = parseSpeech(text);
      told(speech);
      shown(speech, defaultContext);
      const offsetOf = ({ line, at }: typeof place) => {
        const lines = speech.entries.filter(({ kind }) => kind === 'line');
        const { start, end } = lines[line % Math.max(1, lines.length)]?.span ?? { start: 0, end: 0 };
        return start + Math.round((at / 1000) * (end - start));
      };
      let offset = offsetOf(place);
      for (const { by, cut, word, elsewhere } of list) {
        offset = Math.min(Math.max(0, elsewhere ? offsetOf(elsewhere) : offset + by), speech.text.length);
        speech = parseSpeech(speech.text.slice(0, offset) + word + speech.text.slice(offset + cut), speech);
        offset += word.length;
        if (speech.retouch) retouched += 1;
        if ((speech.retouch?.links ?? 0) > 1) linked += 1;
        sameAsAfresh(speech);
      }
    };
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...speeches) },
          fc.constantFrom(...speeches).map((text) => text.replace(/\n{2,}/g, '\n')),
          documents,
          splices,
        ),
        places,
        typings,
        check,
      ),
      bounded(150),
    );
    assert.ok(retouched > 100, `Only ${retouched} edits were of this kind.`);
    assert.ok(linked > 50, `Only ${linked} edits stood in another paragraph than the one before.`);
  });

  it('of headings does too: numbers changed, words of one put into another', () => {
    const headingEdits = fc.record({ from: fc.nat(), to: fc.nat(), what: fc.constantFrom('mark', 'title', 'word') });
    fc.assert(
      fc.property(
        fc.constantFrom(...speeches),
        fc.array(headingEdits, { minLength: 1, maxLength: 6 }),
        (text, list) => {
          let speech = parseSpeech(text);
          told(speech);
          for (const { from, to, what } of list) {
            const headings = allSections(speech).map(({ heading }) => heading);
            const [source, target] = [headings[from % headings.length], headings[to % headings.length]];
            const mark = target?.numbering?.span;
            const title = target?.titleSpan;
            const span =
              what === 'mark' ? mark : what === 'title' ? title : title && { ...title, end: title.start + 1 };
            if (!source || !span) continue;
            const word = what === 'mark' ? (source.numbering?.text ?? '') : source.title;
            const inserted = what === 'word' ? word.slice(0, 1) : word;
            const { text: before } = speech;
            speech = parseSpeech(before.slice(0, span.start) + inserted + before.slice(span.end), speech);
            sameAsAfresh(speech);
          }
        },
      ),
      bounded(40),
    );
  });
});

function nodesOf(parts: readonly string[]): Node[] {
  const nodes: Node[] = [];
  let offset = 0;
  for (const part of parts) {
    const root: Root = fromMarkdown(part);
    for (const node of root.children) nodes.push(moved(node, offset));
    offset += part.length;
  }
  return nodes;
}

/** With offsets alone: lines follow from them. */
function moved(node: Node & { children?: Node[] }, by: number): Node {
  const position = node.position && [(node.position.start.offset ?? 0) + by, (node.position.end.offset ?? 0) + by];
  const children = node.children?.map((child) => moved(child, by));
  return { ...node, position, ...(children && { children }) } as unknown as Node;
}

function outline({ source: _, blocks: __, retouch: ___, ...rest }: Speech): unknown {
  return JSON.parse(JSON.stringify(rest));
}

function sameAsAfresh(speech: Speech): void {
  const fresh = parseSpeech(speech.text);
  assert.deepEqual(outline(speech), outline(fresh));
  for (let offset = -1; offset <= speech.text.length + 1; offset += 7) {
    const position = fresh.source.positionAt(offset);
    assert.deepEqual(speech.source.positionAt(offset), position);
    assert.equal(speech.source.offsetAt(position), fresh.source.offsetAt(position));
    const beyond = { line: position.line, character: position.character + 50 };
    assert.equal(speech.source.offsetAt(beyond), fresh.source.offsetAt(beyond));
  }
  assert.deepEqual(told(speech), toldAfresh(fresh));
  assert.deepEqual(shown(speech, defaultContext), shown(fresh, forgetful()));
}

function told(speech: Speech): string[] {
  return lint(speech)
    .map(({ rule, severity: _, ...finding }) =>
      JSON.stringify([rule.id, finding.span, finding.message, finding.related, finding.fixes]),
    )
    .sort();
}

/** Every rule asked by itself, with nothing at hand that was worked out for another text. */
function toldAfresh(speech: Speech): string[] {
  const directives = directivesOf(speech);
  const context = forgetful();
  const reports = rules.flatMap((rule) =>
    rule.severity === 'off'
      ? []
      : [...findings(rule, speech, context)]
          .filter(({ span }) => !isDisabled(directives, rule.id, span.start))
          .map((finding): Report => ({ ...finding, rule, severity: finding.severity ?? (rule.severity as Severity) })),
  );
  return withExplained(reports)
    .map(({ rule, span, message, related, fixes }) => JSON.stringify([rule.id, span, message, related, fixes]))
    .sort();
}

/** What is remembered hangs on the context and its tables; new ones remember nothing. */
function forgetful(): Context {
  return { ...defaultContext, commonPairs: { ...defaultContext.commonPairs }, themes: [...defaultContext.themes] };
}

/** What an editor shows besides. */
function shown(speech: Speech, context: Context): unknown {
  const { links, verdicts } = trace(speech, context);
  return {
    symbols: documentSymbols(speech),
    folds: foldingRanges(speech),
    lenses: codeLens('file:///a', speech, context, true),
    links: links.map(({ from, to, confidence, evidence }) => [from.id, to.id, confidence, evidence]),
    verdicts: verdicts.map(({ problem, verdict, confidence }) => [problem.id, verdict, confidence]),
  };
}
