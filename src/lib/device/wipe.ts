import type { Device } from './device.ts';

const MARK = 'sitewalk-wiped';

/** The lead has reported this device lost: nothing of the team stays on it. */
export async function wipe({ db }: Device): Promise<void> {
	localStorage.clear();
	sessionStorage.clear();
	localStorage.setItem(MARK, new Date().toISOString());
	await db.delete();
}

/** When this browser was wiped, until somebody has read it. */
export function wipedAt(): string | null {
	return localStorage.getItem(MARK);
}

export function forgetWipe(): void {
	localStorage.removeItem(MARK);
}
