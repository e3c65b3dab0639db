import { inAnyNodeThatStripsTypes } from './node.js';

await inAnyNodeThatStripsTypes();
await import('./lead.ts');
