import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 bits for a link or a cookie; the team server keeps only what `hashed` makes of it. */
export function newSecret(): string {
	return randomBytes(BYTES).toString('base64url');
}

/** No salt is needed for a text that nobody can guess. */
export function hashed(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}
