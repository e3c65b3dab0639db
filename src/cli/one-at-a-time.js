import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

const LOOK_AGAIN_MS = 200;

/**
 * Does `work` while no other process does the same; two builds at once would overwrite each other's files.
 * @param {string} file that says who is at work
 * @param {() => void} work
 */
export function oneAtATime(file, work) {
	mkdirSync(dirname(file), { recursive: true });
	while (!claim(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
	const release = () => rmSync(file, { force: true });
	process.once('exit', release);
	work();
	process.off('exit', release);
	release();
}

/** @param {string} file */
function claim(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		if (!isAtWork(file)) rmSync(file, { force: true });
		return false;
	}
}

/** @param {string} file */
function isAtWork(file) {
	try {
		process.kill(Number(readFileSync(file, 'utf8')), 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
