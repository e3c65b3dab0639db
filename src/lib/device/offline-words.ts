/** What a page can say to the service worker; the first name is the one Workbox uses. */
export interface WorkerMessage {
	readonly type: 'SKIP_WAITING' | 'status' | 'repair';
}

/** What the service worker answers: files of its build that are on the device, of those that belong to it. */
export interface WorkerStatus {
	readonly version: string;
	readonly cached: number;
	readonly expected: number;
}

export type Readiness = Pick<WorkerStatus, 'cached' | 'expected'>;

/** Where the offline copy of this build stands; `broken` means that the first download stopped. */
export type Copy = 'unknown' | 'unsupported' | 'arriving' | 'whole' | 'partial' | 'broken';

export type Update = 'none' | 'downloading' | 'ready' | 'applying' | 'failed' | 'stuck';

export function readinessSentence(copy: Copy, readiness: Readiness | undefined): string {
	const files = readiness ? `: ${readiness.cached} of ${readiness.expected} files` : '';
	switch (copy) {
		case 'unknown':
			return 'Checking what is on this device.';
		case 'unsupported':
			return 'This browser cannot keep Sitewalk for offline use at this address. Open it by https or on localhost, and not in a private window.';
		case 'arriving':
			return `Preparing for offline use${files}.`;
		case 'whole':
			return `Ready for offline use${files}.`;
		case 'partial':
			return `Not ready for offline use${files}. The rest is fetched when there is a network.`;
		case 'broken':
			return `Not ready for offline use${files}. The download stopped; it goes on when there is a network.`;
	}
}

export function updateSentence(update: Update): string {
	switch (update) {
		case 'none':
			return '';
		case 'downloading':
			return 'A new version is being downloaded. You can go on working.';
		case 'ready':
			return 'A new version is ready. Updating reloads every Sitewalk tab; your answers are kept.';
		case 'applying':
			return 'Changing to the new version.';
		case 'failed':
			return 'The new version could not be downloaded. This version stays as it is and keeps working.';
		case 'stuck':
			return 'The new version did not start. Close every Sitewalk tab and open Sitewalk again; your answers are kept.';
	}
}
