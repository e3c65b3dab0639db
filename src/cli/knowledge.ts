import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { asHtml, asMarkdown } from '../lib/domain/document.ts';
import { edition } from '../lib/domain/edition.ts';
import { REVIEWED } from '../lib/knowledge/reviewed.ts';
import { staleness, stampOf, type Stamp } from './stamp.ts';

/** Writes the reviewer's edition. With --stamp the tables are taken as they are now; with --check they are compared. */
const EDITION = new URL('../../knowledge-edition/', import.meta.url);
const STAMP = new URL('../../tests/knowledge/fingerprint.json', import.meta.url);

const [word = '', ...others] = process.argv.slice(2);
if (others.length > 0) refuse(others.join(' '));
else if (word === '') write();
else if (word === '--stamp') stamp();
else if (word === '--check') check();
else refuse(word);

function write() {
	const blocks = edition(REVIEWED);
	const { version } = REVIEWED.knowledge;
	mkdirSync(EDITION, { recursive: true });
	writeFileSync(new URL('knowledge.md', EDITION), asMarkdown(blocks));
	writeFileSync(
		new URL('knowledge.html', EDITION),
		asHtml(`What Sitewalk knows, ${version}`, blocks)
	);
	process.stdout.write(`Knowledge ${version}: knowledge-edition/knowledge.md and knowledge.html\n`);
}

function stamp() {
	const now = stampOf(REVIEWED);
	writeFileSync(STAMP, `${JSON.stringify(now, undefined, '\t')}\n`);
	process.stdout.write(`Stamped as knowledge ${now.version}.\n`);
}

function check() {
	const stored = JSON.parse(readFileSync(STAMP, 'utf8')) as Stamp;
	const problem = staleness(stored, stampOf(REVIEWED));
	if (problem === undefined) return;
	process.stderr.write(`${problem}\n`);
	process.exitCode = 1;
}

function refuse(words: string) {
	process.stderr.write(`${words} is not known; use npm run knowledge, with --stamp or --check.\n`);
	process.exitCode = 2;
}
