import { buildIfNeeded } from './build.js';
import { inOwnNode } from './node.js';

// SQLite is part of our own Node, and it strips types.
await inOwnNode();
buildIfNeeded();
await import('./load.ts');
