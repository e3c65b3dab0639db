import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { staleness, type Stamp } from '../../src/cli/stamp.ts';
import type { Release } from '../../src/lib/domain/edition.ts';
import { changesSince, RELEASES } from '../../src/lib/knowledge/changes.ts';
import { KNOWLEDGE } from '../../src/lib/knowledge/knowledge.ts';

const HISTORY: readonly Release[] = [
	{
		version: '2027.2.1',
		date: '2027-02-01',
		changes: [{ kind: 'limit', id: 'gupMinClients', what: 'Now 12.' }]
	},
	{ version: '2027.1.1', date: '2027-01-10', changes: [] },
	{ version: '2026.11.1', date: '2026-11-23', changes: [] }
];

describe('a plan made with older knowledge can say what changed since', () => {
	test('everything that came after its version, newest first', () => {
		expect(changesSince('2026.11.1', HISTORY)).toEqual(HISTORY.slice(0, 2));
	});

	test('nothing, when it was made with the newest', () => {
		expect(changesSince('2027.2.1', HISTORY)).toEqual([]);
		expect(changesSince(KNOWLEDGE.version)).toEqual([]);
	});

	test('of a version that is not known nothing can be said', () => {
		expect(changesSince('2019.1.1', HISTORY)).toBeUndefined();
	});
});

describe('the history', () => {
	test('ends in the version that plans are stamped with', () => {
		expect(RELEASES[0]?.version).toBe(KNOWLEDGE.version);
	});

	test('has each version once, newest first', () => {
		const versions = RELEASES.map(({ version }) => version);
		expect(versions).toEqual([...new Set(versions)]);
		const dates = RELEASES.map(({ date }) => date);
		expect(dates).toEqual([...dates].sort().reverse());
		for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});

	test('says what changed in every version but the first', () => {
		for (const { version, changes } of RELEASES.slice(0, -1)) {
			expect(changes, version).not.toEqual([]);
		}
	});
});

describe('a table cannot change without a new version', () => {
	const stored: Stamp = { version: '1', tables: { rules: 'a', steps: 'b' } };

	test('the tables are as they were stamped', { timeout: 30_000 }, () => {
		const cli = fileURLToPath(new URL('../../src/cli/knowledge.ts', import.meta.url));
		const { stderr } = spawnSync(process.execPath, [cli, '--check'], { encoding: 'utf8' });
		expect(stderr).toBe('');
	});

	test('a change names the tables and what to do', () => {
		const changed = { version: '1', tables: { rules: 'a', steps: 'c', files: 'd' } };
		expect(staleness(stored, changed)).toMatch(
			/still 1, but these tables changed: steps, files\. Raise the version .*--stamp/
		);
	});

	test('a table that is gone is a change', () => {
		expect(staleness(stored, { version: '1', tables: { rules: 'a' } })).toMatch(/changed: steps\./);
	});

	test('a new version asks for its stamp', () => {
		expect(staleness(stored, { ...stored, version: '2' })).toMatch(/stamped as knowledge 1.*is 2/);
	});

	test('nothing to say where nothing changed', () => {
		expect(staleness(stored, stored)).toBeUndefined();
	});
});
