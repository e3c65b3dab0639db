import { createHash } from 'node:crypto';
import type { EventId, LogEvent } from '../log/event.ts';
import { problemWithEvent } from '../log/event-problem.ts';
import { WIRE_LIMITS, type HeldReason, type PushReply } from '../log/wire.ts';

/** An event that can be stored, with the very text that will be. */
export interface Incoming {
	readonly event: LogEvent;
	readonly raw: string;
	readonly hash: string;
	readonly held: HeldReason | undefined;
	/** A second content of one id, by a device that has not made the first. */
	readonly isAlone?: boolean;
}

/** Behind an id, marks what is kept beside the event of that id; no id that comes in has it. */
export const ASIDE = '~';

/** PostgreSQL takes 2,704 bytes in an index; the widest of ours has team, survey, path and id. */
const LONGEST_ID = 200;
const LONGEST_PATH = 1000;
/** JSON that is nested by thousands can be read, but not be written again. */
const DEEPEST = 100;

/** Sorts a push before anything is locked: what can be stored, and what cannot. */
export function sortOut(
	events: readonly unknown[],
	judge: (event: LogEvent) => HeldReason | undefined
): { readonly incoming: readonly Incoming[]; readonly refused: PushReply['refused'] } {
	const incoming: Incoming[] = [];
	const refused: PushReply['refused'][number][] = [];
	for (const [index, event] of events.entries()) {
		if (!isEvent(event)) {
			refused.push({ id: idIn(event), index, why: 'malformed' });
			continue;
		}
		const raw = JSON.stringify(event);
		if (isTooLarge(event, raw)) {
			refused.push({ id: event.id, index, why: 'too-large' });
			continue;
		}
		const isOurs = event.supersedes.length <= WIRE_LIMITS.supersedes;
		const held = isOurs ? judge(event) : 'invalid';
		incoming.push({ event, raw, hash: hashOf(raw), held });
	}
	return { incoming, refused };
}

/** Of a stored text: it tells a flipped byte, and one id with two contents. */
export function hashOf(raw: string): string {
	return createHash('sha256').update(raw).digest('hex').slice(0, 32);
}

/** `undefined` for a text that is no JSON. */
export function eventIn(raw: string): LogEvent | undefined {
	try {
		return (JSON.parse(raw) as LogEvent | null) ?? undefined;
	} catch {
		return undefined;
	}
}

function isEvent(json: unknown): json is LogEvent {
	if (isDeeper(json, DEEPEST) || problemWithEvent(json) !== undefined) return false;
	const { id, survey, path, device, author, supersedes } = json as LogEvent;
	const ids = [id, survey, device, author.id, ...supersedes];
	return (
		ids.every((one) => isKey(one, LONGEST_ID)) && isKey(path, LONGEST_PATH) && !id.includes(ASIDE)
	);
}

/** PostgreSQL stores no NUL in a text, and half a surrogate would come back as another character. */
function isKey(text: string, longest: number): boolean {
	return (
		text.length <= longest &&
		Buffer.byteLength(text) <= longest &&
		!text.includes('\0') &&
		text.isWellFormed()
	);
}

function isDeeper(json: unknown, levels: number): boolean {
	if (typeof json !== 'object' || json === null) return false;
	return levels === 0 || Object.values(json).some((each) => isDeeper(each, levels - 1));
}

function isTooLarge({ value }: LogEvent, raw: string): boolean {
	if (raw.length * 3 <= WIRE_LIMITS.valueBytes) return false;
	return (
		Buffer.byteLength(raw) > WIRE_LIMITS.eventBytes ||
		Buffer.byteLength(JSON.stringify(value)) > WIRE_LIMITS.valueBytes
	);
}

function idIn(json: unknown): EventId | null {
	const id = (json as { id?: unknown } | null)?.id;
	return typeof id === 'string' && id.length <= LONGEST_ID ? id : null;
}
