import { columnInBytes } from './bytes.ts';
import type { Migration } from './migrate.ts';

const FRAME = `create table frame (team text not null, n bigint not null, text text not null, primary key (team, n))`;
const FRAME_TEXT = 'create unique index frame_text on frame (team, text)';

/** Tables that stay as they are, and their columns that may hold what SQLite now keeps as bytes. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
	team: ['id', 'name', 'chk', 'epoch'],
	digest: ['team', 'device', 'sum'],
	survey: ['team', 'id', 'project'],
	arrival: ['team', 'project'],
	person: ['team', 'id', 'name'],
	author: ['team', 'id', 'person'],
	device: ['team', 'id', 'person', 'name', 'version'],
	invite: ['team', 'name', 'person'],
	project: ['team', 'id', 'name'],
	script_token: ['team', 'id', 'name']
};

/** Copies what is in a table into a new one of that name; what was an id or a checksum is then bytes. */
function rebuilt(table: string, columns: string, create: string): string[] {
	const list = columns.split(' ');
	const numbers = ['seq', 'frame'];
	const values = list.map((name) => (numbers.includes(name) ? name : columnInBytes(name)));
	return [
		`alter table ${table} rename to former_${table}`,
		create,
		`insert into ${table} (${list.join(', ')}) select ${values.join(', ')} from former_${table}
			order by ${list.slice(0, 2).join(', ')}`,
		`drop table former_${table}`
	];
}

/**
 * The rows of the log take a third of what they took. On SQLite, where no other version runs beside this one, the tables are made
 * anew: no row is stored twice for its key, no index is there that no question asks, ids are bytes, and the text of an event has
 * a frame. On PostgreSQL nodes of the version before work on meanwhile and read every row, so that it can only leave out what
 * those never read.
 */
export const SHORT_ROWS = {
	name: '0006-short-rows',
	statements: {
		sqlite: [
			`${FRAME} without rowid`,
			FRAME_TEXT,
			'drop index ev_id',
			'drop index ev_survey',
			'drop index ev_device',
			'drop index ev_held',
			'drop index head_id',
			...rebuilt(
				'ev',
				'team seq id survey path device raw hash received_at held redacted_by brought_by chk',
				`create table ev (
					team text not null,
					seq bigint not null,
					id text not null,
					survey text not null,
					path text not null,
					device text not null,
					frame bigint,
					raw text not null,
					hash text not null,
					received_at text not null,
					held text,
					redacted_by text,
					brought_by text,
					chk text not null,
					primary key (team, seq)
				) without rowid`
			),
			'create unique index ev_id on ev (team, id)',
			'create index ev_survey on ev (team, survey, seq)',
			'create index ev_held on ev (team, held) where held is not null',
			'update ev set brought_by = null where brought_by = device',
			...rebuilt(
				'dead',
				'team id',
				'create table dead (team text not null, id text not null, primary key (team, id)) without rowid'
			),
			...rebuilt(
				'head',
				'team survey path id',
				`create table head (
					team text not null,
					survey text not null,
					path text not null,
					id text not null,
					primary key (team, survey, path, id)
				) without rowid`
			),
			...Object.entries(OTHERS).map(
				([table, columns]) =>
					`update ${table} set ${columns.map((name) => `${name} = ${columnInBytes(name)}`).join(', ')}`
			)
		],
		postgres: [
			FRAME,
			FRAME_TEXT,
			'alter table ev add column frame bigint',
			'alter table ev alter column author drop not null',
			'alter table ev alter column brought_by drop not null',
			'drop index ev_device',
			// Of equal keys PostgreSQL keeps one, with a list of rows: so a key ends where it stops to be the same for many.
			'create index ev_of_survey on ev (team, survey)',
			'drop index ev_survey',
			'delete from head one using head other where one.team = other.team and one.id = other.id and one.ctid < other.ctid',
			'alter table head drop constraint head_pkey, add primary key (team, id)',
			'create index head_of_survey on head (team, survey)',
			'drop index head_id'
		]
	},
	rebuilds: true
} satisfies Migration;
