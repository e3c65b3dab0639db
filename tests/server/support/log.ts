import { expect } from 'vitest';
import type { EventId, LogEvent } from '../../../src/lib/log/event.ts';
import type { Cursor, Stored } from '../../../src/lib/log/wire.ts';
import { eventStore } from '../../../src/lib/server/events.ts';
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
