import { expect, test } from 'vitest';
import { eventStore } from '../../src/lib/server/events.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../src/lib/server/migrations.ts';
import type { Database, Sql, SqlValue } from '../../src/lib/server/sql.ts';
import { openSqlite } from '../../src/lib/server/sqlite.ts';
import { createTeam } from '../../src/lib/server/teams.ts';
import { ANA, event, KIM } from './support/events.ts';

type Asked = readonly [text: string, values: readonly SqlValue[]];

/** The same database, which notes what it is asked. */
function noting(db: Database, asked: Asked[]): Database {
	const noted = (sql: Sql): Sql => ({
		engine: sql.engine,
		all: (text, values = []) => (asked.push([text, values]), sql.all(text, values)),
		run: (text, values = []) => (asked.push([text, values]), sql.run(text, values))
	});
	return { ...db, ...noted(db), transaction: (work) => db.transaction((sql) => work(noted(sql))) };
}

/** A team's rows are all rows of the log: who asks for them by the team alone goes through everything. */
const WHOLE_LOG = /^(SCAN (ev|head|dead)\b|SEARCH (ev|head|dead) .*\(team=\?\)$)/;

test('no push, pull or look at a survey makes SQLite go through the whole log', async () => {
	const db = openSqlite(':memory:');
	await migrate(db, MIGRATIONS);
	await createTeam(db, { id: ANA.team, name: 'North', epoch: 'e', at: '2026-11-20T08:00:00Z' });
	const asked: Asked[] = [];
	const store = eventStore(noting(db, asked));
	const first = Array.from({ length: 200 }, (_, n) => event({ survey: `s${n % 20}` }));
	await store.append(ANA, first);
	const changed = first.map(({ id }) => event({ survey: 's1', supersedes: [id] }));
	await store.append(ANA, [...first, ...changed]);
	const page = await store.read(KIM, null, null, 100);
	await store.read(KIM, page.cursor, { count: 0, sum: '0000000000000000' }, 1000);
	await store.heads(ANA.team, 's1');
	await store.history(ANA.team, 's1');
	await store.held(ANA.team);

	expect(asked.length).toBeGreaterThan(20);
	for (const [text, values] of asked) {
		const plan = await db.all<{ detail: string }>(`explain query plan ${text}`, values);
		const whole = plan.map(({ detail }) => detail).filter((detail) => WHOLE_LOG.test(detail));
		expect(whole, text.slice(0, 300)).toEqual([]);
	}
	await db.close();
});
