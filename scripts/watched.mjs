// What strace saw of a tree of processes, put in order.
import { readFileSync } from 'node:fs';

/**
 * The processes in the log, each with its command, its sockets and connections, and the paths that it made,
 * changed, moved or removed.
 */
export function readWatch(log) {
  const roots = new Map(); // A thread counts as its process.
  const parents = new Map();
  const processes = new Map();
  for (const line of whole(readFileSync(log, 'utf8'))) {
    const [, id, name, rest] = /^(\d+) +(\w+)\((.*)$/s.exec(line) ?? [];
    if (!name) continue;
    const pid = roots.get(id) ?? id;
    const one = processes.get(pid) ?? { pid, command: [], sockets: [], writes: [] };
    processes.set(pid, one);
    const result = / = (-?\d+)[^=]*$/.exec(rest)?.[1];
    const strings = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex]) => plain(hex));
    if (/^(?:clone3?|v?fork)$/.test(name) && result > 0) {
      if (rest.includes('CLONE_THREAD')) roots.set(result, pid);
      else parents.set(result, pid);
    } else if (name === 'execve') one.command = strings.slice(1);
    else if (name === 'socket') one.sockets.push(rest.split(',')[0]);
    else if (name === 'connect') one.sockets.push(rest.replace(/^\d+, |\) += .*$/gs, ''));
    else if (result >= 0 && (!/^open/.test(name) || /O_WRONLY|O_RDWR|O_CREAT/.test(rest))) one.writes.push(...strings);
  }
  return [...processes.values()].map((one) => ({ ...one, parent: parents.get(one.pid) }));
}

/** Lines in which a call and its result stand together, though others came between. */
function* whole(log) {
  const open = new Map();
  for (const line of log.split('\n')) {
    const [, id, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (!id) continue;
    if (rest.endsWith(' <unfinished ...>')) open.set(id, rest.slice(0, -' <unfinished ...>'.length));
    else if (rest.startsWith('<... ')) {
      yield `${id} ${open.get(id) ?? ''}${rest.replace(/^<\.\.\. \w+ resumed>/, '')}`;
      open.delete(id);
    } else yield line;
  }
}

function plain(hex) {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString('utf8');
}
