import assert from 'node:assert/strict';
import { ConfigurationRequest, DidChangeTextDocumentNotification } from 'vscode-languageserver/node';
import {
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type ReportParams,
  type ReportResult,
  reportRequest,
} from '../../../server/src/protocol.ts';
import { connected, introduce, open } from '../inMemory.ts';

const uri = 'file:///a.speech.md';
const [flawed, mended] = ['一、存在的问题\n\n学习不够,笔记靠补。\n', '一、存在的问题\n\n学习不够，笔记靠补。\n'];

describe('an answer that an edit overtakes', () => {
  for (let question = 1; question <= 4; question += 1) {
    it(`is of one version: the report, edited when the settings are asked for (${question})`, async () => {
      const params: ReportParams = { uri, form: 'text' };
      const { version, text } = await overtaken<ReportResult>(question, reportRequest, params);
      assert.equal(text.includes('半角'), version === 1, `version ${version}: ${text}`);
    });

    it(`is of one version: the preview, edited when the settings are asked for (${question})`, async () => {
      const params: PreviewParams = { uri, view: 'flow', findings: true };
      const { version, paragraphs, findings } = await overtaken<PreviewResult>(question, previewRequest, params);
      const shown = paragraphs.map(({ html }) => html.replaceAll(/<.*?>/g, '')).join('');
      const isFlawed = findings.some(({ message }) => message.includes('半角'));
      assert.deepEqual([shown.includes('不够,'), isFlawed], [version === 1, version === 1], `version ${version}`);
    });
  }
});

/** What is answered where the text changes while the server asks for the settings, for the n-th time. */
async function overtaken<Answer>(question: number, request: string, params: object): Promise<Answer> {
  const client = connected();
  let asked = 0;
  client.onRequest(ConfigurationRequest.type, async () => {
    asked += 1;
    if (asked === question)
      await client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: mended }],
      });
    // Whoever does not answer is asked again.
    throw new Error('no settings now');
  });
  await introduce(client, { workspace: { configuration: true }, textDocument: { diagnostic: {} } });
  await open(client, uri, flawed);
  const answer = await client.sendRequest<Answer>(request, params);
  client.dispose();
  return answer;
}
