import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fail } from './node.js';

const HERE = fileURLToPath(new URL('../../tests/bench/', import.meta.url));
const PEERS = 'const PEERS = {';
const OWN = 'sitewalk';

/**
 * Enters us as one more peer into a harness of sync stacks, which drives real browsers against real servers through a proxy
 * that counts, and runs us and `peers` one after the other. The harness has its packages installed.
 */
export function benchBeside(folder: string, peers: readonly string[]): void {
	const at = (name: string) => join(resolve(folder), name);
	const harness = existsSync(at('run.mjs')) ? readFileSync(at('run.mjs'), 'utf8') : '';
	if (!harness.includes(PEERS)) fail(`${folder} holds no harness: its run.mjs lists no PEERS.`);
	if (!existsSync(at('node_modules')))
		fail(`Install the packages of the harness first: npm install in ${folder}.`);
	writeFileSync(
		at(`run-${OWN}.mjs`),
		harness.replace(PEERS, `${PEERS} '${OWN}': { client: '${OWN}', server: '${OWN}' },`)
	);
	writeFileSync(at(`peers/${OWN}.client.js`), `import ${word(join(HERE, 'peer-client.ts'))};\n`);
	// The harness may run in another Node than ours, which its packages were made for.
	writeFileSync(
		at(`peers/${OWN}.server.mjs`),
		`import { spawn } from 'node:child_process';
const server = spawn(${word(process.execPath)}, [${word(join(HERE, 'peer-server.js'))}, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGTERM', () => server.kill('SIGTERM') && process.exit());
server.on('exit', (code) => process.exit(code ?? 1));
`
	);
	mkdirSync(at('results'), { recursive: true });
	const out = at(`results/${OWN}.json`);
	run(folder, { OUT: out }, `run-${OWN}.mjs`, OWN, ...peers);
	run(folder, {}, 'table.mjs', out);
}

function run(cwd: string, env: NodeJS.ProcessEnv, ...words: readonly string[]) {
	// npm puts our own Node in front; the harness has its packages for the one of the machine.
	const path = process.env.PATH?.split(delimiter).filter((each) => !each.endsWith('.bin'));
	const { status } = spawnSync('node', words, {
		cwd,
		env: { ...process.env, PATH: path?.join(delimiter), ...env },
		stdio: 'inherit'
	});
	if (status !== 0) fail(`${words.join(' ')} failed; the reason is above.`);
}

const word = (text: string) => JSON.stringify(text);
