import { inAnyNodeThatStripsTypes } from './node.js';

await inAnyNodeThatStripsTypes();
await import('./knowledge.ts');
