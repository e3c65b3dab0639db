/** Bytes of randomness that one UUIDv7 takes. */
export const UUID_RANDOM_BYTES = 10;

/** A UUIDv7 (RFC 9562): 48 bits of time in milliseconds, then chance. Sorts by time of making. */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
	if (random.length < UUID_RANDOM_BYTES) throw new Error('A UUIDv7 takes 10 random bytes.');
	const bytes = random.slice(0, UUID_RANDOM_BYTES);
	bytes[0] = (bytes[0]! & 0x0f) | 0x70;
	bytes[2] = (bytes[2]! & 0x3f) | 0x80;

	const time = hex(Math.min(Math.max(Math.trunc(milliseconds) || 0, 0), 2 ** 48 - 1), 12);
	const rest = Array.from(bytes, (byte) => hex(byte, 2)).join('');
	return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

function hex(value: number, digits: number): string {
	return value.toString(16).padStart(digits, '0');
}
