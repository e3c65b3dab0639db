import { append } from './append.ts';
import { digestFor } from './digests.ts';
import { COLUMNS, logRows } from './log-rows.ts';
import { heldOf, redact, release, setAsideDamaged } from './quarantine.ts';
import { intact, read, storedOf } from './read.ts';
import { logBy } from './rows.ts';
import type { Database } from './sql.ts';
import type { EventStore } from './store.ts';

export interface StoreOptions {
	readonly now?: () => Date;
	/** A stored event is not what it was: the disk, or somebody, has changed it. */
	readonly onDamage?: (seqs: readonly number[]) => void;
}

export function eventStore(
	db: Database,
	{ now = () => new Date(), onDamage }: StoreOptions = {}
): EventStore {
	const at = () => now().toISOString();
	return {
		append: (caller, events, judge = () => undefined) => append(db, caller, events, judge, at()),

		async read(caller, cursor, own, limit) {
			const { page, damaged } = await read(db, caller, cursor, own, limit);
			if (damaged.length > 0) {
				onDamage?.(damaged.map(({ seq }) => seq));
				await setAsideDamaged(db, caller.team, damaged);
			}
			return page;
		},

		async heads(team, survey) {
			const rows = await logRows(
				db,
				team,
				`select ${COLUMNS} from head join ev on ev.team = head.team and ev.id = head.id
				where head.team = $1 ${survey === undefined ? '' : 'and head.survey = $2'} order by ev.seq`,
				survey === undefined ? [team] : [team, survey]
			);
			return intact(rows).map(storedOf);
		},

		async history(team, survey) {
			const rows = await logRows(
				db,
				team,
				`select ${COLUMNS} from ${logBy(db, 'ev_survey')} where team = $1 and survey = $2 and held is null order by seq`,
				[team, survey]
			);
			return intact(rows).map(storedOf);
		},

		async seqs(teams) {
			if (teams.length === 0) return new Map();
			const places = teams.map((_, index) => `$${index + 1}`).join(', ');
			const rows = await db.all<{ id: string; seq: number }>(
				`select id, seq from team where id in (${places})`,
				teams
			);
			return new Map(rows.map(({ id, seq }) => [id, seq]));
		},

		digest: (team, device) => digestFor(db, team, device),
		held: (team) => heldOf(db, team),
		release: (team, id) => release(db, team, id, at()),
		redact: (team, id, by) => redact(db, team, id, by)
	};
}
