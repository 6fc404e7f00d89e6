// Every file of the suite, by hand: a bundle cannot look for them.
import './extension.test.ts';
import './similar.test.ts';
import './trouble.test.ts';
import './worker.test.ts';
