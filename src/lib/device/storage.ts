/** `null`: this browser does not say. */
export interface StorageStatus {
	readonly persisted: boolean | null;
	readonly usedBytes: number | null;
	readonly quotaBytes: number | null;
}

export async function storageStatus(storage = storageOf()): Promise<StorageStatus> {
	const [persisted, estimate] = await Promise.all([
		answerOf(storage?.persisted?.bind(storage)),
		answerOf(storage?.estimate?.bind(storage))
	]);
	return {
		persisted,
		usedBytes: estimate?.usage ?? null,
		quotaBytes: estimate?.quota ?? null
	};
}

/** Asks the browser not to clear our data by itself; best after a first real answer. */
export async function askToPersist(
	storage = storageOf()
): Promise<'granted' | 'refused' | 'unavailable'> {
	const isGranted = await answerOf(storage?.persist?.bind(storage));
	if (isGranted === null) return 'unavailable';
	return isGranted ? 'granted' : 'refused';
}

/** Absent in plain http and in some engines, whatever the types say. */
function storageOf(): Partial<StorageManager> | undefined {
	return typeof navigator === 'undefined' ? undefined : navigator.storage;
}

async function answerOf<T>(ask: (() => Promise<T>) | undefined): Promise<T | null> {
	try {
		return ask ? await ask() : null;
	} catch {
		// A browser that refuses to say (a private window) is one that does not say.
		return null;
	}
}
