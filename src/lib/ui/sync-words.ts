/** Why the last sync did not come to its end, and what to do. */
export function troubleWords(why: string): string {
	return WORDS[why] ?? `The team server gave an answer this version does not know (${why}).`;
}

const WORDS: Readonly<Record<string, string>> = {
	'no-network': 'The team server cannot be reached from here. Go on working: it is tried again.',
	'too-slow': 'The network is too slow at the moment. It is tried again with less at a time.',
	'too-large': 'The network takes only small requests. It is tried again with less at a time.',
	busy: 'The team server is busy and asked to wait.',
	epoch: 'The team server was restored. Everything is compared again.',
	unsettled: 'The team server and this device could not agree yet. It is tried again.',
	incomplete: 'The answer did not arrive whole. Nothing of it was taken in; it is asked for again.',
	forbidden: 'The team server does not let this person do that. Ask your lead.',
	outdated: 'The team server runs another version. Update Sitewalk on the Device page.',
	cancelled: 'The last sync was cancelled. What had arrived stays.',
	'signed-out': 'The team server no longer knows this device. Ask your lead for a new link.',
	retired: 'Your lead has retired this device. It works alone from now on.',
	lost: 'Your lead has reported this device lost.'
};

export const ROLE_WORDS = {
	lead: 'Lead',
	technician: 'Technician',
	viewer: 'Viewer (reads, sends nothing)'
} as const;

/** "1 answer", "3 answers". */
export function countText(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
