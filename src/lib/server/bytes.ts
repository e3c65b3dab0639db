/** As `uuidv7` and every browser write one. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Checksums have 16 digits, hashes of a text 32. */
const HEX = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/;
const BYTES_OF_UUID = 16;
const BYTES_OF_HASH = 17;
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * An id, a checksum or a hash as the bytes that its digits stand for, half as long or less; any other text as it is. Nothing
 * but their lengths tells them apart: 16 bytes are an id, 8 a checksum, and a hash has a zero in front of its 16.
 */
export function inBytes(text: string): string | Uint8Array {
	if (text.length === 36 && UUID.test(text)) return Buffer.from(text.replaceAll('-', ''), 'hex');
	if (!HEX.test(text)) return text;
	return Buffer.from(text.length === 32 ? `00${text}` : text, 'hex');
}

export function fromBytes(bytes: Uint8Array): string {
	let text = bytes.length === BYTES_OF_HASH ? '' : DIGITS[bytes[0]!]!;
	for (let at = 1; at < bytes.length; at++) {
		const isGap = bytes.length === BYTES_OF_UUID && (at === 4 || at === 6 || at === 8 || at === 10);
		text += isGap ? `-${DIGITS[bytes[at]!]}` : DIGITS[bytes[at]!];
	}
	return text;
}

/** What `inBytes` makes of the text in a column, as an expression of SQLite: for tables that were filled before it was there. */
export function columnInBytes(column: string): string {
	const digits = `replace(${column}, '-', '')`;
	const isUuid = `length(${column}) = 36 and length(${digits}) = 32 and ${column} like '________-____-____-____-____________'`;
	return `case when typeof(${column}) <> 'text' or ${digits} glob '*[^0-9a-f]*' then ${column}
		when ${isUuid} then unhex(${digits})
		when length(${column}) = 32 and ${digits} = ${column} then unhex('00' || ${column})
		when length(${column}) = 16 and ${digits} = ${column} then unhex(${column})
		else ${column} end`;
}
