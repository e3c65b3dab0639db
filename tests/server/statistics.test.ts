import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventStore } from '../../src/lib/server/events.ts';
import { COLUMNS } from '../../src/lib/server/log-rows.ts';
import { openDatabase } from '../../src/lib/server/open.ts';
import { listFrom } from '../../src/lib/server/rows.ts';
import { createTeam } from '../../src/lib/server/teams.ts';
import { ANA, events } from './support/events.ts';

const FIND = `explain query plan select ${COLUMNS} from ev where team = $1 and id in (${listFrom(2, 20)})`;

test('SQLite finds events by their ids, and does not go through the log for them', async () => {
	const dataFolder = mkdtempSync(join(tmpdir(), 'sitewalk-statistics-'));
	const values = [ANA.team, ...Array.from({ length: 20 }, (_, n) => `event-${n}`)];
	let db = await openDatabase({ dataFolder });
	const plan = async () => (await db.all<{ detail: string }>(FIND, values))[0]!.detail;
	await createTeam(db, { id: ANA.team, name: 'North', epoch: 'e', at: '2026-11-20T08:00:00Z' });
	for (let n = 0; n < 600; n += 100) await eventStore(db).append(ANA, events(100));
	expect(await plan()).toContain('INDEX ev_id (team=? AND id=?)');
	// A log that grew under a version that did not look.
	await db.run('delete from sqlite_stat1');
	await db.close();
	db = await openDatabase({ dataFolder });
	expect(await plan()).toContain('INDEX ev_id (team=? AND id=?)');
	await db.close();
	rmSync(dataFolder, { recursive: true, force: true });
});
