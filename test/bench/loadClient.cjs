// node loadClient.cjs BUNDLE: prints the milliseconds that loading a client takes, in an editor made of nothing.
const Module = require('node:module');

/** Anything may be read of it, and it may be extended. */
function nothing() {
  return new Proxy(class {}, { get: (target, key) => (key in target ? target[key] : nothing()) });
}

const vscode = nothing();
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'vscode' ? vscode : load.call(this, request, ...rest);
};
const from = performance.now();
require(process.argv[2]);
console.log(performance.now() - from);
