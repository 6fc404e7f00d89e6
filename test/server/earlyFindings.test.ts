import assert from 'node:assert/strict';
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { parseSpeech } from '../../server/src/model/parse/parse.ts';
import { lint, lintOutline } from '../../server/src/rules/lint.ts';
import { fixtures } from '../speeches.ts';
import { connected, introduce, open, opened } from './inMemory.ts';

const uri = 'untitled:long.speech.md';
const part = '一、存在的问题\n\n（一）学习不够。落实不力，办法不多。\n\n（三）作风不实。担当不足,要求不严。\n\n';
const rest = '这一段很长，讲的是工作里的事，一件一件都记着。\n\n';
const long = `# 对照检查材料\n\n${part}${rest.repeat(Math.ceil(50_000 / rest.length))}`;
const pulls = { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } };

describe('a speech of more than 50,000 characters', () => {
  it('is told first what its outline shows, and the client asks again for the rest', async () => {
    const client = await opened(long, { uri, capabilities: pulls });
    const refreshed = new Promise<void>((resolve) => client.onRequest(DiagnosticRefreshRequest.type, () => resolve()));
    const early = await ask(client);
    await refreshed;
    const all = await ask(client);
    client.dispose();
    assert.ok(early.includes('broken-numbering（三）') && !early.includes('halfwidth-punctuation,'), early.join('\n'));
    assert.deepEqual(missing(early, all), []);
    assert.ok(all.includes('halfwidth-punctuation,'), all.join('\n'));
  });

  it('is told everything at once after an edit', async () => {
    const client = await opened(long, { uri, capabilities: pulls });
    client.onRequest(DiagnosticRefreshRequest.type, () => {});
    await ask(client);
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: long.replace('办法不多', '办法不新') }],
    });
    const all = await ask(client);
    client.dispose();
    assert.ok(all.includes('halfwidth-punctuation,'), all.join('\n'));
  });

  it('is told everything at once where the client cannot be made to ask again', async () => {
    const client = await opened(long, { uri, capabilities: { textDocument: { diagnostic: {} } } });
    const all = await ask(client);
    client.dispose();
    assert.ok(all.includes('halfwidth-punctuation,'), all.join('\n'));
  });

  it('is told twice where the client does not ask', async () => {
    const told: string[][] = [];
    const client = connected();
    const twice = new Promise<void>((resolve) =>
      client.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
        if (told.push(shown(diagnostics)) === 2) resolve();
      }),
    );
    await introduce(client);
    await open(client, uri, long);
    await twice;
    client.dispose();
    const [early = [], all = []] = told;
    assert.deepEqual(missing(early, all), []);
    assert.ok(!early.includes('halfwidth-punctuation,') && all.includes('halfwidth-punctuation,'), early.join('\n'));
  });
});

it('a speech of ordinary length is told everything at once', async () => {
  const client = await opened(`# 对照检查材料\n\n${part}`, { uri, capabilities: pulls });
  const all = await ask(client);
  client.dispose();
  assert.ok(all.includes('broken-numbering（三）') && all.includes('halfwidth-punctuation,'), all.join('\n'));
});

it('what the outline shows is among all findings, in every labelled speech', () => {
  for (const { name, text } of fixtures()) {
    const speech = parseSpeech(text);
    const told = (reports: ReturnType<typeof lint>) =>
      reports.map(({ rule, span, message }) => `${name} ${rule.id} ${span.start} ${message}`);
    assert.deepEqual(missing(told(lintOutline(speech)), told(lint(speech))), []);
  }
});

/** What only the first list holds. */
function missing(some: readonly string[], all: readonly string[]): string[] {
  return some.filter((one) => !all.includes(one));
}

async function ask(client: ProtocolConnection): Promise<string[]> {
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? shown(report.items) : [];
}

/** Rule and words of each finding. */
function shown(items: readonly Diagnostic[]): string[] {
  const lines = long.split('\n');
  return items.map(({ code, range: { start, end } }) => {
    return `${code}${lines[start.line]?.slice(start.character, end.character)}`;
  });
}
