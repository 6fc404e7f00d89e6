// To be imported first: Node has its own modules compiled for V8's default flags, and what it loads under others is
// compiled anew. The client limits the young generation by a flag; the heap has been made by now, so that it may say
// again that there is no limit.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--max-semi-space-size=0');
