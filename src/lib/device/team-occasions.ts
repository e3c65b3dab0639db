import { liveQuery } from 'dexie';
import type { Device } from './device.ts';
import { getNews } from './team-session.ts';
import type { TeamSync } from './team-sync.svelte.ts';

const AFTER_ANSWER_MS = 2000;
const WHILE_VISIBLE_MS = 60_000;
/** Hints of one burst become one sync. */
const AFTER_HINT_MS = 300;
const LISTENER = 'sitewalk-hints';

/**
 * The occasions on which a tab syncs by itself: start, an answer, coming back, a network, a minute gone by, a hint. None of
 * them is relied upon; the next one makes up for any that is missed.
 */
export function listenForOccasions(device: Device, sync: TeamSync): () => void {
	const isVisible = () => document.visibilityState === 'visible';
	const comeBack = async () => {
		if (!isVisible()) return;
		const isOffline = (await getNews(device).catch(() => undefined))?.trouble === 'no-network';
		await sync.soon(0, isOffline);
	};
	const onBack = () => void comeBack();
	document.addEventListener('visibilitychange', onBack);
	addEventListener('online', onBack);
	const minute = setInterval(() => isVisible() && void sync.soon(0), WHILE_VISIBLE_MS);

	const answers = liveQuery(() => device.db.outbox.orderBy('n').last()).subscribe({
		next: (row) => row && row.isForAll !== true && void sync.soon(AFTER_ANSWER_MS),
		error: () => undefined
	});
	const stopHints = listenForHints(() => void sync.soon(AFTER_HINT_MS));
	void sync.soon(0);

	return () => {
		document.removeEventListener('visibilitychange', onBack);
		removeEventListener('online', onBack);
		clearInterval(minute);
		answers.unsubscribe();
		stopHints();
	};
}

/** One tab listens to the team server and tells the others: a browser allows few connections to one server. */
function listenForHints(hear: () => void): () => void {
	const channel = new BroadcastChannel(LISTENER);
	channel.onmessage = hear;
	const leaving = new AbortController();
	let source: EventSource | undefined;
	let retry: ReturnType<typeof setTimeout> | undefined;

	const open = () => {
		source = new EventSource('/api/v1/sync/hint');
		source.onmessage = () => {
			channel.postMessage('hint');
			hear();
		};
		// The browser would try again every few seconds for ever; the timer of the sync does without.
		source.onerror = () => {
			source?.close();
			retry = setTimeout(open, WHILE_VISIBLE_MS);
		};
	};
	navigator.locks
		?.request(LISTENER, { signal: leaving.signal }, () => {
			open();
			return new Promise<void>((resolve) =>
				leaving.signal.addEventListener('abort', () => resolve())
			);
		})
		.catch(() => undefined);

	return () => {
		leaving.abort();
		source?.close();
		clearTimeout(retry);
		channel.close();
	};
}
