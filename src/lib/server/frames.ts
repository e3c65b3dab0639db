import { pack } from './framed.ts';
import type { Incoming } from './incoming.ts';
import { insert, listFrom, slices } from './rows.ts';
import type { Sql } from './sql.ts';

/**
 * The texts of new rows as they are stored, under the lock of the team. On PostgreSQL each is whole: nodes of the version before
 * read there as well, and know no frames.
 */
export async function storedTexts(sql: Sql, team: string, fresh: readonly Incoming[]) {
	const packed = fresh.map(({ event, raw }) =>
		sql.engine === 'sqlite' ? pack(event, raw) : undefined
	);
	const frames = await framesFor(
		sql,
		team,
		packed.flatMap((one) => one?.frame ?? [])
	);
	return fresh.map(({ raw }, index) => {
		const one = packed[index];
		return one ? { frame: frames.get(one.frame)!, raw: one.rest } : { frame: null, raw };
	});
}

/**
 * The numbers of frames, under the lock of the team: a new one gets the next. A frame is never changed; there are a few for each
 * author.
 */
async function framesFor(
	sql: Sql,
	team: string,
	texts: Iterable<string>
): Promise<ReadonlyMap<string, number>> {
	const wanted = [...new Set(texts)];
	const known = new Map<string, number>();
	for (const slice of slices(wanted)) {
		const rows = await sql.all<{ n: number; text: string }>(
			`select n, text from frame where team = $1 and text in (${listFrom(2, slice.length)})`,
			[team, ...slice]
		);
		for (const { n, text } of rows) known.set(text, n);
	}
	const fresh = wanted.filter((text) => !known.has(text));
	if (fresh.length === 0) return known;
	const [last] = await sql.all<{ n: number | null }>(
		'select max(n) as n from frame where team = $1',
		[team]
	);
	for (const text of fresh) known.set(text, (last?.n ?? 0) + 1 + fresh.indexOf(text));
	await insert(
		sql,
		'frame (team, n, text)',
		fresh.map((text) => [team, known.get(text)!, text])
	);
	return known;
}

export async function framesOf(
	sql: Sql,
	team: string,
	numbers: Iterable<number>
): Promise<ReadonlyMap<number, string>> {
	const texts = new Map<number, string>();
	for (const slice of slices([...new Set(numbers)])) {
		const rows = await sql.all<{ n: number; text: string }>(
			`select n, text from frame where team = $1 and n in (${listFrom(2, slice.length)})`,
			[team, ...slice]
		);
		for (const { n, text } of rows) texts.set(n, text);
	}
	return texts;
}
