import { hashed, newSecret } from './secret.ts';
import type { Sql } from './sql.ts';

/** A key for a script: it reads what the lead may read, and changes nothing. */
export interface ScriptToken {
	readonly id: string;
	readonly name: string;
	readonly expiresAt: string;
	/** To the hour; `null` for a key that nobody has used. */
	readonly usedAt: string | null;
}

const DAY_MS = 24 * 3600_000;
/** Not every request is written down. */
const USED_TO_MS = 3600_000;

export async function makeToken(
	sql: Sql,
	team: string,
	{ id, name, days }: { id: string; name: string; days: number },
	now: Date
): Promise<ScriptToken & { readonly token: string }> {
	const token = newSecret();
	const expiresAt = new Date(now.getTime() + days * DAY_MS).toISOString();
	await sql.run(
		'insert into script_token (hash, team, id, name, expires_at) values ($1, $2, $3, $4, $5)',
		[hashed(token), team, id, name, expiresAt]
	);
	return { id, name, expiresAt, usedAt: null, token };
}

export async function tokensOf(sql: Sql, team: string): Promise<readonly ScriptToken[]> {
	const rows = await sql.all<{
		id: string;
		name: string;
		expires_at: string;
		used_at: string | null;
	}>('select id, name, expires_at, used_at from script_token where team = $1 order by name, id', [
		team
	]);
	return rows.map(({ id, name, expires_at, used_at }) => ({
		id,
		name,
		expiresAt: expires_at,
		usedAt: used_at
	}));
}

export async function revokeToken(sql: Sql, team: string, id: string): Promise<boolean> {
	return (await sql.run('delete from script_token where team = $1 and id = $2', [team, id])) > 0;
}

/** The team whose script this is. */
export async function teamOfToken(sql: Sql, token: string, now: Date): Promise<string | undefined> {
	const hash = hashed(token);
	const [row] = await sql.all<{ team: string; used_at: string | null }>(
		'select team, used_at from script_token where hash = $1 and expires_at > $2',
		[hash, now.toISOString()]
	);
	const isNews = row && (!row.used_at || now.getTime() - Date.parse(row.used_at) > USED_TO_MS);
	if (isNews)
		await sql.run('update script_token set used_at = $2 where hash = $1', [
			hash,
			now.toISOString()
		]);
	return row?.team;
}
