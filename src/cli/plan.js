import process from 'node:process';
import { inAnyNodeThatStripsTypes } from './node.js';

await inAnyNodeThatStripsTypes();
// npm goes to the project's folder; the names of files are meant from where the command was typed.
if (process.env.npm_lifecycle_event === 'plan' && process.env.INIT_CWD) {
	process.chdir(process.env.INIT_CWD);
}
await import('./plan.ts');
