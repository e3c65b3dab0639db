import type { Json } from '../domain/answer.ts';
import type { LogEvent } from '../log/event.ts';
import { problemWithEvent } from '../log/event-problem.ts';
import type { Draft, HeldRow, MetaRow, OutboxRow } from './db.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * The rescue file: one JSON value a line. First a head, then every row with a check on its text, last how many there
 * were: a file that was cut off or damaged is told from a whole one, and the damaged line is named.
 */
export const BACKUP_VERSION = 1;

export interface Rows {
	readonly event: LogEvent;
	readonly outbox: OutboxRow;
	readonly held: HeldRow;
	readonly draft: Draft;
	readonly meta: MetaRow;
}
export type RowKind = keyof Rows;
export type Line = {
	readonly [K in RowKind]: { readonly kind: K; readonly row: Rows[K] };
}[RowKind];

/** Leaves the reading at once; met where the reading began. */
export class Problem extends Error {}

export function headLine(device: string, at: string): string {
	return `${JSON.stringify({ 'sitewalk-backup': BACKUP_VERSION, device, at })}\n`;
}

export function rowLine<K extends RowKind>(kind: K, row: Rows[K]): string {
	const text = JSON.stringify(row);
	return `{"check":"${fingerprint(text)}","${kind}":${text}}\n`;
}

export function endLine(rows: number): string {
	return `${JSON.stringify({ end: rows })}\n`;
}

/** Every row of a file, in order; throws a `Problem` at the first thing that is wrong. */
export async function* rowsOf(
	file: Blob,
	onbytes: (bytes: number) => void
): AsyncGenerator<Line, void> {
	let number = 0;
	let rows = 0;
	let isEnded = false;
	for await (const text of linesOf(file, onbytes)) {
		number++;
		const fail = (what: string): never => {
			throw new Problem(`Line ${number}: ${what}`);
		};
		if (isEnded) fail('the file should have ended before it.');
		const json = parsed(text) ?? fail('a row of a Sitewalk backup was expected.');
		if (number === 1) checkHead(json);
		else if ('end' in json) {
			if (json.end !== rows)
				fail(`the end of ${String(json.end)} rows was expected, but ${rows} were read.`);
			isEnded = true;
		} else {
			yield lineOf(json) ?? fail('it was changed or damaged since the backup was made.');
			rows++;
		}
	}
	if (number === 0)
		throw new Problem('The file is empty; a backup that Sitewalk made was expected.');
	if (!isEnded)
		throw new Problem(
			`The file ends after line ${number}: it was cut off on its way here; copy it once more from where it came.`
		);
}

type Fields = Readonly<Record<string, Json>>;

function checkHead(json: Fields) {
	const version = json['sitewalk-backup'];
	if (version === undefined)
		throw new Problem(
			'Line 1: this is not a backup that Sitewalk made: "sitewalk-backup" is missing.'
		);
	if (typeof version === 'number' && version > BACKUP_VERSION)
		throw new Problem(
			`Line 1: version ${version} is newer than this Sitewalk, which reads version ${BACKUP_VERSION}; update the app and read the file again.`
		);
	if (version !== BACKUP_VERSION)
		throw new Problem('Line 1: version 1 of a Sitewalk backup was expected.');
}

function lineOf(json: Fields): Line | undefined {
	const { check, ...rest } = json;
	const [entry, ...others] = Object.entries(rest);
	if (!entry || others.length > 0) return undefined;
	const [kind, row] = entry;
	const isWhole = check === fingerprint(JSON.stringify(row)) && isRowOf(kind, row);
	return isWhole ? ({ kind, row } as unknown as Line) : undefined;
}

function isRowOf(kind: string, row: Json): boolean {
	const fields = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
	const areTexts = (...keys: readonly string[]) =>
		keys.every((key) => typeof fields[key] === 'string');
	switch (kind) {
		case 'event':
			return problemWithEvent(row) === undefined;
		case 'outbox':
			return areTexts('author') && Array.isArray(fields.ids);
		case 'held':
			return areTexts('id', 'reason') && problemWithEvent(fields.event) === undefined;
		case 'draft':
			return areTexts('survey', 'path', 'text', 'as', 'at', 'tab') && Array.isArray(fields.basedOn);
		case 'meta':
			return areTexts('key') && fields.value !== undefined;
		default:
			return false;
	}
}

function parsed(text: string): Fields | undefined {
	try {
		const json: unknown = JSON.parse(text);
		const isFields = typeof json === 'object' && json !== null && !Array.isArray(json);
		return isFields ? (json as Fields) : undefined;
	} catch {
		return undefined;
	}
}

/** No line of ours comes near: one survey file has at most 20 MB. */
const LONGEST_LINE = 50_000_000;

async function* linesOf(
	file: Blob,
	onbytes: (bytes: number) => void
): AsyncGenerator<string, void> {
	const reader = file.stream().getReader();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const decode = (bytes?: Uint8Array) => {
		try {
			return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
		} catch {
			throw new Problem('The file is not text; a backup that Sitewalk made was expected.');
		}
	};
	let rest = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			rest += decode(value);
			const lines = rest.split('\n');
			rest = lines.pop() ?? '';
			yield* lines.map((line) => line.replace(/\r$/, ''));
			if (done) break;
			if (rest.length > LONGEST_LINE)
				throw new Problem('The file has no lines; a backup that Sitewalk made was expected.');
			onbytes(value.byteLength);
		}
		if (rest !== '') yield rest;
	} finally {
		await reader.cancel();
	}
}
