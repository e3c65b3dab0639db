import { inOwnNode } from './node.js';

// SQLite is part of our own Node.
await inOwnNode();
await import('./bench-sync.ts');
