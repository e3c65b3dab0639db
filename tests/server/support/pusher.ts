import { writeSync } from 'node:fs';
import process from 'node:process';
import { eventStore } from '../../../src/lib/server/events.ts';
import { openPostgres } from '../../../src/lib/server/postgres.ts';
import { openSqlite } from '../../../src/lib/server/sqlite.ts';
import { ANA, event } from './events.ts';

/** A process that pushes until it is killed, and tells each batch that was acknowledged, after it was. */
const [engine, place = '', life] = process.argv.slice(2);
const store = eventStore(engine === 'postgres' ? openPostgres(place) : openSqlite(place));
const BATCH = 120;

for (let batch = 0; ; batch++) {
	const device = `${life}-${batch}`;
	const pushed = Array.from({ length: BATCH }, (_, n) =>
		event({ id: `${device}-${n}`, device, path: `answers/q${n % 7}` })
	);
	for (let isDone = false; !isDone;) {
		try {
			await store.append({ ...ANA, device }, pushed);
			isDone = true;
		} catch {
			writeSync(1, 'again\n');
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
	writeSync(1, `${device}\n`);
}
