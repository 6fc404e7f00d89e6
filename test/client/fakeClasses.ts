/** Those classes of VS Code that the client computes with. */
export const fakeClasses = (() => {
  class Position {
    readonly line: number;
    readonly character: number;
    constructor(line: number, character: number) {
      this.line = line;
      this.character = character;
    }
    isEqual({ line, character }: Position): boolean {
      return line === this.line && character === this.character;
    }
    isBefore({ line, character }: Position): boolean {
      return this.line < line || (this.line === line && this.character < character);
    }
  }

  class Range {
    readonly start: Position;
    readonly end: Position;
    constructor(...at: [Position, Position] | [number, number, number, number]) {
      const [start, end] = at.length === 2 ? at : [new Position(at[0], at[1]), new Position(at[2], at[3])];
      this.start = start;
      this.end = end;
    }
    get isEmpty(): boolean {
      return this.start.isEqual(this.end);
    }
    intersection({ start, end }: Range): Range | undefined {
      const from = start.isBefore(this.start) ? this.start : start;
      const to = end.isBefore(this.end) ? end : this.end;
      return to.isBefore(from) ? undefined : new Range(from, to);
    }
  }

  class Selection extends Range {
    get active(): Position {
      return this.end;
    }
  }

  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
    static from(...all: Array<{ dispose(): void }>): Disposable {
      return new Disposable(() => {
        for (const one of all) one.dispose();
      });
    }
  }

  class EventEmitter {
    private readonly listeners = new Set<(value: unknown) => void>();
    readonly event = (listener: (value: unknown) => void): Disposable => {
      this.listeners.add(listener);
      return new Disposable(() => this.listeners.delete(listener));
    };
    fire(value: unknown): void {
      for (const listener of [...this.listeners]) listener(value);
    }
    dispose(): void {
      this.listeners.clear();
    }
  }

  class Uri {
    readonly scheme: string;
    readonly path: string;
    readonly query: string;
    constructor(scheme: string, path: string, query = '') {
      this.scheme = scheme;
      this.path = path;
      this.query = query;
    }
    static parse(address: string): Uri {
      const [, scheme = 'file', path = ''] = /^([a-z-]+):(?:\/\/)?(.*)$/.exec(address) ?? [];
      return new Uri(scheme, path);
    }
    static file(path: string): Uri {
      return new Uri('file', path);
    }
    static from({ scheme, path, query }: { scheme: string; path: string; query?: string }): Uri {
      return new Uri(scheme, path, query);
    }
    static joinPath({ scheme, path }: Uri, ...parts: string[]): Uri {
      const names: string[] = [];
      for (const name of [path, ...parts].join('/').split('/')) {
        if (name === '..') names.pop();
        else if (name) names.push(name);
      }
      return new Uri(scheme, `/${names.join('/')}`);
    }
    with({ scheme = this.scheme, path = this.path }: { scheme?: string; path?: string }): Uri {
      return new Uri(scheme, path);
    }
    get fsPath(): string {
      return this.path;
    }
    toString(): string {
      return `${this.scheme}:${this.scheme === 'file' ? '//' : ''}${this.path}${this.query && `?${this.query}`}`;
    }
  }

  class WorkspaceEdit {
    readonly made: unknown[] = [];
    replace(...edit: unknown[]): void {
      this.made.push(edit);
    }
    insert(...edit: unknown[]): void {
      this.made.push(edit);
    }
  }

  class FileSystemError extends Error {
    readonly code: string = 'Unknown';
  }

  return { Disposable, EventEmitter, FileSystemError, Position, Range, Selection, Uri, WorkspaceEdit };
})();
