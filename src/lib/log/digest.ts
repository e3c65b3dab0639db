import type { EventId } from './event.ts';
import type { Digest } from './wire.ts';

export const NO_EVENTS: Digest = { count: 0, sum: '0'.repeat(16) };
/** The checksum of an empty log. */
export const NO_CHECKSUM = '0'.repeat(16);

/** Of a set of events: the same in any order. Each id must be given once. */
export function digestOf(ids: Iterable<EventId>): Digest {
	let count = 0;
	let sum: Halves = [0, 0];
	for (const id of ids) {
		sum = plus(sum, hash(id));
		count++;
	}
	return { count, sum: hex(sum) };
}

/** Of two sets that have no event in common, as one. */
export function digestSum(a: Digest, b: Digest): Digest {
	return { count: a.count + b.count, sum: hex(plus(halves(a.sum), halves(b.sum))) };
}

/** Of what is left of a set when a part of it is gone. */
export function digestDifference(whole: Digest, part: Digest): Digest {
	const [high, low] = halves(part.sum);
	const minus = plus([~high >>> 0, ~low >>> 0], [0, 1]);
	return { count: whole.count - part.count, sum: hex(plus(halves(whole.sum), minus)) };
}

export function isSameDigest(a: Digest, b: Digest): boolean {
	return a.count === b.count && a.sum === b.sum;
}

/** The checksum of a log after one more event. */
export function checksumAfter(checksum: string, id: EventId): string {
	return hex(hash(`${checksum} ${id}`));
}

/** 64 bits as two unsigned numbers of 32, the high one first. */
type Halves = readonly [number, number];

function plus([high, low]: Halves, [otherHigh, otherLow]: Halves): Halves {
	const sum = low + otherLow;
	return [(high + otherHigh + (sum > 0xffffffff ? 1 : 0)) >>> 0, sum >>> 0];
}

function halves(text: string): Halves {
	return [Number.parseInt(text.slice(0, 8), 16), Number.parseInt(text.slice(8), 16)];
}

/** Two 32-bit halves that depend on every character (the mixing steps of cyrb53, public domain). */
function hash(text: string): Halves {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 2654435761);
		b = Math.imul(b ^ code, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return [b >>> 0, a >>> 0];
}

function hex(words: Halves): string {
	return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}
