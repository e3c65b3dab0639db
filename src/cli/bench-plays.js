import { inOwnNode } from './node.js';

// The simulation is TypeScript, which our own Node runs as it is.
await inOwnNode();
await import('./bench-plays.ts');
