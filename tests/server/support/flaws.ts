import { checksumAfter, digestOf, isSameDigest, NO_CHECKSUM } from '../../../src/lib/log/digest.ts';
import type { EventId, LogEvent } from '../../../src/lib/log/event.ts';
import { fold } from '../../../src/lib/log/fold.ts';
import type { Digest } from '../../../src/lib/log/wire.ts';
import { COLUMNS, logRows } from '../../../src/lib/server/log-rows.ts';
import { isDamaged } from '../../../src/lib/server/read.ts';
import type { Sql } from '../../../src/lib/server/sql.ts';

/** What of the tables does not follow from the rows of the log; nothing, whatever went wrong on the way. */
export async function flawsOf(sql: Sql): Promise<string[]> {
	const flaws: string[] = [];
	const [one] = await sql.all<{ id: string }>('select id from team');
	const lines = await logRows(sql, one!.id, `select ${COLUMNS} from ev order by seq`, []);
	let chk = NO_CHECKSUM;
	for (const [index, line] of lines.entries()) {
		// A row that was renamed since keeps the place of the id it came with.
		chk = line.id.includes('~') ? line.chk : checksumAfter(chk, line.id);
		if (line.seq !== index + 1) flaws.push(`number ${line.seq} stands at ${index + 1}`);
		if (isDamaged(line)) flaws.push(`text of ${line.seq}`);
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
