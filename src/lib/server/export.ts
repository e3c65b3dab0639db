import type * as v from 'valibot';
import type { LogEvent } from '../log/event.ts';
import { fold, type Registers } from '../log/fold.ts';
import { STATE_PATH, targetOf, TITLE_PATH } from '../log/path.ts';
import { conflictsOf, isInsideRemoved, lifeStateOf, titleOf, valueOf } from '../log/state.ts';
import { teamNotes } from '../log/team.ts';
import type { Stored } from '../log/wire.ts';
import type { EVENTS_QUERY } from './bodies.ts';
import { COLUMNS, logRows } from './log-rows.ts';
import { intact, storedOf } from './read.ts';
import { Refusal } from './reply.ts';
import type { Sql } from './sql.ts';
import { checksumAt } from './teams.ts';

const PAGE = 500;

/** What follows a number in the log, answers only. A cursor that the log does not know is told, not guessed at. */
export async function pageOf(
	sql: Sql,
	team: string,
	{ after = '0', chk, limit = String(PAGE) }: v.InferOutput<typeof EVENTS_QUERY>
) {
	const seq = Number(after);
	const here = await checksumAt(sql, team, seq);
	if (here === undefined || (chk !== undefined && chk !== here))
		throw new Refusal(409, 'The log of the team is another one: begin anew, without a cursor.');
	const rows = await logRows(
		sql,
		team,
		`select ${COLUMNS} from ev where team = $1 and seq > $2 and held is null order by seq limit $3`,
		[team, seq, Number(limit)]
	);
	const last = rows.at(-1);
	return {
		events: intact(rows).map(storedOf),
		cursor: last ? { seq: last.seq, chk: last.chk } : { seq, chk: here },
		more: rows.length === Number(limit)
	};
}

/** Each survey in a line, as its heads say; read by the same functions as on a device. */
export function surveysIn(heads: readonly Stored[]) {
	const bySurvey = Map.groupBy(heads, ({ event }) => event.survey);
	return Array.from(bySurvey, ([id, stored]) => ({
		id,
		...lineOf(stored.map(({ event }) => event)),
		changedAt: stored.reduce((last, { receivedAt }) => (receivedAt > last ? receivedAt : last), '')
	}));
}

function lineOf(events: readonly LogEvent[]) {
	const registers = fold(events);
	const { review, assignee, project } = teamNotes({ register: (path) => registers.get(path) });
	return {
		title: titleOf(registers.get(TITLE_PATH)),
		state: lifeStateOf(registers.get(STATE_PATH)),
		project: project ?? null,
		assignee: assignee ?? null,
		review: review ? { state: review.state, by: review.by, at: review.at } : null,
		answers: answersIn(registers),
		conflicts: conflictsOf(registers).length
	};
}

function answersIn(registers: Registers): number {
	return Array.from(registers.values()).filter((register) => {
		const of = targetOf(register.path)?.of;
		const isAnswer = of === 'answers' || of === 'instance-answer';
		const isHere = valueOf(register) !== undefined && !isInsideRemoved(register.path, registers);
		return isAnswer && isHere;
	}).length;
}
