import type { EventId } from './event.ts';
import type { Digest } from './wire.ts';

export const NO_EVENTS: Digest = { count: 0, sum: '0'.repeat(16) };
/** The checksum of an empty log. */
export const NO_CHECKSUM = '0'.repeat(16);

/** Of a set of events: the same in any order. Each id must be given once. */
export function digestOf(ids: Iterable<EventId>): Digest {
	let count = 0;
	let high = 0;
	let low = 0;
	for (const id of ids) {
		const [h, l] = hash(id);
		low += l;
		high = (high + h + (low > 0xffffffff ? 1 : 0)) >>> 0;
		low >>>= 0;
		count++;
	}
	return { count, sum: hex(high) + hex(low) };
}

export function isSameDigest(a: Digest, b: Digest): boolean {
	return a.count === b.count && a.sum === b.sum;
}

/** The checksum of a log after one more event. */
export function checksumAfter(checksum: string, id: EventId): string {
	const [high, low] = hash(`${checksum} ${id}`);
	return hex(high) + hex(low);
}

/** Two 32-bit halves that depend on every character (the mixing steps of cyrb53, public domain). */
function hash(text: string): readonly [number, number] {
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

function hex(word: number): string {
	return word.toString(16).padStart(8, '0');
}
