import { expect } from 'vitest';
import { checksumAfter, digestOf, isSameDigest, NO_CHECKSUM } from '../../../src/lib/log/digest.ts';
import type { EventId, LogEvent } from '../../../src/lib/log/event.ts';
import { fold } from '../../../src/lib/log/fold.ts';
import type { Cursor, Digest, Stored } from '../../../src/lib/log/wire.ts';
import { eventStore } from '../../../src/lib/server/events.ts';
import type { Sql } from '../../../src/lib/server/sql.ts';
import type { Caller, EventStore } from '../../../src/lib/server/store.ts';
import { createTeam } from '../../../src/lib/server/teams.ts';
import { newDatabase, type Engine } from './engines.ts';

const TEAM = { id: 'team', name: 'North', epoch: 'e1', at: '2026-11-20T08:00:00Z' };

export async function newStore(engine: Engine, memory?: string) {
	const { db, place } =
		memory && engine.name === 'sqlite'
			? await newDatabase({ ...engine, newPlace: () => memory })
			: await newDatabase(engine);
	await createTeam(db, TEAM);
	return { db, place, store: eventStore(db), close: () => db.close() };
}

/** Everything a device that knows nothing is sent. */
export async function readAll(store: EventStore, caller: Caller, limit = 1000): Promise<Stored[]> {
	const all: Stored[] = [];
	let cursor: Cursor | null = null;
	for (;;) {
		const page = await store.read(caller, cursor, null, limit);
		all.push(...page.events);
		const from: number = cursor?.seq ?? 0;
		expect(page.events.length + page.skippedOwn + page.filtered).toBe(page.cursor.seq - from);
		cursor = page.cursor;
		if (!page.more) return all;
	}
}

export async function cursorOf(store: EventStore, caller: Caller): Promise<Cursor> {
	return (await store.read(caller, null, null, 1000)).cursor;
}

export function answers(list: readonly Stored[]): LogEvent[] {
	return list.filter(({ held }) => held === undefined).map(({ event }) => event);
}

export function ids(list: readonly Stored[]): EventId[] {
	return list.map(({ event }) => event.id).sort();
}

interface Line {
	readonly seq: number;
	readonly id: EventId;
	readonly device: string;
	readonly raw: string;
	readonly held: string | null;
	readonly chk: string;
}

/** What of the tables does not follow from the rows of the log; nothing, whatever went wrong on the way. */
export async function flawsOf(sql: Sql): Promise<string[]> {
	const flaws: string[] = [];
	const lines = await sql.all<Line>('select seq, id, device, raw, held, chk from ev order by seq');
	let chk = NO_CHECKSUM;
	for (const [index, line] of lines.entries()) {
		// A row that was renamed since keeps the place of the id it came with.
		chk = line.id.includes('~') ? line.chk : checksumAfter(chk, line.id);
		if (line.seq !== index + 1) flaws.push(`number ${line.seq} stands at ${index + 1}`);
		if (line.chk !== chk) flaws.push(`checksum at ${line.seq}`);
	}
	const [team] = await sql.all<{ seq: number; chk: string }>('select seq, chk from team');
	if (team!.seq !== lines.length || team!.chk !== chk) flaws.push('the counter of the team');

	const plain = lines.filter(({ id, held }) => !id.includes('~') && held !== 'damaged');
	for (const { device, ...digest } of await sql.all<Digest & { device: string }>(
		'select device, count, sum from digest'
	)) {
		const own = plain.filter((line) => line.device === device).map(({ id }) => id);
		if (!isSameDigest(digest, digestOf(own))) flaws.push(`digest of ${device}`);
	}
	const answers = plain.filter(({ held }) => held === null);
	const events = answers.map(({ raw }) => JSON.parse(raw) as LogEvent);
	const stands = Array.from(fold(events).values()).flatMap(({ heads }) => heads);
	const heads = await sql.all<{ id: EventId }>('select id from head');
	if (
		JSON.stringify(heads.map(({ id }) => id).sort()) !==
		JSON.stringify(stands.map(({ id }) => id).sort())
	)
		flaws.push('heads');
	return flaws;
}
