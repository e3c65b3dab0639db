import { inAnyNodeThatStripsTypes } from './node.js';

await inAnyNodeThatStripsTypes();
await import('./board.ts');
