import { type FakeEditor, inFakeEditor } from './fakeEditor.ts';

type Client = typeof import('../../client/src/client.ts');

/** What the server answers. */
export type Answer = (request: string, params: object) => Promise<unknown>;

/** What the client listens for, by the names of the notifications; a test makes the server send them. */
export type Heard = Map<string, () => void>;

/** The editor, with the whole client activated in it and a server that answers so. */
export async function activated(
  editor: FakeEditor,
  answer: Answer = noAnswer,
  heard: Heard = new Map(),
): Promise<FakeEditor> {
  const { run } = await inFakeEditor<Client>('client/src/client.ts', editor);
  const client = {
    start: async () => {},
    isRunning: () => true,
    error() {},
    sendNotification: async () => {},
    onNotification: (name: string, work: () => void) => void heard.set(name, work),
    onDidChangeState: () => ({ dispose() {} }),
    sendRequest: answer,
  };
  const kept = { get: (_: string, otherwise: unknown) => otherwise, update: async () => {} };
  const { Uri } = editor.vscode;
  const context = { subscriptions: [], extensionUri: Uri.file('/'), globalState: kept, workspaceState: kept };
  const load = async () => ({ files: { html: () => '', text: () => '', docx: () => new Uint8Array(), speak() {} } });
  await run(
    context as unknown as Parameters<Client['run']>[0],
    { connect: () => client, load } as unknown as Parameters<Client['run']>[1],
  );
  return editor;
}

async function noAnswer(): Promise<never> {
  throw new Error('no answer');
}
