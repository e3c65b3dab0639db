import { inOwnNode } from './node.js';

await inOwnNode();
const { buildIfNeeded } = await import('./build.js');
buildIfNeeded();
await import('./serve.js');
