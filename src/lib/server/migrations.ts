import type { Migration } from './migrate.ts';
import { SHORT_ROWS } from './short-rows.ts';

/** In order, for ever: a new one is added at the end, an old one is never changed. Both engines run the same text, where one can do for both. */
export const MIGRATIONS: readonly Migration[] = [
	{
		name: '0001-log',
		statements: [
			`create table team (
				id text primary key,
				name text not null,
				seq bigint not null default 0,
				chk text not null,
				epoch text not null,
				created_at text not null
			)`,
			// The event as its author's device wrote it is in "raw", to the byte; the columns beside it are for questions.
			`create table ev (
				team text not null,
				seq bigint not null,
				id text not null,
				survey text not null,
				path text not null,
				author text not null,
				device text not null,
				raw text not null,
				hash text not null,
				received_at text not null,
				held text,
				redacted_by text,
				brought_by text not null,
				chk text not null,
				primary key (team, seq)
			)`,
			'create unique index ev_id on ev (team, id)',
			'create index ev_survey on ev (team, survey, seq)',
			'create index ev_device on ev (team, device)',
			'create index ev_held on ev (team, held) where held is not null',
			// What something we hold supersedes, also before it came itself: batches come in any order.
			'create table dead (team text not null, id text not null, primary key (team, id))',
			`create table head (
				team text not null,
				survey text not null,
				path text not null,
				id text not null,
				primary key (team, survey, path, id)
			)`,
			// Of all events a device made and we hold, each id once: kept up, because every pull asks for it.
			`create table digest (
				team text not null,
				device text not null,
				count bigint not null,
				sum text not null,
				primary key (team, device)
			)`,
			// Which project a survey belongs to, as its register says.
			`create table survey (
				team text not null,
				id text not null,
				project text,
				primary key (team, id)
			)`,
			// How often a survey that was known already came into a project: who sees only that project must begin anew.
			`create table arrival (
				team text not null,
				project text not null,
				times bigint not null,
				primary key (team, project)
			)`
		]
	},
	{
		name: '0002-people',
		statements: [
			`create table person (
				team text not null,
				id text not null,
				name text not null,
				role text not null,
				projects text,
				created_at text not null,
				primary key (team, id)
			)`,
			// Who wrote alone before joining has an id of his own on what he wrote.
			'create table author (team text not null, id text not null, person text not null, primary key (team, id))',
			`create table device (
				team text not null,
				id text not null,
				person text not null,
				name text not null,
				state text not null,
				hash text not null,
				previous_hash text,
				previous_until text,
				rotated_at text not null,
				seen_at text,
				unsent bigint not null,
				oldest_at text,
				version text,
				primary key (team, id, person)
			)`,
			'create index device_hash on device (hash)',
			'create index device_previous_hash on device (previous_hash)',
			`create table invite (
				hash text primary key,
				team text not null,
				role text not null,
				name text,
				person text,
				projects text,
				set_up bigint not null,
				expires_at text not null,
				used_at text
			)`,
			'create table project (team text not null, id text not null, name text not null, primary key (team, id))',
			`create table script_token (
				hash text primary key,
				team text not null,
				id text not null,
				name text not null,
				expires_at text not null
			)`
		]
	},
	{
		name: '0003-used-keys',
		statements: ['alter table script_token add column used_at text']
	},
	{
		name: '0004-head-by-id',
		// What is superseded is found by its id alone.
		statements: ['create index head_id on head (team, id)']
	},
	{
		name: '0005-clocks',
		// How far the clock of a device is ahead of ours, below nothing when it is behind.
		statements: ['alter table device add column ahead_ms bigint']
	},
	SHORT_ROWS
];
