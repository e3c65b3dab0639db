import { problemWithEvent } from './event-problem.ts';
import type { PullReply, PushReply } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A reply of the right shape or nothing: half a reply is no reply. */
export function asPushReply(json: unknown): PushReply | undefined {
	if (!isFields(json)) return undefined;
	const { epoch, accepted, held, refused, seq, at } = json;
	const isGood =
		(at === undefined || typeof at === 'string') &&
		typeof epoch === 'string' &&
		isCount(accepted) &&
		isCount(seq) &&
		isListOf(held, ({ id, why }) => typeof id === 'string' && typeof why === 'string') &&
		isListOf(refused, ({ index, why }) => isCount(index) && typeof why === 'string');
	return isGood ? (json as unknown as PushReply) : undefined;
}

export function asPullReply(json: unknown): PullReply | undefined {
	if (!isFields(json)) return undefined;
	const { reset, cursor, from, events, skippedOwn, filtered, more } = json;
	const isGood =
		typeof reset === 'boolean' &&
		typeof more === 'boolean' &&
		isCursor(cursor) &&
		(from === null || isCursor(from)) &&
		isCount(skippedOwn) &&
		isCount(filtered) &&
		isListOf(events, isStored);
	return isGood ? (json as unknown as PullReply) : undefined;
}

function isStored({ seq, receivedAt, event }: Fields): boolean {
	return isCount(seq) && typeof receivedAt === 'string' && problemWithEvent(event) === undefined;
}

function isCursor(json: unknown): boolean {
	return (
		isFields(json) &&
		typeof json.epoch === 'string' &&
		isCount(json.seq) &&
		typeof json.chk === 'string'
	);
}

function isListOf(json: unknown, isGood: (fields: Fields) => boolean): boolean {
	return Array.isArray(json) && json.every((each) => isFields(each) && isGood(each));
}

function isCount(json: unknown): boolean {
	return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0;
}

function isFields(json: unknown): json is Fields {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}
