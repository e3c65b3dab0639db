import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import {
	hearOfProjects,
	knownProjects,
	projectId,
	projectName
} from '../../src/lib/device/projects.ts';
import { keepSession } from '../../src/lib/device/team-session.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../src/lib/log/wire.ts';
import { newDevice } from './bench.ts';

const NORTH = { id: 'p1', name: 'North' };
const reply = (json: object, status = 200) =>
	new Response(JSON.stringify(json), { status, headers: { [PROTOCOL_HEADER]: PROTOCOL } });
afterEach(() => {
	vi.unstubAllGlobals();
});

async function joined() {
	const device = newDevice();
	const named = { id: 'x', name: 'X' };
	await keepSession(device, {
		...{ team: named, person: named, role: 'lead', deviceName: 'tablet', authors: [] },
		joinedAt: '2026-11-20T08:12:00Z'
	});
	return device;
}

test('projects have the names that the team gave them last, also when it cannot be reached', async () => {
	const device = await joined();
	const fetched = vi.fn(() => Promise.resolve(reply({ projects: [NORTH] })));
	vi.stubGlobal('fetch', fetched);
	await hearOfProjects(device);
	expect(await knownProjects(device)).toEqual([NORTH]);
	fetched.mockImplementation(() => Promise.reject(new TypeError('no network')));
	await hearOfProjects(device);
	expect(await knownProjects(device)).toEqual([NORTH]);
});

test('who works alone asks no server', async () => {
	const fetched = vi.fn();
	vi.stubGlobal('fetch', fetched);
	const device = newDevice();
	await hearOfProjects(device);
	expect(fetched).not.toHaveBeenCalled();
	expect(await knownProjects(device)).toEqual([]);
});

test('a name leads to the team’s id and back; a name of nobody stands for itself', () => {
	expect(projectId([NORTH], 'North')).toBe('p1');
	expect(projectName([NORTH], 'p1')).toBe('North');
	expect(projectId([NORTH], 'South')).toBe('South');
	expect(projectName([NORTH], 'South')).toBe('South');
});
