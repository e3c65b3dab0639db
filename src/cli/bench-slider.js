import { inOwnNode } from './node.js';

// The bench is TypeScript, which our own Node runs as it is.
await inOwnNode();
await import('./bench-slider.ts');
