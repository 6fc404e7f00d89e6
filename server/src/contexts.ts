import type { Context } from './model/context.ts';
import type { WorkspaceData } from './protocol.ts';
import type { FileFault } from './userData/dataFile.ts';
import { defaultContext } from './userData/defaultContext.ts';
import { workspaceContext } from './userData/workspaceContext.ts';

/** The data for each document: those built in, with what its `.fayan` folder adds. */
export interface Contexts {
  of(uri: string): Context;
  /** Takes these folders in the place of all earlier ones, and tells what could not be understood in each. */
  read(folders: readonly WorkspaceData[]): Array<{ readonly folder: WorkspaceData; readonly faults: FileFault[] }>;
}

/** No folder is known yet; `extra` is what every context has besides the data. */
export function contextsWith(extra: Partial<Context>): Contexts {
  const plain: Context = { ...defaultContext, ...extra };
  let known: ReadonlyArray<{ readonly folder: string; readonly context: Context }> = [];
  return {
    of: (uri) => known.find(({ folder }) => uri.startsWith(folder))?.context ?? plain,
    read(folders) {
      const read = folders.map((folder) => ({ folder, ...workspaceContext(folder.files) }));
      // The folder nearest to a document comes first.
      known = read
        .map(({ folder, context }) => ({ folder: withSlash(folder.uri), context: { ...context, ...extra } }))
        .sort((a, b) => b.folder.length - a.folder.length);
      return read.map(({ folder, faults }) => ({ folder, faults }));
    },
  };
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
